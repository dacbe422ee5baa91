import type { Span } from '../../base/span.ts';
import { BASE_IMAGES_TABLE_DATE, baseImageFacts } from '../../knowledge/base-images.ts';
import {
  argumentsStart,
  FLAGS,
  KEYWORDS,
  type Dockerfile,
  type Instruction,
  type Keyword,
} from '../../model/dockerfile/index.ts';
import type { Completion } from '../completion.ts';
import { type OfferedRule, suppressionCompletions } from '../suppression-ids.ts';
import { instructionAt } from './place.ts';

/** What each instruction does, in a few words. */
const ABOUT: Readonly<Record<Keyword, string>> = {
  ADD: 'Copies files, unpacks archives, downloads',
  ARG: 'A variable that the build may set',
  CMD: 'What the container runs by default',
  COPY: 'Copies files from the build context or another stage',
  ENTRYPOINT: 'The program that the container runs',
  ENV: 'A variable of the build and of the container',
  EXPOSE: 'Ports on which the container listens',
  FROM: 'The image or stage to start from',
  HEALTHCHECK: 'How Docker sees whether the program works',
  LABEL: 'Says something about the image',
  MAINTAINER: 'Deprecated: use LABEL',
  ONBUILD: 'Runs in images that are built on this one',
  RUN: 'Runs a command while the image is built',
  SHELL: 'The shell of the instructions in shell form',
  STOPSIGNAL: 'The signal that stops the container',
  USER: 'Who runs the instructions behind it, and the container',
  VOLUME: 'Folders whose content is kept outside the image',
  WORKDIR: 'The folder of the instructions behind it',
};

/** A comment on a line of its own (at its start), or one behind a command. */
const COMMENT = /^[ \t]*#([^]*)|[ \t]#([^"']*)$/;

/** Texts that fit at `offset`: instructions, flags, stages, variables, tags of known images, and ids of rules in suppressions. */
export function completionsAt(model: Dockerfile, offset: number, rules: readonly OfferedRule[]): readonly Completion[] {
  const { text } = model;
  const lineStart = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  const before = text.slice(lineStart, offset).replace(/^\uFEFF/, '');
  const typed = (pattern: RegExp): Span => ({ start: offset - (pattern.exec(before)?.[0].length ?? 0), end: offset });
  const comment = COMMENT.exec(before);
  if (comment) {
    const ids = suppressionCompletions(comment[1] ?? comment[2] ?? '', offset, rules);
    if (ids) return ids;
    if (comment[1] !== undefined) return [];
  }
  const instruction = instructionAt(model, offset);
  const isKeyword = /^[ \t]*(?:ONBUILD[ \t]+)?[A-Za-z]*$/i.test(before);
  const isInside = instruction !== undefined && instruction.keywordSpan.end < offset && instruction.span.start < lineStart;
  if (isKeyword && !isInside) return keywords(model, typed(/[A-Za-z]*$/), /ONBUILD/i.test(before));
  if (/\$\{?\w*$/.test(before)) return variables(model, offset, typed(/\w*$/), instruction);
  if (instruction && isFlag(model, instruction, typed(/\S*$/).start)) {
    if (/--from=[\w.-]*$|,from=[\w.-]*$|=from=[\w.-]*$/.test(before)) return stages(model, typed(/[\w.-]*$/), instruction);
    return /(?:^|\s)--[\w-]*$/.test(before) ? flags(typed(/[\w-]*$/), instruction) : [];
  }
  if (/^[ \t]*FROM[ \t]/i.test(before)) {
    if (/:[\w.-]*$/.test(before)) return tags(before, typed(/[\w.-]*$/));
    return /\s[\w./-]*$/.test(before) && !/\sAS\s/i.test(before) ? stages(model, typed(/[\w./-]*$/), instruction) : [];
  }
  return [];
}

function keywords({ instructions }: Dockerfile, span: Span, isTrigger: boolean): readonly Completion[] {
  const lower = instructions.filter(({ keywordText }) => keywordText === keywordText.toLowerCase()).length;
  const isLower = lower > instructions.length / 2;
  return KEYWORDS.filter(
    (keyword) => keyword !== 'MAINTAINER' && !(isTrigger && (keyword === 'FROM' || keyword === 'ONBUILD')),
  ).map((keyword) => {
    const label = isLower ? keyword.toLowerCase() : keyword;
    return { label, kind: 'keyword', span, newText: `${label} `, detail: ABOUT[keyword] };
  });
}

/** Whether the word at `start` is a flag of Docker's: behind the first word that is none, hyphens belong to the arguments. */
function isFlag({ text, escape }: Dockerfile, { args }: Instruction, start: number): boolean {
  return text.startsWith('--', start) && start <= (argumentsStart(args, escape) ?? start);
}

function flags(span: Span, { keyword }: Instruction): readonly Completion[] {
  const known = keyword === 'UNKNOWN' ? undefined : FLAGS[keyword];
  return (known ?? []).map(({ name, takesValue, about }) => ({
    label: `--${name}`,
    kind: 'flag',
    span,
    newText: takesValue ? `${name}=` : `${name} `,
    detail: about,
  }));
}

/** Stages that stand before the instruction. */
function stages(model: Dockerfile, span: Span, instruction: Instruction | undefined): readonly Completion[] {
  const own = instruction && model.stageOf(instruction);
  return model.stages.flatMap(({ from, index }) => {
    const name = from.name?.text.text;
    if (name === undefined || (own && index >= own.index)) return [];
    return [{ label: name, kind: 'stage', span, newText: name, detail: `FROM ${from.image?.text.text ?? ''}` }] as const;
  });
}

/** Variables that are declared at the place. */
function variables(model: Dockerfile, offset: number, span: Span, instruction: Instruction | undefined): readonly Completion[] {
  const names = new Set<string>();
  for (const each of model.instructions)
    if ((each.keyword === 'ARG' || each.keyword === 'ENV') && each.span.end < offset)
      for (const { name } of each.pairs) names.add(name);
  return [...names].flatMap((name) => {
    const binding = instruction && model.binding(name, instruction);
    if (!binding) return [];
    const detail = `${binding.kind === 'arg' ? 'ARG' : 'ENV'} ${name}`;
    return [{ label: name, kind: 'variable', span, newText: name, detail }] as const;
  });
}

/** Supported tags of the image that stands before the colon. */
function tags(before: string, span: Span): readonly Completion[] {
  const name = /([\w./-]+):[\w.-]*$/.exec(before)?.[1] ?? '';
  const repository =
    name.includes('.') && name.includes('/') ? name : `docker.io/${name.includes('/') ? name : `library/${name}`}`;
  return (baseImageFacts(repository.toLowerCase())?.tags ?? []).map((tag) => ({
    label: tag,
    kind: 'tag',
    span,
    newText: tag,
    detail: `${name}:${tag}, supported (table of ${BASE_IMAGES_TABLE_DATE})`,
  }));
}
