import type { Interval, Order } from './scheme.ts';

/** Where an alternative of a requirement stands, seen from a version. `apart`: nobody knows, as for a branch. */
export type Standing = 'admits' | 'above' | 'below' | 'apart';

/** Where what admits `intervals`, but not `version`, stands. What leaves out the version by name is below, too: it has to be raised. */
export const standingOf = (
  compare: (a: string, b: string) => Order,
  intervals: readonly Interval[],
  version: string,
): 'above' | 'below' =>
  intervals.every(({ lower }) => lower !== undefined && compare(version, lower.version) < 0) ? 'above' : 'below';

interface Place {
  readonly start: number;
  readonly end: number;
}

/**
 * `requirement` with its alternatives raised: each that admits the version, or else the last one below it. Others below it go, all others stay, as does what
 * is written between them. Undefined when there is none to raise.
 */
export function raiseAlternatives(
  requirement: string,
  alternatives: readonly (Place & { readonly standing: Standing })[],
  raise: (index: number, isAdmitted: boolean) => string,
): string | undefined {
  const isAdmitted = alternatives.some(({ standing }) => standing === 'admits');
  const last = alternatives.findLastIndex(({ standing }) => standing === 'below');
  if (!isAdmitted && last < 0) return undefined;
  const kept: string[] = [];
  let text = requirement.slice(0, alternatives[0]?.start);
  for (const [index, { start, end, standing }] of alternatives.entries()) {
    const isRaised = isAdmitted ? standing === 'admits' : index === last;
    if (standing === 'below' && !isRaised) continue;
    const written = isRaised ? raise(index, isAdmitted) : requirement.slice(start, end);
    if (kept.includes(written)) continue;
    text += (kept.length === 0 ? '' : requirement.slice(alternatives[index - 1]?.end, start)) + written;
    kept.push(written);
  }
  return text + requirement.slice(alternatives.at(-1)?.end);
}
