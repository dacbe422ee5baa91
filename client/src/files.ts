import { FileType, RelativePattern, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type ClientFile,
  LIST_FILES,
  type ListFilesParams,
  READ_FILE,
  type ReadFileParams,
} from '../../server/src/lsp/protocol.ts';

/** Folders that are never worth reading. `files.exclude` comes on top by itself. */
const LEFT_OUT = '**/{node_modules,.git,.hg,.svn}/**';

/** Answers the server's questions for files that only the editor can reach: in the browser and in virtual workspaces. */
export function answerFileRequests(client: BaseLanguageClient): void {
  client.onRequest(LIST_FILES, async ({ folder }: ListFilesParams): Promise<readonly ClientFile[]> => {
    const base = Uri.parse(folder);
    // A folder is named without a slash at its end, and the root of a file system is nothing but that slash.
    const root = base.path === '' ? base.with({ path: '/' }) : base;
    const files = await workspace.findFiles(new RelativePattern(root, '**/*'), LEFT_OUT);
    // Of the folders that are left out it counts whether they are there, because they may lie in a build context.
    const manifests = files
      .filter(({ path }) => path.endsWith('/package.json'))
      .map((uri) => Uri.joinPath(uri, '..', 'node_modules'));
    const folders = await Promise.all([Uri.joinPath(root, '.git'), ...manifests].map(existing));
    return [...files, ...folders.flat()].map((uri) => ({ uri: uri.toString() }));
  });
  client.onRequest(READ_FILE, async ({ uri }: ReadFileParams): Promise<string | null> => {
    try {
      return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await workspace.fs.readFile(Uri.parse(uri)));
    } catch {
      // Deleted meanwhile, or not permitted: the server counts it as unreadable.
      return null;
    }
  });
}

/** The folder with a slash at its end, if it is there. */
const existing = (uri: Uri): Thenable<readonly Uri[]> =>
  workspace.fs.stat(uri).then(
    ({ type }) => (type & FileType.Directory ? [uri.with({ path: `${uri.path}/` })] : []),
    () => [],
  );
