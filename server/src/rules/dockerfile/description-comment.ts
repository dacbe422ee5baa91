import { dockerfileRule } from '../../engine/rule.ts';
import type { Instruction } from '../../model/dockerfile/index.ts';

export const descriptionComment = dockerfileRule(
  {
    id: 'dockerfile/description-comment',
    title: 'Comment that describes nothing',
    why: 'Docker shows the comment above an ARG or a stage as its description, if it begins with the name. Begin with the name, or leave a blank line between.',
    severity: 'info',
    confidence: 'low',
    profiles: [],
    messages: {
      description: 'To be the description of {name}, the comment has to begin with "{name}".',
    },
    aliases: ['buildkit:InvalidDefinitionDescription'],
    references: ['https://docs.docker.com/reference/build-checks/invalid-definition-description/'],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model }) {
    if (model.isTemplate) return;
    for (const instruction of model.instructions) {
      const name = nameOf(instruction);
      if (name === undefined) continue;
      const above = model.comments.filter(
        ({ covers, span }) => covers.start === instruction.span.start && span.end < instruction.span.start,
      );
      const last = above.at(-1);
      // Directives and suppressions are no descriptions, and a blank line keeps the comment apart.
      if (!last || /^(?:syntax|escape|check)\s*=|ignore|skip|nosem|shellcheck/i.test(last.text)) continue;
      if (/\n[ \t\r]*\n/.test(model.text.slice(last.span.end, instruction.span.start))) continue;
      const [first = ''] = (above[0]?.text ?? '').split(/\s/);
      if (above.some(({ text }) => text.startsWith(name)) || first === name) continue;
      yield { message: 'description', data: { name }, span: last.span };
    }
  },
);

/** The stage or argument that an instruction defines. */
function nameOf(instruction: Instruction): string | undefined {
  if (instruction.keyword === 'FROM') return instruction.name?.text.text;
  return instruction.keyword === 'ARG' && instruction.pairs.length === 1 ? instruction.pairs[0]?.name : undefined;
}
