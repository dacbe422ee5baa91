import type { Ecosystem } from '../../../base/ecosystem.ts';
import { raiseAlternatives, standingOf, type Standing } from './alternatives.ts';
import type { Alternative } from './clause.ts';
import { contains, intersectAll } from './interval.ts';
import { remembering } from './remembering.ts';
import { compareText, type Interval, type Order, type VersionScheme } from './scheme.ts';

/** What an ecosystem adds to requirements made of alternatives of clauses. */
export interface Dialect {
  readonly ecosystem: Ecosystem;
  readonly isVersion: (text: string) => boolean;
  readonly isPrerelease: (version: string) => boolean;
  readonly isBranch?: (version: string) => boolean;
  readonly compare: (a: string, b: string) => Order;
  /** The alternatives in the order written; undefined when `requirement` does not parse. */
  readonly parse: (requirement: string) => readonly Alternative[] | undefined;
  /** `version` as requirements write it. */
  readonly clean: (version: string) => string;
  /** A clause that admits `version` and what is above. */
  readonly least: (version: string) => string;
  /** What stands between two clauses that must both hold. */
  readonly conjunction: (requirement: string) => string;
  readonly pin: (version: string) => string;
}

/** A total order from one of parsed versions: what does not parse is below, as text unless it has an order of its own. */
export const totalOrder =
  <V>(parse: (text: string) => V | undefined, compareParsed: (a: V, b: V) => Order, compareRest = compareText) =>
  (a: string, b: string): Order => {
    const x = parse(a);
    const y = parse(b);
    if (x !== undefined && y !== undefined) return compareParsed(x, y);
    if (x === undefined && y === undefined) return compareRest(a, b);
    return x === undefined ? -1 : 1;
  };

/** Longer requirements are not written by people. */
const LONGEST = 1000;

export function schemeFor(dialect: Dialect): VersionScheme {
  const { ecosystem, isVersion, isPrerelease, isBranch, compare, pin } = dialect;
  const parse = (requirement: string): readonly Alternative[] | undefined =>
    requirement.length > LONGEST ? undefined : dialect.parse(requirement);
  const clauseAdmits = ({ intervals, admits }: Alternative['clauses'][number], version: string): boolean =>
    admits?.(version) ?? intervals.some((interval) => contains(compare, interval, version));
  const admits = ({ clauses, accepts }: Alternative, version: string): boolean =>
    clauses.every((clause) => clauseAdmits(clause, version)) && (accepts?.(version) ?? true);
  const intervalsOf = ({ clauses }: Alternative): readonly Interval[] =>
    intersectAll(
      compare,
      clauses.map(({ intervals }) => intervals),
    );
  function standing(alternative: Alternative, version: string): Standing {
    if (admits(alternative, version)) return 'admits';
    const intervals = intervalsOf(alternative);
    const isApart =
      intervals.length > 0 && intervals.every(({ lower }) => lower !== undefined && isBranch?.(lower.version) === true);
    return isApart ? 'apart' : standingOf(compare, intervals, version);
  }

  function raiseAlternative(requirement: string, { start, end, clauses }: Alternative, version: string): string {
    const isLeastEnough =
      clauses.some(({ isLeast }) => isLeast) &&
      clauses.every((clause) => clause.isLeast === true || clauseAdmits(clause, version));
    const raised = clauses.map((clause) =>
      isLeastEnough && clause.isLeast !== true
        ? { text: requirement.slice(clause.start, clause.end), floor: false }
        : clause.raise(version, clauseAdmits(clause, version)),
    );
    let text = '';
    let at = start;
    for (const [index, clause] of clauses.entries()) {
      text += requirement.slice(at, clause.start) + (raised[index]?.text ?? '');
      at = clause.end;
    }
    text += requirement.slice(at, end);
    if (raised.some(({ floor }) => floor)) return text;
    const least = dialect.least(version);
    if (clauses.length === 0) return least;
    const separator = dialect.conjunction(requirement);
    const hasLower = intervalsOf({ start, end, clauses }).every(({ lower }) => lower !== undefined);
    return hasLower ? `${text.trimEnd()}${separator}${least}` : `${least}${separator}${text.trimStart()}`;
  }

  return remembering({
    ecosystem,
    isVersion,
    isPrerelease,
    ...(isBranch && { isBranch }),
    compare,
    satisfies(version, requirement) {
      const alternatives = parse(requirement);
      if (alternatives === undefined || !isVersion(version)) return undefined;
      return alternatives.some((alternative) => admits(alternative, version));
    },
    intervals: (requirement) => parse(requirement)?.flatMap(intervalsOf),
    raise(requirement, written) {
      const alternatives = parse(requirement);
      const version = dialect.clean(written);
      if (alternatives === undefined || !isVersion(version)) return undefined;
      const placed = alternatives.map((alternative) => ({ ...alternative, standing: standing(alternative, version) }));
      return raiseAlternatives(requirement, placed, (index) => {
        const alternative = alternatives[index];
        return alternative === undefined ? '' : raiseAlternative(requirement, alternative, version);
      });
    },
    pin,
  });
}
