import {
  type ApplyWorkspaceEditResult,
  type CodeLens,
  type CodeLensParams,
  type InlayHint,
  type InlayHintParams,
  ResponseError,
} from 'vscode-languageserver';
import type { LineIndex } from '../base/line-index.ts';
import type { Fix } from '../engine/fix.ts';
import { lensesOf, resolveLens } from '../service/dependencies/lenses.ts';
import { versionHints } from '../service/dependencies/hints.ts';
import type { Workspace } from '../service/workspace.ts';
import { toRange, toSpan, toTextEdits } from './convert.ts';
import type { Folder } from './folders.ts';
import type { Session } from './session.ts';
import { otherChanges, workspaceEdit } from './workspace-edit.ts';

/** What editors show between the lines of manifests. */

/** Applies the fix that a lens offers. */
export const APPLY_FIX_COMMAND = 'larboard.server.applyFix';

/** The command's only argument. */
interface Choice {
  readonly uri: string;
  readonly version: number;
  readonly fingerprint: string;
  readonly title: string;
}

/** What a lens carries from its offer to its resolution. */
interface Data {
  readonly uri: string;
  readonly version: number;
  /** UTF-16 offset. */
  readonly start: number;
}

export function codeLenses(session: Session, { textDocument: { uri } }: CodeLensParams): CodeLens[] {
  const open = openFile(session, uri);
  if (!open) return [];
  const { workspace, path, lines, version } = open;
  return lensesOf(workspace, path).map(({ span }) => {
    const data: Data = { uri, version, start: span.start };
    return { range: toRange(lines, span), data };
  });
}

/** One whose document changed since is nothing any more. */
export function resolveCodeLens(session: Session, lens: CodeLens): CodeLens {
  const { uri = '', version, start } = (lens.data ?? {}) as Partial<Data>;
  const open = openFile(session, uri);
  const lenses = open && open.version === version ? lensesOf(open.workspace, open.path) : [];
  const found = lenses.find(({ span }) => span.start === start);
  // An empty command is shown and does nothing.
  if (!open || !found) return { ...lens, command: { title: '', command: '' } };
  const { title, fix } = resolveLens(open.workspace, found);
  if (!fix) return { ...lens, command: { title, command: '' } };
  const choice: Choice = { uri, version: open.version, ...fix };
  return { ...lens, command: { title, command: APPLY_FIX_COMMAND, arguments: [choice] } };
}

/** Applies the chosen fix if the document is what it was when it was offered. */
export async function applyFix(session: Session, argument: unknown): Promise<ApplyWorkspaceEditResult | undefined> {
  const { uri, version, fingerprint, title } = (argument ?? {}) as Partial<Choice>;
  if (typeof uri !== 'string' || typeof fingerprint !== 'string' || typeof title !== 'string')
    throw new ResponseError(-32602, `${APPLY_FIX_COMMAND} needs { uri, version, fingerprint, title }`);
  const open = openFile(session, uri);
  const fix = open && open.version === version ? offeredFix(open, fingerprint, title) : undefined;
  const others = open && fix && otherChanges(session, open.folder, fix.others ?? []);
  if (!open || !fix || !others) {
    session.connection.window.showErrorMessage('Larboard: the file was changed meanwhile. Choose the fix again.');
    return undefined;
  }
  const own = { uri, version: open.version, edits: toTextEdits(open.lines, fix.edits) };
  return session.connection.workspace.applyEdit({
    label: title,
    edit: workspaceEdit(session, fix.edits.length > 0 ? [own, ...others] : others),
  });
}

function offeredFix({ workspace, path }: OpenFile, fingerprint: string, title: string): Fix | undefined {
  const finding = workspace.report(path).findings.find((each) => each.fingerprint === fingerprint);
  return finding && workspace.provenFixes(finding).find((fix) => fix.title === title);
}

export function inlayHints(session: Session, { textDocument: { uri }, range }: InlayHintParams): InlayHint[] {
  const open = openFile(session, uri);
  if (!open) return [];
  const { workspace, path, lines } = open;
  return versionHints(workspace, path, toSpan(lines, range)).map(({ offset, version, source }) => ({
    position: lines.positionAt(offset),
    label: version,
    tooltip: source,
    paddingLeft: true,
  }));
}

interface OpenFile {
  readonly folder: Folder;
  readonly workspace: Workspace;
  readonly path: string;
  readonly lines: LineIndex;
  readonly version: number;
}

function openFile(session: Session, uri: string): OpenFile | undefined {
  const document = session.documents.get(uri);
  if (!document) return undefined;
  const { folder, path } = session.take(document);
  const lines = session.disabled.has(folder) ? undefined : folder.workspace.lines(path);
  return lines && { folder, workspace: folder.workspace, path, lines, version: document.version };
}
