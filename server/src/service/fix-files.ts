import { applyEdits, type Edit } from '../base/edit.ts';
import { EditedText } from '../base/edited-text.ts';
import { remembered } from '../base/memo.ts';
import { touches } from '../base/span.ts';
import type { Finding } from '../engine/finding.ts';
import type { Applicability, Fix } from '../engine/fix.ts';
import { roundsFor } from '../engine/fix-all.ts';
import type { FileReport, Workspace } from './workspace.ts';

/** Why a fix that holds was not applied. */
export type LeftReason = 'other file out of reach' | 'creates a file' | 'breaking' | 'asks a registry';

export interface LeftFix {
  readonly finding: Finding;
  readonly fix: Fix;
  readonly reason: LeftReason;
}

export interface FixedFiles {
  /** By path; each is one whose text changed. The edits are those of the text before. */
  readonly files: readonly {
    readonly path: string;
    readonly before: string;
    readonly after: string;
    readonly edits: readonly Edit[];
  }[];
  /** How many fixes were applied over all rounds. */
  readonly applied: number;
  /** Proven fixes of the kinds that were allowed that are left to a person, for findings that are still there. */
  readonly left: readonly LeftFix[];
}

interface Choice {
  readonly finding: Finding;
  readonly fix: Fix;
  /** What the fix does to each file, the finding's own among them. */
  readonly changes: ReadonlyMap<string, readonly Edit[]>;
}

/**
 * Applies proven fixes to several files of a workspace, also those that edit another file than the finding's, until nothing changes. The workspace has the
 * new texts afterwards; nothing is written.
 * @param paths whose findings are fixed
 * @param mayChange which other files a fix may edit
 * @param isMeant which findings are fixed
 */
export function fixFiles(
  workspace: Workspace,
  paths: readonly string[],
  allowed: readonly Applicability[],
  mayChange: (path: string) => boolean,
  isMeant: (finding: Finding) => boolean = () => true,
): FixedFiles {
  const before = new Map<string, string>();
  const edited = new Map<string, EditedText>();
  const put: Put = (path, text, edits = []) => {
    const held = workspace.snapshot(path);
    if (held && !before.has(path)) before.set(path, held.text);
    if (edits.length > 0) remembered(edited, path, () => new EditedText(before.get(path) ?? '')).apply(edits);
    workspace.set(path, text, held?.version);
  };
  let applied = 0;
  /** How many were applied before nothing was rejected yet. */
  let fresh = 0;
  const rejected = new Set<string>();
  const settled = new Map<string, FileReport>();
  const reach = { workspace, paths, allowed, mayChange, isMeant, rejected };
  for (let round = 0, rounds = roundsFor(0); round < rounds; round++) {
    const choices = choicesOf(reach);
    if (round === 0) rounds = roundsFor(choices.length);
    applied += applyTogether(workspace, choices, put, rejected);
    if (choices.length > 0) continue;
    // What edits other files goes first: it is the better fix of its finding, as the rule has it.
    let ownFixes = 0;
    for (const path of paths) {
      const report = workspace.report(path);
      // Nothing that its findings depend on changed since it was settled.
      if (settled.get(path) === report || !report.findings.some((one) => one.fixes.length > 0 && isMeant(one))) continue;
      const result = workspace.fixAll(path, allowed, isMeant);
      if (result.applied > 0) put(path, result.text, result.edits);
      settled.set(path, workspace.report(path));
      ownFixes += result.applied;
    }
    applied += ownFixes;
    if (ownFixes > 0) continue;
    if (rejected.size === 0 || applied === fresh) break;
    // What did not hold may do so by now.
    rejected.clear();
    fresh = applied;
  }
  const files = [...before]
    .map(([path, text]) => ({
      path,
      before: text,
      after: workspace.snapshot(path)?.text ?? text,
      edits: edited.get(path)?.edits() ?? [],
    }))
    .filter((file) => file.before !== file.after)
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  return { files, applied, left: leftOf(reach) };
}

interface Reach {
  readonly workspace: Workspace;
  readonly paths: readonly string[];
  readonly allowed: readonly Applicability[];
  readonly mayChange: (path: string) => boolean;
  readonly isMeant: (finding: Finding) => boolean;
  readonly rejected: Set<string>;
}

/** Gives a file another text; with the edits that lead to it, if it is meant to stay. */
type Put = (path: string, text: string, edits?: readonly Edit[]) => void;

const nameOf = ({ fingerprint, path }: Finding, { title }: Fix): string => `${path} ${fingerprint} ${title}`;

