import { dockerfileRule } from '../../engine/rule.ts';
import { StageNames } from './support/stage-names.ts';

export const stageNameCasing = dockerfileRule(
  {
    id: 'dockerfile/stage-name-casing',
    title: 'Stage name with capital letters',
    why: 'Docker compares stage names without regard to case; in lower case they cannot be taken for instructions or arguments.',
    severity: 'info',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: { casing: 'Write the stage name in lower case: `{name}`.' },
    aliases: ['buildkit:StageNameCasing', 'tally:buildkit/StageNameCasing'],
    references: ['https://docs.docker.com/reference/build-checks/stage-name-casing/'],
    fix: 'safe',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model }) {
    if (model.isTemplate) return;
    const names = new StageNames(model);
    for (const stage of model.stages) {
      const { name } = stage.from;
      const lower = stage.name;
      if (!name || lower === undefined || lower === name.text.text || lower.includes('$')) continue;
      const edits = names.isClear(stage) ? names.rename(stage, lower) : undefined;
      yield {
        message: 'casing',
        data: { name: lower },
        span: name.span,
        fixes: edits ? [{ title: `Rename the stage to ${lower}`, applicability: 'safe', edits }] : [],
      };
    }
  },
);
