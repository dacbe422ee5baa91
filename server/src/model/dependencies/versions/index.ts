import type { Ecosystem } from '../../../base/ecosystem.ts';
import { goVersions } from './go.ts';
import { npmVersions } from './npm.ts';
import { pypiVersions } from './pypi/index.ts';
import type { Order, VersionScheme } from './scheme.ts';

export { admitsEverything, allAffected, isAffected, pinnedVersion, smallestSafeVersion, type Affected } from './affected.ts';
export type { Bound, Interval, Order, VersionScheme } from './scheme.ts';

const SCHEMES: ReadonlyMap<string, VersionScheme> = new Map(
  [npmVersions, pypiVersions, goVersions].map((scheme) => [scheme.ecosystem, scheme]),
);

/** The order and requirements of an ecosystem; undefined for one that is not supported yet. */
export const schemeOf = (ecosystem: Ecosystem): VersionScheme | undefined => SCHEMES.get(ecosystem);

/** Orders two versions; undefined for an unsupported ecosystem. A text that is no version sorts before all versions. */
export const compareVersions = (ecosystem: Ecosystem, a: string, b: string): Order | undefined =>
  schemeOf(ecosystem)?.compare(a, b);

/** Whether `version` is within `requirement`; undefined when either does not parse or the ecosystem is unsupported. */
export const satisfies = (ecosystem: Ecosystem, version: string, requirement: string): boolean | undefined =>
  schemeOf(ecosystem)?.satisfies(version, requirement);

/** `requirement` changed as little as possible, in its own style, so that it starts at `version`; undefined when that cannot be done. */
export function raiseRange(ecosystem: Ecosystem, requirement: string, version: string): string | undefined {
  const scheme = schemeOf(ecosystem);
  if (!scheme) return undefined;
  if (startsAt(scheme, requirement, version)) return requirement;
  const raised = scheme.raise(requirement, version);
  // What contradicts itself, or excludes the version by name, has no good raise.
  return raised !== undefined && scheme.satisfies(version, raised) === true ? raised : undefined;
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
