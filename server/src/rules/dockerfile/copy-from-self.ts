import { dockerfileRule } from '../../engine/rule.ts';

export const copyFromSelf = dockerfileRule(
  {
    id: 'dockerfile/copy-from-self',
    title: 'Stage copies from itself',
    why: 'A stage can only copy from stages that were built before it. Docker looks for an image of that name instead, and takes it if there is one. Use RUN with `cp`, or name the stage that is meant.',
    severity: 'high',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: { self: '"{name}" is the stage that this instruction is in. Name an earlier stage, or copy with RUN.' },
    aliases: [
      'droast:DF050',
      'hadolint:DL3023',
      'kics:copy_from_references_current_from_alias',
      'tally:hadolint/DL3023',
      'trivy:DS-0006',
    ],
    references: ['https://docs.docker.com/reference/dockerfile/#copy---from'],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model }) {
    if (model.isTemplate) return;
    for (const stage of model.stages)
      for (const { stage: used, name, span } of stage.uses)
        if (used === stage && name !== undefined) yield { message: 'self', data: { name }, span };
  },
);
