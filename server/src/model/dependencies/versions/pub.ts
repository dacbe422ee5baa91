import type { Clause, Kind } from './clause.ts';
import { COMPARISONS, comparisonIntervals, writtenClause } from './comparison.ts';
import { schemeFor, totalOrder } from './dialect.ts';
import { between } from './interval.ts';
import { incremented, leadingNumbers } from './precision.ts';
import { orderOf, type Interval, type Order } from './scheme.ts';
import { compareIdentifiers, compareSemver, identifierOrder, identifiers, parseLooseSemver, type SemVer } from './semver.ts';

const VERSION = '(\\d+)\\.(\\d+)\\.(\\d+)(?:-([0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*))?(?:\\+([0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*))?';
const COMPLETE = new RegExp(`^${VERSION}$`);
const CLAUSE = new RegExp(`(\\^|>=|<=|>|<|)(\\s*)(${VERSION})`, 'g');
const KINDS: Readonly<Record<string, Kind>> = { ...COMPARISONS, '': 'exact', '^': 'caret' };

/**
 * Versions and constraints of pub (https://dart.dev/tools/pub/dependencies#version-constraints, package:pub_semver): leading zeros are allowed, build
 * metadata orders behind the same version without any, and `<2.0.0` keeps out the pre-releases of 2.0.0 unless the constraint starts at one.
 */
export const pubVersions = schemeFor({
  ecosystem: 'Pub',
  isVersion: (text) => parseComplete(text) !== undefined,
  isPrerelease: (version) => (parseComplete(version)?.prerelease.length ?? 0) > 0,
  compare: totalOrder(parseLooseSemver, comparePub),
  parse(requirement) {
    const start = requirement.length - requirement.trimStart().length;
    const end = Math.max(start, requirement.trimEnd().length);
    const clauses = requirement.trim() === 'any' ? [] : parseClauses(requirement);
    return clauses && [{ start, end, clauses }];
  },
  clean: (version) => version.trim(),
  least: (version) => `>=${version}`,
  conjunction: () => ' ',
  pin: (version) => version,
});

function parseComplete(text: string): SemVer | undefined {
  const match = text.length > 300 ? null : COMPLETE.exec(text);
  if (match === null) return undefined;
  const [, major = '', minor = '', patch = '', pre, build] = match;
  return { numbers: [major, minor, patch], prerelease: identifiers(pre), build: identifiers(build) };
}

/** Dart reads numbers with a sign and of 64 bits, in hexadecimal, too; others are texts to it. */
function numberOf(identifier: string): bigint | undefined {
  const [, sign = '', digits] = /^(-?)(\d{1,100}|0x[\da-f]{1,16})$/i.exec(identifier) ?? [];
  if (digits === undefined) return undefined;
  const value = BigInt(digits) * (sign === '' ? 1n : -1n);
  return digits.length > 18 && value !== BigInt.asIntN(64, value) && !/x/i.test(digits) ? undefined : BigInt.asIntN(64, value);
}

const compareIdentifier = identifierOrder(numberOf, (a, b) => (a < b ? -1 : a > b ? 1 : 0));

function comparePub(a: SemVer, b: SemVer): Order {
  const order = compareSemver(a, b, compareIdentifier);
  if (order !== 0) return order;
  return a.build.length === 0 || b.build.length === 0
    ? orderOf(a.build.length - b.build.length)
    : compareIdentifiers(a.build, b.build, compareIdentifier);
}

function parseClauses(requirement: string): readonly Clause[] | undefined {
  const matches = [...requirement.matchAll(CLAUSE)];
  if (matches.length === 0 || requirement.replace(CLAUSE, '').trim() !== '') return undefined;
  // A caret stands alone.
  if (matches.length > 1 && matches.some(([, operator]) => operator === '^')) return undefined;
  const starts = new Set(
    matches.filter(([, operator, , , , , , pre]) => operator !== '<' && operator !== '<=' && pre !== undefined).map(coreOf),
  );
  return matches.map((match) => {
    const [whole, operator = '', space = '', text = ''] = match;
    const kind = KINDS[operator] ?? 'exact';
    const place = { start: match.index, end: match.index + whole.length };
    return writtenClause({ kind, operator, space, text }, place, intervalsOf(kind, text, starts.has(coreOf(match))));
  });
}

const coreOf = ([, , , , major = '', minor = '', patch = '']: RegExpMatchArray): string =>
  [major, minor, patch].map((number) => number.replace(/^0+(?=\d)/, '')).join('.');

function intervalsOf(kind: Kind, text: string, startsAtPrerelease: boolean): readonly Interval[] {
  if (kind === 'below' && !/[-+]/.test(text) && !startsAtPrerelease) return comparisonIntervals(kind, `${text}-0`);
  if (kind !== 'caret') return comparisonIntervals(kind, text);
  const numbers = leadingNumbers(text);
  const end = incremented(numbers, /^0+$/.test(numbers[0] ?? '') ? 1 : 0);
  return [between(text, `${[...end, '0', '0'].slice(0, 3).join('.')}-0`)];
}
