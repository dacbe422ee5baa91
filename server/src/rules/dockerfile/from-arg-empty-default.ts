import { dockerfileRule } from '../../engine/rule.ts';
import type { Dockerfile, Stage } from '../../model/dockerfile/index.ts';

export const fromArgEmptyDefault = dockerfileRule(
  {
    id: 'dockerfile/from-arg-empty-default',
    title: 'Image is incomplete without a build argument',
    why: 'The argument has no default, so a plain `docker build` has no image or tag to start from and fails. Give it a default that works, and let builds override it.',
    severity: 'high',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: { empty: 'ARG {name} has no default, and without it "{image}" is no valid image. Give it a default.' },
    aliases: ['buildkit:InvalidDefaultArgInFrom', 'tally:buildkit/InvalidDefaultArgInFrom'],
    references: ['https://docs.docker.com/reference/build-checks/invalid-default-arg-in-from/'],
    fix: 'manual',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model }) {
    if (model.isTemplate) return;
    for (const stage of model.stages) {
      const { image } = stage.from;
      const empty = emptyArguments(model, stage);
      if (!image || empty.length === 0) continue;
      const written = image.text.text;
      const without = written.replaceAll(/\$\{?(\w+)\}?/g, (use, name: string) =>
        empty.some((one) => one.name === name) ? '' : use,
      );
      // The other variables have values, and without this one it may be whole.
      if (isWhole(without.replaceAll(/\$\{[^}]*\}|\$\w+/g, 'x'))) continue;
      for (const { name, binding, span } of empty) {
        const at = binding.pair.span.end;
        const related = [{ span: binding.pair.nameSpan, note: 'It is declared here, without a default.' }];
        const edits = [{ span: { start: at, end: at }, newText: '=' }];
        const fix = { title: `Give ${name} a default (write it behind the =)`, applicability: 'manual', edits } as const;
        const isDeclared = binding.pair.value === undefined;
        yield { message: 'empty', data: { name, image: written }, span, related, fixes: isDeclared ? [fix] : [] };
      }
    }
  },
);

/** Variables of the image without a word for the case that they are empty, whose ARG gives them no value. */
function emptyArguments(model: Dockerfile, { from }: Stage) {
  if (!from.image) return [];
  return model.expand(from.image, from).variables.flatMap(({ name, operator, span }) => {
    const binding = model.binding(name, from);
    const isEmpty = binding && (binding.expansion === undefined || binding.expansion.value === '');
    return isEmpty && operator === undefined ? [{ name, binding, span }] : [];
  });
}

/** Whether a reference has all the parts that its separators announce. */
const isWhole = (reference: string): boolean =>
  /^[^\s:@/][^\s@]*(?:@\S+)?$/.test(reference) && !/[:/@-]$|\/\/|:@|\/:/.test(reference);
