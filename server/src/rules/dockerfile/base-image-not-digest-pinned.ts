import { dockerfileRule } from '../../engine/rule.ts';
import type { Fix } from '../../engine/fix.ts';
import type { ImageReference } from '../../model/dockerfile/index.ts';
import { isReference } from '../support/reference-grammar.ts';

export const baseImageNotDigestPinned = dockerfileRule(
  {
    id: 'dockerfile/base-image-not-digest-pinned',
    title: 'Base image without a digest',
    why: 'Whoever may write to the repository can move a tag to another image at any time. A digest names one image for good; keep the tag beside it for people and for tools that raise it.',
    severity: 'low',
    confidence: 'high',
    profiles: [],
    messages: { tag: '"{image}" may be another image tomorrow. Add its digest behind the tag.' },
    aliases: ['docker-language-server:not_pinned_digest', 'semgrep:dockerfile-source-not-pinned'],
    references: ['https://docs.docker.com/build/building/best-practices/#pin-base-image-versions'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model, file }) {
    if (model.isTemplate) return;
    for (const { base } of model.stages) {
      if (base.kind !== 'image') continue;
      const { image } = base;
      if (image.digest || image.isTagUnknown || image.text === undefined || !isReference(image.text)) continue;
      const fix = pinFix(image, file.text);
      yield { message: 'tag', data: { image: image.text }, span: image.span, fixes: fix ? [fix] : [] };
    }
  },
);

/** Only the registry knows the digest, so it is asked when a person chooses this. */
function pinFix({ repository, tag, name, text, span }: ImageReference, source: string): Fix | undefined {
  // Without a tag, or with one from a variable, it is not one place that is pinned.
  if (repository === undefined || !tag?.origin || !name || text === undefined) return undefined;
  const isInPlace = source.slice(span.start, span.end) === text;
  const at = isInPlace ? span.end : tag.origin.end;
  const [registry] = repository.split('/');
  return {
    title: `Pin ${text} by its digest (asks ${registry ?? 'the registry'})`,
    applicability: 'suggested',
    edits: [],
    deferred: { kind: 'image-digest', image: `${repository}:${tag.text}`, at },
  };
}
