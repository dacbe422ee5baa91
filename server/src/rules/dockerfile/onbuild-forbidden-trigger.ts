import { dockerfileRule } from '../../engine/rule.ts';

export const onbuildForbiddenTrigger = dockerfileRule(
  {
    id: 'dockerfile/onbuild-forbidden-trigger',
    title: 'ONBUILD with an instruction that it cannot trigger',
    why: 'ONBUILD keeps an instruction for the images that are built on this one. FROM, MAINTAINER and another ONBUILD cannot be kept, and the build fails.',
    severity: 'high',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: { forbidden: 'ONBUILD cannot trigger {keyword}.' },
    aliases: [
      'dockerfile-utils:ONBUILD_CHAINING_DISALLOWED',
      'dockerfile-utils:ONBUILD_TRIGGER_DISALLOWED',
      'droast:DF068',
      'hadolint:DL3043',
      'kics:from_or_maintainer_cannot_be_triggered_within_onbuild',
      'tally:hadolint/DL3043',
      'tally:tally/invalid-onbuild-trigger',
    ],
    references: ['https://docs.docker.com/reference/dockerfile/#onbuild'],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model }) {
    if (model.isTemplate) return;
    for (const instruction of model.instructions) {
      const trigger = instruction.keyword === 'ONBUILD' ? instruction.trigger : undefined;
      if (trigger && (trigger.keyword === 'FROM' || trigger.keyword === 'MAINTAINER' || trigger.keyword === 'ONBUILD'))
        yield { message: 'forbidden', data: { keyword: trigger.keyword }, span: trigger.keywordSpan };
    }
  },
);
