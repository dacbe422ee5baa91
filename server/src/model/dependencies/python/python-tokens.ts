import type { Span } from '../../../base/span.ts';

/** `string`: its prefix is not part of `text`, which is what stands between the quotes, as written. */
export interface PythonToken {
  readonly kind: 'name' | 'string' | 'number' | 'operator' | 'line-end';
  readonly text: string;
  /** Quotes and prefix included. */
  readonly span: Span;
  /** Of a string: between the quotes. */
  readonly inner?: Span;
  /** Of a string: whether the program fills something into it. */
  readonly isFormatted?: boolean;
}

export interface PythonComment {
  readonly span: Span;
  readonly line: Span;
}

const BLANKS = /(?:[ \t\f\uFEFF]|\\\r?\n)+/y;
const NAME = /[\p{L}_][\p{L}\p{N}_]*/uy;
const NUMBER = /\d[\w.]*/y;
const OPERATOR = /\*\*=?|\/\/=?|->|:=|[-+*/%@&|^=<>!]=|[^\s]/uy;
const PREFIX = /^(?:[rbuf]|[bf]r|r[bf])$/i;

/**
 * Cuts Python into tokens (https://docs.python.org/3/reference/lexical_analysis.html). A string in single quotes never leaves its line, so that a missing quote spoils one
 * line only. Never throws; linear.
 */
export function pythonTokens(text: string): {
  readonly tokens: readonly PythonToken[];
  readonly comments: readonly PythonComment[];
} {
  const tokens: PythonToken[] = [];
  const comments: PythonComment[] = [];
  let at = 0;
  let lineStart = 0;
  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0];
  };
  const push = (kind: PythonToken['kind'], length: number): void => {
    tokens.push({ kind, text: text.slice(at, at + length), span: { start: at, end: at + length } });
    at += length;
  };
  while (at < text.length) {
    const char = text[at] ?? '';
    const blanks = match(BLANKS);
    if (blanks !== undefined) at += blanks.length;
    else if (char === '\n' || char === '\r') {
      push('line-end', 1);
      lineStart = at;
    } else if (char === '#') {
      const end = endOfLine(text, at);
      comments.push({ span: { start: at, end }, line: { start: lineStart, end } });
      at = end;
    } else if (char === '"' || char === "'") {
      const before = tokens.at(-1);
      const prefix = before?.kind === 'name' && before.span.end === at && PREFIX.test(before.text) ? before : undefined;
      if (prefix) tokens.pop();
      const token = stringAt(text, at, prefix);
      tokens.push(token);
      at = token.span.end;
    } else {
      const name = match(NAME);
      const number = name === undefined ? match(NUMBER) : undefined;
      if (name !== undefined) push('name', name.length);
      else if (number !== undefined) push('number', number.length);
      else push('operator', match(OPERATOR)?.length ?? 1);
    }
  }
  return { tokens, comments };
}

function stringAt(text: string, at: number, prefix: PythonToken | undefined): PythonToken {
  const quote = text[at] ?? '';
  const triple = quote.repeat(3);
  const isLong = text.startsWith(triple, at);
  const start = at + (isLong ? 3 : 1);
  const stop = isLong ? text.length : endOfLine(text, at);
  let end = start;
  while (end < stop && !(isLong ? text.startsWith(triple, end) : text[end] === quote)) end += text[end] === '\\' ? 2 : 1;
  end = Math.min(end, stop);
  const close = text[end] === quote ? (isLong ? 3 : 1) : 0;
  return {
    kind: 'string',
    text: text.slice(start, end),
    span: { start: prefix?.span.start ?? at, end: Math.min(text.length, end + close) },
    inner: { start, end },
    isFormatted: /f/i.test(prefix?.text ?? ''),
  };
}

function endOfLine(text: string, from: number): number {
  const feed = text.indexOf('\n', from);
  const end = feed < 0 ? text.length : feed;
  return text[end - 1] === '\r' && end - 1 >= from ? end - 1 : end;
}
