import { insertion, type Edit } from '../../../base/edit.ts';
import { baseImageFacts, familyOf, nonRootUserOf } from '../../../knowledge/base-images.ts';
import { lineage, type Dockerfile, type Instruction, type Stage } from '../../../model/dockerfile/index.ts';
import { accountsOf } from './accounts.ts';
import { lineStart } from './edits.ts';

/** `root`, `0`, `root:group`. A name is as it stands in /etc/passwd, so its case counts. */
export const isRoot = (user: string): boolean => /^(?:root|0+)(?::|$)/.test(user.trim());

/** The image at the bottom of a stage: what it is FROM, through all stages of the file. */
export const bottomOf = (stage: Stage): Stage['base'] => lineage(stage).at(-1)?.base ?? stage.base;

export interface BaseUser {
  readonly kind: 'root' | 'non-root' | 'unstated' | 'unknown';
  readonly name?: string;
}

/** As whom an image runs by itself. `unstated`: we know the image's name and nothing of its user; `unknown`: not even the name. */
export function baseUser(base: Stage['base']): BaseUser {
  if (base.kind === 'scratch') return { kind: 'root' };
  if (base.kind !== 'image') return { kind: 'unknown' };
  const { repository, tag, isTagUnknown } = base.image;
  if (repository === undefined) return { kind: 'unknown' };
  const name = nonRootUserOf(repository, tag?.text ?? '');
  if (name !== undefined) return { kind: 'non-root', name };
  // A tag that nobody knows may be `nonroot`.
  if (isTagUnknown && familyOf(repository, '') === 'none') return { kind: 'unknown' };
  return { kind: baseImageFacts(repository) ? 'root' : 'unstated' };
}

/** The user in force at an instruction. Not certain when the base image decides and its user is not known. */
export function userAt(
  model: Dockerfile,
  instruction: Instruction,
): { readonly name: string; readonly isCertain: boolean } | undefined {
  const state = model.stateAt(instruction);
  const stage = model.stageOf(instruction);
  if (state?.user) return state.user.value === undefined ? undefined : { name: state.user.value, isCertain: true };
  if (!stage) return undefined;
  const { kind, name } = baseUser(bottomOf(stage));
  if (kind === 'root') return { name: 'root', isCertain: true };
  if (kind === 'non-root') return { name: name ?? '', isCertain: true };
  return kind === 'unstated' ? { name: 'root', isCertain: false } : undefined;
}

const NEEDS_ROOT: ReadonlySet<string> = new Set(['RUN', 'COPY', 'ADD', 'WORKDIR', 'USER', 'ONBUILD', 'SHELL', 'ARG', 'ENV']);

/** Inserts lines into the stage before its CMD and ENTRYPOINT, but behind everything that may need root. */
export function beforeStart(model: Dockerfile, stage: Stage, lines: readonly string[], eol: string): Edit {
  const { instructions, from } = stage;
  const last = instructions.findLastIndex(({ keyword }) => NEEDS_ROOT.has(keyword));
  const start = instructions.slice(last + 1).find(({ keyword }) => keyword === 'CMD' || keyword === 'ENTRYPOINT');
  if (start) {
    const above = model.comments.filter(({ covers, span }) => covers.start === start.span.start && span.end < start.span.start);
    const offset = lineStart(model.text, Math.min(start.span.start, ...above.map(({ span }) => span.start)));
    return insertion(offset, lines.map((line) => line + eol).join(''));
  }
  const end = (instructions.at(-1) ?? from).span.end;
  return insertion(end, lines.map((line) => eol + line).join(''));
}

/** Lines that make the image run as an unprivileged user that exists: one of the image's own, else a new one fit for its distribution. */
export function unprivileged(model: Dockerfile, stage: Stage): { readonly user: string; readonly lines: readonly string[] } {
  const accounts = accountsOf(model, stage);
  const [created] = accounts.created;
  if (created !== undefined) return { user: created.name, lines: [`USER ${created.name}`] };
  const base = bottomOf(stage);
  const repository = base.kind === 'image' ? (base.image.repository ?? '') : '';
  const tag = base.kind === 'image' ? (base.image.tag?.text ?? '') : '';
  const own = baseImageFacts(repository)?.user;
  // The .NET images have had their user since version 8.
  if (own !== undefined && !accounts.isGone(own) && !(own === 'app' && /^[1-7]\.|^[1-7]$/.test(tag)))
    return { user: own, lines: [`USER ${own}`] };
  // A group of its name, which both would make, must not be there already, unless it is to be the user's.
  const hasGroup = accounts.hasGroup('app');
  switch (base.kind === 'scratch' ? 'none' : familyOf(repository, tag)) {
    case 'none':
      return { user: '65532', lines: ['USER 65532'] };
    case 'alpine':
      return { user: 'app', lines: [`RUN adduser -S -u 10001${hasGroup ? ' -G app' : ''} app`, 'USER 10001'] };
    case 'debian':
    case 'rpm':
      return { user: 'app', lines: [`RUN useradd --uid 10001${hasGroup ? ' --gid app' : ''} --create-home app`, 'USER 10001'] };
    case 'rpm-minimal':
      return { user: '65532', lines: ['USER 65532:65532'] };
    default:
      return { user: '10001', lines: ['USER 10001'] };
  }
}

/** Programs with which a start script that needs root first becomes another user. */
const STEPS_DOWN = /(?:^|[\s/"',=])(?:gosu|su-exec|setpriv|chpst|s6-setuidgid|s6-overlay|setuidgid|runuser)(?=[\s"',:]|$|-)/;

/** Whether the image carries a program for giving up root, which is what it starts as root for. */
export const stepsDown = (model: Dockerfile, stage: Stage): boolean =>
  lineage(stage).some(({ instructions }) =>
    instructions.some(({ span }) => STEPS_DOWN.test(model.text.slice(span.start, span.end))),
  );
