import type { Group, Use } from '../dependency.ts';
import type { FoundVariable } from '../variables/variable.ts';

/** Where in a POM an element stands. */
export interface Place {
  /** `dependencies`, `build.pluginManagement`, `profiles.ci.dependencies`, … */
  readonly section: string;
  readonly use: Use;
  readonly groups: readonly Group[];
  /** The variables that count there. */
  readonly find: (name: string) => FoundVariable | undefined;
}
