/**
 * An exclusive upper bound moved behind `version` at the place where it was set: `<2.0` and 2.3.1 give `3.0`, `<1.5` and 1.6.2 give `1.7`.
 * Both are dotted numbers; anything behind them (a pre-release) is dropped.
 */
export function movedUpperBound(bound: string, version: string): string {
  const parts = numbersOf(bound);
  const target = numbersOf(version);
  const place = Math.max(
    0,
    parts.findLastIndex((part) => part !== 0),
  );
  return parts.map((_, index) => (index > place ? 0 : (target[index] ?? 0) + (index === place ? 1 : 0))).join('.');
}

/** The dotted numbers that `version` starts with. */
export const numbersOf = (version: string): number[] => (/\d+(?:\.\d+)*/.exec(version)?.[0] ?? '0').split('.').map(Number);
