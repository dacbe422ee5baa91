import type { Fix } from '../../engine/fix.ts';
import { dockerfileRule } from '../../engine/rule.ts';
import { END_OF_LIFE_TABLE_DATE } from '../../knowledge/end-of-life.ts';
import { heldVersions, successorOf, supportedTag } from '../../knowledge/image-lifecycle.ts';
import type { ImageReference } from '../../model/dockerfile/index.ts';
import { writtenFor } from './support/base-image.ts';

export const baseImageEndOfLife = dockerfileRule(
  {
    id: 'dockerfile/base-image-end-of-life',
    title: 'Base image gets no security fixes any more',
    why: 'After its end of life nobody repairs the holes that are found in a distribution or runtime, and attackers know them all. Move to a version that is supported. The days come from a table in Larboard, which may be older than a vendor’s latest word.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      ended: '{product} {cycle} has had no security fixes since {end} (table of {table}). Move to a supported version.',
      discontinued: 'The image "{image}" is no longer made. Use {successor}.',
    },
    aliases: ['docker-language-server:vulnerabilities', 'tally:tally/ruby/eol-ruby-version'],
    references: ['CWE-1104', 'https://endoflife.date'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model, env }) {
    if (model.isTemplate) return;
    for (const { base } of model.stages) {
      if (base.kind !== 'image') continue;
      const { image } = base;
      const { repository, name, tag } = image;
      if (repository === undefined) continue;
      const successor = successorOf(repository);
      if (successor !== undefined && name) {
        yield { message: 'discontinued', data: { image: name.text, successor }, span: name.span };
        continue;
      }
      if (!tag) continue;
      const ended = heldVersions(repository, tag.text).find(({ end }) => end < env.today);
      if (!ended) continue;
      const { product, cycle, end } = ended;
      yield {
        message: 'ended',
        data: { product: product.name, cycle, end, table: END_OF_LIFE_TABLE_DATE },
        span: tag.span,
        related: writtenFor(image, tag.origin?.start),
        fixes: newerTag(image, env.today),
      };
    }
  },
);

/** A digest would have to change with the tag, and nobody here knows the new one. */
function newerTag({ repository, tag, digest }: ImageReference, today: string): readonly Fix[] {
  const newText = tag?.origin && !digest && repository !== undefined ? supportedTag(repository, tag.text) : undefined;
  if (!tag?.origin || newText === undefined || heldVersions(repository ?? '', newText).some(({ end }) => end < today)) return [];
  return [{ title: `Use the tag ${newText}`, applicability: 'suggested', edits: [{ span: tag.origin, newText }] }];
}
