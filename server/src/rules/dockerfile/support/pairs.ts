import { deletion, type Edit } from '../../../base/edit.ts';
import type { Pair, PairsInstruction } from '../../../model/dockerfile/index.ts';
import { deleteLines, hasCommentLine, lineStart, nextLine } from './edits.ts';

/** Deletes one pair, or the whole instruction when it has no other. Comments between the lines stay. */
export function deletePair(text: string, { pairs, span }: PairsInstruction, pair: Pair): Edit {
  const index = pairs.indexOf(pair);
  const [previous, next] = [pairs[index - 1], pairs[index + 1]];
  const { start, end } = pair.span;
  if (previous && !hasCommentLine(text.slice(previous.span.end, start))) return deletion({ start: previous.span.end, end });
  if (next && !hasCommentLine(text.slice(end, next.span.start))) return deletion({ start, end: next.span.start });
  const line = lineStart(text, start);
  if (next && text.slice(line, start).trim() === '') return deletion({ start: line, end: nextLine(text, end) });
  if (next) return deletion({ start, end: end + (/^[ \t]*/.exec(text.slice(end, end + 100))?.[0].length ?? 0) });
  if (previous) {
    // Without the continuation the comments stand behind the instruction.
    const gap = { start: previous.span.end, end };
    return { span: gap, newText: commentLines(text.slice(gap.start, start)).replace(/^/, eolOf(text, gap.start)).trimEnd() };
  }
  const whole = deleteLines(text, span);
  return { ...whole, newText: commentLines(text.slice(whole.span.start, whole.span.end)) };
}

const commentLines = (piece: string): string =>
  piece
    .split(/(?<=\n)|(?<=\r)(?!\n)/)
    .filter((line) => /^[ \t]*#/.test(line))
    .join('');

const eolOf = (text: string, from: number): string => /\r\n|\r|\n/.exec(text.slice(from, from + 500))?.[0] ?? '\n';
