import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { KUBERNETES_VERSION, minorOf } from '../knowledge/kubernetes-version.ts';
import { previewUpgrade, upgradeTargets } from '../service/upgrade.ts';
import { type LinkedItem, upgradeReport } from '../service/upgrade-report.ts';
import type { UpgradeTargets } from './protocol.ts';
import type { Session } from './session.ts';

/** The folders that have files and are not switched off. */
const foldersOf = (session: Session) =>
  session.folders.all().filter((folder) => folder.files !== undefined && !session.disabled.has(folder));

/** Of several folders the oldest cluster counts. */
export function targetsOf(session: Session): UpgradeTargets {
  const versions = foldersOf(session).map(({ workspace }) => workspace.kubernetesVersion(''));
  const current =
    versions.sort((a, b) => (minorOf(a) ?? 0) - (minorOf(b) ?? 0))[0] ??
    session.folders.all()[0]?.workspace.kubernetesVersion('') ??
    '';
  return { current, targets: upgradeTargets(current) };
}

/** What an upgrade of all folders' clusters asks for, as Markdown. */
export async function upgradePreview(session: Session, given: unknown, token: CancellationToken): Promise<string> {
  if (typeof given !== 'string' || !KUBERNETES_VERSION.test(given))
    throw new ResponseError(-32602, 'the version must be one such as 1.34');
  const version = `1.${minorOf(given) ?? 0}`;
  const items: LinkedItem[] = [];
  const located = session.documents.keys().map((uri) => session.folders.locate(uri));
  for (const folder of foldersOf(session)) {
    const files = session.filesOf(folder);
    if (!files) continue;
    const open = located.flatMap((document) => (document.folder === folder ? document.path : []));
    const found = await previewUpgrade(folder.workspace, files, open, version, () => token.isCancellationRequested);
    for (const item of found) {
      const uri = session.openUri(folder, item.path) ?? session.folders.uriOf(folder, item.path);
      items.push({ ...item, link: `${uri}#L${item.line}` });
    }
  }
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
  return upgradeReport(version, targetsOf(session).current, items);
}
