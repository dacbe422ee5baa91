import type { Clause, Kind } from '../clause.ts';
import { COMPARISONS, comparisonIntervals, writtenClause } from '../comparison.ts';
import { schemeFor, totalOrder } from '../dialect.ts';
import { between } from '../interval.ts';
import { splitAt } from '../split.ts';
import { bumped, compareGems, isGemPrerelease, parseGem, releaseOf } from './version.ts';

const CLAUSE = /^(~>|!=|>=|<=|=|>|<|)(\s*)(\d\S*)$/;
/** In a Gemfile several requirements are texts of their own, so there may be quotes around the comma. */
const COMMA = /(?:["'](?:\.freeze)?)?\s*,\s*["']?/g;
const KINDS: Readonly<Record<string, Kind>> = { ...COMPARISONS, '': 'exact', '=': 'exact', '!=': 'not', '~>': 'pessimistic' };

/** Requirements of RubyGems (https://guides.rubygems.org/patterns/#pessimistic-version-constraint): a list of which all must hold. */
export const rubyVersions = schemeFor({
  ecosystem: 'RubyGems',
  isVersion: (text) => parseGem(text) !== undefined,
  isPrerelease(version) {
    const segments = parseGem(version);
    return segments !== undefined && isGemPrerelease(segments);
  },
  compare: totalOrder(parseGem, compareGems),
  parse(requirement) {
    const whole = { start: 0, end: requirement.length };
    if (requirement.trim() === '') return [{ ...whole, clauses: [] }];
    const clauses: Clause[] = [];
    for (const { text, start } of splitAt(requirement, COMMA)) {
      const clause = parseClause(text, start);
      if (clause === undefined) return undefined;
      clauses.push(clause);
    }
    return [{ ...whole, clauses }];
  },
  clean: (version) => version.trim(),
  least: (version) => `>= ${version}`,
  conjunction: (requirement) => requirement.match(COMMA)?.[0] ?? ', ',
  pin: (version) => version,
});

function parseClause(text: string, start: number): Clause | undefined {
  const match = CLAUSE.exec(text);
  if (match === null) return undefined;
  const [, operator = '', space = '', version = ''] = match;
  const kind = KINDS[operator];
  const segments = parseGem(version);
  if (kind === undefined || segments === undefined) return undefined;
  const written = { kind, operator, space, text: version };
  const place = { start, end: start + text.length };
  if (kind !== 'pessimistic') return writtenClause(written, place, comparisonIntervals(kind, version));
  const end = bumped(segments);
  return {
    ...writtenClause(written, place, [between(version, `${end.join('.')}.A`)]),
    admits(candidate) {
      const parsed = parseGem(candidate);
      // Pre-releases of the end are beyond it, though they sort before it.
      return parsed !== undefined && compareGems(parsed, segments) >= 0 && compareGems(releaseOf(parsed), end) < 0;
    },
  };
}
