import { compareDigits, compareText, orderOf, type Order } from './scheme.ts';

/** A version of Semantic Versioning 2.0.0 (https://semver.org), its identifiers as written. Numbers are digit strings of any length. */
export interface SemVer {
  /** Three; fewer only where a partial version was asked for. */
  readonly numbers: readonly string[];
  readonly prerelease: readonly string[];
  readonly build: readonly string[];
}

const NUMBER = '(0|[1-9]\\d*)';
const SEMVER = new RegExp(`^${NUMBER}(?:\\.${NUMBER})?(?:\\.${NUMBER})?(?:-([0-9A-Za-z.-]+))?(?:\\+([0-9A-Za-z.-]+))?$`);
const LOOSE = /^[vV]?(\d+(?:\.\d+)*)(?:-([^+]*))?(?:\+(.*))?$/s;

/** A complete version, exactly as the specification has it. */
export function parseSemver(text: string): SemVer | undefined {
  const version = parsePartialSemver(text);
  return version?.numbers.length === 3 ? version : undefined;
}

/** Also `1` and `1.2`. */
export function parsePartialSemver(text: string): SemVer | undefined {
  if (text.length > 300) return undefined;
  const match = SEMVER.exec(text);
  if (match === null) return undefined;
  const prerelease = identifiers(match[4]);
  const build = identifiers(match[5]);
  if (prerelease.some((part) => part === '' || /^0\d+$/.test(part)) || build.includes('')) return undefined;
  return { numbers: match.slice(1, 4).filter(Boolean), prerelease, build };
}

/** The place in the order of what is written less strictly: any number of numbers, a leading `v`, any text behind them. */
export function parseLooseSemver(text: string): SemVer | undefined {
  const match = text.length > 300 ? null : LOOSE.exec(text);
  return match
    ? { numbers: (match[1] ?? '').split('.'), prerelease: identifiers(match[2]), build: identifiers(match[3]) }
    : undefined;
}

export const identifiers = (text: string | undefined): readonly string[] => text?.split('.') ?? [];

/** Items 10 and 11 of the specification: missing numbers are zero, build metadata does not count. */
export function compareSemver(a: SemVer, b: SemVer, compareTexts = compareText): Order {
  return compareNumbers(a.numbers, b.numbers) || comparePrereleases(a.prerelease, b.prerelease, compareTexts);
}

export function compareNumbers(a: readonly string[], b: readonly string[]): Order {
  for (let index = 0; index < Math.max(a.length, b.length); index++) {
    const order = compareDigits(a[index] ?? '0', b[index] ?? '0');
    if (order !== 0) return order;
  }
  return 0;
}

/** A release above its pre-releases. */
function comparePrereleases(a: readonly string[], b: readonly string[], compareTexts = compareText): Order {
  if (a.length === 0 || b.length === 0) return orderOf(b.length - a.length);
  return compareIdentifiers(a, b, compareTexts);
}

/** Numbers below texts, numbers by value, a prefix below what it starts. */
export function compareIdentifiers(a: readonly string[], b: readonly string[], compareTexts = compareText): Order {
  for (let index = 0; index < Math.min(a.length, b.length); index++) {
    const x = a[index] ?? '';
    const y = b[index] ?? '';
    const xIsNumber = /^\d+$/.test(x);
    const yIsNumber = /^\d+$/.test(y);
    const order =
      xIsNumber && yIsNumber ? compareDigits(x, y) : xIsNumber === yIsNumber ? compareTexts(x, y) : xIsNumber ? -1 : 1;
    if (order !== 0) return order;
  }
  return orderOf(a.length - b.length);
}
