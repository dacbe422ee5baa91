import { insertion } from '../../../base/edit.ts';
import type { WorkspaceView } from '../../../engine/environment.ts';
import type { Fix } from '../../../engine/fix.ts';
import { inFolder } from './lockfiles.ts';

/** Writes a line into the .npmrc of a folder, at its top; none where it is not known whether there is one. */
export function addingToNpmrc(title: string, line: string, folder: string, workspace: WorkspaceView): Fix[] {
  const path = inFolder(folder, '.npmrc');
  if (workspace.get('dependencies', path))
    return [{ title, applicability: 'suggested', edits: [], others: [{ path, edits: [insertion(0, `${line}\n`)] }] }];
  if (workspace.tree()?.has(path) !== false) return [];
  return [{ title, applicability: 'suggested', edits: [], others: [{ path, create: `${line}\n` }] }];
}
