import type { Span } from '../../base/span.ts';
import { dockerfileRule } from '../../engine/rule.ts';
import type { Dockerfile } from '../../model/dockerfile/index.ts';
import { lowerName, referenceMistakes } from '../support/reference-grammar.ts';

export const imageReferenceInvalid = dockerfileRule(
  {
    id: 'dockerfile/image-reference-invalid',
    title: 'Name of an image that no registry can have',
    why: 'Names of images are lower case, tags have at most 128 letters, digits, dots, dashes and underscores, and a digest is an algorithm with hexadecimal digits. The build fails on anything else.',
    severity: 'high',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      scheme: 'The name of an image begins with a registry or a path, not with "{text}".',
      upper: 'The name of an image is in lower case: "{name}".',
      name: '"{text}" is no name that an image can have.',
      tag: '"{text}" is no tag that an image can have.',
      missing: 'Behind the "{separator}" in "{image}" something is missing.',
      digest: '"{text}" is no digest: it is sha256, a colon and 64 hexadecimal digits in lower case.',
    },
    aliases: ['dockerfile-utils:INVALID_REFERENCE_FORMAT'],
    references: ['https://pkg.go.dev/github.com/distribution/reference'],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model }) {
    if (model.isTemplate) return;
    for (const { text, span, piece, isWhole } of references(model)) {
      for (const { kind, start, end } of referenceMistakes(text)) {
        const wrong = text.slice(start, end);
        const at = start === end ? span : piece(start, end);
        if (kind === 'upper') yield { message: 'upper', data: { name: lowerName(wrong) }, span: at };
        else if (kind !== 'missing') yield { message: kind, data: { text: wrong }, span: at };
        // The rest may be in a variable.
        else if (isWhole) yield { message: 'missing', data: { separator: wrong, image: text }, span };
      }
    }
  },
);

interface Reference {
  readonly text: string;
  readonly span: Span;
  readonly piece: (start: number, end: number) => Span;
  /** Whether it is all of the reference. */
  readonly isWhole: boolean;
}

/** References of FROM as far as they are known, and those of `COPY --from=` and mounts that are no stage and look like more than one word. */
function* references(model: Dockerfile): Generator<Reference> {
  for (const { base, from, uses } of model.stages) {
    if (base.kind === 'image' && from.image) {
      const { text, span, certainty, name } = base.image;
      const word = from.image.text;
      const isLiteral = certainty === 'literal' && word.text === text;
      // An argument that is empty by default is a matter of its own.
      const isEmptied =
        certainty === 'resolved' && model.expandFor(new Map(), from.image, from).variables.some(({ value }) => value === '');
      if (text !== undefined && !isEmptied)
        yield { text, span, piece: (start, end) => (isLiteral ? word.span(start, end) : span), isWhole: true };
      else if (text === undefined && name)
        yield { text: name.text, span: name.span, piece: (start, end) => name.piece(start, end).span, isWhole: false };
    }
    for (const { stage, name, span } of uses)
      if (!stage && name !== undefined && /[/:@]/.test(name)) yield { text: name, span, piece: () => span, isWhole: true };
  }
}
