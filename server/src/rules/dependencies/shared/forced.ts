import type { WorkspaceView } from '../../../engine/environment.ts';
import { pinnedVersion, type ForcedFacts, type Lock, type VersionScheme } from '../../../model/dependencies/index.ts';

/** What overrides and constraints say about everything that a lockfile has, or about what a manifest without one asks for. */
export const forcedFor = (lock: Lock | undefined, path: string, workspace: WorkspaceView): readonly ForcedFacts[] =>
  lock ? lock.forcing.flatMap(([, { forced = [] }]) => forced) : (workspace.get('dependencies', path)?.forced ?? []);

/** Whether overrides or constraints rule a version out: then the lockfile that has it is outgrown. */
export const isRuledOut = (scheme: VersionScheme, forced: readonly ForcedFacts[], name: string, version: string): boolean =>
  forced.some(
    (one) =>
      (one.name === name || one.rawName === name) &&
      (one.marker === undefined || scheme.satisfies(version, one.marker) === true) &&
      (one.name !== name || scheme.satisfies(version, one.requirement) === false),
  );

/** Whether an override asks for exactly this version: then it is the one to be changed, and told where it stands. */
export const isPinnedTo = (scheme: VersionScheme, forced: readonly ForcedFacts[], name: string, version: string): boolean =>
  forced.some(
    (one) =>
      one.name === name &&
      one.marker === undefined &&
      pinnedVersion(scheme, one.requirement) !== undefined &&
      scheme.satisfies(version, one.requirement) === true,
  );
