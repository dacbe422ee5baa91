import { MappedTextBuilder, type MappedText } from '../shell/index.ts';
import type { Element, Flag, Pair, Word } from './syntax.ts';

/** More words than this in one instruction are not read: each costs memory, and no person writes them. */
export const MAX_WORDS = 10_000;

/** The word `[start, end)` of `text`. */
export const wordOf = (text: MappedText, start: number, end: number): Word => ({
  span: text.span(start, end),
  text: text.slice(start, end),
});

/** What is left of `text` from `start` on, or undefined when that is only white space. */
export function restOf(text: MappedText, start: number): Word | undefined {
  const first = start + (/^\s*/.exec(text.text.slice(start))?.[0].length ?? 0);
  const end = first + text.text.slice(first).trimEnd().length;
  return end > first ? wordOf(text, first, end) : undefined;
}

/** Words as BuildKit splits them for FROM, COPY, ADD, EXPOSE and VOLUME: at white space, whatever the quotes. */
export function plainWords(text: MappedText, from = 0): Word[] {
  const words: Word[] = [];
  const pattern = /\S+/g;
  pattern.lastIndex = from;
  for (let match = pattern.exec(text.text); match && words.length < MAX_WORDS; match = pattern.exec(text.text)) {
    words.push(wordOf(text, match.index, pattern.lastIndex));
  }
  return words;
}

/** Where the word at `start` ends when quotes and escapes keep white space in it. */
function quotedWordEnd(text: string, start: number, escape: string): number {
  let quote = '';
  let at = start;
  for (; at < text.length; at++) {
    const char = text[at] ?? '';
    if (char === escape && quote !== "'") at++;
    else if (quote !== '') quote = char === quote ? '' : quote;
    else if (char === '"' || char === "'") quote = char;
    else if (/\s/.test(char)) break;
  }
  return Math.min(at, text.length);
}

/** Flags at the start, and where the arguments behind them begin. A lone `--` ends the flags. */
export function readFlags(text: MappedText, escape: string): { readonly flags: readonly Flag[]; readonly end: number } {
  const flags: Flag[] = [];
  let at = skipBlank(text.text, 0);
  while (text.text.startsWith('--', at) && flags.length < MAX_WORDS) {
    const end = quotedWordEnd(text.text, at, escape);
    if (end === at + 2) return { flags, end: skipBlank(text.text, end) };
    const equals = text.text.slice(at, end).indexOf('=');
    const nameEnd = equals < 0 ? end : at + equals;
    flags.push({
      name: text.text.slice(at + 2, nameEnd),
      span: text.span(at, end),
      nameSpan: text.span(at, nameEnd),
      value: equals < 0 ? undefined : text.slice(nameEnd + 1, end),
      valueSpan: equals < 0 ? undefined : text.span(nameEnd + 1, end),
    });
    at = skipBlank(text.text, end);
  }
  return { flags, end: at };
}

/** Where what stands behind the flags starts in the file, the lone `--` that ends them included; undefined when nothing does. */
export function argumentsStart(args: MappedText, escape: string): number | undefined {
  const { end } = readFlags(args, escape);
  const lone = /(?<=^|\s)--\s*$/.exec(args.text.slice(0, end));
  return restOf(args, lone?.index ?? end)?.span.start;
}

function skipBlank(text: string, from: number): number {
  let at = from;
  while (at < text.length && /\s/.test(text[at] ?? '')) at++;
  return at;
}

/** `NAME=value …`; a word without `=` is a name without a value. */
export function readPairs(text: MappedText, from: number, escape: string): Pair[] {
  const pairs: Pair[] = [];
  let at = skipBlank(text.text, from);
  while (at < text.text.length && pairs.length < MAX_WORDS) {
    const end = quotedWordEnd(text.text, at, escape);
    const equals = text.text.slice(at, end).indexOf('=');
    const nameEnd = equals < 0 ? end : at + equals;
    pairs.push({
      name: unquote(text.text.slice(at, nameEnd)),
      span: text.span(at, end),
      nameSpan: text.span(at, nameEnd),
      value: equals < 0 ? undefined : wordOf(text, nameEnd + 1, end),
    });
    at = skipBlank(text.text, end);
  }
  return pairs;
}

