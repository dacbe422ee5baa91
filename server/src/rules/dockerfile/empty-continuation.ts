import { deletion } from '../../base/edit.ts';
import { dockerfileRule } from '../../engine/rule.ts';

export const emptyContinuation = dockerfileRule(
  {
    id: 'dockerfile/empty-continuation',
    title: 'Blank line inside an instruction',
    why: 'A blank line behind a continuation character looks as if the instruction ended there. Docker warns about it and will refuse it one day; delete the line, or make it a comment.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: { blank: 'The instruction goes on behind this blank line. Delete the line.' },
    aliases: ['buildkit:NoEmptyContinuation', 'dockerfile-utils:EMPTY_CONTINUATION_LINE', 'tally:buildkit/NoEmptyContinuation'],
    references: ['https://docs.docker.com/reference/build-checks/no-empty-continuation/'],
    fix: 'safe',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model }) {
    if (model.isTemplate) return;
    let first: number | undefined;
    for (const [index, { start, end }] of model.blankContinuations.entries()) {
      first ??= start;
      // Lines that follow each other are one gap.
      if (model.blankContinuations[index + 1]?.start === end) continue;
      const span = { start: first, end };
      const fix = { title: 'Delete the blank line', applicability: 'safe', edits: [deletion(span)] } as const;
      yield { message: 'blank', span, fixes: [fix] };
      first = undefined;
    }
  },
);
