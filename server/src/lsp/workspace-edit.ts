import type { CreateFile, TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { LineIndex } from '../base/line-index.ts';
import type { OtherFile } from '../engine/fix.ts';
import { toTextEdits } from './convert.ts';
import type { Folder } from './folders.ts';
import type { Session } from './session.ts';

/** Edits of one document. `version` is null for one that is not open. */
export interface DocumentChange {
  readonly uri: string;
  readonly version: number | null;
  readonly edits: TextEdit[];
  /** Whether the file has to be made first. */
  readonly isNew?: boolean;
}

/** @param preview the heading under which the editor shows what would change and lets a person choose, if it can */
export function workspaceEdit(session: Session, changes: readonly DocumentChange[], preview?: string): WorkspaceEdit {
  const can = session.capabilities.workspace?.workspaceEdit;
  if (!can?.documentChanges) return { changes: Object.fromEntries(changes.map(({ uri, edits }) => [uri, edits])) };
  const isShown = preview !== undefined && can.changeAnnotationSupport !== undefined;
  return {
    documentChanges: changes.flatMap(({ uri, version, edits, isNew }): (CreateFile | TextDocumentEdit)[] => [
      ...(isNew ? [{ kind: 'create', uri, options: { ignoreIfExists: true } } as const] : []),
      {
        textDocument: { uri, version },
        edits: isShown ? edits.map((edit) => ({ ...edit, annotationId: PREVIEW })) : edits,
      },
    ]),
    ...(isShown && { changeAnnotations: { [PREVIEW]: { label: preview, needsConfirmation: true } } }),
  };
}

const PREVIEW = 'preview';

/** What a fix does to other files; undefined when the client cannot do that, or a file is not what it was. */
export function otherChanges(session: Session, folder: Folder, others: readonly OtherFile[]): DocumentChange[] | undefined {
  const can = session.capabilities.workspace?.workspaceEdit;
  const changes: DocumentChange[] = [];
  for (const other of others) {
    const uri = session.openUri(folder, other.path) ?? session.folders.uriOf(folder, other.path);
    const version = session.documents.get(uri)?.version ?? null;
    const text = folder.workspace.snapshot(other.path)?.text;
    if ('create' in other) {
      const nowhere = { line: 0, character: 0 };
      if (text !== undefined || !can?.documentChanges || !can.resourceOperations?.includes('create')) return undefined;
      changes.push({ uri, version, isNew: true, edits: [{ range: { start: nowhere, end: nowhere }, newText: other.create }] });
    } else {
      if (text === undefined) return undefined;
      changes.push({ uri, version, edits: toTextEdits(new LineIndex(text), other.edits) });
    }
  }
  return changes;
}
