const HOURS: Readonly<Record<string, number>> = {
  h: 1,
  m: 1 / 60,
  s: 1 / 3600,
  ms: 1 / 3.6e6,
  us: 1 / 3.6e9,
  µs: 1 / 3.6e9,
  ns: 1 / 3.6e12,
};

/** The hours of a duration as Go writes it (`2160h`, `1h30m`); undefined for other text. */
export function hoursOf(text: string): number | undefined {
  if (text.length > 50 || !/^(?:\d+(?:\.\d*)?(?:ns|us|µs|ms|s|m|h))+$/.test(text)) return undefined;
  let hours = 0;
  for (const [, amount, unit = ''] of text.matchAll(/(\d+(?:\.\d*)?)(ns|us|µs|ms|s|m|h)/g))
    hours += Number(amount) * (HOURS[unit] ?? 0);
  return hours;
}
