const UNITS: ReadonlyMap<string, number> = new Map([
  ['ns', 1e-9],
  ['us', 1e-6],
  ['µs', 1e-6],
  ['ms', 1e-3],
  ['s', 1],
  ['m', 60],
  ['h', 3600],
]);
const PART = /(\d{1,9}(?:\.\d{1,9})?)(ns|us|µs|ms|s|m|h)/y;

/** The whole seconds, rounded up, of a duration as Go writes it (`1m30s`); the default where it is left out or zero, undefined when it is none. */
export function seconds(duration: string | undefined, otherwise: number): number | undefined {
  if (duration === undefined || duration === '0') return otherwise;
  if (duration === '' || duration.length > 50) return undefined;
  let total = 0;
  PART.lastIndex = 0;
  for (let at = 0; at < duration.length; at = PART.lastIndex) {
    const part = PART.exec(duration);
    if (!part) return undefined;
    total += Number(part[1]) * (UNITS.get(part[2] ?? '') ?? 0);
  }
  return total === 0 ? otherwise : Math.ceil(total);
}
