import { dockerfileRule } from '../../engine/rule.ts';
import { deletion } from '../../base/edit.ts';
import { blanksEnd } from './support/edits.ts';
import { isRoot } from './support/user.ts';

export const copyChownUnneeded = dockerfileRule(
  {
    id: 'dockerfile/copy-chown-unneeded',
    title: 'Copied files belong to the user of the program',
    why: 'A program that only reads its files should not own them: whoever breaks into it can then replace the program itself. Leave them to root, and give the user only the folders that it writes to.',
    severity: 'low',
    confidence: 'low',
    profiles: [],
    messages: {
      chown: 'With `--chown={owner}` the program can change its own files. Leave them to root if it only reads them.',
    },
    aliases: ['kics:chown_flag_exists'],
    references: ['https://docs.docker.com/reference/dockerfile/#copy---chown---chmod'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model }) {
    if (model.isTemplate) return;
    for (const instruction of model.instructionsOf('COPY', 'ADD')) {
      for (const { name, value, valueSpan, span } of instruction.flags) {
        const owner = name === 'chown' && value ? model.expand({ text: value }, instruction).value : undefined;
        if (owner === undefined || !valueSpan || isRoot(owner)) continue;
        const edits = [deletion({ start: span.start, end: blanksEnd(model.text, span.end) })];
        const fix = { title: 'Delete --chown', applicability: 'suggested', edits } as const;
        yield { message: 'chown', data: { owner }, span: valueSpan, fixes: [fix] };
      }
    }
  },
);
