import { STAND_IN_DIGEST, type Fix } from '../../engine/fix.ts';
import { dockerfileRule } from '../../engine/rule.ts';
import type { Binding, Dockerfile, Stage, VariableUse } from '../../model/dockerfile/index.ts';
import { defaultsFor, imageGiven } from './support/from-argument.ts';
import { isReference } from '../support/reference-grammar.ts';

/** Nobody makes the name of an image of more arguments than these. */
const MOST_NAMES = 10;

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
      for (const { use, binding } of missing(model, stage)) {
        const { name, span } = use;
        const related = [{ span: binding.pair.nameSpan, note: 'It is declared here.' }];
        const image = stage.from.image?.text.text ?? '';
        const fixes = fixesOf(model, stage, name, binding);
        const message = binding.pair.value === undefined ? 'empty' : 'blank';
        yield { message, data: { name, image }, span, related, fixes };
      }
    }
  },
);

/** Arguments that a FROM cannot do without, and that are empty in a build that gives none. */
function missing(model: Dockerfile, { from }: Stage): readonly { readonly use: VariableUse; readonly binding: Binding }[] {
  const value = imageGiven(model, from, new Map());
  if (!from.image || value === undefined || isReference(value)) return [];
  const empty = model.expandFor(new Map(), from.image, from).variables.flatMap((use) => {
    const binding = use.value === '' && use.operator === undefined ? model.binding(use.name, from) : undefined;
    return binding ? [{ use, binding }] : [];
  });
  const names = [...new Set(empty.map(({ use: { name } }) => name))].slice(0, MOST_NAMES);
  const alone = names.filter((name) =>
    ['x', STAND_IN_DIGEST].some((given) => isReference(imageGiven(model, from, new Map([[name, given]])) ?? '')),
  );
  // One finding for a name, however often it stands there.
  return (alone.length > 0 ? alone : names).flatMap((name) => empty.find(({ use }) => use.name === name) ?? []);
}

function fixesOf(model: Dockerfile, { from }: Stage, name: string, { pair }: Binding): readonly Fix[] {
  const span = pair.value?.span ?? { start: pair.span.end, end: pair.span.end };
  return defaultsFor(model, from, name).map(({ value, applicability }) => ({
    title: applicability === 'manual' ? `Give ${name} a default (replace ${value})` : `Give ${name} the default ${value}`,
    applicability,
    edits: [{ span, newText: (pair.value ? '' : '=') + value }],
  }));
}
