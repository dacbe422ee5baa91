import { compareText, orderOf, type Order } from '../scheme.ts';

/** Where a part stands among the words, all of which are below numbers: development versions first, what has no name for itself as text. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ['pre', 'c'],
  ['preview', 'c'],
  ['rc', 'c'],
  ['dev', '@'],
  ['-', 'final-'],
]);
/** Numbers are compared as texts of at least this many digits. */
const DIGITS = 8;
const END = '*final';
const HYPHEN = '*final-';

/**
 * The order of texts that were uploaded before PEP 440 and that it does not know, such as `2004d` or `0.1-r12`, as the index and setuptools had it until then
 * (https://setuptools.pypa.io/en/latest/pkg_resources.html#parsing-utilities): numbers by value, words before the end of a version where they name a stage below it.
 */
export function compareLegacy(a: string, b: string): Order {
  const x = keyOf(a);
  const y = keyOf(b);
  for (let index = 0; index < Math.min(x.length, y.length); index++) {
    const order = compareText(x[index] ?? '', y[index] ?? '');
    if (order !== 0) return order;
  }
  return orderOf(x.length - y.length);
}

function keyOf(text: string): readonly string[] {
  const key: string[] = [];
  const tokens =
    text
      .slice(0, 300)
      .toLowerCase()
      .match(/\d+|[a-z]+|-|[^\da-z.-]+/g) ?? [];
  for (const token of [...tokens, 'final']) {
    if (/^\d/.test(token)) {
      key.push(token.padStart(DIGITS, '0'));
      continue;
    }
    const word = `*${WORDS.get(token) ?? token}`;
    // What a stage below the release follows does not count: neither a hyphen nor zeros.
    if (word < END) while (key.at(-1) === HYPHEN) key.pop();
    while (key.at(-1) === '0'.repeat(DIGITS)) key.pop();
    key.push(word);
  }
  return key;
}
