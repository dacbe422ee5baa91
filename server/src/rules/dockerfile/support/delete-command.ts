import { deletion, type Edit } from '../../../base/edit.ts';
import type { CommandInstruction, Dockerfile, Invocation } from '../../../model/dockerfile/index.ts';
import { deleteLines, hasCommentLine } from './edits.ts';

/** Deletes a command out of its `&&` chain, or the whole RUN if it is all that runs; undefined where more would change. */
export function deleteCommand(model: Dockerfile, instruction: CommandInstruction, invocation: Invocation): Edit | undefined {
  const { place } = invocation;
  if (!place || place.isTested || instruction.isTrigger) return undefined;
  const { andOr, pipeline, list, script } = place;
  if (
    pipeline.commands.length > 1 ||
    andOr.operators.some(({ kind }) => kind !== '&&') ||
    andOr.operators.length >= andOr.pipelines.length
  )
    return undefined;
  const index = andOr.pipelines.indexOf(pipeline);
  const [previous, next] = [andOr.pipelines[index - 1], andOr.pipelines[index + 1]];
  if (previous) return unlessComment(model, { start: previous.span.end, end: pipeline.span.end });
  if (next) return unlessComment(model, { start: pipeline.span.start, end: next.span.start });
  const isAlone = list.items.length === 1 && list === script.list && instruction.hereDocuments.length === 0;
  return isAlone && !hasCommentLine(model.text.slice(instruction.span.start, instruction.span.end))
    ? deleteLines(model.text, instruction.span)
    : undefined;
}

const unlessComment = ({ text }: Dockerfile, span: { readonly start: number; readonly end: number }): Edit | undefined =>
  hasCommentLine(text.slice(span.start, span.end)) ? undefined : deletion(span);
