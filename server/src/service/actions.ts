import type { Edit } from '../base/edit.ts';
import { type Span, touches } from '../base/span.ts';
import type { Finding } from '../engine/finding.ts';
import type { Deferred, OtherFile } from '../engine/fix.ts';
import { type LockTask, lockTaskFor } from './dependencies/lock-task.ts';
import { type Offer, suppressionOffer } from './suppress.ts';
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
  | {
      readonly kind: 'suppress';
      readonly title: string;
      readonly finding: Finding;
      readonly edits: readonly Edit[];
      readonly others: readonly OtherFile[];
    }
  | { readonly kind: 'task'; readonly title: string; readonly finding: Finding; readonly task: LockTask }
  | { readonly kind: 'fix-all'; readonly title: string; readonly edits: readonly Edit[] }
  | { readonly kind: 'explain'; readonly title: string; readonly finding: Finding };

/** Proven fixes first (the preferred one marked), then what a person may run, suppressing and explaining, for the findings that touch `span`. */
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
    const offer = workspace.isSuppressible(path, finding.rule)
      ? suppressionOffer(workspace.parsed(path), file, finding, (other) => workspace.snapshot(other))
      : undefined;
    const suppress = offer ? [suppressAction(finding, offer)] : [];
    const task = lockTaskFor(workspace, finding);
    const tasks: Action[] = task ? [{ kind: 'task', title: task.title, finding, task }] : [];
    return [...tasks, ...suppress, { kind: 'explain', title: `Explain ${finding.rule}`, finding }];
  });
  return distinct([...fixes, ...others]);
}

/** What reads the same and does the same is offered once: the same version mends all vulnerabilities of a package. Explaining comes last. */
function distinct(actions: readonly Action[]): readonly Action[] {
  const byWords = new Map<string, Action>();
  for (const action of actions) {
    const { finding: _, ...words } = action.kind === 'fix-all' ? { ...action, finding: undefined } : action;
    const key = JSON.stringify({ ...words, preferred: undefined });
    const known = byWords.get(key);
    if (!known || (action.kind === 'fix' && action.preferred && known.kind === 'fix' && !known.preferred))
      byWords.set(key, action);
  }
  const all = [...byWords.values()];
  return [...all.filter(({ kind }) => kind !== 'explain'), ...all.filter(({ kind }) => kind === 'explain')];
}

const suppressAction = (finding: Finding, { name, where, edits, others = [] }: Offer): Action => ({
  kind: 'suppress',
  title: `Suppress ${name} ${where}, with a reason`,
  finding,
  edits,
  others,
});

/** One action that applies every safe fix of the file; undefined when there is none. */
export function fixAllAction(workspace: Workspace, path: string): Extract<Action, { kind: 'fix-all' }> | undefined {
  if (workspace.report(path).findings.every(({ fixes }) => fixes.every(({ applicability }) => applicability !== 'safe')))
    return undefined;
  const { edits, applied } = workspace.fixAll(path);
  return applied === 0 ? undefined : { kind: 'fix-all', title: 'Fix all safe problems in this file', edits };
}
