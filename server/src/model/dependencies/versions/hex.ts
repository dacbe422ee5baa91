import type { Alternative, Clause, Kind } from './clause.ts';
import { COMPARISONS, comparisonIntervals, writtenClause } from './comparison.ts';
import { schemeFor, totalOrder } from './dialect.ts';
import { between } from './interval.ts';
import { incremented, leadingNumbers } from './precision.ts';
import type { Interval } from './scheme.ts';
import { compareSemver, parseLooseSemver, parsePartialSemver, parseSemver } from './semver.ts';
import { splitAt } from './split.ts';

const COMPARISON = /^(~>|==|!=|>=|<=|>|<|!|)(\s*)(\d\S*)$/;
const KINDS: Readonly<Record<string, Kind>> = {
  ...COMPARISONS,
  '': 'exact',
  '==': 'exact',
  '!=': 'not',
  '!': 'not',
  '~>': 'pessimistic',
};

/**
 * Requirements of Elixir's `Version` (https://hexdocs.pm/elixir/Version.html): comparisons joined by `and` and `or`, `and` the tighter one. Only `~>`
 * takes a version with two numbers. Pre-releases are ordinary members, as `Version.match?` has it; whether Hex takes one is its own setting.
 */
export const hexVersions = schemeFor({
  ecosystem: 'Hex',
  isVersion: (text) => parseSemver(text) !== undefined,
  isPrerelease: (version) => (parseSemver(version)?.prerelease.length ?? 0) > 0,
  compare: totalOrder(parseLooseSemver, compareSemver),
  parse(requirement) {
    const alternatives: Alternative[] = [];
    for (const { text, start } of splitAt(requirement, /\sor\s/g)) {
      const clauses: Clause[] = [];
      for (const part of splitAt(text, /\sand\s/g)) {
        const clause = parseComparison(part.text, start + part.start);
        if (clause === undefined) return undefined;
        clauses.push(clause);
      }
      alternatives.push({ start, end: start + text.length, clauses });
    }
    return alternatives;
  },
  clean: (version) => version.trim().replace(/\+.*$/, ''),
  least: (version) => `>= ${version}`,
  conjunction: () => ' and ',
  pin: (version) => `== ${version}`,
});

function parseComparison(text: string, start: number): Clause | undefined {
  const match = COMPARISON.exec(text);
  if (match === null) return undefined;
  const [, operator = '', space = '', version = ''] = match;
  const kind = KINDS[operator];
  const parsed = parsePartialSemver(version);
  if (kind === undefined || parsed === undefined || parsed.numbers.length < (kind === 'pessimistic' ? 2 : 3)) return undefined;
  const place = { start, end: start + text.length };
  return writtenClause({ kind, operator, space, text: version }, place, intervalsOf(kind, version));
}

/** A bound with two numbers is compared with zeros in place of those it lacks; pre-releases of the end are beyond it. */
function intervalsOf(kind: Kind, version: string): readonly Interval[] {
  if (kind !== 'pessimistic') return comparisonIntervals(kind, version);
  const numbers = leadingNumbers(version);
  return [between(version, `${[...incremented(numbers, numbers.length - 2), '0', '0'].slice(0, 3).join('.')}-0`)];
}
