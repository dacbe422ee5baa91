import { dockerfileRule } from '../../engine/rule.ts';
import { END_OF_LIFE_TABLE_DATE } from '../../knowledge/end-of-life.ts';
import { heldVersions, type HeldVersion, successorOf, successorOfTag } from '../../knowledge/image-lifecycle.ts';
import type { Dockerfile, Stage } from '../../model/dockerfile/index.ts';
import { writtenFor } from './support/base-image.ts';
import { moveTo, newerTag } from './support/newer-image.ts';

export const baseImageEndOfLife = dockerfileRule(
  {
    id: 'dockerfile/base-image-end-of-life',
    title: 'Base image gets no security fixes any more',
    why: 'After its end of life nobody repairs the holes that are found in a distribution or runtime, and attackers know them all. Move to a version that is supported. The days come from a table in Larboard, which may be older than a vendor’s latest word.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      ended: '{product} has had no security fixes since {end} (table of {table}). Move to a supported version.',
      both: '{product} has had no security fixes since {end}, and {other} none since {otherEnd} (table of {table}). Move to supported versions.',
      discontinued: 'The image "{image}" gets no more updates. Use {successor}.',
      abandoned: 'The image "{image}" gets no more updates. Move to one that is maintained.',
    },
    aliases: ['docker-language-server:vulnerabilities', 'tally:tally/ruby/eol-ruby-version'],
    references: ['CWE-1104', 'https://endoflife.date'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model, env }) {
    if (model.isTemplate) return;
    for (const stage of model.stages) {
      const { base } = stage;
      if (base.kind !== 'image') continue;
      const { image } = base;
      const { repository, name, tag } = image;
      if (repository === undefined || !name) continue;
      const successor = successorOf(repository);
      const ofTag = successor === undefined && tag ? successorOfTag(repository, tag.text) : undefined;
      const instead = successor ?? ofTag;
      if (instead !== undefined) {
        const data = { image: ofTag === undefined ? name.text : (image.text ?? name.text) };
        const span = ofTag === undefined || !tag ? name.span : tag.span;
        if (instead === '') yield { message: 'abandoned', data, span };
        else
          yield {
            message: 'discontinued',
            data: { ...data, successor: instead },
            span,
            fixes: isTied(model, stage, []) ? [] : moveTo(image),
          };
        continue;
      }
      const ended = heldVersions(repository, tag?.text ?? '').filter(({ end }) => end !== undefined && end < env.today);
      const [first, second] = ended;
      if (!first) continue;
      const span = second || !tag || !first.at ? (tag ?? name).span : tag.piece(first.at.start, first.at.end).span;
      const data = { product: nameOf(first, tag?.text), end: first.end ?? '', table: END_OF_LIFE_TABLE_DATE };
      const rest = {
        span,
        related: writtenFor(image, tag?.origin?.start),
        fixes: isTied(model, stage, ended) ? [] : newerTag(image, env.today),
      };
      if (!second) yield { message: 'ended', data, ...rest };
      else yield { message: 'both', data: { ...data, other: nameOf(second, tag?.text), otherEnd: second.end ?? '' }, ...rest };
    }
  },
);

/** Where packages come from is written for one release. */
const SOURCES = /sources\.list|\/etc\/(?:yum\.repos\.d|yum\/pluginconf\.d|apk\/repositories|zypp\/repos\.d)/;

/** Whether a stage would have to be changed with its base image: it says where packages come from, or names the release. */
const isTied = ({ text }: Dockerfile, { instructions }: Stage, ended: readonly HeldVersion[]): boolean =>
  instructions.some(({ span }) => {
    const written = text.slice(span.start, span.end);
    return SOURCES.test(written) || ended.some(({ codeName }) => codeName !== undefined && written.includes(codeName));
  });

/** With the code name where the tag uses it. */
const nameOf = ({ product, cycle, codeName, at }: HeldVersion, tag: string | undefined): string =>
  `${product} ${cycle}${at && codeName !== cycle && tag?.slice(at.start, at.end).toLowerCase() === codeName ? ` (${codeName})` : ''}`;
