import { compareDigits, type Interval } from '../scheme.ts';
import { comparePython, compareReleases, isPythonPrerelease, parsePython, type PythonVersion } from './version.ts';

export type Operator = '==' | '!=' | '<=' | '>=' | '<' | '>' | '~=' | '===';

/** One clause of a version specifier. */
export interface Clause {
  readonly operator: Operator;
  /** As written, without `.*`. */
  readonly text: string;
  /** Absent for `===` with a text that is no version. */
  readonly version?: PythonVersion;
  /** `==1.2.*`, `!=1.2.*`. */
  readonly wildcard: boolean;
}

const CLAUSE = /^\s*(===|==|!=|<=|>=|~=|<|>)\s*(\S+)\s*$/;

/** The clauses of `requirement`; none for an empty one or `*` (as Poetry and Pipenv write it). Undefined when it does not parse. */
export function parseSpecifier(requirement: string): readonly Clause[] | undefined {
  const text = requirement.trim().replace(/^\((.*)\)$/, '$1');
  if (text === '' || text === '*') return [];
  if (text.length > 1000) return undefined;
  const clauses: Clause[] = [];
  for (const part of text.split(',')) {
    if (part.trim() === '' && clauses.length > 0) continue;
    const clause = parseClause(part);
    if (clause === undefined) return undefined;
    clauses.push(clause);
  }
  return clauses;
}

/** Whether a requirement asks for a pre-release by name, be it as one end of a range; Poetry's spellings included. */
export const namesPrerelease = (requirement: string): boolean =>
  [...requirement.slice(0, 1000).matchAll(/([!=<>~^]*)\s*([^\s,|()!=<>~^]+)/g)].some(([, operator, text = '']) => {
    const version = operator === '!=' ? undefined : parsePython(text.replace(/\.\*$/, ''));
    return version !== undefined && isPythonPrerelease(version);
  });

function parseClause(part: string): Clause | undefined {
  const match = CLAUSE.exec(part);
  const operator = match?.[1] as Operator | undefined;
  const written = match?.[2];
  if (operator === undefined || written === undefined) return undefined;
  if (operator === '===') {
    const version = parsePython(written);
    return { operator, text: written, wildcard: false, ...(version && { version }) };
  }
  const wildcard = written.endsWith('.*');
  const text = wildcard ? written.slice(0, -2) : written;
  const version = parsePython(text);
  if (version === undefined) return undefined;
  if (wildcard && ((operator !== '==' && operator !== '!=') || version.dev !== undefined || version.local !== undefined))
    return undefined;
  // A local part can be asked for, but it has no place in an order of public versions.
  if (version.local !== undefined && operator !== '==' && operator !== '!=') return undefined;
  if (operator === '~=' && version.release.length < 2) return undefined;
  return { operator, text, wildcard, version };
}

/** Whether `version` lies in the clause. Pre-releases are ordinary members here: whether an installer takes one is its own setting. */
export function clauseAdmits(
  { operator, text, version: bound, wildcard }: Clause,
  version: PythonVersion,
  written: string,
): boolean {
  if (operator === '===') return text.toLowerCase() === written.trim().toLowerCase();
  if (bound === undefined) return false;
  const order = comparePython(version, bound, false);
  switch (operator) {
    case '==':
      return wildcard ? startsWith(version, bound) : equals(version, bound);
    case '!=':
      return wildcard ? !startsWith(version, bound) : !equals(version, bound);
    case '>=':
      return order >= 0;
    case '<=':
      return order <= 0;
    case '~=':
      return order >= 0 && isSameRelease(version, bound, bound.release.length - 1);
    case '>':
      return order > 0 && !isPostOf(version, bound);
    case '<':
      return order < 0 && !isPreOf(version, bound);
  }
}

const isPre = ({ pre, dev }: PythonVersion): boolean => pre !== undefined || dev !== undefined;

/** A post-release of `bound`, which `>` leaves out: of a final version or of a candidate, but not of what is one itself or a development version. */
const isPostOf = (version: PythonVersion, bound: PythonVersion): boolean =>
  version.post !== undefined &&
  bound.post === undefined &&
  bound.dev === undefined &&
  sameBase(version, bound) &&
  String(version.pre) === String(bound.pre);

/** A pre-release of `bound`, which `<` leaves out: of a final version, or the development version of a post-release. */
const isPreOf = (version: PythonVersion, bound: PythonVersion): boolean =>
  isPre(version) &&
  !isPre(bound) &&
  sameBase(version, bound) &&
  (bound.post === undefined ||
    (version.pre === undefined && version.post !== undefined && compareDigits(version.post, bound.post) === 0));

const sameBase = (a: PythonVersion, b: PythonVersion): boolean =>
  isSameRelease(a, b, Math.max(a.release.length, b.release.length));

const isSameRelease = (a: PythonVersion, b: PythonVersion, places: number): boolean =>
  a.epoch === b.epoch && compareReleases(a.release, b.release, places) === 0;

/** A local part is compared only when the specifier has one. */
const equals = (version: PythonVersion, bound: PythonVersion): boolean =>
  comparePython(version, bound, bound.local !== undefined) === 0;

/** `1.1.*` also holds the pre-, post- and development releases of 1.1; `1.1a1.*` holds what begins so. */
function startsWith(version: PythonVersion, bound: PythonVersion): boolean {
  if (!isSameRelease(version, bound, bound.release.length)) return false;
  if (bound.pre === undefined && bound.post === undefined) return true;
  if (compareReleases(version.release, bound.release) !== 0 || String(version.pre) !== String(bound.pre)) return false;
  return bound.post === undefined || version.post === bound.post;
}

const at = (version: string, inclusive: boolean): { version: string; inclusive: boolean } => ({ version, inclusive });

/** What a clause admits, as intervals over the order of versions. */
export function clauseIntervals({ operator, text, version, wildcard }: Clause): readonly Interval[] | undefined {
  if (version === undefined) return undefined;
  if (wildcard) {
    if (version.pre !== undefined || version.post !== undefined) return operator === '!=' ? [{}] : undefined;
    const lower = `${text}.dev0`;
    const upper = nextPrefix(version, version.release.length);
    return operator === '=='
      ? [{ lower: at(lower, true), upper: at(upper, false) }]
      : [{ upper: at(lower, false) }, { lower: at(upper, true) }];
  }
  switch (operator) {
    case '==':
    case '===':
      return [{ lower: at(text, true), upper: at(text, true) }];
    case '!=':
      return [{ upper: at(text, false) }, { lower: at(text, false) }];
    case '>=':
      return [{ lower: at(text, true) }];
    case '>':
      return [{ lower: at(text, false) }];
    case '<=':
      return [{ upper: at(text, true) }];
    case '<':
      return [{ upper: at(isPre(version) ? text : `${text}.dev0`, false) }];
    case '~=':
      return [{ lower: at(text, true), upper: at(nextPrefix(version, version.release.length - 1), false) }];
  }
}

/** The least version behind all that start with the first `places` numbers. */
function nextPrefix({ epoch, release }: PythonVersion, places: number): string {
  const numbers = release.slice(0, places);
  const last = BigInt(numbers.at(-1) ?? '0') + 1n;
  return `${epoch}!${[...numbers.slice(0, -1), String(last)].join('.')}.dev0`;
}
