import { type CodeAction, CodeActionKind, type CodeActionParams, type TextEdit, type WorkspaceEdit } from 'vscode-languageserver';
import type { Edit } from '../base/edit.ts';
import { actionsAt, fixAllAction } from '../service/actions.ts';
import { FIX_ALL_KIND, toCodeAction, toSpan, toTextEdits } from './convert.ts';
import type { Session } from './session.ts';

/** What a code action carries from its offer to its resolution. */
interface Data {
  readonly uri: string;
  readonly version: number;
}

/** Whether the client asked for actions of this kind or a wider one. */
const isWanted = (kind: string, only: readonly string[] | undefined): boolean =>
  only === undefined || only.some((wanted) => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`));

/** Answers `textDocument/codeAction`. Only proven fixes are offered. */
export function codeActions(session: Session, { textDocument: { uri }, range, context }: CodeActionParams): CodeAction[] {
  const document = session.documents.get(uri);
  if (!document) return [];
  const located = session.take(document);
  const { workspace } = located.folder;
  const lines = workspace.lines(located.path);
  if (!lines || session.disabled.has(located.folder)) return [];
  const result: CodeAction[] = [];
  if (isWanted(CodeActionKind.QuickFix, context.only)) {
    for (const action of actionsAt(workspace, located.path, toSpan(lines, range))) {
      if (action.kind === 'explain' && !session.options.commands?.includes('larboard.explainRule')) continue;
      const offered = toCodeAction(action, (finding) => session.diagnosticOf(finding, located.folder, uri, lines));
      result.push(
        'edits' in action
          ? { ...offered, edit: workspaceEdit(session, uri, document.version, toTextEdits(lines, action.edits)) }
          : offered,
      );
    }
  }
  // Without being asked for, it is offered only beside something to fix.
  const fixAll = isWanted(FIX_ALL_KIND, context.only) && (context.only !== undefined || result.length > 0);
  if (fixAll && fixAllAction(workspace, located.path)) {
    const data: Data = { uri, version: document.version };
    result.push({ title: 'Fix all safe problems in this file', kind: FIX_ALL_KIND, data });
  }
  return result;
}

/** Answers `codeAction/resolve`: adds the edit to "fix all". Nothing is added when the document changed since. */
export function resolveAction(session: Session, action: CodeAction): CodeAction {
  const data = action.data as Partial<Data> | undefined;
  const document = data?.uri === undefined ? undefined : session.documents.get(data.uri);
  if (!document || action.edit || document.version !== data?.version) return action;
  return { ...action, edit: workspaceEdit(session, document.uri, document.version, fixAllEdits(session, document.uri) ?? []) };
}

/** The edits that fix all safe problems of an open document; undefined when it is not open. */
export function fixAllEdits(session: Session, uri: string): TextEdit[] | undefined {
  const document = session.documents.get(uri);
  if (!document) return undefined;
  const { folder, path } = session.take(document);
  const lines = folder.workspace.lines(path);
  const edits: readonly Edit[] = session.disabled.has(folder) ? [] : (fixAllAction(folder.workspace, path)?.edits ?? []);
  return lines ? toTextEdits(lines, edits) : [];
}

function workspaceEdit(session: Session, uri: string, version: number, edits: TextEdit[]): WorkspaceEdit {
  if (session.capabilities.workspace?.workspaceEdit?.documentChanges)
    return { documentChanges: [{ textDocument: { uri, version }, edits }] };
  return { changes: { [uri]: edits } };
}
