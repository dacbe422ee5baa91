import type { Bound, Interval, Order } from './scheme.ts';

type Compare = (a: string, b: string) => Order;

/** More intervals than people write; beyond it a clause is left out, which only makes the result larger. */
const MOST = 100;

export const contains = (compare: Compare, { lower, upper }: Interval, version: string): boolean =>
  (lower === undefined || isInside(compare(version, lower.version), lower)) &&
  (upper === undefined || isInside(compare(upper.version, version), upper));

const isInside = (order: Order, { inclusive }: Bound): boolean => order > 0 || (order === 0 && inclusive);

/** What lies in one interval of each list. */
export function intersectAll(compare: Compare, lists: readonly (readonly Interval[])[]): readonly Interval[] {
  let result: readonly Interval[] = [{}];
  for (const list of lists) {
    const next = result.flatMap((a) => list.flatMap((b) => intersect(compare, a, b)));
    if (next.length <= MOST) result = next;
  }
  return result;
}

function intersect(compare: Compare, a: Interval, b: Interval): readonly Interval[] {
  const lower = tighter(compare, a.lower, b.lower, 1);
  const upper = tighter(compare, a.upper, b.upper, -1);
  if (lower !== undefined && upper !== undefined) {
    const order = compare(lower.version, upper.version);
    if (order > 0 || (order === 0 && !(lower.inclusive && upper.inclusive))) return [];
  }
  return [{ ...(lower && { lower }), ...(upper && { upper }) }];
}

function tighter(compare: Compare, a: Bound | undefined, b: Bound | undefined, sign: 1 | -1): Bound | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  const order = compare(a.version, b.version) * sign;
  return order > 0 || (order === 0 && !a.inclusive) ? a : b;
}

export const from = (version: string, inclusive = true): Interval => ({ lower: { version, inclusive } });
export const upTo = (version: string, inclusive = true): Interval => ({ upper: { version, inclusive } });
export const below = (version: string): Interval => upTo(version, false);
export const only = (version: string): Interval => ({ ...from(version), ...upTo(version) });
export const between = (lower: string, end: string): Interval => ({ ...from(lower), ...below(end) });
/** All but one version. */
export const except = (version: string): readonly Interval[] => [below(version), from(version, false)];
