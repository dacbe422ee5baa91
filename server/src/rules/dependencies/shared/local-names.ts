import { Memo } from '../../../base/memo.ts';
import type { WorkspaceView } from '../../../engine/environment.ts';
import type { DependencyFacts } from '../../../model/dependencies/index.ts';

const NAMES = new Memo(
  (all: readonly (readonly [string, DependencyFacts])[]): ReadonlySet<string> =>
    new Set(all.flatMap(([, { role, name }]) => (role === 'manifest' && name !== undefined ? name : []))),
);

/** The names of the packages of the repository itself. */
export const localNames = (workspace: WorkspaceView): ReadonlySet<string> => NAMES.of(workspace.all('dependencies'));
