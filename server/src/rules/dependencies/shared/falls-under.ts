import type { Advisory } from '../../../knowledge/advisory.ts';
import {
  admitsEverything,
  allAffected,
  isAffected,
  lockedFor,
  requirementInWords,
  type Dependency,
  type Lock,
  type LockedFacts,
  type VersionScheme,
} from '../../../model/dependencies/index.ts';
import type { Concern } from './advisories.ts';

/** Whether every version is affected, so that it does not matter which one is asked for. */
export const isWhole = ({ ranges }: Advisory): boolean =>
  ranges.some(({ introduced, fixed, lastAffected }) => introduced === '0' && fixed === undefined && lastAffected === undefined);

/**
 * The version that is installed although the requirement admits others, where nothing else asks for the package: NuGet takes the lowest one there is
 * (https://learn.microsoft.com/nuget/concepts/dependency-resolution#lowest-applicable-version). One that floats takes the highest.
 */
export function lowestTaken(scheme: VersionScheme, requirement: string): string | undefined {
  const intervals = scheme.ecosystem === 'NuGet' && !requirement.includes('*') ? (scheme.intervals(requirement) ?? []) : [];
  const lower = intervals.length === 1 ? intervals[0]?.lower : undefined;
  return lower?.inclusive === true ? lower.version : undefined;
}

/** Whether the known version is affected, or else all that may be meant. */
export function fallsUnder(
  scheme: VersionScheme,
  { requirement }: Dependency,
  version: string | undefined,
  advisory: Advisory,
  concern: Concern,
): boolean {
  if (version !== undefined) return isAffected(scheme, version, advisory);
  if (requirement !== undefined && allAffected(scheme, requirement, advisory)) return true;
  // Which version a tag or a property stands for is not known, but where every version is malicious that does not matter.
  const isAny = requirement === undefined || (concern === 'malicious' && scheme.intervals(requirement) === undefined);
  return isAny && isWhole(advisory);
}

/** What the lockfile has for a dependency. One that the manifest has outgrown says nothing about what will be installed. */
export function currentEntry(lock: Lock | undefined, dependency: Dependency, scheme: VersionScheme): LockedFacts | undefined {
  const entry = lockedFor(lock, dependency);
  const { name, requirement } = dependency;
  const isCurrent =
    entry?.name === name &&
    (requirement === undefined || dependency.source === 'git' || scheme.satisfies(entry.version ?? '', requirement) !== false);
  return isCurrent ? entry : undefined;
}

/** How people know it: what is installed under another name has its own one beside. */
export const calledFor = ({ name, rawName, source, use }: Dependency): string =>
  (source === 'alias' || use === 'replacement') && name !== rawName ? `${rawName} (${name})` : rawName;

/** What is judged, for people, where no version is known. */
export function openSubject(dependency: Dependency, scheme: VersionScheme): string {
  const { requirement } = dependency;
  return requirement && scheme.intervals(requirement) && !admitsEverything(scheme, requirement)
    ? `Every version that ${calledFor(dependency)} ${requirementInWords(requirement)} admits`
    : `Every version of ${calledFor(dependency)}`;
}
