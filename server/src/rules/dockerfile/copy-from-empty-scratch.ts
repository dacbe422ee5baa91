import { dockerfileRule } from '../../engine/rule.ts';
import { lineage, type Stage } from '../../model/dockerfile/index.ts';

export const copyFromEmptyScratch = dockerfileRule(
  {
    id: 'dockerfile/copy-from-empty-scratch',
    title: 'Copy from a stage that is empty',
    why: 'The stage is FROM scratch and nothing was put into it, so there is nothing to copy and the build fails.',
    severity: 'high',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: { empty: 'Nothing was put into "{name}", which is FROM scratch, so there is nothing to copy.' },
    aliases: ['tally:tally/copy-from-empty-scratch-stage'],
    references: ['https://docs.docker.com/build/building/base-images/#create-a-minimal-base-image-using-scratch'],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model }) {
    if (model.isTemplate) return;
    for (const stage of model.stages) {
      for (const { instruction, stage: used, name, span } of stage.uses) {
        if (instruction.keyword === 'COPY' && used && used !== stage && name !== undefined && isEmpty(used))
          yield { message: 'empty', data: { name }, span };
      }
    }
  },
);

/** Whether a stage is scratch all the way down, and no instruction put a file into it. */
function isEmpty(stage: Stage): boolean {
  const stages = lineage(stage);
  return (
    stages.at(-1)?.base.kind === 'scratch' &&
    stages.every(({ instructions }) => instructions.every(({ keyword }) => !/^(?:ADD|COPY|RUN|WORKDIR|UNKNOWN)$/.test(keyword)))
  );
}
