import type { Span } from '../../base/span.ts';
import { dockerfileRule } from '../../engine/rule.ts';
import { type Dockerfile } from '../../model/dockerfile/index.ts';

const COMPONENT = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*';
const HOST =
  '(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*|\\[[0-9a-fA-F:]+\\])(?::\\d+)?';
/** The grammar of https://pkg.go.dev/github.com/distribution/reference. */
const NAME = new RegExp(`^(?:${HOST}/)?${COMPONENT}(?:/${COMPONENT})*$`);
const TAG = /^\w[\w.-]{0,127}$/;
const DIGEST = /^[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}$/;
const LONGEST = 1000;

export const imageReferenceInvalid = dockerfileRule(
  {
    id: 'dockerfile/image-reference-invalid',
    title: 'Name of an image that no registry can have',
    why: 'Names of images are lower case, tags have at most 128 letters, digits, dots, dashes and underscores, and a digest is an algorithm with hexadecimal digits. The build fails on anything else.',
    severity: 'high',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      upper: 'The name of an image is in lower case: "{name}".',
      name: '"{name}" is no name that an image can have.',
      tag: '"{tag}" is no tag that an image can have.',
      missing: 'Behind the "{separator}" in "{image}" something is missing.',
      digest: '"{digest}" is no digest: it is an algorithm, a colon and the hexadecimal digits, 64 of them for sha256.',
    },
    aliases: ['dockerfile-utils:INVALID_REFERENCE_FORMAT'],
    references: ['https://pkg.go.dev/github.com/distribution/reference'],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model }) {
    if (model.isTemplate) return;
    for (const { text, span, piece } of references(model)) {
      if (text.length > LONGEST) continue;
      const at = text.indexOf('@');
      const end = at < 0 ? text.length : at;
      const colon = text.slice(0, end).indexOf(':', text.lastIndexOf('/', end) + 1);
      const name = text.slice(0, colon < 0 ? end : colon);
      const tag = colon < 0 ? undefined : text.slice(colon + 1, end);
      const digest = at < 0 ? undefined : text.slice(at + 1);
      if (!NAME.test(name)) {
        const lower = lowerName(name);
        if (NAME.test(lower)) yield { message: 'upper', data: { name: lower }, span: piece(0, name.length) };
        else yield { message: 'name', data: { name }, span: name === '' ? span : piece(0, name.length) };
      }
      if (tag === '' || digest === '')
        yield { message: 'missing', data: { separator: digest === '' ? '@' : ':', image: text }, span };
      else if (tag !== undefined && !TAG.test(tag)) yield { message: 'tag', data: { tag }, span: piece(colon + 1, end) };
      if (digest !== undefined && digest !== '' && !isDigest(digest))
        yield { message: 'digest', data: { digest }, span: piece(at + 1, text.length) };
    }
  },
);

/** The path in lower case; a registry may have capital letters. */
function lowerName(name: string): string {
  const slash = name.indexOf('/');
  const hasHost = /[.:]|^localhost$/.test(name.slice(0, Math.max(0, slash)));
  return hasHost ? name.slice(0, slash) + name.slice(slash).toLowerCase() : name.toLowerCase();
}

const isDigest = (digest: string): boolean => DIGEST.test(digest) && (!digest.startsWith('sha256:') || digest.length === 71);

interface Reference {
  readonly text: string;
  readonly span: Span;
  readonly piece: (start: number, end: number) => Span;
}

/** References that are fully known: those of FROM, and those of `COPY --from=` that are no stage and look like more than one word. */
function* references(model: Dockerfile): Generator<Reference> {
  for (const { base, from, uses } of model.stages) {
    if (base.kind === 'image' && base.image.text !== undefined && from.image) {
      const { text, span, certainty } = base.image;
      const word = from.image.text;
      const isLiteral = certainty === 'literal' && word.text === text;
      yield { text, span, piece: (start, end) => (isLiteral ? word.span(start, end) : span) };
    }
    for (const { stage, name, span } of uses)
      if (!stage && name !== undefined && /[/:@]/.test(name)) yield { text: name, span, piece: () => span };
  }
}
