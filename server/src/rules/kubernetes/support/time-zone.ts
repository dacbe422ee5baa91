import { ICU_ONLY_TIME_ZONES } from '../../../knowledge/time-zones.ts';

/** Whether the database of IANA has a time zone, as far as the runtime knows it: it knows aliases, and takes names in any case. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z][\w+/-]*$/.test(name) || ICU_ONLY_TIME_ZONES.has(name) || name.startsWith('SystemV/')) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
  } catch {
    return false;
  }
  const exact = Intl.supportedValuesOf('timeZone').find((zone) => zone.toLowerCase() === name.toLowerCase());
  return exact === undefined ? /[A-Z]/.test(name) : exact === name;
}
