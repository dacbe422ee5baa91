import type { Span } from '../../../base/span.ts';

/** `list` is `%w[…]` or `%i[…]`; `line` a line break; `other` everything that is only looked at as a character. */
export type RubyKind = 'word' | 'string' | 'symbol' | 'label' | 'list' | 'line' | 'other';

export interface RubyToken {
  readonly kind: RubyKind;
  /** Without quotes, colons and brackets. */
  readonly text: string;
  /** Of `text`: inside quotes. UTF-16 offsets. */
  readonly span: Span;
  /** Of the whole token. */
  readonly start: number;
  readonly end: number;
  /** Whether a text has parts that are only known when the program runs. */
  readonly isOpen?: boolean;
  /** Of a list. */
  readonly items?: readonly { readonly text: string; readonly span: Span }[];
}

export interface RubyTokens {
  readonly tokens: readonly RubyToken[];
  readonly comments: readonly Span[];
}

const WORD = /[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*[?!]?/y;
const NUMBER = /\d[\w.]*/y;
const OPERATOR = /=>|::|&&|\|\||==|!=|=~|<=|>=|\.\.|&\.|\S/y;
const PERCENT = /%([wWiIqQr]?)([[({<|/!])/y;
const HEREDOC = /<<[~-]?(["'`]?)([A-Z_][A-Z_\d]*)\1/iy;
const CLOSING: Readonly<Record<string, string>> = { '[': ']', '(': ')', '{': '}', '<': '>' };
/** Longer runs without a line break are not written by people. */
const LONGEST = 10_000;
/** Each search for the end of an unclosed text costs the rest of the file. */
const MOST_UNCLOSED = 20;

/**
 * Cuts Ruby into tokens, as far as Gemfiles and gem specifications use it (https://docs.ruby-lang.org/en/master/syntax/literals_rdoc.html). Texts end with their
 * line at the latest, so that a lost quote costs one line.
 */
export function rubyTokens(text: string): RubyTokens {
  const tokens: RubyToken[] = [];
  const comments: Span[] = [];
  const heredocs: string[] = [];
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const add = (kind: RubyKind, start: number, end: number, span: Span, more: Partial<RubyToken> = {}): void => {
    tokens.push({ kind, text: text.slice(span.start, span.end), span, start, end, ...more });
    at = end;
  };
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    return pattern.exec(text);
  };
  const lineEnd = lineEndsOf(text);
  let unclosed = 0;
  /** Goes behind what closes a text over several lines, if anything does. */
  const skip = (closing: RegExp): void => {
    if (unclosed > MOST_UNCLOSED) return;
    closing.lastIndex = at;
    const found = closing.exec(text);
    if (found) at = found.index + found[0].length;
    else unclosed++;
  };
  const skipBlockComment = (): void => {
    if (!/^=begin(?=\s|$)/.test(text.slice(at, at + 7))) return;
    const begin = at;
    skip(/^=end(?=\s|$)[^\r\n]*/gm);
    if (at > begin) comments.push({ start: begin, end: at });
  };
  skipBlockComment();
  while (at < text.length) {
    const char = text[at] ?? '';
    if (char === '\n' || char === '\r') {
      const end = char === '\r' && text[at + 1] === '\n' ? at + 2 : at + 1;
      add('line', at, end, { start: at, end });
      for (const word of heredocs.splice(0)) skip(new RegExp(`^[ \\t]*${word}(?=\\r|\\n|$)`, 'gm'));
      skipBlockComment();
      if (/^__END__\r?$/m.test(text.slice(at, at + 9)) && text.startsWith('__END__', at)) break;
      continue;
    }
    if (char === ' ' || char === '\t' || char === '\f' || char === '\v') {
      at++;
      continue;
    }
    if (char === '\\') {
      // A line that goes on: the break behind it does not count.
      const rest = /\\[ \t]*(?:\r\n|\n|\r)/y;
      at += match(rest)?.[0].length ?? 1;
      continue;
    }
    if (char === '#') {
      const end = lineEnd(at);
      comments.push({ start: at, end });
      at = end;
      continue;
    }
    const before = tokens.at(-1);
    const isValueBefore = before !== undefined && /^(?:string|list)$|^word$/.test(before.kind) && before.end === at;
    if (char === '"' || char === "'" || char === '`') {
      const { end, isClosed, isOpen } = quotedFrom(text, at, char, lineEnd(at));
      const span = { start: at + 1, end: isClosed ? end - 1 : end };
      // `"git": …` is a label.
      if (isClosed && char !== '`' && text[end] === ':' && text[end + 1] !== ':' && /\s/.test(text[end + 1] ?? ''))
        add('label', at, end + 1, span);
      else add(char === '`' ? 'other' : 'string', at, end, span, isOpen ? { isOpen } : {});
      continue;
    }
    const heredoc = char === '<' && !isValueBefore ? match(HEREDOC) : null;
    if (heredoc) {
      heredocs.push(heredoc[2] ?? '');
      add('string', at, at + heredoc[0].length, { start: at, end: at + heredoc[0].length }, { isOpen: true });
      continue;
    }
    const percent = char === '%' && !isValueBefore ? match(PERCENT) : null;
    if (percent) {
      const [opening, type = '', bracket = ''] = percent;
      const isList = /[wi]/i.test(type);
      const start = at + opening.length;
      const limit = isList ? Math.min(text.length, start + LONGEST) : lineEnd(at);
      const length = text.slice(start, limit).indexOf(CLOSING[bracket] ?? bracket);
      // A list that has lost its bracket must not take in the lines below.
      const isClosed = length >= 0 && !(isList && goesTooFar(text.slice(start, start + length)));
      const stop = isClosed ? start + length : lineEnd(at);
      const span = { start, end: stop };
      const end = isClosed ? stop + 1 : stop;
      if (isList) add('list', at, end, span, { items: itemsIn(text, span) });
      else add(type === 'r' ? 'other' : 'string', at, end, span, text.slice(start, stop).includes('#{') ? { isOpen: true } : {});
      continue;
    }
    if (char === ':' && (text[at + 1] === '"' || text[at + 1] === "'")) {
      const { end, isClosed } = quotedFrom(text, at + 1, text[at + 1] ?? '', lineEnd(at));
      add('symbol', at, end, { start: at + 2, end: isClosed ? end - 1 : end });
      continue;
    }
    if (char === ':' && /[A-Za-z_]/.test(text[at + 1] ?? '')) {
      at++;
      const word = match(WORD)?.[0] ?? '';
      add('symbol', at - 1, at + word.length, { start: at, end: at + word.length });
      continue;
    }
    const word = match(WORD)?.[0];
    if (word !== undefined) {
      const end = at + word.length;
      const isLabel = text[end] === ':' && text[end + 1] !== ':';
      add(isLabel ? 'label' : 'word', at, isLabel ? end + 1 : end, { start: at, end });
      continue;
    }
    const length = (match(NUMBER) ?? match(OPERATOR))?.[0].length ?? 1;
    add('other', at, at + length, { start: at, end: at + length });
  }
  return { tokens, comments };
}

/** Whether a list has quotes on another line than its first one. */
function goesTooFar(list: string): boolean {
  const lineEnd = list.search(/[\r\n]/);
  return lineEnd >= 0 && /["']/.test(list.slice(lineEnd));
}

/** Where the line of an offset ends; asked with growing offsets. */
function lineEndsOf(text: string): (at: number) => number {
  let known = -1;
  return (at) => {
    if (known < at) {
      const next = /[\r\n]/g;
      next.lastIndex = at;
      known = next.exec(text)?.index ?? text.length;
    }
    return known;
  };
}

/** A text in quotes, with `#{…}` as part of it. */
function quotedFrom(
  text: string,
  start: number,
  quote: string,
  limit: number,
): { readonly end: number; readonly isClosed: boolean; readonly isOpen: boolean } {
  let isOpen = false;
  let depth = 0;
  for (let at = start + 1; at < limit; at++) {
    const char = text[at];
    if (char === '\\') at++;
    else if (quote !== "'" && char === '#' && text[at + 1] === '{') {
      isOpen = true;
      depth++;
      at++;
    } else if (depth > 0 && char === '}') depth--;
    else if (depth === 0 && char === quote) return { end: at + 1, isClosed: true, isOpen };
  }
  return { end: limit, isClosed: false, isOpen: true };
}

const itemsIn = (text: string, { start, end }: Span): { text: string; span: Span }[] =>
  [...text.slice(start, end).matchAll(/\S+/g)].map(({ 0: item, index }) => ({
    text: item,
    span: { start: start + index, end: start + index + item.length },
  }));
