import { dockerfileRule } from '../../engine/rule.ts';
import { lineage } from '../../model/dockerfile/index.ts';

export const noCmdOrExpose = dockerfileRule(
  {
    id: 'dockerfile/no-cmd-or-expose',
    title: 'Image that does not say how it is used',
    why: 'CMD or ENTRYPOINT says what the image runs, and EXPOSE on which ports it listens. Without them people and tools have to guess.',
    severity: 'info',
    confidence: 'low',
    profiles: [],
    messages: {
      command: 'The image has neither CMD nor ENTRYPOINT, so it runs whatever its base image runs.',
      port: 'The image has no EXPOSE that says on which port it listens.',
    },
    aliases: ['droast:DF017', 'droast:DF022', 'droast:DF036'],
    references: ['https://docs.docker.com/reference/dockerfile/#expose'],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model }) {
    const stage = model.finalStage;
    const { image } = stage?.from ?? {};
    if (!stage || !image || model.isTemplate) return;
    if (!stage.final.cmd && !stage.final.entrypoint) yield { message: 'command', span: image.span };
    const exposes = lineage(stage).some(({ instructions }) => instructions.some(({ keyword }) => keyword === 'EXPOSE'));
    if (!exposes) yield { message: 'port', span: image.span };
  },
);
