import type { Fix } from '../../../engine/fix.ts';
import type { Dockerfile, Instruction } from '../../../model/dockerfile/index.ts';
import { deleteLines, hasCommentLine } from './edits.ts';

/** Instructions of a kind of which only a stage's last one counts: all but the last, with the last of their stage. */
export function* repeatedInstructions(model: Dockerfile, keyword: 'CMD' | 'ENTRYPOINT' | 'HEALTHCHECK') {
  if (model.isTemplate) return;
  for (const { instructions } of model.stages) {
    const own = instructions.filter((instruction) => instruction.keyword === keyword);
    const last = own.at(-1);
    if (!last) continue;
    for (const instruction of own.slice(0, -1)) {
      const related = [{ span: last.keywordSpan, note: 'This is the one that counts.' }];
      const fix = deletion(model.text, instruction);
      yield { message: 'repeated', span: instruction.keywordSpan, related, fixes: fix ? [fix] : [] } as const;
    }
  }
}

/** Deletes the whole instruction; undefined where a comment between its lines would go with it. */
function deletion(text: string, { span, keyword }: Instruction): Fix | undefined {
  if (hasCommentLine(text.slice(span.start, span.end))) return undefined;
  return { title: `Delete this ${keyword}, which has no effect`, applicability: 'safe', edits: [deleteLines(text, span)] };
}
