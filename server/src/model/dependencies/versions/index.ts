import { cargoVersions } from './cargo.ts';
import { goVersions } from './go.ts';
import { hexVersions } from './hex.ts';
import { mavenVersions } from './maven/index.ts';
import { npmVersions } from './npm.ts';
import { nugetVersions } from './nuget/index.ts';
import { composerVersions } from './packagist/index.ts';
import { pubVersions } from './pub.ts';
import { pypiVersions } from './pypi/index.ts';
import { namesPrerelease } from './pypi/specifier.ts';
import { rubyVersions } from './rubygems/index.ts';
import type { Order, VersionScheme } from './scheme.ts';

export {
  admitsEverything,
  allAffected,
  isAffected,
  pinnedVersion,
  releaseIntervals,
  smallestSafeVersion,
  someAffected,
  type Affected,
} from './affected.ts';
export { leapBetween } from './leap.ts';
export { isWithin } from './within.ts';
export type { Bound, Interval, Order, VersionScheme } from './scheme.ts';

const SCHEMES: ReadonlyMap<string, VersionScheme> = new Map(
  [
    npmVersions,
    pypiVersions,
    goVersions,
    mavenVersions,
    cargoVersions,
    rubyVersions,
    composerVersions,
    nugetVersions,
    hexVersions,
    pubVersions,
  ].map((scheme) => [scheme.ecosystem, scheme]),
);

/**
 * The order and requirements of an ecosystem, named as OSV names it (https://ossf.github.io/osv-schema/#affectedpackage-field): a suffix behind a colon, such as
 * a repository of Maven, does not matter here. Undefined for one that is not supported.
 */
export const schemeOf = (ecosystem: string): VersionScheme | undefined => SCHEMES.get(ecosystem.split(':', 1)[0] ?? '');

/** Orders two versions; undefined for an unsupported ecosystem. A text that is no version sorts before all versions. */
export const compareVersions = (ecosystem: string, a: string, b: string): Order | undefined => schemeOf(ecosystem)?.compare(a, b);

/**
 * Whether a package manager takes `version` for `requirement` by default; undefined when either does not parse or the ecosystem is unsupported. For Python a
 * pre-release is taken only where the requirement names one (https://peps.python.org/pep-0440/#handling-of-pre-releases). A {@link VersionScheme} does not say that: what
 * is locked or pinned already lies within its requirement all the same.
 */
export function satisfies(ecosystem: string, version: string, requirement: string): boolean | undefined {
  const scheme = schemeOf(ecosystem);
  const isWithin = scheme?.satisfies(version, requirement);
  if (isWithin !== true || scheme?.ecosystem !== 'PyPI') return isWithin;
  return !scheme.isPrerelease(version) || namesPrerelease(requirement);
}

/** `requirement` changed as little as possible, in its own style, so that it starts at `version`; undefined when that cannot be done. */
export function raiseRange(ecosystem: string, requirement: string, version: string): string | undefined {
  const scheme = schemeOf(ecosystem);
  if (!scheme) return undefined;
  if (scheme.satisfies(version, requirement) === true && startsAt(scheme, requirement, version)) return requirement;
  const raised = scheme.raise(requirement, version);
  // What contradicts itself, or excludes the version by name, has no good raise.
  return raised !== undefined && scheme.satisfies(version, raised) === true ? raised : undefined;
}

/** Gradle's `1.+` and NuGet's `1.*` take the newest there is: what they also admit is never taken. */
const TAKES_NEWEST = /[+*]$/;

/**
 * As {@link raiseRange}, but nothing below `version` is admitted even where that needs more numbers than the requirement had: `^3` becomes `^4.17.21`, not `^4`.
 * For a version that repairs something.
 */
export function raiseFloor(ecosystem: string, requirement: string, version: string): string | undefined {
  const raised = raiseRange(ecosystem, requirement, version);
  if (raised === undefined || (/^(?:Maven|NuGet)\b/.test(ecosystem) && TAKES_NEWEST.test(raised))) return raised;
  return raiseRange(ecosystem, raised, version) ?? raised;
}

/** Whether `version` is the lowest that `requirement` admits: then there is nothing to raise. */
function startsAt(scheme: VersionScheme, requirement: string, version: string): boolean {
  const intervals = scheme.isVersion(version) ? (scheme.intervals(requirement) ?? []) : [];
  const lowers = intervals.map(({ lower }) => lower);
  return (
    lowers.length > 0 &&
    lowers.every((lower) => lower !== undefined && scheme.compare(lower.version, version) >= 0) &&
    lowers.some((lower) => lower?.inclusive === true && scheme.compare(lower.version, version) === 0)
  );
}
