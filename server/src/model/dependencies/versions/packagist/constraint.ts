import type { Clause, Kind } from '../clause.ts';
import { COMPARISONS, comparisonIntervals, writtenClause } from '../comparison.ts';
import { below, between, contains, from, intersectAll } from '../interval.ts';
import { cut, fitted, incremented, leadingNumbers } from '../precision.ts';
import type { Interval, Order } from '../scheme.ts';
import { isUnstable, parseComposer } from './version.ts';

/** Operator, space, version, stability flag, what it is for Composer only (a commit or an alias). */
export const CONSTRAINT =
  /^(\^|~|<>|!=|>=|<=|==|=|>|<|)(\s*)([^\s,|@#<>=^~!]*)(@(?:stable|rc|beta|alpha|dev))?(#[^\s,|]*)?( +as +[^\s,|]+)?(?=[\s,]|$)/i;
const VERSION = '[vV]?\\d+(?:\\.\\d+){0,3}(?:[._-]?[a-zA-Z][\\w.-]*)?(?:\\+[\\w.-]+)?';
const HYPHEN = new RegExp(`^(${VERSION})(\\s+-\\s+)(${VERSION})(?=[\\s,]|$)`);
const KINDS: Readonly<Record<string, Kind>> = {
  ...COMPARISONS,
  '': 'exact',
  '=': 'exact',
  '==': 'exact',
  '!=': 'not',
  '<>': 'not',
  '^': 'caret',
  '~': 'pessimistic',
};
const ANYTHING = /^v?[x*](?:\.[x*])*$/i;
const PREFIX = /^v?\d+(?:\.\d+){0,2}(?:\.[xX*])+$/;
/** Release candidates are not among them: Composer looks for the upper case in a text that it made lower case. */
const NAMED_STABILITY = /-[._-]?(?:(?:stable|beta|b|alpha|a|patch|pl|p)[\d.-]*)?(?:[.-]?dev)?$/i;

type Compare = (a: string, b: string) => Order;

export function parseClause(match: RegExpExecArray, start: number, compare: Compare): Clause | undefined {
  const [whole, operator = '', space = '', named = '', flag = '', commit = '', alias = ''] = match;
  // A flag alone is one on everything; `feature-dev` is the branch of that name.
  const bare = named === '' && operator === '' && flag !== '' ? '*' : named;
  const text = parseComposer(bare) === undefined && /^[\w./-]+-dev$/.test(bare) ? `dev-${bare.slice(0, -4)}` : bare;
  const isRange = operator === '' && (ANYTHING.test(text) || PREFIX.test(text));
  const kind = isRange ? 'prefix' : KINDS[operator];
  const version = parseComposer(text);
  if (kind === undefined || (!isRange && version === undefined)) return undefined;
  const isNumeric = version === undefined || 'parts' in version;
  if ((kind === 'caret' || kind === 'pessimistic') && !isNumeric) return undefined;
  // Behind white space Composer reads the flag as one of the project's stability, not as a part of the bound.
  const stability = space !== '' || /^@stable$/i.test(flag) ? '' : flag.slice(1);
  const place = { start, end: start + whole.length };
  const written = { kind, operator, space, text: named, after: `${flag}${commit}${alias}`, starting };
  const intervals = isNumeric ? intervalsOf(kind, text, stability) : comparisonIntervals(kind, text);
  const clause = writtenClause(written, place, intervals);
  return {
    ...clause,
    // Branches are only equal or not; no version takes the place of one, or of what passes for another version.
    admits: (candidate) => admitsBranch(kind, text, candidate, compare) ?? admitsVersion(intervals, candidate, compare),
    ...((!isNumeric || alias !== '') && { raise: () => ({ text: whole, floor: false }) }),
  };
}

function admitsBranch(kind: Kind, text: string, candidate: string, compare: Compare): boolean | undefined {
  const isBranch = (version: string): boolean => {
    const parsed = parseComposer(version);
    return parsed !== undefined && 'branch' in parsed;
  };
  if (!isBranch(candidate) && !isBranch(text)) return undefined;
  if (kind === 'prefix') return /^[xX*]$/.test(text);
  return kind === 'exact' ? compare(candidate, text) === 0 : kind === 'not' && compare(candidate, text) !== 0;
}

const admitsVersion = (intervals: readonly Interval[], candidate: string, compare: Compare): boolean =>
  intervals.some((interval) => contains(compare, interval, candidate));

/** Bounds include the development versions of what they name, and leave out those of what they end at. */
function intervalsOf(kind: Kind, text: string, stability: string): readonly Interval[] {
  const numbers = leadingNumbers(text);
  const last = numbers.length - 1;
  switch (kind) {
    case 'prefix':
      if (last < 0) return /^[xX*]$/.test(text) ? [{}] : [from(devOf(['0']))];
      return [between(devOf(numbers), devOf(incremented(numbers, last)))];
    case 'caret': {
      const significant = numbers.slice(0, 3).findIndex((number) => number !== '0');
      return [between(lowerBound(text), devOf(incremented(numbers, significant < 0 ? Math.min(last, 2) : significant)))];
    }
    case 'pessimistic': {
      // `~2.x-dev` is held at the place of the x.
      const places = /\.[xX*][.-]?dev$/i.test(text) ? numbers.length + 1 : numbers.length;
      return [between(lowerBound(text), devOf(incremented(numbers, Math.max(0, places - 2))))];
    }
    case 'exact':
      return comparisonIntervals(kind, text);
    default:
      return comparisonIntervals(kind, bound(kind, text, stability));
  }
}

/** The least version with these numbers. */
const devOf = (numbers: readonly string[]): string => `${[...numbers, '0', '0', '0'].slice(0, 4).join('.')}-dev`;

const hasStability = (text: string): boolean => /[a-z]/i.test(text.replace(/^v/i, '').replace(/\+.*$/, ''));

const lowerBound = (text: string): string => (hasStability(text) || text.includes('+') ? text : `${text}-dev`);

function bound(kind: Kind, text: string, stability: string): string {
  const version = text.replace(/\+.*$/, '');
  const parsed = parseComposer(version);
  if (stability !== '' && parsed && !isUnstable(parsed)) return `${version.replace(/[._-]?stable.*$/i, '')}-${stability}`;
  const isOpen = kind === 'below' || kind === 'least';
  return isOpen && !NAMED_STABILITY.test(version) ? `${version}-dev` : version;
}

/** `1.0 - 2.0` includes all that starts with 2.0, `1.0.0 - 2.1.0` ends at 2.1.0. */
export function parseHyphenRange(text: string, start: number, compare: Compare): Clause | undefined {
  const match = HYPHEN.exec(text);
  if (match === null) return undefined;
  const [whole, first = '', dash = '', last = ''] = match;
  if (parseComposer(first) === undefined || parseComposer(last) === undefined) return undefined;
  const numbers = leadingNumbers(last);
  const isPartial = numbers.length < 3 && !hasStability(last);
  const upper = isPartial
    ? below(devOf(incremented(numbers, numbers.length - 1)))
    : { upper: { version: last, inclusive: true } };
  return {
    start,
    end: start + whole.length,
    intervals: intersectAll(compare, [[from(lowerBound(first))], [upper]]),
    raise(version, admitted) {
      const floor = fitted(version, leadingNumbers(first).length);
      const isBeyond = !admitted && admitsVersion([from(lowerBound(first))], version, compare);
      return { text: `${floor}${dash}${isBeyond ? (isPartial ? cut(version, numbers.length) : version) : last}`, floor: true };
    },
  };
}

/** What `1.*` says with a caret and `1.4.*` with a tilde. */
function starting(version: string, numbers: readonly string[]): string {
  if (numbers.length === 0) return `>=${version}`;
  if (numbers.length > 1) {
    const target = fitted(version, numbers.length + 1);
    const isSame = leadingNumbers(target).length === numbers.length + 1;
    return isSame ? `~${target}` : `>=${version} <${incremented(numbers, numbers.length - 1).join('.')}`;
  }
  return numbers[0] === '0' ? `>=${version} <1.0` : `^${version}`;
}
