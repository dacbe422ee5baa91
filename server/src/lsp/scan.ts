import type { CancellationToken, WorkDoneProgressReporter } from 'vscode-languageserver';
import { countBySeverity } from '../service/json-report.ts';
import { scan } from '../service/scan.ts';
import type { Finding } from '../engine/finding.ts';
import type { Folder } from './folders.ts';
import type { ScannedFile, ScanSummary } from './protocol.ts';
import type { Session } from './session.ts';

/** Findings are handed over in lists of this many files, so that a large workspace does not flood the client. */
const BATCH = 25;

/**
 * Scans all folders. Files that are open keep their unsaved text; their findings are told as well.
 * @param hand takes the findings of some files, in order
 */
export async function scanFolders(
  session: Session,
  progress: WorkDoneProgressReporter,
  token: CancellationToken,
  hand: (files: readonly ScannedFile[]) => void,
): Promise<ScanSummary> {
  const start = session.host.now();
  const cancelled = (): boolean => token.isCancellationRequested;
  const folders = session.folders.all().filter(({ files }) => files !== undefined);
  const findings: Finding[] = [];
  const skipped: ScanSummary['skipped'][number][] = [];
  let files = 0;
  for (const [index, folder] of folders.entries()) {
    if (session.disabled.has(folder)) continue;
    const batch: ScannedFile[] = [];
    for await (const event of events(session, folder, cancelled)) {
      if (event.kind === 'skipped') skipped.push({ path: event.path, reason: event.reason });
      else
        progress.report(
          Math.floor((100 * (index + event.done / Math.max(1, event.total))) / folders.length),
          `${event.done} of ${event.total} files`,
        );
      if (event.kind !== 'report') continue;
      files++;
      findings.push(...event.report.findings);
      const { path } = event.report;
      const uri = session.openUri(folder, path) ?? session.folders.uriOf(folder, path);
      batch.push({ uri, diagnostics: session.diagnosticsOf({ folder, path }, uri, event.report.findings) });
      if (batch.length >= BATCH) hand(batch.splice(0));
    }
    if (batch.length > 0) hand(batch);
  }
  return {
    files,
    findings: findings.length,
    bySeverity: countBySeverity(findings),
    skipped,
    cancelled: cancelled(),
    milliseconds: Math.round(session.host.now() - start),
  };
}

const events = (session: Session, folder: Folder, cancelled: () => boolean) => {
  const files = session.filesOf(folder);
  if (!files) throw new Error(`the folder ${folder.uri} has no files`);
  return scan(folder.workspace, files, (path) => session.isOpen(folder, path), cancelled);
};
