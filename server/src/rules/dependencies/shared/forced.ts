import type { WorkspaceView } from '../../../engine/environment.ts';
import {
  pinnedVersion,
  pubOverridesFor,
  type DependencyFacts,
  type ForcedFacts,
  type Lock,
  type VersionScheme,
} from '../../../model/dependencies/index.ts';

/** What overrides and constraints say about everything that a lockfile has, or about what a manifest without one asks for. */
export const forcedFor = (lock: Lock | undefined, path: string, workspace: WorkspaceView): readonly ForcedFacts[] =>
  forcing(lock, path, workspace).flatMap(({ forced = [] }) => forced);

/** Names for which something is taken that has no version to judge: a folder or a repository. */
export function replacedNames(lock: Lock | undefined, path: string, workspace: WorkspaceView): ReadonlySet<string> {
  const all = forcing(lock, path, workspace).filter(({ ecosystem }) => ecosystem === 'Pub');
  const versions = new Set(all.flatMap(({ forced = [] }) => forced.map(({ rawName }) => rawName)));
  return new Set(all.flatMap(({ overridden = [] }) => overridden.filter((name) => !versions.has(name))));
}

function forcing(lock: Lock | undefined, path: string, workspace: WorkspaceView): readonly DependencyFacts[] {
  if (lock) return lock.forcing.map(([, facts]) => facts);
  const own = pubOverridesFor(path, workspace)?.[1] ?? workspace.get('dependencies', path);
  return own ? [own] : [];
}

/** Whether overrides or constraints rule a version out: then the lockfile that has it is outgrown. */
export const isRuledOut = (scheme: VersionScheme, forced: readonly ForcedFacts[], name: string, version: string): boolean =>
  forced.some(
    (one) =>
      (one.name === name || one.rawName === name) &&
      (one.marker === undefined || scheme.satisfies(version, one.marker) === true) &&
      (one.name !== name || scheme.satisfies(version, one.requirement) === false),
  );

/** Whether each package that asks for another one is given a different version of it by an override for that package alone (`top>bad`). */
export const isRuledOutForAll = (
  scheme: VersionScheme,
  forced: readonly ForcedFacts[],
  name: string,
  version: string,
  callers: readonly string[],
): boolean => {
  const own = forced.filter((one) => one.name === name && one.marker?.endsWith('>') === true);
  return (
    own.length > 0 &&
    callers.length > 0 &&
    callers.every((caller) =>
      own.some(({ marker, requirement }) => marker === `${caller}>` && scheme.satisfies(version, requirement) === false),
    )
  );
};

/** Whether an override asks for exactly this version: then it is the one to be changed, and told where it stands. */
export const isPinnedTo = (scheme: VersionScheme, forced: readonly ForcedFacts[], name: string, version: string): boolean =>
  forced.some(
    (one) =>
      one.name === name &&
      one.marker === undefined &&
      pinnedVersion(scheme, one.requirement) !== undefined &&
      scheme.satisfies(version, one.requirement) === true,
  );
