import { compareDigits, compareText, orderOf, type Order } from '../scheme.ts';

/** A number (digits), a qualifier (letters, folded), or what a hyphen or a change between letters and digits starts. */
type Item = string | readonly Item[];

/** Longer texts are cut off: nobody's version is. */
const LONGEST = 300;
/** From the least: https://maven.apache.org/pom.html#version-order-specification. The empty one is a release. */
const QUALIFIERS = ['alpha', 'beta', 'milestone', 'rc', 'snapshot', '', 'sp'];
const RELEASE = QUALIFIERS.indexOf('');
const ALIASES: ReadonlyMap<string, string> = new Map([
  ['cr', 'rc'],
  ['ga', ''],
  ['final', ''],
  ['release', ''],
]);
/** Only directly before a digit. */
const ABBREVIATIONS: ReadonlyMap<string, string> = new Map([
  ['a', 'alpha'],
  ['b', 'beta'],
  ['m', 'milestone'],
]);

/** Orders any two texts as Maven's ComparableVersion does; every text is a version to it. */
export const compareMaven = (a: string, b: string): Order => compareLists(parse(a), parse(b));

/** Words for what is not released yet that the order does not know, and the time at which a snapshot was built. */
const UNRELEASED =
  /(?<=[-._\d])(?:pre(?:view)?|pr|dev|eap?|nightly|canary|experimental|build-snapshot)(?=[-._+\d]|$)|-\d{8}\.\d{6}-\d+$/i;

/** Whether it sorts before the release of the same numbers, or says that it is not released. */
export function isMavenPrerelease(version: string): boolean {
  const numbers = /^\d+(?:\.\d+)*/.exec(version)?.[0];
  return numbers !== undefined && (UNRELEASED.test(version.slice(0, LONGEST)) || compareMaven(version, numbers) < 0);
}

function parse(text: string): readonly Item[] {
  const root: Item[] = [];
  const stack: Item[][] = [root];
  let list = root;
  const nest = (): void => {
    const inner: Item[] = [];
    list.push(inner);
    stack.push(inner);
    list = inner;
  };
  const tokens =
    text
      .slice(0, LONGEST)
      .toLowerCase()
      .match(/\d+|[^\d.-]+|[.-]/g) ?? [];
  let previous = '.';
  for (const [index, token] of tokens.entries()) {
    const isSeparator = token === '.' || token === '-';
    if (isSeparator) {
      // Nothing between two separators is a zero.
      if (previous === '.' || previous === '-') list.push('0');
      if (token === '-') nest();
    } else {
      const isDigits = /\d/.test(token);
      const followsText = previous !== '.' && previous !== '-';
      const isBeforeDigits = /^\d/.test(tokens[index + 1] ?? '');
      // A qualifier is as after a hyphen wherever it stands, unless a separator follows it.
      const isLast = index === tokens.length - 1;
      if (followsText || (!isDigits && (isBeforeDigits || isLast) && list.length > 0)) nest();
      list.push(isDigits ? token.replace(/^0+(?=\d)/, '') : qualifier(token, isBeforeDigits));
    }
    previous = token;
  }
  for (const inner of stack.reverse()) normalize(inner);
  return root;
}

function qualifier(token: string, isBeforeDigits: boolean): string {
  const word = (isBeforeDigits ? ABBREVIATIONS.get(token) : undefined) ?? token;
  return ALIASES.get(word) ?? word;
}

/** Takes out what says nothing: zeros and empty parts at the end and before a qualifier or a hyphen. */
function normalize(list: Item[]): void {
  for (let index = list.length - 1; index >= 0; index--) {
    if (isNull(list[index])) list.splice(index, 1);
    else if (!Array.isArray(list[index])) break;
  }
}

const isNull = (item: Item | undefined): boolean => item === '0' || item === '' || item?.length === 0;

const isNumber = (item: Item): item is string => typeof item === 'string' && /^\d/.test(item);

/**
 * Items in turn. Maven itself compares 1.foo.2 above 1, 1 above 1-alpha, and 1-alpha above 1.foo.2, because it looks at the kinds of two items (qualifiers,
 * then lists, then numbers) before it asks which side of the plain release they are on. Asked in the other order the result is the same for all that
 * Maven orders without a contradiction.
 */
function compareLists(a: readonly Item[], b: readonly Item[]): Order {
  for (let index = 0; index < Math.max(a.length, b.length); index++) {
    const side = sideOf(a, index);
    const order = orderOf(side - sideOf(b, index));
    if (order !== 0) return order;
    const x = a[index];
    const y = b[index];
    if (side === 0 || x === undefined || y === undefined) return 0;
    const difference = compareItems(x, y);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Whether what follows from `start` on puts a version before (-1) or behind (1) the release without it. */
function sideOf(list: readonly Item[], start = 0): Order {
  for (let index = start; index < list.length; index++) {
    const item = list[index] ?? '';
    const side = Array.isArray(item)
      ? sideOf(item)
      : isNumber(item)
        ? item === '0'
          ? 0
          : 1
        : compareQualifiers(String(item), '');
    if (side !== 0) return side;
  }
  return 0;
}

function compareItems(a: Item, b: Item): Order {
  const order = orderOf(kindOf(a) - kindOf(b));
  if (order !== 0) return order;
  if (typeof a === 'string' && typeof b === 'string') return isNumber(a) ? compareDigits(a, b) : compareQualifiers(a, b);
  return typeof a === 'string' || typeof b === 'string' ? 0 : compareLists(a, b);
}

const kindOf = (item: Item): number => (isNumber(item) ? 2 : typeof item === 'string' ? 0 : 1);

/** Unknown qualifiers are behind the known ones, as text. */
function compareQualifiers(a: string, b: string): Order {
  const x = QUALIFIERS.indexOf(a);
  const y = QUALIFIERS.indexOf(b);
  if (x < 0 && y < 0) return compareText(a, b);
  return orderOf((x < 0 ? RELEASE + 2 : x) - (y < 0 ? RELEASE + 2 : y));
}
