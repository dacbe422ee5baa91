import type { Clause, Kind, Written } from './clause.ts';
import { below, except, from, only, upTo } from './interval.ts';
import { raiseWritten } from './raise-clause.ts';
import type { Interval } from './scheme.ts';

/** What the operators mean that every ecosystem writes alike. */
export const COMPARISONS: Readonly<Record<string, Kind>> = { '>=': 'least', '>': 'above', '<': 'below', '<=': 'most' };

/** What a comparison with `version` admits, taken literally; the single version for any other kind. */
export function comparisonIntervals(kind: Kind, version: string): readonly Interval[] {
  switch (kind) {
    case 'not':
      return except(version);
    case 'least':
      return [from(version)];
    case 'above':
      return [from(version, false)];
    case 'below':
      return [below(version)];
    case 'most':
      return [upTo(version)];
    default:
      return [only(version)];
  }
}

/** A clause that is raised as an operator in front of a version is. */
export const writtenClause = (
  written: Written,
  { start, end }: Pick<Clause, 'start' | 'end'>,
  intervals: readonly Interval[],
): Clause => ({
  start,
  end,
  intervals,
  isLeast: written.kind === 'least' || written.kind === 'above',
  raise: (version, admitted) => raiseWritten(written, version, admitted),
});
