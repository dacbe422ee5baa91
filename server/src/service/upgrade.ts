import { NEWEST_KUBERNETES_VERSION, minorOf } from '../knowledge/kubernetes-version.ts';
import type { Finding } from '../engine/finding.ts';
import { RULES } from '../rules/index.ts';
import { type Files, scan } from './scan.ts';
import type { Workspace } from './workspace.ts';

/** How many minors beyond the newest known one can be asked for: as far as removals are announced. */
const AHEAD = 3;

/** The rules that say what an upgrade of the cluster asks for. */
const UPGRADE_RULES: ReadonlySet<string> = new Set(
  RULES.filter(({ meta }) => meta.profiles.includes('upgrade')).map(({ meta }) => meta.id),
);

/** Minors to which a cluster of version `current` can be upgraded, the next one first. */
export function upgradeTargets(current: string): readonly string[] {
  const from = minorOf(current) ?? 0;
  const last = Math.max(from, minorOf(NEWEST_KUBERNETES_VERSION) ?? 0) + AHEAD;
  return Array.from({ length: last - from }, (_, index) => `1.${from + 1 + index}`);
}

/** Where something has to change before an upgrade. */
export interface UpgradeItem {
  readonly rule: string;
  readonly path: string;
  /** Counted from 1. */
  readonly line: number;
  readonly message: string;
  /** What the first quick fix does, if there is one. */
  readonly fix: string | undefined;
}

/**
 * Looks through a folder as if its cluster had another version, whatever its configuration says; the workspace itself stays as it is.
 * @param open files whose text in the workspace counts, not the one on disk
 */
export async function previewUpgrade(
  workspace: Workspace,
  files: Files,
  open: readonly string[],
  version: string,
  cancelled: () => boolean,
): Promise<readonly UpgradeItem[]> {
  const commandLine = { profile: 'upgrade', minimumSeverity: 'info', kubernetes: { version } };
  const variant = workspace.variant(commandLine, open);
  const opened = new Set(open);
  const items: UpgradeItem[] = [];
  for await (const event of scan(variant, files, (path) => opened.has(path), cancelled)) {
    if (event.kind !== 'report') continue;
    const { path, findings } = event.report;
    const lines = variant.lines(path);
    for (const finding of findings) {
      if (lines && UPGRADE_RULES.has(finding.rule)) items.push(itemOf(finding, lines.positionAt(finding.span.start).line + 1));
    }
  }
  return items;
}

const itemOf = ({ rule, path, message, fixes }: Finding, line: number): UpgradeItem => ({
  rule,
  path,
  line,
  message,
  fix: fixes[0]?.title,
});