/** Fixes with edits of other files, one for each change: what several findings ask for alike is one. */
function choicesOf({ workspace, paths, allowed, mayChange, isMeant, rejected }: Reach): readonly Choice[] {
  const choices = new Map<string, Choice>();
  for (const path of paths) {
    for (const finding of workspace.report(path).findings.filter(isMeant)) {
      const fix = finding.fixes.find(
        ({ applicability, deferred, isBreaking }) => allowed.includes(applicability) && !deferred && !isBreaking,
      );
      if (!fix?.others || rejected.has(nameOf(finding, fix))) continue;
      const changes = changesOf(finding, fix);
      if (!changes || ![...changes.keys()].every((each) => each === path || (workspace.has(each) && mayChange(each)))) continue;
      const key = JSON.stringify([...changes]);
      if (choices.has(key)) continue;
      if (workspace.provenFixes(finding).includes(fix)) choices.set(key, { finding, fix, changes });
      else rejected.add(nameOf(finding, fix));
    }
  }
  return [...choices.values()];
}

/** Undefined for a fix that creates a file: that is a person's decision. */
function changesOf({ path }: Finding, { edits, others = [] }: Fix): ReadonlyMap<string, readonly Edit[]> | undefined {
  const changes = new Map<string, readonly Edit[]>(edits.length > 0 ? [[path, edits]] : []);
  for (const other of others) {
    if ('create' in other) return undefined;
    changes.set(other.path, [...(changes.get(other.path) ?? []), ...other.edits]);
  }
  return changes;
}

/**
 * Applies those that do not touch each other; the others have their chance in the next round. If together they do not hold, the first is applied alone, so that
 * every round either changes something or rejects a fix.
 */
function applyTogether(workspace: Workspace, choices: readonly Choice[], put: Put, rejected: Set<string>): number {
  const chosen = disjoint(choices);
  const [first] = chosen;
  if (!first) return 0;
  for (const batch of chosen.length > 1 ? [chosen, [first]] : [chosen]) {
    if (hold(workspace, batch, put)) return batch.length;
  }
  rejected.add(nameOf(first.finding, first.fix));
  return 0;
}

/** Applies the fixes; whether they hold together. If not, the texts are as before. */
function hold(workspace: Workspace, batch: readonly Choice[], put: Put): boolean {
  const edits = new Map<string, Edit[]>();
  for (const { changes } of batch) for (const [path, some] of changes) edits.set(path, [...(edits.get(path) ?? []), ...some]);
  const old = [...edits.keys()].map((path) => ({
    path,
    text: workspace.snapshot(path)?.text ?? '',
    damage: damageOf(workspace, path),
  }));
  const now = old.map(({ path, text }) => ({ path, text: applyEdits(text, edits.get(path) ?? []) }));
  for (const { path, text } of now) put(path, text);
  const isGone = ({ finding }: Choice): boolean =>
    !workspace.report(finding.path).findings.some(({ fingerprint }) => fingerprint === finding.fingerprint);
  const holds = old.every(({ path, damage }) => damageOf(workspace, path) <= damage) && batch.every(isGone);
  if (holds) for (const { path, text } of now) put(path, text, edits.get(path));
  else for (const { path, text } of old) put(path, text);
  return holds;
}

const damageOf = (workspace: Workspace, path: string): number => workspace.parsed(path)?.model.problems.length ?? 0;

function disjoint(choices: readonly Choice[]): readonly Choice[] {
  const taken = new Map<string, Edit[]>();
  return choices.filter(({ changes }) => {
    for (const [path, edits] of changes) {
      const own = taken.get(path) ?? [];
      if (edits.some(({ span }) => own.some((other) => touches(span, other.span)))) return false;
    }
    for (const [path, edits] of changes) taken.set(path, [...(taken.get(path) ?? []), ...edits]);
    return true;
  });
}

/** One for each change: what several findings ask for alike is one. */
function leftOf({ workspace, paths, allowed, isMeant, rejected }: Reach): readonly LeftFix[] {
  const left = new Map<string, LeftFix>();
  for (const path of paths) {
    for (const finding of workspace.report(path).findings.filter(isMeant)) {
      const fix = finding.fixes.find(({ applicability }) => allowed.includes(applicability));
      const reason = fix && reasonOf(fix);
      if (!reason || rejected.has(nameOf(finding, fix))) continue;
      const key = JSON.stringify([path, fix.edits, fix.others, fix.deferred]);
      if (!left.has(key) && workspace.provenFixes(finding).includes(fix)) left.set(key, { finding, fix, reason });
    }
  }
  return [...left.values()];
}

function reasonOf({ deferred, isBreaking, others }: Fix): LeftReason | undefined {
  if (deferred) return 'asks a registry';
  if (isBreaking) return 'breaking';
  if (others?.some((other) => 'create' in other)) return 'creates a file';
  return others ? 'other file out of reach' : undefined;
}
