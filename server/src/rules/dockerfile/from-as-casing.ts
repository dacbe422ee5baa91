import { dockerfileRule } from '../../engine/rule.ts';

export const fromAsCasing = dockerfileRule(
  {
    id: 'dockerfile/from-as-casing',
    title: 'FROM and AS in different case',
    why: 'AS is easier to see when it is written like the FROM that it belongs to.',
    severity: 'info',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: { casing: 'Write `{wanted}`, like its `{from}`.' },
    aliases: ['buildkit:FromAsCasing', 'dockerfile-utils:INVALID_AS', 'tally:buildkit/FromAsCasing'],
    references: ['https://docs.docker.com/reference/build-checks/from-as-casing/'],
    fix: 'safe',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model, file }) {
    if (model.isTemplate) return;
    for (const { from } of model.stages) {
      const { asSpan: span, keywordText } = from;
      // Of a FROM in mixed case another rule speaks.
      const wanted = keywordText === 'FROM' ? 'AS' : keywordText === 'from' ? 'as' : undefined;
      if (!span || wanted === undefined || file.text.slice(span.start, span.end) === wanted) continue;
      const fix = { title: `Write ${wanted}`, applicability: 'safe', edits: [{ span, newText: wanted }] } as const;
      yield { message: 'casing', data: { wanted, from: keywordText }, span, fixes: [fix] };
    }
  },
);
