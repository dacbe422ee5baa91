import { Memo } from '../../../base/memo.ts';
import type { Ecosystem } from '../../../base/ecosystem.ts';
import type { Interval, VersionScheme } from './scheme.ts';

/** From `introduced` (inclusive; `'0'` is the beginning) to `fixed` (exclusive) or `lastAffected` (inclusive); open without both. */
interface Range {
  readonly introduced: string;
  readonly fixed?: string;
  readonly lastAffected?: string;
}

/** What an advisory says about versions. */
export interface Affected {
  readonly ranges: readonly Range[];
  readonly versions?: readonly string[];
}

const BEGINNING = '0';

/** Whether `version` is affected. A branch is only where an advisory names it; a text that is no version is not: nothing is known of it. */
export function isAffected(scheme: VersionScheme, version: string, { ranges, versions = [] }: Affected): boolean {
  return (
    scheme.isVersion(version) &&
    (versions.some((single) => scheme.compare(single, version) === 0) ||
      (scheme.isBranch?.(version) !== true && rangeOf(scheme, version, ranges) !== undefined))
  );
}

function rangeOf(scheme: VersionScheme, version: string, ranges: readonly Range[]): Range | undefined {
  return ranges.find(
    ({ introduced, fixed, lastAffected }) =>
      (introduced === BEGINNING || scheme.compare(introduced, version) <= 0) &&
      (fixed === undefined || scheme.compare(version, fixed) < 0) &&
      (lastAffected === undefined || scheme.compare(version, lastAffected) <= 0),
  );
}

/** The numbers that a version begins with, a Python epoch included. */
const NUMBERS = /^v?(?:\d+!)?\d+(?:\.\d+)*/;

/**
 * The intervals of `requirement` without the pre-releases that nobody asked for: the order of some schemes puts those of 2.0 below it, so that `^2.0` or `2.*`
 * begins at them and `<2.0` ends behind them, while package managers take releases unless the requirement itself names a pre-release. Maven takes any.
 */
export const releaseIntervals = (scheme: VersionScheme, requirement: string): readonly Interval[] | undefined =>
  scheme.intervals(requirement)?.map((interval) => {
    const { version, inclusive } = interval.lower ?? {};
    const first = version === undefined ? undefined : NUMBERS.exec(version)?.[0];
    const isUnasked = version !== undefined && scheme.isPrerelease(version) && !requirement.includes(version);
    const releases =
      first !== undefined && inclusive && isUnasked ? { ...interval, lower: { version: first, inclusive } } : interval;
    return withoutPrereleasesOfEnd(scheme, releases, version !== undefined && scheme.isPrerelease(version) ? version : undefined);
  });

/** How the least pre-release of a release is written, where an end that does not belong to the range would otherwise let it in. */
const LEAST_PRERELEASE: Readonly<Partial<Record<Ecosystem, string>>> = {
  npm: '-0',
  'crates.io': '-0',
  Hex: '-0',
  NuGet: '-0',
  RubyGems: '.A',
};

/**
 * npm and Cargo take pre-releases of a version that the requirement names with one; NuGet, RubyGems and Hex any, where it names one at all. The others' intervals end
 * below them, or, as Maven's, really have them.
 */
function withoutPrereleasesOfEnd(scheme: VersionScheme, interval: Interval, named: string | undefined): Interval {
  const { upper } = interval;
  const least = LEAST_PRERELEASE[scheme.ecosystem];
  if (!upper || upper.inclusive || least === undefined || scheme.isPrerelease(upper.version)) return interval;
  const numbers = NUMBERS.exec(upper.version)?.[0];
  const isOfOneVersion = scheme.ecosystem === 'npm' || scheme.ecosystem === 'crates.io';
  if (named !== undefined && (!isOfOneVersion || NUMBERS.exec(named)?.[0] === numbers)) return interval;
  return numbers === undefined ? interval : { ...interval, upper: { version: `${numbers}${least}`, inclusive: false } };
}

/** Whether every version that `requirement` admits is affected. False when that is unknown or when it admits none. */
export function allAffected(scheme: VersionScheme, requirement: string, affected: Affected): boolean {
  const intervals = releaseIntervals(scheme, requirement);
  return intervals !== undefined && intervals.length > 0 && intervals.every((interval) => isCovered(scheme, interval, affected));
}

