import type { Alternative, Clause, Kind } from './clause.ts';
import { COMPARISONS, comparisonIntervals, writtenClause } from './comparison.ts';
import { schemeFor, totalOrder } from './dialect.ts';
import { below, between, from } from './interval.ts';
import { incremented } from './precision.ts';
import type { Interval } from './scheme.ts';
import { compareNumbers, compareSemver, parseLooseSemver, parseSemver } from './semver.ts';
import { splitAt } from './split.ts';

const NUMBER = '(?:0|[1-9]\\d*)';
const COMPARATOR = new RegExp(
  `^(\\^|~|=|>=|<=|>|<|)(\\s*)((${NUMBER}|[*xX])(?:\\.(${NUMBER}|[*xX]))?(?:\\.(${NUMBER}|[*xX]))?(-[0-9A-Za-z.-]+)?(?:\\+[0-9A-Za-z.-]+)?)$`,
);

interface Comparator {
  readonly clause: Clause;
  /** The complete version that it names with a pre-release. */
  readonly prerelease?: string;
  /** The numbers of a partial version of which it means releases alone: `1.*` and `<=1` have no pre-release of 1.x, but `^1` does. */
  readonly releasesOf?: readonly string[];
}

/**
 * Requirements of Cargo (https://doc.rust-lang.org/cargo/reference/specifying-dependencies.html): a bare version is a caret one, commas join
 * comparators, and a pre-release is admitted only where a comparator names a pre-release of the same version.
 */
export const cargoVersions = schemeFor({
  ecosystem: 'crates.io',
  isVersion: (text) => parseSemver(text) !== undefined,
  isPrerelease: (version) => (parseSemver(version)?.prerelease.length ?? 0) > 0,
  compare: totalOrder(parseLooseSemver, compareSemver),
  parse(requirement) {
    const comparators: Comparator[] = [];
    const parts = splitAt(requirement, /,/g);
    for (const { text, start } of parts) {
      const comparator = parseComparator(text, start, parts.length === 1);
      if (comparator === undefined) return undefined;
      comparators.push(comparator);
    }
    const alternative: Alternative = {
      start: 0,
      end: requirement.length,
      clauses: comparators.map(({ clause }) => clause),
      accepts: (version) => admitsPrerelease(comparators, version),
    };
    return [alternative];
  },
  clean: withoutBuild,
  least: (version) => `>=${version}`,
  conjunction: () => ', ',
  pin: (version) => `=${version}`,
});

function withoutBuild(version: string): string {
  return version.trim().replace(/\+.*$/, '');
}

function admitsPrerelease(comparators: readonly Comparator[], version: string): boolean {
  const parsed = parseSemver(version);
  if (parsed === undefined || parsed.prerelease.length === 0) return parsed !== undefined;
  const isRelease = ({ releasesOf }: Comparator): boolean =>
    releasesOf?.every((number, index) => number === parsed.numbers[index]) === true;
  if (comparators.some(isRelease)) return false;
  return comparators.some(({ prerelease }) => {
    const named = prerelease === undefined ? undefined : parseSemver(prerelease);
    return named !== undefined && compareNumbers(named.numbers, parsed.numbers) === 0;
  });
}

function parseComparator(text: string, start: number, isAlone: boolean): Comparator | undefined {
  const match = COMPARATOR.exec(text);
  if (match === null) return undefined;
  const [, operator = '', space = '', version = '', major = '', minor, patch, pre] = match;
  const parts = [major, minor, patch].filter((part) => part !== undefined);
  const wildcard = parts.findIndex((part) => /^[*xX]$/.test(part));
  const numbers = wildcard < 0 ? parts : parts.slice(0, wildcard);
  if (parts.slice(numbers.length).some((part) => /\d/.test(part))) return undefined;
  const isComplete = numbers.length === 3;
  const isAnything = numbers.length === 0;
  if ((isComplete || /[-+]/.test(version)) && !parseSemver(version)) return undefined;
  if (isAnything && (operator !== '' || !isAlone)) return undefined;
  const kind = kindOf(operator, wildcard >= 0, isComplete);
  const named = isComplete ? version.replace(/\+.*$/, '') : [...numbers, '0', '0', '0'].slice(0, 3).join('.');
  const written = { kind, operator, space, text: version.replace(/\+.*$/, ''), endsWide: true, starting };
  return {
    clause: writtenClause(written, { start, end: start + text.length }, intervalsOf(kind, numbers, named, operator === '~')),
    ...(pre !== undefined && { prerelease: named }),
    ...(!isComplete && !isAnything && (kind !== 'caret' || operator === '~') && { releasesOf: numbers }),
  };
}

function kindOf(operator: string, hasWildcard: boolean, isComplete: boolean): Kind {
  const kind = COMPARISONS[operator];
  if (kind !== undefined) return kind;
  if (operator === '=') return isComplete ? 'exact' : 'prefix';
  return hasWildcard && operator === '' ? 'prefix' : 'caret';
}

/** `1.*` is what a bare version is, but not `0.*`; `1.4.*` is what a tilde is. */
const starting = (version: string, numbers: readonly string[]): string =>
  numbers.join('.') === '0' ? `>=${version}, <1.0.0` : `${['>=', '', '~'][numbers.length] ?? ''}${version}`;

/** A partial version stands for all that start with it: `>1.2` is behind them, `<=1.2` includes them. */
function intervalsOf(kind: Kind, numbers: readonly string[], named: string, isTilde: boolean): readonly Interval[] {
  const last = numbers.length - 1;
  const isPartial = last < 2;
  if (kind === 'prefix' || kind === 'caret') {
    if (last < 0) return [from('0.0.0')];
    const significant = numbers.findIndex((number) => number !== '0');
    const place = kind === 'prefix' ? last : isTilde ? Math.min(1, last) : significant < 0 ? last : significant;
    // `^1` begins at the pre-releases of 1.0.0, for which another comparator may ask.
    const first = kind === 'caret' && isPartial && !isTilde ? `${named}-0` : named;
    return [between(first, `${endOf(numbers, place)}-0`)];
  }
  if (isPartial && kind === 'above') return [from(endOf(numbers, last))];
  if (isPartial && kind === 'below') return [below(`${named}-0`)];
  if (isPartial && kind === 'most') return [below(`${endOf(numbers, last)}-0`)];
  return comparisonIntervals(kind, named);
}

/** The first version behind all that start with the numbers up to `place`. */
const endOf = (numbers: readonly string[], place: number): string =>
  [...incremented(numbers, place), '0', '0'].slice(0, 3).join('.');
