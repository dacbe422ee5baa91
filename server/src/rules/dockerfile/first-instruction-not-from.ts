import { editDistance } from '../../base/edit-distance.ts';
import { dockerfileRule } from '../../engine/rule.ts';

export const firstInstructionNotFrom = dockerfileRule(
  {
    id: 'dockerfile/first-instruction-not-from',
    title: 'Dockerfile does not begin with FROM',
    why: 'FROM says which image everything else changes, so only ARG may stand before it. The build fails otherwise.',
    severity: 'high',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      early: '{keyword} stands before the first FROM. Only ARG may.',
      none: 'There is no FROM, so {keyword} has no image to change. Begin with FROM.',
    },
    aliases: [
      'dockerfile-utils:NO_SOURCE_IMAGE',
      'droast:DF037',
      'hadolint:DL3061',
      'kics:first_instruction_should_be_arg_or_from',
      'kics:should_specify_base_image',
      'tally:hadolint/DL3061',
      'tally:tally/require-stages',
    ],
    references: ['https://docs.docker.com/reference/dockerfile/#from'],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model }) {
    if (model.isTemplate) return;
    const early = model.instructions.find(({ keyword }) => keyword !== 'ARG' && keyword !== 'UNKNOWN');
    if (!early || early.keyword === 'FROM') return;
    // A misspelt FROM is told where it stands.
    const misspelt = model.instructions.some(
      ({ keyword, keywordText, index }) =>
        keyword === 'UNKNOWN' && index < early.index && editDistance(keywordText.toUpperCase().slice(0, 10), 'FROM', 3) < 3,
    );
    if (misspelt) return;
    const message = model.stages.length > 0 ? 'early' : 'none';
    yield { message, data: { keyword: early.keyword }, span: early.keywordSpan };
  },
);