const unquote = (text: string): string => (/^(["']).*\1$/s.test(text) ? text.slice(1, -1) : text);

/** Whether the first word, in which quotes keep blanks together, has no equals sign. */
export function isLegacyPair({ text }: MappedText, from: number, escape: string): boolean {
  const start = skipBlank(text, from);
  return start < text.length && !text.slice(start, quotedWordEnd(text, start, escape)).includes('=');
}

/** `NAME value`, the old form of ENV and LABEL: the value goes to the end of the line. */
export function readLegacyPair(text: MappedText, from: number): Pair | undefined {
  const start = skipBlank(text.text, from);
  const name = /^\S+/.exec(text.text.slice(start))?.[0];
  if (name === undefined) return undefined;
  const nameEnd = start + name.length;
  const value = restOf(text, nameEnd);
  const nameSpan = text.span(start, nameEnd);
  return { name, nameSpan, span: { start: nameSpan.start, end: value?.span.end ?? nameSpan.end }, value };
}

/** The strings of a JSON array that `text` is from `from` on; undefined when it is not exactly that, because Docker then takes it for shell form. */
export function readJsonForm(text: MappedText, from: number): Element[] | undefined {
  const { text: source } = text;
  let at = skipBlank(source, from);
  if (source[at] !== '[') return undefined;
  at = skipBlank(source, at + 1);
  const elements: Element[] = [];
  if (source[at] === ']') return skipBlank(source, at + 1) === source.length ? elements : undefined;
  for (;;) {
    const element = jsonString(text, at);
    if (!element || elements.length >= MAX_WORDS) return undefined;
    elements.push(element.element);
    at = skipBlank(source, element.end);
    const separator = source[at];
    at = skipBlank(source, at + 1);
    if (separator === ']') return at === source.length ? elements : undefined;
    if (separator !== ',') return undefined;
  }
}

function jsonString(text: MappedText, start: number): { readonly element: Element; readonly end: number } | undefined {
  const end = jsonStringEnd(text.text, start);
  if (end === undefined) return undefined;
  const content = decode(text, start + 1, end - 1);
  return { element: { value: content.text, span: text.span(start, end), content }, end };
}

/** Where the JSON string at `start` ends; undefined when it is none. */
function jsonStringEnd(text: string, start: number): number | undefined {
  if (text[start] !== '"') return undefined;
  for (let at = start + 1; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 34) return at + 1;
    if (unit < 32) return undefined;
    if (unit === 92) {
      const escaped = text[at + 1] ?? '';
      if (escaped === 'u' && /^[0-9A-Fa-f]{4}$/.test(text.slice(at + 2, at + 6))) at += 5;
      else if (escaped !== '' && '"\\/bfnrt'.includes(escaped)) at++;
      else return undefined;
    }
  }
  return undefined;
}

const ESCAPES: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/** Behind so many escapes in one string the rest is kept as one piece, because each escape costs memory. */
const MAX_ESCAPES = 10_000;

function decode(text: MappedText, start: number, end: number): MappedText {
  const builder = new MappedTextBuilder(text.span(start, start).start);
  let escapes = 0;
  for (let at = start; at < end; escapes++) {
    if (escapes === MAX_ESCAPES) {
      const origin = text.span(at, end);
      builder.addWhole(JSON.parse(`"${text.text.slice(at, end)}"`) as string, origin.start, origin.end);
      break;
    }
    const backslash = text.text.indexOf('\\', at);
    const stop = backslash < 0 || backslash >= end ? end : backslash;
    builder.addMapped(text, at, stop);
    if (stop === end) break;
    const char = text.text[stop + 1] ?? '';
    const length = char === 'u' ? 6 : 2;
    const value = char === 'u' ? String.fromCharCode(parseInt(text.text.slice(stop + 2, stop + 6), 16)) : (ESCAPES[char] ?? char);
    const origin = text.span(stop, stop + length);
    builder.add(value, origin.start, origin.end);
    at = stop + length;
  }
  return builder.build();
}
