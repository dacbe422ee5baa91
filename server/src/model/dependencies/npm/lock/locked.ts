import type { Dependency, Group } from '../../dependency.ts';

/** A locked package whose place in the graph is not known yet: large lockfiles are read faster when it is filled in later than when it is copied. */
export interface Locked extends Dependency {
  kind: Dependency['kind'];
  groups: readonly Group[];
  requires: readonly string[];
}
