import { BASE_IMAGES_TABLE_DATE, baseImageFacts, familyOf, nonRootUserOf, userIdOf } from '../../knowledge/base-images.ts';
import { END_OF_LIFE_TABLE_DATE } from '../../knowledge/end-of-life.ts';
import { heldVersions, successorOf } from '../../knowledge/image-lifecycle.ts';
import { isSecretName } from '../../knowledge/secrets.ts';
import { isPredefined, type Dockerfile, type Stage } from '../../model/dockerfile/index.ts';
import type { Place } from './place.ts';

/** The line (from 1) that an offset lies in. */
export type LineOf = (offset: number) => number;

/** Longer values are cut. In UTF-16 code units. */
const LONGEST = 200;

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

const code = (text: string): string => {
  const short = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  // A code span ends at as many backticks as it began with.
  const fence = short.includes('`') ? '``' : '`';
  return `${fence}${fence.length > 1 ? ' ' : ''}${short.replaceAll(/\s+/g, ' ')}${fence.length > 1 ? ' ' : ''}${fence}`;
};

function aboutVariable({ name, instruction }: Extract<Place, { kind: 'variable' }>, model: Dockerfile, lineOf: LineOf): string {
  const own =
    instruction.keyword === 'ARG' || instruction.keyword === 'ENV'
      ? instruction.pairs.find((pair) => pair.name === name)
      : undefined;
  const binding = own ? undefined : model.binding(name, instruction);
  const declared = own ? instruction : binding?.instruction;
  const title = `**${name}**`;
  if (!declared) {
    if (isPredefined(name)) return `${title} · set by the build`;
    return instruction.keyword === 'RUN'
      ? `${title} · set by the command itself, or by the base image`
      : `${title} · nothing in this file declares it; only the base image may set it`;
  }
  const kind = declared.keyword === 'ENV' ? 'environment variable' : 'build argument';
  const value = own ? (own.value ? model.expand(own.value, declared).value : undefined) : binding?.expansion?.value;
  const lines = [`${title} · ${kind}${own ? '' : `, line ${lineOf(declared.span.start)}`}`, ''];
  if (isSecretName(name) && value !== undefined && value !== '')
    lines.push('Its value is not shown, because the name is that of a secret.');
  else if (value !== undefined) lines.push(`Value: ${code(value)}`);
  else
    lines.push(
      declared.keyword === 'ARG'
        ? 'No default: the build has to give it (`--build-arg`).'
        : 'Its value is not known before the build.',
    );
  const global = model.global.find(name, Infinity);
  if (declared.keyword === 'ARG' && model.stageOf(declared) && global)
    lines.push('', `Repeats the argument of line ${lineOf(global.instruction.span.start)}, before the first FROM.`);
  return lines.join('\n');
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
