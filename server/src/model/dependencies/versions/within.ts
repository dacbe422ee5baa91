import type { Interval, VersionScheme } from './scheme.ts';

/** Whether `outer` admits every version that `inner` admits. False when that is unknown, and where `inner` admits none. */
export function isWithin(scheme: VersionScheme, inner: string, outer: string): boolean {
  const [all, around] = [scheme.intervals(inner), scheme.intervals(outer)];
  return !!all?.length && all.every((one) => around?.some((other) => encloses(scheme, other, one)) === true);
}

const encloses = (scheme: VersionScheme, outer: Interval, inner: Interval): boolean =>
  ([1, -1] as const).every((sign) => {
    const [a, b] = sign === 1 ? [outer.lower, inner.lower] : [outer.upper, inner.upper];
    if (a === undefined || b === undefined) return a === undefined;
    const order = scheme.compare(b.version, a.version) * sign;
    return order > 0 || (order === 0 && (a.inclusive || !b.inclusive));
  });
