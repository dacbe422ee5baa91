import { closingQuote, unescapeJson } from '../../json/string.ts';
import { isMistyped } from '../misspelt.ts';
import { FIELDS, LISTS, PARTS, rawPackage, type LockField, type RawPackage } from './locked.ts';

const SECTIONS = ['packages', 'packages-dev'];
const PACKAGES_HERE = /^"packages(?:-dev)?"\s*:\s*\[\s*\{/;
const QUOTE = 34;
const COMMA = 44;
const COLON = 58;
const OPEN = 123;
const CLOSE = 125;

/**
 * The packages of composer.lock in the layout that Composer writes, or another one with a key a line; undefined where there is none. Lines are cut by what they
 * are indented with; a line whose break was lost is two.
 */
export function composerLockLines(text: string): RawPackage[] | undefined {
  const unit = indentationOf(text);
  if (unit === 0) return undefined;
  const packages: RawPackage[] = [];
  let section = '';
  let list = '';
  let current: RawPackage | undefined;
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;

  const readPair = (key: string, field: LockField): void => {
    if (key === 'name' && current?.fields.has('name') !== false) current = open(field.span.start);
    if (FIELDS.has(key)) current?.fields.set(key, field);
  };
  const open = (start: number): RawPackage => {
    const opened = rawPackage(section, start);
    packages.push(opened);
    list = '';
    return opened;
  };

  while (at < text.length) {
    const feed = text.indexOf('\n', at);
    const next = feed < 0 ? text.length : feed;
    let start = at;
    while (start < next && (isBlank(text.charCodeAt(start)) || text.charCodeAt(start) === COMMA)) start++;
    let level = Math.round((start - at) / unit);
    at = next + 1;
    if (start >= next || level > 4) continue;
    if (level === 4 && list === '') continue;
    const first = text.charCodeAt(start);
    // A list at the top holds objects: one that seems to stand beside it lacks a blank.
    if (level === 1 && section !== '' && (first === OPEN || first === CLOSE)) level = 2;
    if (level <= 1) {
      const opened = sectionIn(text, start, next);
      // A line break got into the line of a package.
      if (level === 0 && first !== CLOSE && opened === undefined) continue;
      section = opened ?? '';
      current = undefined;
      list = '';
      // Packages on the line of their list: another tool wrote the file.
      if (section !== '' && PACKAGES_HERE.test(text.slice(start, Math.min(next, start + 200)))) return undefined;
      continue;
    }
    if (section === '') continue;
    if (level === 2) {
      if (first === CLOSE) {
        if (current) current.end = start + 1;
        current = undefined;
        list = '';
        const brace = text.slice(start, next).indexOf('{');
        if (brace >= 0) current = open(start + brace);
        continue;
      }
      if (first !== OPEN) continue;
      current = open(start);
      start++;
      while (start < next && isBlank(text.charCodeAt(start))) start++;
      if (start >= next) continue;
    }
    if (current) current.end = next;
    if (level === 4) {
      if (current) readListed(text, list, start, next, current);
      continue;
    }
    for (let pair = pairAt(text, start, next); pair; pair = pairAt(text, pair.next, next)) {
      const { key, value } = pair;
      list = '';
      if (value !== undefined) readPair(key, value);
      else if (LISTS.has(key)) {
        list = key;
        if (current) readInline(text, key, pair.next, next, current);
        break;
      }
    }
  }
  return packages.length === 0 ? undefined : packages;
}

const isBlank = (code: number): boolean => code === 32 || code === 9 || code === 13;

/** The last list that a line at the top opens: a line whose break was lost has more than one pair. */
function sectionIn(text: string, start: number, end: number): string | undefined {
  let key: string | undefined;
  let from = start;
  while (from < end && (isBlank(text.charCodeAt(from)) || /[\]}{,]/.test(text[from] ?? ''))) from++;
  for (let pair = pairAt(text, from, end); pair; pair = pairAt(text, pair.next, end)) {
    key = pair.key;
    if (pair.value === undefined) break;
  }
  return key === undefined ? undefined : (SECTIONS.find((one) => one === key) ?? SECTIONS.find((one) => isMistyped(one, key)));
}

/** Keys at the top that every file of Composer has. */
const TOP = /^([ \t]+)"(?:_readme|content-hash|hash|packages)":/gm;

/** How many characters a level is indented with; 0 where nothing is. */
function indentationOf(text: string): number {
  const known = [...text.slice(0, 4000).matchAll(TOP)].slice(0, 3).map(([, blank = '']) => blank.length);
  // One of them may lack a blank.
  if (known.length > 0) return known.toSorted((a, b) => a - b)[known.length >> 1] ?? 0;
  const first = /\n([ \t]+)\S/.exec(text.slice(0, 1000));
  return first?.[1]?.length ?? 0;
}

interface Pair {
  readonly key: string;
  /** Absent where a list or an object begins. */
  readonly value: LockField | undefined;
  /** Where the next pair of the line may be. */
  readonly next: number;
}

/** `"key": "value"` from `at` on. One quote or the colon may be lost. */
function pairAt(text: string, at: number, end: number): Pair | undefined {
  let start = at;
  while (start < end && (isBlank(text.charCodeAt(start)) || text.charCodeAt(start) === COMMA)) start++;
  if (start >= end) return undefined;
  if (text.charCodeAt(start) === QUOTE) start++;
  const length = text.slice(start, end).indexOf('"');
  if (length < 0) {
    // A list whose key has lost its closing quote.
    const key = /^([\w-]+):? *[[{]/.exec(text.slice(start, Math.min(end, start + 200)))?.[1];
    return key === undefined ? undefined : { key, value: undefined, next: end };
  }
  const quote = start + length;
  const key = unescapeJson(text.slice(start, quote).replace(/\s*:\s*$/, ''));
  let from = quote + 1;
  while (from < end && (isBlank(text.charCodeAt(from)) || text.charCodeAt(from) === COLON)) from++;
  const first = text.charCodeAt(from);
  if (first === OPEN || first === 91 || from >= end) return { key, value: undefined, next: from };
  if (first === QUOTE) from++;
  const inner = closingQuote(text.slice(from, end), 0);
  let stop = from + inner;
  if (inner < 0) {
    // `true`, or a text whose quote was lost.
    stop = end;
    while (stop > from && (isBlank(text.charCodeAt(stop - 1)) || text.charCodeAt(stop - 1) === COMMA)) stop--;
    return { key, value: { text: unescapeJson(text.slice(from, stop)), span: { start: from, end: stop } }, next: end };
  }
  return { key, value: { text: unescapeJson(text.slice(from, stop)), span: { start: from, end: stop } }, next: stop + 1 };
}

/** A line below `source`, `dist`, `require` or `license`. */
function readListed(text: string, list: string, start: number, end: number, raw: RawPackage): void {
  if (list === 'license') {
    raw.licenses.push(...textsIn(text, start, end));
    return;
  }
  const pair = pairAt(text, start, end);
  if (pair === undefined) return;
  const names = namesOf(list, raw);
  if (names) names.push(pair.key);
  else if (pair.value && PARTS.has(pair.key)) raw.fields.set(`${list}.${pair.key}`, pair.value);
}

/** What stands on the line of the list itself, as other tools than Composer write it. */
function readInline(text: string, list: string, start: number, end: number, raw: RawPackage): void {
  if (end - start < 4) return;
  if (list === 'license') raw.licenses.push(...textsIn(text, start, end));
  const names = namesOf(list, raw);
  if (names) for (const [, name] of text.slice(start, end).matchAll(/"([^"]*)"\s*:/g)) names.push(unescapeJson(name ?? ''));
  if (names || list === 'license') return;
  for (let pair = pairAt(text, start + 1, end); pair?.value; pair = pairAt(text, pair.next, end))
    if (PARTS.has(pair.key)) raw.fields.set(`${list}.${pair.key}`, pair.value);
}

const namesOf = (list: string, { requires, provides }: RawPackage): string[] | undefined =>
  list === 'require' ? requires : list === 'replace' || list === 'provide' ? provides : undefined;

const textsIn = (text: string, start: number, end: number): string[] =>
  [...text.slice(start, end).matchAll(/"([^"\n]*)"/g)].map(([, one]) => unescapeJson(one ?? ''));
