import { BASE_IMAGES_TABLE_DATE, baseImageFacts, familyOf, nonRootUserOf, userIdOf } from '../../knowledge/base-images.ts';
import { END_OF_LIFE_TABLE_DATE } from '../../knowledge/end-of-life.ts';
import { heldVersions, successorOf } from '../../knowledge/image-lifecycle.ts';
import type { Dockerfile, Stage } from '../../model/dockerfile/index.ts';
import { code, type LineOf } from '../markdown.ts';
import type { Place } from './place.ts';
import { aboutVariable } from './variable.ts';

/** Markdown about what stands at a place. `today` is an ISO date. */
export function describe(place: Place, model: Dockerfile, lineOf: LineOf, today: string): string {
  switch (place.kind) {
    case 'variable':
      return aboutVariable(place, model, lineOf);
    case 'stage':
      return aboutStage(place.stage, model, lineOf);
    case 'image':
      return aboutImage(place, today);
  }
}

function aboutStage(stage: Stage, model: Dockerfile, lineOf: LineOf): string {
  const { from, final, isFinal } = stage;
  const title = stage.from.name ? `**${stage.from.name.text.text}**` : `**Stage ${stage.index}**`;
  const image = from.image?.text.text ?? '';
  const lines = [
    `${title} · stage ${stage.index}, line ${lineOf(from.span.start)}${isFinal ? ' · final' : ''}`,
    '',
    `From ${code(image)}`,
  ];
  const user = final.user?.value;
  if (user !== undefined) lines.push('', `Runs as ${code(user)}`);
  const users = model.stages.flatMap((other) => {
    const built = other.base.kind === 'stage' && other.base.stage === stage ? [other.from.span.start] : [];
    return [...built, ...other.uses.filter((use) => use.stage === stage).map(({ span }) => span.start)];
  });
  if (users.length > 0) lines.push('', `Used in ${users.length === 1 ? 'line' : 'lines'} ${users.map(lineOf).join(', ')}`);
  else if (!isFinal) lines.push('', 'No other stage uses it; it is only built with `--target`.');
  return lines.join('\n');
}

function aboutImage({ repository, tag, digest }: Extract<Place, { kind: 'image' }>, today: string): string {
  const facts = baseImageFacts(repository);
  const name = repository.replace(/^docker\.io\/(?:library\/)?/, '');
  const lines = [`**${name}**${tag === undefined ? '' : ` · ${code(tag)}`}`];
  if (tag === undefined && digest === undefined) lines.push('', 'No tag: Docker takes `latest`.');
  lines.push('', digest === undefined ? 'Not pinned by a digest.' : `Pinned: ${code(digest)}`);
  const successor = successorOf(repository);
  if (successor !== undefined)
    lines.push('', successor === '' ? 'The image is no longer made.' : `The image is no longer made. Use ${successor}.`);
  for (const { product, cycle, end } of heldVersions(repository, tag ?? ''))
    if (end !== undefined)
      lines.push(
        '',
        end < today
          ? `⚠ ${product} ${cycle}: no security fixes since ${end}`
          : `${product} ${cycle}: security fixes until ${end}`,
      );
  const user = nonRootUserOf(repository, tag ?? '');
  if (user !== undefined) lines.push('', `Runs as ${code(user)}`);
  else if (facts) {
    const uid = facts.user === undefined ? undefined : userIdOf(facts.user, familyOf(repository, tag ?? ''), repository);
    lines.push(
      '',
      facts.user === undefined
        ? 'Runs as root.'
        : `Runs as root; contains the user ${code(facts.user)}${uid === undefined ? '' : ` (${uid})`}.`,
    );
    if (facts.tags.length > 0) lines.push('', `Tags to pin to: ${facts.tags.map(code).join(', ')}`);
  }
  lines.push('', `_Tables of ${BASE_IMAGES_TABLE_DATE} (images) and ${END_OF_LIFE_TABLE_DATE} (end of life)_`);
  return lines.join('\n');
}
