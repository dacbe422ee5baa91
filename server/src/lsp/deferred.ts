import { type ApplyWorkspaceEditResult, ResponseError } from 'vscode-languageserver';
import { completed } from '../engine/fix.ts';
import { toTextEdits } from './convert.ts';
import type { Session } from './session.ts';
import { workspaceEdit } from './workspace-edit.ts';

/** Completes a deferred fix that a person chose: asks its question and applies the answer. */
export const COMPLETE_FIX_COMMAND = 'larboard.server.completeFix';

/** The command's only argument. */
export interface DeferredChoice {
  readonly uri: string;
  readonly version: number;
  readonly fingerprint: string;
  readonly title: string;
}

/** Failures are shown to the person, who waits for an outcome. */
export async function completeFix(session: Session, argument: unknown): Promise<ApplyWorkspaceEditResult | undefined> {
  const { uri, version, fingerprint, title } = readChoice(argument);
  const tell = (message: string): void => {
    session.connection.window.showErrorMessage(`Larboard: ${message}`);
  };
  const { folder, path } = session.folders.locate(uri);
  const finding = session.report({ folder, path }).findings.find((each) => each.fingerprint === fingerprint);
  const deferred = finding?.fixes.find((fix) => fix.title === title)?.deferred;
  if (!deferred || session.documents.get(uri)?.version !== version) {
    tell('the file was changed meanwhile. Choose the fix again.');
    return undefined;
  }
  let digest: string;
  try {
    if (!session.host.imageDigest) throw new Error('this editor gives no access to image registries');
    digest = await session.host.imageDigest(deferred.image);
  } catch (error) {
    tell(`the digest of ${deferred.image} could not be read: ${error instanceof Error ? error.message : String(error)}.`);
    return undefined;
  }
  const lines = folder.workspace.lines(path);
  // The question took its time, and the offset is that of the old text.
  if (!lines || session.documents.get(uri)?.version !== version) {
    tell('the file was changed meanwhile. Choose the fix again.');
    return undefined;
  }
  const edits = toTextEdits(lines, [completed(deferred, digest)]);
  return session.connection.workspace.applyEdit({ label: title, edit: workspaceEdit(session, [{ uri, version, edits }]) });
}

function readChoice(argument: unknown): DeferredChoice {
  const { uri, version, fingerprint, title } = (argument ?? {}) as Partial<DeferredChoice>;
  if (typeof uri !== 'string' || typeof version !== 'number' || typeof fingerprint !== 'string' || typeof title !== 'string')
    throw new ResponseError(-32602, `${COMPLETE_FIX_COMMAND} needs { uri, version, fingerprint, title }`);
  return { uri, version, fingerprint, title };
}
