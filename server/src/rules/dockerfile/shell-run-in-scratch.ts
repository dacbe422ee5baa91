import { dockerfileRule } from '../../engine/rule.ts';
import { lineage } from '../../model/dockerfile/index.ts';

export const shellRunInScratch = dockerfileRule(
  {
    id: 'dockerfile/shell-run-in-scratch',
    title: 'RUN in shell form without a shell',
    why: 'The stage is FROM scratch and nothing was copied into it yet, so there is no `/bin/sh` that could run the command. Do the work in a stage that has a shell, and copy the result.',
    severity: 'high',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: { shell: 'There is no shell in an empty image. Run this in another stage and copy the result.' },
    aliases: ['tally:tally/shell-run-in-scratch'],
    references: ['https://docs.docker.com/build/building/base-images/#create-a-minimal-base-image-using-scratch'],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model }) {
    if (model.isTemplate) return;
    for (const stage of model.stages) {
      const stages = lineage(stage);
      if (stages.at(-1)?.base.kind !== 'scratch') continue;
      const before = stages.slice(1).flatMap(({ instructions }) => instructions);
      for (const instruction of stage.instructions) {
        if (instruction.keyword === 'RUN' && instruction.command.form === 'shell') {
          // A mount may bring the shell.
          const mounts = instruction.flags.some(({ name }) => name === 'mount');
          if (!mounts && before.every(({ keyword }) => keyword !== 'COPY' && keyword !== 'ADD'))
            yield { message: 'shell', span: instruction.keywordSpan };
        }
        before.push(instruction);
      }
    }
  },
);
