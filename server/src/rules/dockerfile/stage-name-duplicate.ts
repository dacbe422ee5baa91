import { dockerfileRule } from '../../engine/rule.ts';
import type { Stage } from '../../model/dockerfile/index.ts';
import { StageNames } from './support/stage-names.ts';

export const stageNameDuplicate = dockerfileRule(
  {
    id: 'dockerfile/stage-name-duplicate',
    title: 'Two stages have the same name',
    why: 'Which of two stages a name means depends on where it is used, so a change of order silently takes another one. Give each stage a name of its own.',
    severity: 'high',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: { duplicate: 'An earlier stage has the name "{name}" already. Give this one another name.' },
    aliases: [
      'buildkit:DuplicateStageName',
      'checkov:CKV_DOCKER_11',
      'dockerfile-utils:DUPLICATE_BUILD_STAGE_NAME',
      'droast:DF042',
      'hadolint:DL3024',
      'kics:same_alias_in_different_froms',
      'tally:buildkit/DuplicateStageName',
      'trivy:DS-0012',
    ],
    references: ['https://docs.docker.com/reference/build-checks/duplicate-stage-name/'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model }) {
    if (model.isTemplate) return;
    const names = new StageNames(model);
    const first = new Map<string, Stage>();
    for (const stage of model.stages) {
      const { name } = stage.from;
      if (!name || stage.name === undefined || stage.name.includes('$')) continue;
      const earlier = first.get(stage.name);
      if (!earlier) {
        first.set(stage.name, stage);
        continue;
      }
      const newName = names.freeName(name.text.text);
      const edits = names.isClear(stage) ? names.rename(stage, newName) : undefined;
      yield {
        message: 'duplicate',
        data: { name: name.text.text },
        span: name.span,
        related: earlier.from.name ? [{ span: earlier.from.name.span, note: 'The name is given here first.' }] : [],
        fixes: edits ? [{ title: `Rename the stage to ${newName}`, applicability: 'suggested', edits }] : [],
      };
    }
  },
);
