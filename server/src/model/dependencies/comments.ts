import type { Span } from '../../base/span.ts';
import type { Comment } from '../document.ts';
import { linesOf, trimmed } from './lines.ts';

/** Comments on lines of their own, each with the next of the `content` lines as what it covers. */
export function withCovers(
  text: string,
  comments: readonly { readonly span: Span; readonly line: Span }[],
  content: readonly Span[],
): Comment[] {
  let next = 0;
  return comments.map(({ span, line }) => {
    while (next < content.length && (content[next]?.start ?? 0) < line.start) next++;
    return { span, text: text.slice(span.start + 1, span.end).trim(), covers: content[next] ?? span };
  });
}

/** The comments of a file whose comments begin with `#`: one behind text covers its line, one on a line of its own the next line with text. */
export function commentsOf(text: string, comments: readonly { readonly span: Span }[]): Comment[] {
  const sorted = comments.map(({ span }) => span).sort((a, b) => a.start - b.start);
  const starts = new Set(sorted.map(({ start }) => start));
  const lines = linesOf(text);
  const content = lines.filter((line) => {
    const { start, end } = trimmed(text, line);
    return start < end && !starts.has(start);
  });
  let at = 0;
  let next = 0;
  return sorted.map((span) => {
    while (at + 1 < lines.length && (lines[at + 1]?.start ?? 0) <= span.start) at++;
    const line = lines[at] ?? span;
    while (next < content.length && (content[next]?.start ?? 0) < line.start) next++;
    const isAlone = trimmed(text, line).start === span.start;
    return {
      span,
      text: text.slice(span.start + 1, span.end).trim(),
      covers: isAlone ? (content[next] ?? span) : line,
    };
  });
}
