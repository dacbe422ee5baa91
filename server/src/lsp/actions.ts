import { type CodeAction, CodeActionKind, type CodeActionParams, type TextEdit } from 'vscode-languageserver';
import type { Edit } from '../base/edit.ts';
import { type Span, touches } from '../base/span.ts';
import { actionsAt, fixAllAction } from '../service/actions.ts';
import { hasSeveralToFix, isOfVulnerablePackage } from '../service/dependencies/fix-packages.ts';
import { FIX_ALL_KIND, toCodeAction, toSpan, toTextEdits } from './convert.ts';
import { COMPLETE_FIX_COMMAND, type DeferredChoice } from './deferred.ts';
import { FIX_PACKAGES_COMMAND, type FixPackagesParams, RUN_TASK_COMMAND, type RunTaskParams } from './protocol.ts';
import type { Located } from './folders.ts';
import type { Session } from './session.ts';
import { otherChanges, workspaceEdit } from './workspace-edit.ts';

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
      if (action.kind === 'task') {
        const { command, folder } = action.task;
        const uri = folder === '' ? located.folder.uri : session.folders.uriOf(located.folder, folder);
        if (!session.options.commands?.includes(RUN_TASK_COMMAND) || uri === '') continue;
        const params: RunTaskParams = { command, folder: uri };
        result.push({ ...offered, command: { title: action.title, command: RUN_TASK_COMMAND, arguments: [params] } });
      } else if (action.kind === 'deferred') {
        if (!session.host.imageDigest) continue;
        const { title } = action;
        const choice: DeferredChoice = { uri, version: document.version, fingerprint: action.finding.fingerprint, title };
        result.push({ ...offered, command: { title, command: COMPLETE_FIX_COMMAND, arguments: [choice] } });
      } else if ('edits' in action) {
        const others = 'others' in action ? otherChanges(session, located.folder, action.others) : [];
        if (!others) continue;
        const own = { uri, version: document.version, edits: toTextEdits(lines, action.edits) };
        const changes = own.edits.length > 0 ? [own, ...others] : others;
        result.push({ ...offered, edit: workspaceEdit(session, changes) });
      } else result.push(offered);
    }
    const packages = allPackages(located, uri, document.version, toSpan(lines, range));
    if (packages) result.push(packages);
  }
  // Without being asked for, it is offered only beside something to fix.
  const fixAll = isWanted(FIX_ALL_KIND, context.only) && (context.only !== undefined || result.length > 0);
  if (fixAll && fixAllAction(workspace, located.path)) {
    const data: Data = { uri, version: document.version };
    result.push({ title: 'Fix all safe problems in this file', kind: FIX_ALL_KIND, data });
  }
  return result;
}

/** Beside a vulnerable package, where the file has others. */
function allPackages(
  { folder: { workspace }, path }: Located,
  uri: string,
  version: number,
  place: Span,
): CodeAction | undefined {
  const isAt = workspace.report(path).findings.some((one) => isOfVulnerablePackage(one) && touches(one.span, place));
  if (!isAt || !hasSeveralToFix(workspace, path)) return undefined;
  const title = 'Fix all vulnerable packages in this file';
  const choice: FixPackagesParams = { uri, version };
  return { title, kind: CodeActionKind.QuickFix, command: { title, command: FIX_PACKAGES_COMMAND, arguments: [choice] } };
}

/** Answers `codeAction/resolve`: adds the edit to "fix all". Nothing is added when the document changed since. */
export function resolveAction(session: Session, action: CodeAction): CodeAction {
  const data = action.data as Partial<Data> | undefined;
  const document = data?.uri === undefined ? undefined : session.documents.get(data.uri);
  if (!document || action.edit || document.version !== data?.version) return action;
  return {
    ...action,
    edit: workspaceEdit(session, [
      { uri: document.uri, version: document.version, edits: fixAllEdits(session, document.uri) ?? [] },
    ]),
  };
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
