import { type ApplyWorkspaceEditResult, ResponseError } from 'vscode-languageserver';
import { fixPackages } from '../service/dependencies/fix-packages.ts';
import { toTextEdits } from './convert.ts';
import type { Folder } from './folders.ts';
import { FIX_PACKAGES_COMMAND, type FixPackagesParams } from './protocol.ts';
import type { Session } from './session.ts';
import { type DocumentChange, workspaceEdit } from './workspace-edit.ts';

/** What was mended is an edit that the client applies; undefined when there is none. A person waits for an outcome, and is told so. */
export async function fixAllPackages(session: Session, argument: unknown): Promise<ApplyWorkspaceEditResult | undefined> {
  const changes = argument === undefined ? everywhere(session) : inFile(session, argument);
  if (!changes || changes.length === 0) {
    session.connection.window.showInformationMessage(
      changes
        ? 'Larboard: no vulnerable package can be raised without a new major version.'
        : 'Larboard: the file was changed meanwhile. Choose the fix again.',
    );
    return undefined;
  }
  const label = 'Fix all vulnerable packages';
  // What reaches over many files is looked at before.
  const edit = workspaceEdit(session, changes, argument === undefined ? label : undefined);
  return session.connection.workspace.applyEdit({ label, edit });
}

const everywhere = (session: Session): readonly DocumentChange[] =>
  session.folders
    .all()
    .filter((folder) => !session.disabled.has(folder))
    .flatMap((folder) =>
      changesIn(
        session,
        folder,
        folder.workspace.view.all('dependencies').map(([path]) => path),
      ),
    );

/** Undefined when the document is not what it was. */
function inFile(session: Session, argument: unknown): readonly DocumentChange[] | undefined {
  const { uri, version } = (argument ?? {}) as Partial<FixPackagesParams>;
  if (typeof uri !== 'string' || typeof version !== 'number')
    throw new ResponseError(-32602, `${FIX_PACKAGES_COMMAND} needs { uri, version }, or nothing for all folders`);
  const document = session.documents.get(uri);
  if (document?.version !== version) return undefined;
  const { folder, path } = session.take(document);
  return session.disabled.has(folder) ? [] : changesIn(session, folder, [path]);
}

function changesIn(session: Session, folder: Folder, paths: readonly string[]): readonly DocumentChange[] {
  const { files } = fixPackages(folder.workspace, paths);
  return files.flatMap(({ path, edits }): DocumentChange[] => {
    const lines = folder.workspace.lines(path);
    const uri = session.openUri(folder, path) ?? session.folders.uriOf(folder, path);
    return lines ? [{ uri, version: session.documents.get(uri)?.version ?? null, edits: toTextEdits(lines, edits) }] : [];
  });
}
