import type { Span } from '../../base/span.ts';

/** The physical lines of a text without their line breaks: `\n`, `\r\n` and a lone `\r` end one. A byte order mark belongs to no line. */
export function linesOf(text: string): Span[] {
  const lines: Span[] = [];
  const breaks = /\r\n|\n|\r/g;
  let start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  for (let match = breaks.exec(text); match !== null; match = breaks.exec(text)) {
    lines.push({ start, end: match.index });
    start = breaks.lastIndex;
  }
  lines.push({ start, end: text.length });
  return lines;
}

/** `line` with the line break behind it; the last line takes the one before it instead, so that no empty line is left. */
export function wholeLine(text: string, { start, end }: Span): Span {
  if (text.startsWith('\r\n', end)) return { start, end: end + 2 };
  if (end < text.length) return { start, end: end + 1 };
  const before = text.startsWith('\r\n', start - 2) ? 2 : start > 0 && /[\r\n]/.test(text[start - 1] ?? '') ? 1 : 0;
  return { start: start - before, end };
}

/** `span` without white space at its ends. */
export function trimmed(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return { start, end };
}

const isBlank = (code: number): boolean => code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0xfeff;
