import type { Span } from '../../base/span.ts';
import type { Dockerfile } from '../../model/dockerfile/index.ts';

/** What can be folded: here-documents, instructions over several lines, stages, and blocks of comments. Spans go from the first line that stays to the last that goes. */
export interface Fold {
  readonly span: Span;
  readonly kind: 'region' | 'comment';
}

export function foldsOf(model: Dockerfile): readonly Fold[] {
  const folds: Fold[] = [];
  const add = (start: number, end: number, kind: Fold['kind']): void => {
    if (model.text.slice(start, end).includes('\n')) folds.push({ span: { start, end }, kind });
  };
  for (const { span, hereDocuments } of model.instructions) {
    if (hereDocuments.length === 0) add(span.start, span.end, 'region');
    // The line that announces it stays, and so does the one that ends it.
    for (const [index, { extent, body }] of hereDocuments.entries())
      add(index === 0 ? span.start : extent.start, Math.max(body.start, body.end - 1), 'region');
  }
  for (const stage of model.stages) {
    const last = stage.instructions.at(-1);
    if (model.stages.length > 1 && last) add(stage.from.span.start, last.span.end, 'region');
  }
  let block: Span | undefined;
  for (const { span } of model.comments) {
    const isNext = block && /^[ \t]*\r?\n[ \t]*$/.test(model.text.slice(block.end, span.start));
    if (block && !isNext) add(block.start, block.end, 'comment');
    block = block && isNext ? { start: block.start, end: span.end } : span;
  }
  if (block) add(block.start, block.end, 'comment');
  return folds;
}
