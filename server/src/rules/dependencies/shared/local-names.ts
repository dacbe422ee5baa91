import { Memo } from '../../../base/memo.ts';
import type { WorkspaceView } from '../../../engine/environment.ts';
import type { DependencyFacts } from '../../../model/dependencies/index.ts';

type Files = readonly (readonly [path: string, facts: DependencyFacts])[];

/** The names of the packages of the repository itself. */
export const localNames = (workspace: WorkspaceView): ReadonlySet<string> => NAMES.of(workspace.all('dependencies'));

// Keyed by the list of files, which stays the same object as long as no facts change.
const NAMES = new Memo(
  (files: Files): ReadonlySet<string> =>
    new Set(files.flatMap(([, { role, name }]) => (role === 'manifest' && name !== undefined ? name : []))),
);
