import type { Span } from '../../base/span.ts';
import { catalogEntryFor, isLinked, lockedFor, lockfileFor } from '../../model/dependencies/index.ts';
import type { Workspace } from '../workspace.ts';

/** A version that is shown behind what a manifest asks for. */
export interface VersionHint {
  readonly offset: number;
  readonly version: string;
  /** Where it comes from, in words. */
  readonly source: string;
}

/** What the lockfile holds of the packages in a part of a manifest; nothing where the manifest says the same. */
export function versionHints(workspace: Workspace, path: string, within: Span): readonly VersionHint[] {
  const parsed = workspace.parsed(path);
  if (parsed?.kind !== 'dependencies' || parsed.model.role !== 'manifest') return [];
  const { view } = workspace;
  const lock = lockfileFor(path, view);
  return parsed.model.dependencies.flatMap((dependency): readonly VersionHint[] => {
    const { use, version, requirementSpan, nameSpan, requirement } = dependency;
    const offset = (requirementSpan ?? nameSpan).end;
    if (use !== 'declared' || offset < within.start || offset > within.end) return [];
    const locked = isLinked(lock, dependency) ? undefined : lockedFor(lock, dependency)?.version;
    if (lock && locked !== undefined) {
      return locked === version || says(requirement, locked)
        ? []
        : [{ offset, version: locked, source: `Locked in ${lock.path}` }];
    }
    const found = catalogEntryFor(path, dependency, view);
    const asked = found?.entry.requirement;
    return found && asked !== undefined ? [{ offset, version: asked, source: `Asked for in ${found.path}` }] : [];
  });
}

/** `^1.2.3` says as much as a hint could where 1.2.3 is locked. */
const says = (requirement: string | undefined, version: string): boolean =>
  requirement?.split(/[\s,|^~<>=]+/).includes(version) ?? false;
