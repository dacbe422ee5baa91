import type { SkipReason } from '../service/scan.ts';
import type { FileReport, Workspace } from '../service/workspace.ts';

/** What a scan found, before it is written in a format. */
export interface ScanResult {
  readonly workspace: Workspace;
  /** In the order of the paths. */
  readonly reports: readonly FileReport[];
  readonly skipped: readonly { readonly path: string; readonly reason: SkipReason }[];
  readonly milliseconds: number;
}
