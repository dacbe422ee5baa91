import type { Span } from '../../../base/span.ts';
import { unescapeToml } from '../../toml/index.ts';
import type { Dependency, Resolved } from '../dependency.ts';
import type { LockBlock, LockPair } from './lock-lines.ts';

/** A string of a lockfile with its place inside the quotes. */
export interface LockText {
  readonly text: string;
  readonly span: Span;
}

const QUOTE = 34;
const BACKSLASH = 92;

const HASHES = /\b(?:sha(?:1|224|256|384|512)|md5)(?:[:-]| = ")[\w+/=]+/g;

/** The block's own pair under `key`. */
export const pairOf = ({ pairs }: LockBlock, key: string, section = ''): LockPair | undefined =>
  pairs.find((pair) => pair.key === key && pair.section === section);

/** The string that is a pair's value. One of its quotes may be lost. */
export function textOf(text: string, pair: LockPair | undefined): LockText | undefined {
  if (pair === undefined) return undefined;
  const first = text[pair.start];
  const literal = first === "'" ? text.slice(pair.start + 1, pair.end).indexOf("'") : -1;
  if (literal >= 0) {
    const span = { start: pair.start + 1, end: pair.start + 1 + literal };
    return { text: text.slice(span.start, span.end), span };
  }
  const isOpened = first === '"';
  const found = stringFrom(text, isOpened ? pair.start + 1 : pair.start, pair.end);
  return isOpened || found.span.end < pair.end ? found : undefined;
}

/** The string under `key` of an inline table on the pair's first line. */
export function fieldOf(text: string, pair: LockPair | undefined, key: string): LockText | undefined {
  if (pair === undefined) return undefined;
  const line = text.slice(pair.start, pair.end);
  const label = `${key} = "`;
  const at = line.indexOf(label);
  if (at < 0 && line.includes(key)) return otherFieldOf(line, pair.start, key);
  if (at < 0 || (at > 0 && !' {,'.includes(line[at - 1] ?? ''))) return undefined;
  return stringFrom(text, pair.start + at + label.length, pair.end);
}

/** Of a line that was not written by a package manager as most do: `{key='text'}`. */
function otherFieldOf(line: string, start: number, key: string): LockText | undefined {
  for (let at = line.indexOf(key); at >= 0; at = line.indexOf(key, at + 1)) {
    const match = /^[ \t]*=[ \t]*(?:"([^"\\]*)"|'([^']*)')/.exec(line.slice(at + key.length, at + MAX_FIELD));
    const value = match?.[1] ?? match?.[2];
    if (!match || value === undefined || (at > 0 && !' \t{,'.includes(line[at - 1] ?? ''))) continue;
    const end = start + at + key.length + match[0].length - 1;
    return { text: value, span: { start: end - value.length, end } };
  }
  return undefined;
}

/** Names and addresses are not longer. */
const MAX_FIELD = 2000;

/** Up to the closing quote, or to the end of the line. */
function stringFrom(text: string, start: number, lineEnd: number): LockText {
  let end = start;
  while (end < lineEnd && text.charCodeAt(end) !== QUOTE) end += text.charCodeAt(end) === BACKSLASH ? 2 : 1;
  end = Math.min(end, lineEnd);
  return { text: unescapeToml(text.slice(start, end)), span: { start, end } };
}

/** What a list's text matches with, in the order of the file: the pattern's first group, each once. */
export function listed(text: string, pair: LockPair | undefined, pattern: RegExp): string[] {
  if (pair === undefined) return [];
  const found = new Set<string>();
  for (const [, name] of text.slice(pair.start, pair.until).matchAll(pattern)) if (name !== undefined) found.add(name);
  return [...found];
}

/** Hashes of files, as `sha256:…`. */
export const hashesOf = (text: string, pairs: readonly (LockPair | undefined)[]): string[] =>
  pairs.flatMap((pair) =>
    pair === undefined ? [] : (text.slice(pair.start, pair.until).match(HASHES) ?? []).map((hash) => hash.replace(' = "', ':')),
  );

/** The addresses of a package's files, in inline tables: `{ url = "…" }`. */
export function urlsOf(text: string, pairs: readonly (LockPair | undefined)[]): Resolved[] {
  const found: Resolved[] = [];
  for (const pair of pairs) {
    if (pair === undefined) continue;
    const own = pair.key === 'url' ? textOf(text, pair) : undefined;
    if (own?.text.startsWith('http')) found.push({ url: own.text, urlSpan: own.span });
    // In the pair's own text: a search of the file's rest for what few packages have would take the square of its length.
    const written = text.slice(pair.start, pair.until);
    for (let at = written.indexOf(URL_LABEL); at >= 0; at = written.indexOf(URL_LABEL, at + 1)) {
      const from = at + URL_LABEL.length;
      const to = written.indexOf('"', from);
      if (to < 0) break;
      const urlSpan = { start: pair.start + from, end: pair.start + to };
      if (written.startsWith('http', from)) found.push({ url: written.slice(from, to), urlSpan });
    }
  }
  return found;
}

/** The same as a field of a package; none for none. */
export function resolvedIn(text: string, pairs: readonly (LockPair | undefined)[]): Pick<Dependency, 'resolved'> | undefined {
  const resolved = urlsOf(text, pairs);
  return resolved.length > 0 ? { resolved } : undefined;
}

const URL_LABEL = 'url = "';

/** Texts of a list: `["a", "b"]`. */
export const TEXTS = /"([^"\n]*)"/g;
/** Names in a list of inline tables: `[{ name = "a" }]`. */
export const NAMES = /\bname = "([^"\n]*)"/g;
