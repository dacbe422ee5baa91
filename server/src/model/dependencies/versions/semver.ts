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

/** Orders two identifiers of a pre-release. */
type IdentifierOrder = (x: string, y: string) => Order;

/** Numbers below texts; `numberOf` says which identifiers are numbers. */
export const identifierOrder =
  <N>(
    numberOf: (text: string) => N | undefined,
    compareValues: (a: N, b: N) => Order,
    compareTexts: IdentifierOrder = compareText,
  ): IdentifierOrder =>
  (x, y) => {
    const a = numberOf(x);
    const b = numberOf(y);
    if (a !== undefined && b !== undefined) return compareValues(a, b);
    return a === b ? compareTexts(x, y) : a === undefined ? 1 : -1;
  };

/** As the specification has it: digits alone make a number, of any length. */
const compareIdentifier = identifierOrder((text) => (/^\d+$/.test(text) ? text : undefined), compareDigits);

/** Items 10 and 11 of the specification: missing numbers are zero, build metadata does not count. */
export function compareSemver(a: SemVer, b: SemVer, order = compareIdentifier): Order {
  return compareNumbers(a.numbers, b.numbers) || comparePrereleases(a.prerelease, b.prerelease, order);
}

export function compareNumbers(a: readonly string[], b: readonly string[]): Order {
  for (let index = 0; index < Math.max(a.length, b.length); index++) {
    const order = compareDigits(a[index] ?? '0', b[index] ?? '0');
    if (order !== 0) return order;
  }
  return 0;
}

/** A release above its pre-releases. */
function comparePrereleases(a: readonly string[], b: readonly string[], order: IdentifierOrder): Order {
  if (a.length === 0 || b.length === 0) return orderOf(b.length - a.length);
  return compareIdentifiers(a, b, order);
}

/** One after the other; a prefix is below what it starts. */
export function compareIdentifiers(a: readonly string[], b: readonly string[], order = compareIdentifier): Order {
  for (let index = 0; index < Math.min(a.length, b.length); index++) {
    const result = order(a[index] ?? '', b[index] ?? '');
    if (result !== 0) return result;
  }
  return orderOf(a.length - b.length);
}
