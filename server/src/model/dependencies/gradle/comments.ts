import type { Span } from '../../../base/span.ts';
import type { Comment } from '../../document.ts';
import { linesOf } from '../lines.ts';
import type { Token } from './lexer.ts';

/** The comments of a script: one behind text covers its line, one on lines of its own the next line with text. */
export function scriptComments(text: string, comments: readonly Span[], tokens: readonly Token[]): Comment[] {
  const content = contentLines(text, tokens);
  let next = 0;
  return comments.map((span) => {
    while (next < content.length && (content[next]?.end ?? 0) < span.start) next++;
    const line = content[next];
    // Behind text, or in front of it on the same line.
    const covers = line ?? span;
    return { span, text: textOf(text.slice(span.start, span.end)), covers };
  });
}

const textOf = (written: string): string =>
  written
    .replace(/^(?:\/\/+|\/\*+|#!)/, '')
    .replace(/\*+\/$/, '')
    .trim();

/** The lines that a token begins on. */
function contentLines(text: string, tokens: readonly Token[]): Span[] {
  const lines = linesOf(text);
  const result: Span[] = [];
  let at = 0;
  for (const { kind, outer } of tokens) {
    if (kind === 'break') continue;
    while (at + 1 < lines.length && (lines[at + 1]?.start ?? 0) <= outer.start) at++;
    const line = lines[at];
    if (line && result.at(-1) !== line) result.push(line);
  }
  return result;
}
