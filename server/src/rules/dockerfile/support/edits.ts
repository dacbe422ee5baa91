import { deletion, insertion, type Edit } from '../../../base/edit.ts';
import type { Span } from '../../../base/span.ts';
import type { Invocation, ShellWord } from '../../../model/dockerfile/index.ts';

/** The offset where the line that holds `offset` starts. */
export function lineStart(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && text[at - 1] !== '\n' && text[at - 1] !== '\r') at--;
  return text[at] === '\uFEFF' ? at + 1 : at;
}

/** The offset where the line that holds `offset` starts, or the comments that stand right above it. */
export function commentsStart(text: string, offset: number): number {
  let start = lineStart(text, offset);
  while (start > 1) {
    const end = start - (text.startsWith('\r\n', start - 2) ? 2 : 1);
    const above = lineStart(text, end);
    if (text[blanksEnd(text, above)] !== '#') break;
    start = above;
  }
  return start;
}

/** The offset behind the line break that follows `offset`. */
export function nextLine(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at++;
  return at + (text.startsWith('\r\n', at) ? 2 : at < text.length ? 1 : 0);
}

/** The offset behind the blanks that start at `offset`. */
export function blanksEnd(text: string, offset: number): number {
  let at = offset;
  while (text[at] === ' ' || text[at] === '\t') at++;
  return at;
}

/** Whether a piece of an instruction has a comment between its lines. */
export const hasCommentLine = (piece: string): boolean => /[\r\n][ \t]*#/.test(piece);

/** Deletes whole lines, from that of `span`'s start to that of its end. */
export const deleteLines = (text: string, span: Span): Edit =>
  deletion({ start: lineStart(text, span.start), end: nextLine(text, span.end) });

/** Deletes an argument with the white space before it; a continuation line that held nothing else goes too. */
export function deleteWord(text: string, { place }: Invocation, { span }: ShellWord, escape: string): Edit {
  // In exec form the word stands between quotes, behind a comma.
  if (!place) return deletion({ start: text.lastIndexOf('"', text.lastIndexOf('"', span.start - 1) - 1) + 1, end: span.end + 1 });
  let start = span.start;
  while (start > 0 && (text[start - 1] === ' ' || text[start - 1] === '\t')) start--;
  const isFirst = start > 0 && (text[start - 1] === '\n' || text[start - 1] === '\r');
  if (!isFirst) return deletion({ start, end: span.end });
  const next = nextLine(text, span.end);
  const rest = text.slice(span.end, next).trim();
  return rest === escape ? deletion({ start, end: next }) : deletion(span);
}

/** Adds an argument behind `word`. */
export const appendWord = ({ place }: Invocation, { span }: ShellWord, argument: string): Edit =>
  place ? insertion(span.end, ` ${argument}`) : insertion(span.end + 1, `, "${argument}"`);
