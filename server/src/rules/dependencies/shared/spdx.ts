import { DEPRECATED_SPDX_LICENSES, SPDX_LICENSES, spdxSuccessor } from '../../../knowledge/spdx.ts';

/** An SPDX licence expression (https://spdx.github.io/spdx-spec/v3.0.1/annexes/spdx-license-expressions/). */
export type Expression =
  | { readonly kind: 'and' | 'or'; readonly left: Expression; readonly right: Expression }
  | {
      readonly kind: 'license';
      /** With its list's spelling, without `+`. */
      readonly id: string;
      readonly orLater: boolean;
      readonly exception?: string;
    };

export type License = Extract<Expression, { kind: 'license' }>;

const IDS: ReadonlyMap<string, string> = new Map(
  [...SPDX_LICENSES, ...DEPRECATED_SPDX_LICENSES].map((id) => [id.toLowerCase(), id]),
);
const REFERENCE = /^(?:DocumentRef-[\w.-]+:)?LicenseRef-[\w.-]+$/;
const MAX_LENGTH = 1000;

/** The list's spelling of an id; undefined for what is not on the list. */
export const spdxId = (text: string): string | undefined => IDS.get(text.toLowerCase());

/**
 * Undefined for what is no expression.
 * @param isExact whether ids and operators must be spelt as the list has them
 */
export function parseSpdx(text: string, isExact = false): Expression | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  const tokens = text.match(/[()]|[^\s()]+/g) ?? [];
  let at = 0;
  const isOperator = (word: string): boolean => {
    const token = tokens[at];
    return token !== undefined && (isExact ? token : token.toUpperCase()) === word;
  };
  const license = (): Expression | undefined => {
    const token = tokens[at++];
    if (token === undefined) return undefined;
    if (token === '(') {
      const inner = either();
      return tokens[at++] === ')' ? inner : undefined;
    }
    const orLater = token.endsWith('+');
    const written = orLater ? token.slice(0, -1) : token;
    const id = REFERENCE.test(written) ? written : spdxId(written);
    if (id === undefined || (isExact && id !== written)) return undefined;
    if (!isOperator('WITH')) return { kind: 'license', id, orLater };
    at++;
    const exception = tokens[at++];
    return exception !== undefined && /^[A-Za-z][\w.-]*$/.test(exception)
      ? { kind: 'license', id, orLater, exception }
      : undefined;
  };
  const chain = (word: 'AND' | 'OR', next: () => Expression | undefined): Expression | undefined => {
    let left = next();
    while (left && isOperator(word)) {
      at++;
      const right = next();
      left = right && { kind: word === 'AND' ? 'and' : 'or', left, right };
    }
    return left;
  };
  const both = (): Expression | undefined => chain('AND', license);
  const either = (): Expression | undefined => chain('OR', both);
  const found = either();
  return at === tokens.length ? found : undefined;
}

/** One licence, as the list writes it today: `GPL-3.0` is `GPL-3.0-only`, `GPL-3.0+` and `GPL-3.0-only+` are `GPL-3.0-or-later`. */
export function inCurrentIds(one: License): License {
  const { id, orLater, exception } = one;
  const later = orLater ? spdxId(`${familyOf(id)}-or-later`) : undefined;
  if (later !== undefined) return { ...one, id: later, orLater: false };
  const successor = parseSpdx(spdxSuccessor(id) ?? '');
  if (successor?.kind !== 'license') return one;
  // What stands with an id that is an exception already goes beyond what the list knows.
  return exception === undefined ? successor : successor.exception === undefined ? { ...successor, exception } : one;
}

/** The licences that an expression names. */
export const licensesIn = (expression: Expression): readonly string[] =>
  expression.kind === 'license' ? [expression.id] : [...licensesIn(expression.left), ...licensesIn(expression.right)];

/** The licence without what says whether later versions are meant: `GPL-3.0-only` and `GPL-3.0-or-later` are both `GPL-3.0`. */
export const familyOf = (id: string): string => id.replace(/-(?:only|or-later)$/, '');
