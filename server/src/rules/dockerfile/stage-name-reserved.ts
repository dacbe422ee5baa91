import { dockerfileRule } from '../../engine/rule.ts';
import { StageNames } from './support/stage-names.ts';

/** https://docs.docker.com/reference/build-checks/reserved-stage-name/ */
const RESERVED: ReadonlySet<string> = new Set(['scratch', 'context']);

export const stageNameReserved = dockerfileRule(
  {
    id: 'dockerfile/stage-name-reserved',
    title: 'Stage has a reserved name',
    why: '`scratch` is the empty image and `context` the folder that is built. A stage of that name cannot be used, or hides what everybody expects behind the name.',
    severity: 'high',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: { reserved: '"{name}" means something else to Docker. Give the stage another name.' },
    aliases: [
      'buildkit:ReservedStageName',
      'dockerfile-utils:INVALID_BUILD_STAGE_NAME',
      'hadolint:DL3063',
      'tally:buildkit/ReservedStageName',
    ],
    references: ['https://docs.docker.com/reference/build-checks/reserved-stage-name/'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model }) {
    if (model.isTemplate) return;
    const names = new StageNames(model);
    for (const stage of model.stages) {
      const { name } = stage.from;
      if (!name || !RESERVED.has(stage.name ?? '')) continue;
      const newName = `${name.text.text}-stage`;
      const edits = names.rename(stage, newName);
      yield {
        message: 'reserved',
        data: { name: name.text.text },
        span: name.span,
        fixes: edits ? [{ title: `Rename the stage to ${newName}`, applicability: 'suggested', edits }] : [],
      };
    }
  },
);
