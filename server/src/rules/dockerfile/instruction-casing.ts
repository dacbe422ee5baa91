import { dockerfileRule } from '../../engine/rule.ts';

export const instructionCasing = dockerfileRule(
  {
    id: 'dockerfile/instruction-casing',
    title: 'Instruction in another case than the others',
    why: 'Instructions are easier to find when all are written alike. Docker takes any case; the convention is capital letters.',
    severity: 'info',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: { casing: 'Write `{wanted}`, like the other instructions of this file.' },
    aliases: [
      'buildkit:ConsistentInstructionCasing',
      'dockerfile-utils:CASING_INSTRUCTION',
      'tally:buildkit/ConsistentInstructionCasing',
    ],
    references: ['https://docs.docker.com/reference/build-checks/consistent-instruction-casing/'],
    fix: 'safe',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model }) {
    if (model.isTemplate) return;
    const known = model.instructions.filter(({ keyword }) => keyword !== 'UNKNOWN');
    const upper = known.filter(({ keyword, keywordText }) => keywordText === keyword).length;
    const lower = known.filter(({ keyword, keywordText }) => keywordText === keyword.toLowerCase()).length;
    for (const { keyword, keywordText, keywordSpan: span } of known) {
      const wanted = lower > upper ? keyword.toLowerCase() : keyword;
      if (keywordText === wanted) continue;
      const fix = { title: `Write ${wanted}`, applicability: 'safe', edits: [{ span, newText: wanted }] } as const;
      yield { message: 'casing', data: { wanted }, span, fixes: [fix] };
    }
  },
);