/** Whether `requirement` admits an affected version, as far as bounds tell. False when that is unknown. */
export function someAffected(scheme: VersionScheme, requirement: string, { ranges, versions = [] }: Affected): boolean {
  const intervals = releaseIntervals(scheme, requirement) ?? [];
  return (
    versions.some((version) => scheme.satisfies(version, requirement) === true) ||
    intervals.some((interval) => ranges.some((range) => overlaps(scheme, interval, range)))
  );
}

function overlaps(scheme: VersionScheme, { lower, upper }: Interval, { introduced, fixed, lastAffected }: Range): boolean {
  if (upper !== undefined && introduced !== BEGINNING) {
    const order = scheme.compare(introduced, upper.version);
    if (order > 0 || (order === 0 && !upper.inclusive)) return false;
  }
  if (lower === undefined) return true;
  if (fixed !== undefined && scheme.compare(lower.version, fixed) >= 0) return false;
  const order = lastAffected === undefined ? -1 : scheme.compare(lower.version, lastAffected);
  return order < 0 || (order === 0 && lower.inclusive);
}

function isCovered(scheme: VersionScheme, { lower, upper }: Interval, affected: Affected): boolean {
  if (lower !== undefined && upper !== undefined && scheme.compare(lower.version, upper.version) === 0) {
    return isAffected(scheme, lower.version, affected);
  }
  // Walk from the lower bound through ranges that touch each other until one reaches the upper bound.
  const ranges = affected.ranges.toSorted((a, b) => compareStarts(scheme, a.introduced, b.introduced));
  let reached = lower?.version;
  for (const { introduced, fixed, lastAffected } of ranges) {
    if (introduced !== BEGINNING && (reached === undefined || scheme.compare(introduced, reached) > 0)) return false;
    const end = fixed ?? lastAffected;
    if (end === undefined) return true;
    if (upper !== undefined) {
      const order = scheme.compare(upper.version, end);
      if (order < 0 || (order === 0 && (!upper.inclusive || fixed === undefined))) return true;
    }
    // Behind an inclusive end there may be a version before the next range: the walk cannot go on from it.
    if (fixed !== undefined && (reached === undefined || scheme.compare(fixed, reached) > 0)) reached = fixed;
  }
  return false;
}

const compareStarts = (scheme: VersionScheme, a: string, b: string): number =>
  a === BEGINNING || b === BEGINNING ? Number(b === BEGINNING) - Number(a === BEGINNING) : scheme.compare(a, b);

/**
 * The smallest version above `version` that some advisory names as fixed and that none of `advisories` affects. No pre-release unless `version`
 * is one. Needs no list of versions, and never invents one: undefined when only last affected versions are known.
 */
export function smallestSafeVersion(scheme: VersionScheme, version: string, advisories: readonly Affected[]): string | undefined {
  const allowPrerelease = scheme.isPrerelease(version);
  return advisories
    .flatMap(({ ranges }) => ranges.flatMap(({ fixed }) => fixed ?? []))
    .filter((fixed) => scheme.compare(fixed, version) > 0 && (allowPrerelease || !scheme.isPrerelease(fixed)))
    .toSorted((a, b) => scheme.compare(a, b))
    .find((candidate) => !advisories.some((advisory) => isAffected(scheme, candidate, advisory)));
}

/** The only version that `requirement` admits; undefined when it admits more or does not parse. */
export function pinnedVersion(scheme: VersionScheme, requirement: string): string | undefined {
  const intervals = scheme.intervals(requirement);
  return intervals && PINNED.of(intervals, scheme);
}

/** By intervals, because a scheme remembers them. */
const PINNED = new Memo((intervals: readonly Interval[], scheme: VersionScheme) => {
  const only = intervals.length === 1 ? intervals[0] : undefined;
  const isPoint =
    only?.lower?.inclusive === true &&
    only.upper?.inclusive === true &&
    scheme.compare(only.lower.version, only.upper.version) === 0;
  return isPoint ? only.lower.version : undefined;
});

/** Whether `requirement` admits every release: `*`, `x`, `>=0`, an empty text. */
export function admitsEverything(scheme: VersionScheme, requirement: string): boolean {
  const intervals = scheme.intervals(requirement);
  return intervals !== undefined && EVERYTHING.of(intervals, scheme);
}

const EVERYTHING = new Memo((intervals: readonly Interval[], scheme: VersionScheme) =>
  intervals.some(
    ({ lower, upper }) =>
      upper === undefined &&
      (lower === undefined ||
        scheme.compare(lower.version, '0') < 0 ||
        (lower.inclusive && scheme.compare(lower.version, '0') === 0)),
  ),
);
