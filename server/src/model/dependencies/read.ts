import type { Ecosystem } from '../../base/ecosystem.ts';
import type { Dependency } from './dependency.ts';
import { dependencyFormatOf, parseDependencies } from './formats.ts';

/** A dependency as the library shows it. `start` and `end` are UTF-16 offsets of its entry. */
export interface ReadDependency {
  readonly ecosystem: Ecosystem;
  readonly name: string;
  readonly requirement?: string;
  readonly version?: string;
  readonly kind: Dependency['kind'];
  readonly groups: readonly string[];
  readonly source: Dependency['source'];
  readonly start: number;
  readonly end: number;
}

/** The dependencies that a manifest asks for or a lockfile fixed; empty for a file of no known format. Never throws. */
export const readDependencies = (path: string, text: string): ReadDependency[] =>
  (dependencyFormatOf(path) === undefined ? [] : parseDependencies(path, text).dependencies)
    .filter(({ use, name }) => (use === 'declared' || use === 'locked' || use === 'constraint') && name !== '')
    .map(({ ecosystem, name, requirement, version, kind, groups, source, span }) => ({
      ecosystem,
      name,
      ...(requirement !== undefined && { requirement }),
      ...(version !== undefined && { version }),
      kind,
      groups,
      source,
      ...span,
    }));
