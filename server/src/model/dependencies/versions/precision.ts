/**
 * `version` written with as many numbers as the text that it replaces had, where that says the same: 1.5.0 at two places is `1.5`, 1.5 at three
 * is `1.5.0`, 1.5.2 at two stays. Anything but dotted numbers stays.
 */
export function fitted(version: string, places: number): string {
  if (!isPlain(version)) return version;
  const numbers = version.split('.');
  return numbers.slice(places).every((number) => /^0+$/.test(number)) ? padded(numbers.slice(0, places), places) : version;
}

/** The first numbers of `version`, filled with zeros. Anything but dotted numbers stays. */
export const cut = (version: string, places: number): string =>
  isPlain(version) ? padded(version.split('.').slice(0, places), places) : version;

const padded = (numbers: readonly string[], places: number): string =>
  [...numbers, ...Array.from({ length: Math.max(0, places - numbers.length) }, () => '0')].join('.');

/** Whether `version` is dotted numbers and nothing else. */
const isPlain = (version: string): boolean => /^\d+(?:\.\d+)*$/.test(version);

/** The dotted numbers that `version` starts with, as written. */
export const leadingNumbers = (version: string): readonly string[] =>
  (/\d+(?:\.\d+)*/.exec(version)?.[0] ?? '').split('.').filter(Boolean);

/** The numbers with the one at `place` one higher and nothing behind it: `['1', '4', '2']` at 1 gives `['1', '5']`. */
export const incremented = (numbers: readonly string[], place: number): readonly string[] => [
  ...numbers.slice(0, place),
  String(BigInt(numbers[place] ?? '0') + 1n),
];
