import { insertion } from '../../base/edit.ts';
import type { Fix } from '../../engine/fix.ts';
import { dockerfileRule } from '../../engine/rule.ts';
import { baseImageFacts } from '../../knowledge/base-images.ts';
import {
  isPredefined,
  repositoryOfText,
  type Binding,
  type Dockerfile,
  type Stage,
  type VariableUse,
} from '../../model/dockerfile/index.ts';
import { tagOnlyFrom } from './support/base-image.ts';
import { isReference } from './support/reference-grammar.ts';

export const fromArgEmptyDefault = dockerfileRule(
  {
    id: 'dockerfile/from-arg-empty-default',
    title: 'Image is incomplete without a build argument',
    why: 'The argument has no default, so a plain `docker build` has no image or tag to start from and fails. Give it a default that works, and let builds override it.',
    severity: 'high',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      empty: 'ARG {name} has no default, and without it "{image}" is no valid image. Give it a default.',
      blank: 'The default of ARG {name} is empty, and so "{image}" is no valid image. Give it one that works.',
    },
    aliases: ['buildkit:InvalidDefaultArgInFrom', 'tally:buildkit/InvalidDefaultArgInFrom'],
    references: ['https://docs.docker.com/reference/build-checks/invalid-default-arg-in-from/'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model }) {
    if (model.isTemplate) return;
    for (const stage of model.stages) {
      const image = stage.from.image?.text.text ?? '';
      for (const { use, binding } of missing(model, stage)) {
        const { name, span } = use;
        const related = [{ span: binding.pair.nameSpan, note: 'It is declared here.' }];
        const fixes = defaults(model, image, name, binding);
        const message = binding.pair.value === undefined ? 'empty' : 'blank';
        yield { message, data: { name, image }, span, related, fixes };
      }
    }
  },
);

/** Arguments that a FROM cannot do without, and that are empty in a build that gives none. */
function missing(model: Dockerfile, { from }: Stage): readonly { readonly use: VariableUse; readonly binding: Binding }[] {
  const { image } = from;
  if (!image) return [];
  const platform = new Map(model.expand(image, from).variables.flatMap(({ name }) => (isPredefined(name) ? [[name, 'x']] : [])));
  const { value, variables } = model.expandFor(platform, image, from);
  if (value === undefined || isReference(value)) return [];
  const empty = variables.flatMap((use) => {
    const binding = use.value === '' && use.operator === undefined ? model.binding(use.name, from) : undefined;
    return binding ? [{ use, binding }] : [];
  });
  const alone = empty.filter(({ use }) =>
    ['x', `sha256:${'0'.repeat(64)}`].some((given) =>
      isReference(model.expandFor(new Map([...platform, [use.name, given]]), image, from).value ?? ''),
    ),
  );
  return alone.length > 0 ? alone : empty;
}

/** A default for an argument that is the tag of an image that we know, else one to write. */
function defaults({ stages }: Dockerfile, image: string, name: string, { pair }: Binding): readonly Fix[] {
  const repository = tagOnlyFrom(image, name);
  const others = stages.filter(({ from }) => from.image?.text.text.includes(name));
  const facts = repository === undefined || others.length > 1 ? undefined : baseImageFacts(repositoryOfText(repository));
  const tags = facts?.tags ?? [];
  const place = pair.value?.span ?? { start: pair.span.end, end: pair.span.end };
  const before = pair.value ? '' : '=';
  if (tags.length > 0)
    return tags.map((tag) => ({
      title: `Give ${name} the default ${tag}`,
      applicability: 'suggested',
      edits: [{ span: place, newText: before + tag }],
    }));
  if (pair.value) return [];
  const title = `Give ${name} a default (write it behind the =)`;
  return [{ title, applicability: 'manual', edits: [insertion(place.start, '=')] }];
}
