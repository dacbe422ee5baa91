import type { Edit } from '../base/edit.ts';
import { EditedText } from '../base/edited-text.ts';
import { touches } from '../base/span.ts';
import type { Finding } from './finding.ts';
import type { Applicability, Fix } from './fix.ts';
import { areProven, type Reanalyze } from './prove.ts';

/**
 * Fixes may uncover findings that have fixes again; real files settle within a handful of rounds, and this bound ends the others. As many more as there are fixes
 * at first, up to a bound, because all of them may insert at one place, where each has to wait for the one before.
 */
export const roundsFor = (fixes: number): number => 25 + Math.min(fixes, 200);

export interface FixAllResult {
  /** Disjoint edits of the original text; empty when there is nothing to fix. */
  readonly edits: readonly Edit[];
  readonly text: string;
  /** How many fixes were applied over all rounds. */
  readonly applied: number;
}

interface Choice {
  readonly target: Finding;
  readonly fix: Fix;
}

/**
 * Applies proven fixes until nothing changes; a second call on the result changes nothing.
 * @param analyze analyses a text; its `findings` are those to prove against
 * @param wanted which findings may be fixed (suppressed ones may not)
 */
export function fixAll(
  text: string,
  analyze: Reanalyze,
  allowed: readonly Applicability[],
  wanted: (finding: Finding, text: string) => boolean,
): FixAllResult {
  const result = new EditedText(text);
  const rejected = new Set<string>();
  const nameOf = ({ target, fix }: Choice): string => `${target.fingerprint} ${fix.title}`;
  let current = text;
  let applied = 0;
  /** The text in which nothing was rejected yet. */
  let fresh = text;
  for (let round = 0, rounds = roundsFor(0); round < rounds; round++) {
    const before = analyze(current);
    const candidates = before.findings
      .filter((finding) => wanted(finding, current))
      .flatMap((target) =>
        target.fixes
          .filter(
            ({ applicability, others, deferred, isBreaking }) =>
              allowed.includes(applicability) && !others && !deferred && !isBreaking,
          )
          .slice(0, 1)
          .map((fix) => ({ target, fix })),
      )
      .filter((choice) => !rejected.has(nameOf(choice)));
    if (round === 0) rounds = roundsFor(candidates.length);
    const choices = disjoint(candidates);
    if (choices.length === 0) {
      if (rejected.size === 0 || current === fresh) break;
      // What did not hold may do so by now: a move that brought along a problem which is solved since then.
      rejected.clear();
      fresh = current;
      continue;
    }
    const proven = areProven(current, before, choices, analyze)
      ? choices
      : provenPart(current, before, choices, analyze, (choice) => rejected.add(nameOf(choice)));
    if (proven.length === 0) continue;
    result.apply(proven.flatMap(({ fix }) => fix.edits));
    current = result.text;
    applied += proven.length;
  }
  return { edits: result.edits(), text: current, applied };
}

/**
 * Together they failed, so one of them is wrong or they disturb each other: take what holds of one half; the rest gets its chance in the next round. One by one
 * a long file would not settle within the rounds that there are.
 */
function provenPart(
  text: string,
  before: ReturnType<Reanalyze>,
  choices: readonly Choice[],
  analyze: Reanalyze,
  reject: (choice: Choice) => void,
): readonly Choice[] {
  const [only, ...others] = choices;
  if (only === undefined) return [];
  if (others.length === 0) {
    reject(only);
    return [];
  }
  const middle = Math.ceil(choices.length / 2);
  for (const half of [choices.slice(0, middle), choices.slice(middle)]) {
    if (areProven(text, before, half, analyze)) return half;
    const part = provenPart(text, before, half, analyze, reject);
    if (part.length > 0) return part;
  }
  return [];
}

/** Two fixes that touch may mean the same insertion twice; the later one waits for the next round. */
function disjoint(choices: readonly Choice[]): readonly Choice[] {
  const taken: Choice[] = [];
  for (const choice of choices) {
    const clashes = taken.some(({ fix }) =>
      fix.edits.some((one) => choice.fix.edits.some((other) => touches(one.span, other.span))),
    );
    if (!clashes) taken.push(choice);
  }
  return taken;
}
