import type { Edit } from '../base/edit.ts';
import type { Snapshot } from '../base/snapshot.ts';
import { type Span, touches } from '../base/span.ts';
import type { Finding } from '../engine/finding.ts';
import type { Deferred, OtherFile } from '../engine/fix.ts';
import { OWN_RULES } from '../engine/own-rules.ts';
import type { Workspace } from './workspace.ts';

/** What the editor may offer at a place. Plain data; the edits are disjoint and belong to the file that was asked about. */
export type Action =
  | {
      readonly kind: 'fix';
      readonly title: string;
      readonly finding: Finding;
      readonly preferred: boolean;
      readonly edits: readonly Edit[];
      readonly others: readonly OtherFile[];
    }
  | { readonly kind: 'deferred'; readonly title: string; readonly finding: Finding; readonly deferred: Deferred }
  | { readonly kind: 'suppress'; readonly title: string; readonly finding: Finding; readonly edits: readonly Edit[] }
  | { readonly kind: 'fix-all'; readonly title: string; readonly edits: readonly Edit[] }
  | { readonly kind: 'explain'; readonly title: string; readonly finding: Finding };

/** Proven fixes first (the preferred one marked), then suppressing and explaining, for the findings that touch `span`. */
export function actionsAt(workspace: Workspace, path: string, span: Span): readonly Action[] {
  const file = workspace.snapshot(path);
  if (!file) return [];
  const findings = workspace.report(path).findings.filter((finding) => touches(finding.span, span));
  const fixes = findings.flatMap((finding) =>
    workspace
      .provenFixes(finding)
      .map(({ title, edits, applicability, others = [], deferred }, index): Action =>
        deferred
          ? { kind: 'deferred', title, finding, deferred }
          : { kind: 'fix', title, finding, preferred: index === 0 && applicability !== 'manual', edits, others },
      ),
  );
  const others = findings.flatMap((finding): Action[] => {
    const edits = workspace.isSuppressible(path, finding.rule) ? suppressionEdits(file, finding) : [];
    const suppress: Action[] =
      edits.length > 0 ? [{ kind: 'suppress', title: `Suppress ${finding.rule} here, with a reason`, finding, edits }] : [];
    return [...suppress, { kind: 'explain', title: `Explain ${finding.rule}`, finding }];
  });
  return [...fixes, ...others];
}

/** One action that applies every safe fix of the file; undefined when there is none. */
export function fixAllAction(workspace: Workspace, path: string): Extract<Action, { kind: 'fix-all' }> | undefined {
  if (workspace.report(path).findings.every(({ fixes }) => fixes.every(({ applicability }) => applicability !== 'safe')))
    return undefined;
  const { edits, applied } = workspace.fixAll(path);
  return applied === 0 ? undefined : { kind: 'fix-all', title: 'Fix all safe problems in this file', edits };
}

/** Inserts a suppression comment on a line of its own above the finding's line, indented like it. Empty where the format has no comments. */
function suppressionEdits({ path, text, eol }: Snapshot, { rule, span }: Finding): readonly Edit[] {
  if (path.endsWith('.json') || OWN_RULES.some(({ meta }) => meta.id === rule)) return [];
  const marker = path.endsWith('go.mod') ? '//' : '#';
  let start = Math.max(text.lastIndexOf('\n', span.start - 1), text.lastIndexOf('\r', span.start - 1)) + 1;
  if (start === 0 && text.startsWith('\uFEFF')) start = 1;
  const indentation = /^[ \t]*/.exec(text.slice(start, start + 200))?.[0] ?? '';
  return [{ span: { start, end: start }, newText: `${indentation}${marker} larboard-ignore ${rule}: ${eol}` }];
}
