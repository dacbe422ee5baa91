import type { Environment } from '../../../engine/environment.ts';
import { isLinked, lockedFor, lockfileFor, type Dependency, type LockedFacts } from '../../../model/dependencies/index.ts';
import { localNames } from './local-names.ts';

/** What rules about requirements ask of the workspace. */
export interface InUse {
  /** The locked version of the very package that is asked for. */
  readonly versionOf: (dependency: Dependency) => string | undefined;
  /** What the lockfile has under its name, perhaps of another package. */
  readonly entryOf: (dependency: Dependency) => LockedFacts | undefined;
  /** Whether the package is one of the repository's own. */
  readonly isLocal: (dependency: Dependency) => boolean;
}

export function inUse(path: string, { workspace }: Environment): InUse {
  const lock = lockfileFor(path, workspace);
  const local = localNames(workspace);
  return {
    versionOf(dependency) {
      const entry = lockedFor(lock, dependency);
      return entry?.name === dependency.name ? entry.version : undefined;
    },
    entryOf: (dependency) => lockedFor(lock, dependency),
    isLocal: (dependency) => isLinked(lock, dependency) || local.has(dependency.name),
  };
}
