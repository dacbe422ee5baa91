import { compareDigits, compareText, orderOf, type Order } from '../scheme.ts';

/** What Composer compares after normalisation: numbers and stability words, or the name of a branch. */
export type ComposerVersion = { readonly parts: readonly string[] } | { readonly branch: string };

const MODIFIER = '[._-]?(?:(stable|beta|b|rc|alpha|a|patch|pl|p)((?:[.-]?\\d)*))?([.-]?dev)?';
const CLASSICAL = new RegExp(`^v?(\\d{1,5})(\\.\\d+)?(\\.\\d+)?(\\.\\d+)?${MODIFIER}$`, 'i');
const DATED = new RegExp(`^v?(\\d{4}(?:[.:-]?\\d{2}){1,6}(?:[.:-]?\\d{1,3}){0,2})${MODIFIER}$`, 'i');
const NUMERIC_BRANCH = /^v?(\d+)(?:\.(\d+|[x*]))?(?:\.(\d+|[x*]))?(?:\.(\d+|[x*]))?[.-]?dev$/i;
/** What a branch such as 1.x stands for: behind all that is released from it. */
const LATEST = '9999999';
const WORDS: ReadonlyMap<string, string> = new Map([
  ['a', 'alpha'],
  ['b', 'beta'],
  ['p', 'patch'],
  ['pl', 'patch'],
]);
/** From the least; numbers stand between the end of a version and a patch. */
const RANKS: ReadonlyMap<string, number> = new Map([
  ['dev', 0],
  ['alpha', 1],
  ['beta', 2],
  ['rc', 3],
  ['patch', 6],
]);
const END = 4;
const NUMBER = 5;
const UNKNOWN = -1;

/** Composer's normalisation (https://getcomposer.org/doc/articles/versions.md and package composer/semver). */
export function parseComposer(written: string): ComposerVersion | undefined {
  if (written.length > 300) return undefined;
  let text = written.trim();
  text = /^([^,\s]+) +as +[^,\s]+$/.exec(text)?.[1] ?? text;
  text = text.replace(/@(?:stable|rc|beta|alpha|dev)$/i, '');
  if (/^(?:master|trunk|default)$/.test(text)) return { branch: text };
  if (/^dev-/i.test(text)) return { branch: text.slice(4) };
  text = /^([^,\s+]+)\+\S+$/.exec(text)?.[1] ?? text;
  const classical = CLASSICAL.exec(text);
  if (classical !== null) {
    const [, major = '0', minor = '', patch = '', fourth = '', word, numbers, dev] = classical;
    const parts = [major, ...[minor, patch, fourth].map((part) => part.slice(1) || '0')];
    return { parts: [...parts, ...modifiers(word, numbers, dev)] };
  }
  const dated = DATED.exec(text);
  if (dated !== null) {
    const [, date = '', word, numbers, dev] = dated;
    return { parts: [...date.split(/\D/), ...modifiers(word, numbers, dev)] };
  }
  const branch = NUMERIC_BRANCH.exec(text);
  if (branch === null) return undefined;
  const parts = [1, 2, 3, 4].map((group) => branch[group] ?? 'x');
  return { parts: [...parts.map((part) => (/\d/.test(part) ? part : LATEST)), 'dev'] };
}

/** The place in the order of what Composer refuses but PHP's version_compare takes: unknown words stand below all stabilities. */
export function parseLooseComposer(text: string): ComposerVersion | undefined {
  const version = parseComposer(text);
  if (version !== undefined || text.length > 300 || !/^\s*v?\d/i.test(text)) return version;
  const parts =
    text
      .trim()
      .replace(/^v/i, '')
      .toLowerCase()
      .match(/\d+|[^\W\d_]+/g) ?? [];
  const words = parts.findIndex((part) => !/^\d/.test(part));
  const numbers = words < 0 ? parts : parts.slice(0, words);
  const filled = [...numbers, '0', '0', '0'].slice(0, Math.max(4, numbers.length));
  return { parts: [...filled, ...parts.slice(numbers.length).map((part) => WORDS.get(part) ?? part)] };
}

function modifiers(word: string | undefined, numbers = '', dev?: string): readonly string[] {
  const name = word?.toLowerCase();
  // Composer knows this word in lower case alone; in capitals it is one that it does not know.
  if (word === 'stable') return [];
  const stability = name === undefined ? [] : [WORDS.get(name) ?? name, ...(numbers.match(/\d+/g) ?? [])];
  return dev === undefined ? stability : [...stability, 'dev'];
}

/** Whether its stability is below stable. */
export const isUnstable = (version: ComposerVersion): boolean =>
  'branch' in version || version.parts.some((part) => part !== 'stable' && rankOf(part) < END);

/** As PHP's version_compare has it for normalised versions; branches, which Composer does not order, are below as text. */
export function compareComposer(a: ComposerVersion, b: ComposerVersion): Order {
  if ('branch' in a || 'branch' in b) {
    return 'branch' in a && 'branch' in b ? compareText(a.branch, b.branch) : 'branch' in a ? -1 : 1;
  }
  for (let index = 0; index < Math.max(a.parts.length, b.parts.length); index++) {
    const x = a.parts[index];
    const y = b.parts[index];
    const rank = rankOf(x);
    const order = orderOf(rank - rankOf(y)) || (rank === NUMBER ? compareDigits : compareText)(x ?? '', y ?? '');
    if (order !== 0) return order;
  }
  return 0;
}

function rankOf(part: string | undefined): number {
  if (part === undefined) return END;
  return RANKS.get(part) ?? (/^\d/.test(part) ? NUMBER : UNKNOWN);
}
