import type { Span } from '../../../base/span.ts';

/** `label` is `key:` of a keyword list; `line` a line break; `other` everything that is only looked at as a character. */
export type ElixirKind = 'word' | 'string' | 'atom' | 'label' | 'other';

export interface ElixirToken {
  readonly kind: ElixirKind;
  /** Without quotes and colons. */
  readonly text: string;
  /** Of `text`, in UTF-16 offsets. */
  readonly span: Span;
  /** Of the whole token. */
  readonly start: number;
  readonly end: number;
  /** Whether a text has parts that are only known when the program runs. */
  readonly isOpen?: boolean;
}

const WORD = /[A-Za-z_\u0080-\uffff][\w.\u0080-\uffff]*[?!]?/y;
const SIGIL = /~[a-zA-Z]+([[({<|/"'])/y;
const CLOSING: Readonly<Record<string, string>> = { '[': ']', '(': ')', '{': '}', '<': '>' };
const HEREDOC = /("""|''')[^\S\r\n]*(?=[\r\n])/y;
/** Each search for the end of an unclosed text costs the rest of the file. */
const MOST_UNCLOSED = 20;

/**
 * Cuts Elixir into tokens, as far as mix.exs and mix.lock use it (https://hexdocs.pm/elixir/syntax-reference.html). Texts in simple quotes end with their line at
 * the latest, so that a lost quote costs one line.
 */
export function elixirTokens(text: string): { readonly tokens: readonly ElixirToken[]; readonly comments: readonly Span[] } {
  const tokens: ElixirToken[] = [];
  const comments: Span[] = [];
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let lineEnd = -1;
  let unclosed = 0;
  const add = (kind: ElixirKind, start: number, end: number, span: Span, more: Partial<ElixirToken> = {}): void => {
    tokens.push({ kind, text: text.slice(span.start, span.end), span, start, end, ...more });
    at = end;
  };
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    return pattern.exec(text);
  };
  while (at < text.length) {
    const char = text[at] ?? '';
    if (/\s/.test(char)) {
      at++;
      continue;
    }
    if (lineEnd < at) {
      const next = /[\r\n]/g;
      next.lastIndex = at;
      lineEnd = next.exec(text)?.index ?? text.length;
    }
    if (char === '#') {
      comments.push({ start: at, end: lineEnd });
      at = lineEnd;
      continue;
    }
    const heredoc = char === '"' || char === "'" ? match(HEREDOC) : null;
    if (heredoc) {
      const closing = new RegExp(`^[ \\t]*${heredoc[1] ?? ''}`, 'gm');
      closing.lastIndex = lineEnd;
      const found = unclosed > MOST_UNCLOSED ? null : closing.exec(text);
      if (found === null) unclosed++;
      // Without an end it is the end of one whose beginning was lost.
      const end = found ? found.index + found[0].length : at + 3;
      add('string', at, end, { start: at + 3, end: Math.max(at + 3, end - 3) }, { isOpen: true });
      continue;
    }
    // A quote directly behind a number or word closes a text whose opening quote is lost.
    if (
      char === '"' &&
      /[\w]/.test(text[at - 1] ?? '') &&
      tokens.at(-1)?.kind !== 'string' &&
      /[\s,}\])]/.test(text[at + 1] ?? ' ')
    ) {
      at++;
      continue;
    }
    const isAtom = char === ':' && /[A-Za-z_"]/.test(text[at + 1] ?? '');
    const quote = isAtom ? at + 1 : at;
    if (text[quote] === '"' || text[quote] === "'") {
      const { end, isClosed, isOpen } = quotedFrom(text, quote, lineEnd);
      const span = { start: quote + 1, end: isClosed ? end - 1 : end };
      if (isAtom) add('atom', at, end, span);
      else if (isClosed && text[end] === ':' && /\s/.test(text[end + 1] ?? '')) add('label', at, end + 1, span);
      else add('string', at, end, span, isOpen ? { isOpen } : {});
      continue;
    }
    if (isAtom) {
      at++;
      const word = match(WORD)?.[0] ?? '';
      add('atom', at - 1, at + word.length, { start: at, end: at + word.length });
      continue;
    }
    const sigil = char === '~' ? match(SIGIL) : null;
    if (sigil) {
      const start = at + sigil[0].length;
      const length = text.slice(start, lineEnd).indexOf(CLOSING[sigil[1] ?? ''] ?? sigil[1] ?? '');
      const stop = length < 0 ? lineEnd : start + length;
      add('other', at, length < 0 ? stop : stop + 1, { start, end: stop });
      continue;
    }
    const word = match(WORD)?.[0];
    if (word === undefined) add('other', at, at + 1, { start: at, end: at + 1 });
    else {
      const end = at + word.length;
      const isLabel = text[end] === ':' && text[end + 1] !== ':';
      add(isLabel ? 'label' : 'word', at, isLabel ? end + 1 : end, { start: at, end });
    }
  }
  return { tokens, comments };
}

function quotedFrom(
  text: string,
  start: number,
  limit: number,
): { readonly end: number; readonly isClosed: boolean; readonly isOpen: boolean } {
  const quote = text[start];
  let isOpen = false;
  for (let at = start + 1; at < limit; at++) {
    const char = text[at];
    if (char === '\\') {
      isOpen = true;
      at++;
    } else if (char === '#' && text[at + 1] === '{') isOpen = true;
    else if (char === quote) {
      // In `{:a, "1.0}, {:b, "~> 2.0"}` the second quote opens a text.
      const cut = /^(?:[\w~*]|[<>=]=? ?\d)/.test(text.slice(at + 1, at + 5)) ? text.slice(start, at).search(/[}\]]/) : -1;
      return cut > 0 ? { end: start + cut, isClosed: false, isOpen: false } : { end: at + 1, isClosed: true, isOpen };
    }
  }
  const tail = /[}\]][}\],\s]*$/.exec(text.slice(Math.max(start + 1, limit - 20), limit));
  return { end: tail ? limit - tail[0].length : limit, isClosed: false, isOpen: true };
}
