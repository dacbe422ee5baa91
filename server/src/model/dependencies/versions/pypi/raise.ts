import type { VersionScheme } from '../scheme.ts';
import { movedUpperBound, numbersOf } from '../upper-bound.ts';
import { clauseAdmits, parseSpecifier, type Clause } from './specifier.ts';
import { parsePython } from './version.ts';

const WRITTEN = /(===|==|!=|<=|>=|~=|<|>)(\s*)([^\s,)]+)/g;

/** `requirement` raised to `version`, white space, order and operators kept. */
export function raisePython(requirement: string, version: string, scheme: VersionScheme): string | undefined {
  const clauses = parseSpecifier(requirement);
  const parsed = parsePython(version);
  if (clauses === undefined || parsed === undefined || isAbove(requirement, version, scheme)) return undefined;
  if (clauses.length === 0) return `>=${version}`;
  const admitted = clauses.map((clause) => clauseAdmits(clause, parsed, version));
  const isLeast = clauses.map(({ operator }) => operator.startsWith('>'));
  // Where a least version stands beside others that hold already, it alone has to be raised.
  const isLeastEnough = isLeast.includes(true) && isLeast.every((is, index) => is || admitted[index]);
  const results = clauses.map((clause, index) =>
    isLeastEnough && isLeast[index] !== true ? { floor: false } : raiseClause(clause, version, admitted[index] === true),
  );
  let index = 0;
  const raised = requirement.replace(WRITTEN, (text: string, operator: string, space: string) => {
    const result = results[index++];
    return result?.text === undefined ? text : `${result.operator ?? operator}${space}${result.text}`;
  });
  if (results.some(({ floor }) => floor)) return raised;
  const separator = /,\s+/.test(raised) ? ', ' : ',';
  return clauses.every(({ operator }) => operator.startsWith('<') || operator === '!=')
    ? `>=${version}${separator}${raised.trimStart()}`
    : `${raised.trimEnd()}${separator}>=${version}`;
}

/** Whether everything that `requirement` admits lies above `version`. */
function isAbove(requirement: string, version: string, scheme: VersionScheme): boolean {
  const intervals = scheme.intervals(requirement);
  return (
    intervals !== undefined &&
    intervals.length > 0 &&
    intervals.every(({ lower }) => lower !== undefined && scheme.compare(version, lower.version) < 0)
  );
}

interface Raised {
  /** The new version text; absent: the clause stays. */
  readonly text?: string;
  readonly operator?: string;
  /** Whether the clause now keeps lower versions out. */
  readonly floor: boolean;
}

function raiseClause({ operator, text, wildcard, version: bound }: Clause, version: string, admitted: boolean): Raised {
  const places = bound?.release.length ?? 1;
  const v = operator === '===' ? '' : (/^v(?=\d)/i.exec(text)?.[0] ?? '');
  switch (operator) {
    case '===':
    case '==':
      if (!wildcard) return { text: v + version, floor: true };
      return admitted ? { floor: false } : { text: `${cut(version, places)}.*`, floor: true };
    case '>=':
      return { text: v + version, floor: true };
    case '>':
      return { text: v + version, operator: '>=', floor: true };
    case '~=': {
      // `~=1.4` ends at 2 and `~=1.4.5` at 1.5: more numbers would move the end.
      const whole = numbersOf(version).length <= places;
      if (admitted) return whole ? { text: padded(version, places), floor: true } : { floor: false };
      return { text: whole ? padded(version, places) : cut(version, places), floor: true };
    }
    case '<':
      return admitted ? { floor: false } : { text: movedUpperBound(text, version), floor: false };
    case '<=':
      return admitted ? { floor: false } : { text: version, floor: false };
    case '!=':
      return { floor: false };
  }
}

const cut = (version: string, places: number): string => {
  const numbers = numbersOf(version);
  return Array.from({ length: places }, (_, index) => numbers[index] ?? 0).join('.');
};

/** A release version with zeros up to `places` numbers; anything with a suffix stays. */
const padded = (version: string, places: number): string => (/^\d+(?:\.\d+)*$/.test(version) ? cut(version, places) : version);
