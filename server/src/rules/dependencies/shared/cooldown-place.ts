import { folderOf } from '../../../base/path.ts';
import type { Snapshot } from '../../../base/snapshot.ts';
import type { Span } from '../../../base/span.ts';
import type { WorkspaceView } from '../../../engine/environment.ts';
import type { DependencyFile } from '../../../model/dependencies/index.ts';
import type { Gate } from './cooldown.ts';
import { inFolder, managerByLockfile } from './package-manager.ts';

/** Where to tell it in a file that says nothing of its package manager, but is what the package manager in use reads. */
export function placeWithout({ manager }: Gate, { path, text }: Snapshot, workspace: WorkspaceView): Span | undefined {
  const first =
    manager === 'uv'
      ? workspace.get('dependencies', inFolder(folderOf(path), 'uv.lock')) && /(?<=^\uFEFF?\[)project(?=\])/m.exec(text)
      : manager === 'pnpm'
        ? /(?<=^\uFEFF?["']?)[A-Za-z]\w*(?=["']?[ \t]*:)/m.exec(text)
        : managerByLockfile(path, workspace) === manager && /(?<=^\uFEFF?\[)[a-z]\w*(?=[\].])/m.exec(text);
  return first ? { start: first.index, end: first.index + first[0].length } : undefined;
}

/** The nearest thing in a package.json: what names the package manager, or the package. */
export function placeOf(text: string, { settings }: DependencyFile): Span | undefined {
  const named = settings.find(({ section, key }) => section === '' && key === 'packageManager');
  if (named) return named.keySpan;
  const first = /"((?:[^"\\]|\\.)+)"\s*:/.exec(text);
  return first ? { start: first.index + 1, end: first.index + 1 + (first[1]?.length ?? 0) } : undefined;
}
