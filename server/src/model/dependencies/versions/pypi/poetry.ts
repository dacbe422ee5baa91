import type { Clause, Kind } from '../clause.ts';
import { COMPARISONS, comparisonIntervals, writtenClause } from '../comparison.ts';
import { schemeFor, type Dialect } from '../dialect.ts';
import { between } from '../interval.ts';
import { incremented, leadingNumbers } from '../precision.ts';
import type { Interval } from '../scheme.ts';
import { splitAt } from '../split.ts';
import { clauseAdmits, clauseIntervals, parseSpecifier } from './specifier.ts';
import { parsePython } from './version.ts';

const CLAUSE = /^(\^|~=|~|===|==|!=|>=|<=|>|<|)(\s*)(v?\d[^\s,|]*?)(\.\*)?$/;
/** What only Poetry has: carets, tildes, alternatives, versions without an operator, and white space instead of a comma. */
const POETRY = /\^|~(?!=)|\||^\s*v?\d|,\s*v?\d|[\w*]\s+[<>=!~]/;
/** Between what must all hold: a comma, or white space in front of an operator. */
const AND = /,|(?<=[\w*])\s+(?=[<>=!~^])/g;

/** Whether a requirement is written as only Poetry and Pipenv do. */
export const isPoetry = (requirement: string): boolean => POETRY.test(requirement);

/** Requirements as Poetry writes them (https://python-poetry.org/docs/dependency-specification/#version-constraints); what it shares with PEP 440 means the same. */
export const poetryScheme = (pypi: Pick<Dialect, 'isVersion' | 'isPrerelease' | 'compare'>) =>
  schemeFor({
    ...pypi,
    ecosystem: 'PyPI',
    parse(requirement) {
      const alternatives = splitAt(requirement, /\|\|?/g).map(({ text, start }) => {
        const clauses = splitAt(text, AND).map((part) => clauseOf(part.text, start + part.start));
        return {
          start,
          end: start + text.length,
          clauses: clauses.filter((clause) => clause !== undefined),
          isWhole: clauses.every(Boolean),
        };
      });
      return alternatives.every(({ isWhole }) => isWhole) ? alternatives : undefined;
    },
    clean: (version) => version.trim(),
    least: (version) => `>=${version}`,
    conjunction: (requirement) => (/,\s/.test(requirement) ? ', ' : /,|^\S*$/.test(requirement) ? ',' : ' '),
    pin: (version) => `==${version}`,
  });

function clauseOf(written: string, start: number): Clause | undefined {
  const [, operator = '', space = '', text = '', wildcard] = CLAUSE.exec(written) ?? [];
  if (parsePython(text) === undefined) return undefined;
  const place = { start, end: start + written.length };
  const numbers = leadingNumbers(text);
  if (operator === '^' || operator === '~') {
    if (wildcard !== undefined) return undefined;
    const kind: Kind = 'caret';
    return writtenClause({ kind, operator, space, text, starting: idiom }, place, [spanOf(text, numbers, operator === '~')]);
  }
  // The rest is PEP 440's, but for the operator that may be missing.
  const [clause] = parseSpecifier(`${operator === '' ? '==' : operator}${text}${wildcard ?? ''}`) ?? [];
  if (clause === undefined) return undefined;
  const kind = wildcard === undefined ? KINDS[operator] : 'prefix';
  if (kind === undefined || operator === '!=') {
    const intervals = clauseIntervals(clause) ?? comparisonIntervals('not', text);
    return { ...place, intervals, admits: admitsOf(clause), raise: () => ({ text: written, floor: false }) };
  }
  const starting = (version: string): string =>
    operator === '' && numbers.length < 3 ? idiom(version, numbers) : `>=${version},${operator}${space}${text}${wildcard ?? ''}`;
  return {
    ...writtenClause({ kind, operator, space, text: text + (wildcard ?? ''), starting }, place, clauseIntervals(clause) ?? []),
    admits: admitsOf(clause),
  };
}

/** What `1.*` says with a caret and `1.4.*` with a tilde. */
const idiom = (version: string, numbers: readonly string[]): string =>
  numbers.length > 1 ? `~${version}` : /^0+$/.test(numbers[0] ?? '') ? `>=${version},<1.0` : `^${version}`;

const KINDS: Readonly<Record<string, Kind>> = { ...COMPARISONS, '': 'exact', '==': 'exact', '===': 'exact' };

const admitsOf =
  (clause: Parameters<typeof clauseAdmits>[0]) =>
  (version: string): boolean => {
    const parsed = parsePython(version);
    return parsed !== undefined && clauseAdmits(clause, parsed, version);
  };

/** `^1.2.3` ends before 2, `^0.2.3` before 0.3, `~1.2.3` before 1.3, `~1` before 2. */
function spanOf(text: string, numbers: readonly string[], isTilde: boolean): Interval {
  const last = numbers.length - 1;
  const significant = numbers.findIndex((number) => !/^0+$/.test(number));
  const place = isTilde ? Math.min(1, last) : significant < 0 ? last : significant;
  return between(text, `${incremented(numbers, place).join('.')}.dev0`);
}
