import type { Span } from '../../../base/span.ts';

/** The lines of a statement if it has them for itself, with one line break; else the statement with the blanks or the semicolon behind it. */
export function statementDeletion(text: string, { start, end }: Span): Span {
  const lineStart = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1;
  const after = /^[ \t]*;?[ \t]*/.exec(text.slice(end, end + 200))?.[0].length ?? 0;
  const breakAt = end + after;
  const rest = text.slice(breakAt, breakAt + 2);
  if (text.slice(lineStart, start).trim() === '' && /^[\r\n]/.test(rest))
    return { start: lineStart, end: breakAt + (rest === '\r\n' ? 2 : 1) };
  return { start, end: breakAt };
}
