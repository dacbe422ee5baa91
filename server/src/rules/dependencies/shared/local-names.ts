import type { WorkspaceView } from '../../../engine/environment.ts';

/** The names of the packages of the repository itself. */
export const localNames = (workspace: WorkspaceView): ReadonlySet<string> =>
  new Set(workspace.all('dependencies').flatMap(([, { role, name }]) => (role === 'manifest' && name !== undefined ? name : [])));
