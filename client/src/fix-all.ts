import { Range, window, workspace, WorkspaceEdit } from 'vscode';
import type { BaseLanguageClient, TextEdit } from 'vscode-languageclient';
import { FIX_ALL } from '../../server/src/lsp/protocol.ts';

interface Answer {
  readonly version: number | null;
  readonly edits: readonly TextEdit[];
}

/** "Fix All Safe Problems in File" on the active editor. Says so when there is nothing to fix: the user asked. */
export async function fixAllInFile(client: BaseLanguageClient): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (!document) {
    void window.showInformationMessage('Larboard: open a file first.');
    return;
  }
  const uri = client.code2ProtocolConverter.asUri(document.uri);
  const { version, edits } = await client.sendRequest<Answer>(FIX_ALL, { uri });
  if (version === null || edits.length === 0) {
    void window.showInformationMessage('Larboard: there is no safe problem to fix in this file.');
    return;
  }
  // Typed on meanwhile: the edits are for another text, so they are asked for again.
  if (version !== document.version) return fixAllInFile(client);
  const change = new WorkspaceEdit();
  for (const { range, newText } of edits) {
    change.replace(
      document.uri,
      new Range(range.start.line, range.start.character, range.end.line, range.end.character),
      newText,
    );
  }
  await workspace.applyEdit(change);
}
