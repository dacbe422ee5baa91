import type { Clause, Raised } from './clause.ts';
import { comparisonIntervals } from './comparison.ts';
import { intersectAll } from './interval.ts';
import { fitted, leadingNumbers } from './precision.ts';
import type { Interval, Order } from './scheme.ts';
import { movedUpperBound } from './upper-bound.ts';

/** A set in interval notation, its texts without the white space around them. */
export interface BracketedSet {
  readonly start: number;
  readonly end: number;
  /** `]` also opens, and `[` also closes: so Ivy and Gradle write bounds that do not belong to the set. */
  readonly open: string;
  readonly lower: string;
  readonly close: string;
  /** Absent in `[1.0]`. */
  readonly upper?: string;
  readonly text: string;
}

const SET = /([[(\]])([^[\](),]*)(?:,([^[\](),]*))?([\])[])/g;

/** The sets that `text` is made of, separated by commas; undefined when it is anything else. */
export function parseSets(text: string): readonly BracketedSet[] | undefined {
  const sets: BracketedSet[] = [];
  let at = 0;
  for (const { 0: whole, index, 1: open = '', 2: lower = '', 3: upper, 4: close = '' } of text.matchAll(SET)) {
    if (!(sets.length === 0 ? /^\s*$/ : /^\s*,\s*$/).test(text.slice(at, index))) return undefined;
    at = index + whole.length;
    const isSingle = upper === undefined;
    if (isSingle && (open !== '[' || close !== ']' || lower.trim() === '')) return undefined;
    sets.push({
      start: index,
      end: at,
      open,
      lower: lower.trim(),
      close,
      text: whole,
      ...(!isSingle && { upper: upper.trim() }),
    });
  }
  return sets.length > 0 && text.slice(at).trim() === '' ? sets : undefined;
}

export function setIntervals(
  compare: (a: string, b: string) => Order,
  { open, lower, close, upper }: BracketedSet,
): readonly Interval[] {
  if (upper === undefined) return comparisonIntervals('exact', lower);
  return intersectAll(compare, [
    lower === '' ? [{}] : comparisonIntervals(open === '[' ? 'least' : 'above', lower),
    upper === '' ? [{}] : comparisonIntervals(close === ']' ? 'most' : 'below', upper),
  ]);
}

/** `[1.0,2.0)` from `version` on: the bound is inclusive then, and the end moves only when it was crossed. */
export function raiseSet({ lower, upper, close, text }: BracketedSet, version: string, isBeyond: boolean): Raised {
  if (upper === undefined) return { text: text.replace(lower, () => version), floor: true };
  const first = lower === '' ? version : fitted(version, leadingNumbers(lower).length);
  const end = upper === '' || !isBeyond ? upper : close === ']' ? version : movedUpperBound(upper, version);
  const [written = '', rest = ''] = text.slice(1, -1).split(',');
  return { text: `[${within(written, lower, first)},${within(rest, upper, end)}${close}`, floor: true };
}

/** `old` replaced, the white space around it kept. */
const within = (text: string, old: string, replacement: string): string =>
  old === '' ? replacement + text : text.replace(old, () => replacement);

export const setClause = (set: BracketedSet, intervals: readonly Interval[], isBeyond: (version: string) => boolean): Clause => ({
  start: set.start,
  end: set.end,
  intervals,
  raise: (version) => raiseSet(set, version, isBeyond(version)),
});
