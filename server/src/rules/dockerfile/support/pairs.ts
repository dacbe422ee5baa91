import { deletion, type Edit } from '../../../base/edit.ts';
import type { Pair, PairsInstruction } from '../../../model/dockerfile/index.ts';
import { deleteLines, hasCommentLine } from './edits.ts';

/** Deletes one pair, or the whole instruction when it has no other; undefined where a comment would go with it. */
export function deletePair(text: string, { pairs, span }: PairsInstruction, pair: Pair): Edit | undefined {
  const index = pairs.indexOf(pair);
  const [previous, next] = [pairs[index - 1], pairs[index + 1]];
  let edit = deleteLines(text, span);
  if (previous) edit = deletion({ start: previous.span.end, end: pair.span.end });
  else if (next) edit = deletion({ start: pair.span.start, end: next.span.start });
  return hasCommentLine(text.slice(edit.span.start, edit.span.end)) ? undefined : edit;
}
