import { type Edit, applyEdits, mapSpan } from '../base/edit.ts';
import { type Span, touches } from '../base/span.ts';
import type { Analysis } from './analyze.ts';
import type { Finding } from './finding.ts';
import { completed, type Fix, type OtherFile, STAND_IN_DIGEST } from './fix.ts';
import { isAtLeast } from './severity.ts';

/** Analyses a changed copy of the file that the fix is for, with the same rules and, but for `others`, the same environment; `damage` counts syntax problems. */
export type Reanalyze = (text: string, others?: readonly OtherFile[]) => Analysis & { readonly damage: number };

/**
 * Whether applying `fix` removes `target` and brings nothing of the same or a higher severity, no new syntax problem and no rule failure.
 * @param text the text that `before` was found in
 */
export function isProven(text: string, before: ReturnType<Reanalyze>, target: Finding, fix: Fix, reanalyze: Reanalyze): boolean {
  return areProven(text, before, [{ target, fix }], reanalyze);
}

/** The same for several fixes applied at once: every target must be gone. */
export function areProven(
  text: string,
  before: ReturnType<Reanalyze>,
  chosen: readonly { readonly target: Finding; readonly fix: Fix }[],
  reanalyze: Reanalyze,
): boolean {
  const edits = chosen.flatMap(({ fix }) => (fix.deferred ? [completed(fix.deferred, STAND_IN_DIGEST)] : fix.edits));
  const others = chosen.flatMap(({ fix }) => fix.others ?? []);
  const fixed = applyEdits(text, edits);
  if (fixed === text && others.length === 0) return false;
  const after = reanalyze(fixed, others);
  if (after.damage > before.damage || after.failures.length > before.failures.length) return false;
  const { added, remaining } = compare(before.findings, after.findings, edits);
  // A new finding may be milder than the mildest problem that was solved, but not as bad.
  const mildest = chosen.reduce(
    (worst, { target }) => (isAtLeast(target.severity, worst) ? worst : target.severity),
    chosen[0]?.target.severity ?? 'info',
  );
  const left = new Set(chosen.flatMap(({ fix }) => fix.leaves ?? []));
  const harmful = added.some(
    ({ rule, severity, tags }) => !left.has(rule) && !tags.includes('form') && isAtLeast(severity, mildest),
  );
  return chosen.every(({ target }) => !remaining.has(target.fingerprint)) && !harmful;
}

/**
 * Pairs the findings of two analyses, one to one: first what is equal in place and words, then what has the same fingerprint, then the same
 * words, then what stands at the same place under the same rule. `added` has no partner before, `remaining` are the fingerprints of the earlier ones that have one after.
 */
function compare(before: readonly Finding[], after: readonly Finding[], edits: readonly Edit[]) {
  const waiting = new Map<string, { finding: Finding; moved: Span }[]>();
  for (const finding of before) {
    const list = waiting.get(finding.rule) ?? [];
    list.push({ finding, moved: mapSpan(finding.span, edits) });
    waiting.set(finding.rule, list);
  }
  const remaining = new Set<string>();
  let open = after;
  const passes: ((old: { finding: Finding; moved: Span }, now: Finding) => boolean)[] = [
    ({ finding, moved }, now) => finding.message === now.message && moved.start === now.span.start && moved.end === now.span.end,
    ({ finding }, now) => finding.fingerprint === now.fingerprint,
    // A fix that moves an entry brings along what is wrong with it.
    ({ finding }, now) => finding.message === now.message,
    ({ moved }, now) => touches(moved, now.span),
  ];
  for (const same of passes) {
    open = open.filter((now) => {
      const list = waiting.get(now.rule) ?? [];
      const index = list.findIndex((old) => same(old, now));
      if (index < 0) return true;
      for (const { finding } of list.splice(index, 1)) remaining.add(finding.fingerprint);
      return false;
    });
  }
  return { added: open, remaining };
}
