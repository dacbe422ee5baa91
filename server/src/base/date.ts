/** The day (YYYY-MM-DD) that is `days` before `day`; undefined where that is none. */
export function dayBefore(day: string, days: number): string | undefined {
  const time = isDay(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  return Number.isNaN(time) ? undefined : new Date(time - days * 86_400_000).toISOString().slice(0, 10);
}

/** Whether `text` is a day that exists, as YYYY-MM-DD (ISO 8601, proleptic Gregorian calendar). */
export function isDay(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  return days !== undefined && day >= 1 && day <= days;
}
