import { dockerfileRule } from '../../engine/rule.ts';
import type { Fix } from '../../engine/fix.ts';
import { hasCommentLine } from './support/edits.ts';

const LABEL = 'org.opencontainers.image.authors';

export const maintainerDeprecated = dockerfileRule(
  {
    id: 'dockerfile/maintainer-deprecated',
    title: 'MAINTAINER is deprecated',
    why: 'MAINTAINER has been deprecated since 2017. A label says the same, with any others, and tools find it.',
    severity: 'low',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      maintainer: 'MAINTAINER is deprecated. Use the label org.opencontainers.image.authors.',
    },
    aliases: [
      'buildkit:MaintainerDeprecated',
      'checkov:CKV_DOCKER_6',
      'dockerfile-utils:DEPRECATED_MAINTAINER',
      'droast:DF019',
      'hadolint:DL4000',
      'kics:maintainer_instruction_being_used',
      'semgrep:maintainer-is-deprecated',
      'tally:buildkit/MaintainerDeprecated',
      'trivy:DS-0022',
    ],
    references: ['https://docs.docker.com/reference/build-checks/maintainer-deprecated/'],
    fix: 'safe',
    tags: ['deprecated'],
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model, file }) {
    if (model.isTemplate) return;
    // Whoever has the label already decides which of the two holds.
    const applicability = file.text.includes(LABEL) ? 'suggested' : 'safe';
    for (const instruction of model.instructions) {
      if (instruction.keyword !== 'MAINTAINER') continue;
      const { word, keywordSpan, keywordText } = instruction;
      const piece = file.text.slice(instruction.span.start, instruction.span.end);
      const keyword = keywordText === 'maintainer' ? 'label' : 'LABEL';
      const fix: Fix | undefined =
        word && !hasCommentLine(piece)
          ? {
              title: 'Use a label',
              applicability,
              edits: [
                { span: keywordSpan, newText: keyword },
                { span: word.span, newText: `${LABEL}=${quoted(word.text.text, model.escape)}` },
              ],
            }
          : undefined;
      yield { message: 'maintainer', span: keywordSpan, fixes: fix ? [fix] : [] };
    }
  },
);

/** The text as the value of a label: MAINTAINER takes it as it stands, LABEL expands variables and escapes. */
function quoted(text: string, escape: string): string {
  const inner = /^"[^"]*"$|^'[^']*'$/.test(text) ? text.slice(1, -1) : text;
  return `"${inner.replaceAll(/["$\\`]/g, (char) => (char === '"' || char === '$' || char === escape ? escape + char : char))}"`;
}
