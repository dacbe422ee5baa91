import { deletion, insertion, type Edit } from '../../../base/edit.ts';
import type { Fix } from '../../../engine/fix.ts';
import {
  lineage,
  type CommandInstruction,
  type Dockerfile,
  type Pair,
  type PairsInstruction,
  type Stage,
} from '../../../model/dockerfile/index.ts';
import { isPosix } from '../../../model/shell/index.ts';
import { deleteLines } from './edits.ts';

/** Where else than in its declaration a variable stands. */
export interface Consumers {
  readonly runs: readonly CommandInstruction[];
  /** `ENV NAME=$NAME`, which keeps an ARG for the running program. */
  readonly aliases: readonly { readonly instruction: PairsInstruction; readonly pair: Pair }[];
  /** Whether anything else uses it. */
  readonly hasOthers: boolean;
  /** Whether commands run that may read it from their environment. */
  readonly hasLaterRuns: boolean;
}

/** Who uses `name`, which `declaration` declares in `stage`: the instructions behind it, and the stages built on it. */
export function consumersOf(model: Dockerfile, stage: Stage, name: string, declaration: PairsInstruction): Consumers {
  const use = new RegExp(String.raw`\$(?:\{${name}(?![A-Za-z0-9_])|${name}(?![A-Za-z0-9_]))`);
  const alias = new RegExp(String.raw`^"?\$(?:${name}|\{${name}\})"?$`);
  const runs: CommandInstruction[] = [];
  const aliases: { instruction: PairsInstruction; pair: Pair }[] = [];
  let hasOthers = false;
  let hasLaterRuns = false;
  for (const instruction of model.instructions) {
    const own = model.stageOf(instruction);
    if (instruction.index <= declaration.index || !own || !(own === stage || lineage(own).includes(stage))) continue;
    if (instruction.keyword === 'RUN') hasLaterRuns = true;
    if (!use.test(model.text.slice(instruction.span.start, instruction.span.end))) continue;
    if (instruction.keyword === 'RUN') runs.push(instruction);
    else {
      const pair = instruction.keyword === 'ENV' ? instruction.pairs.find((each) => each.name === name) : undefined;
      const others =
        instruction.keyword === 'ENV'
          ? instruction.pairs.filter((each) => each !== pair && use.test(each.value?.text.text ?? ''))
          : [];
      if (instruction.keyword === 'ENV' && pair?.value && alias.test(pair.value.text.text) && others.length === 0)
        aliases.push({ instruction, pair });
      else hasOthers = true;
    }
  }
  return { runs, aliases, hasOthers, hasLaterRuns };
}

/** `--mount` for a secret that a command finds in the variable `name`; Dockerfile syntax 1.10 and later. */
const mountFor = (name: string): string => `--mount=type=secret,id=${name.toLowerCase()},env=${name} `;

/** Mounts the secret `name` in a RUN; undefined where its script is not for a POSIX shell. */
export function mountEdit(model: Dockerfile, instruction: CommandInstruction, name: string): Edit | undefined {
  const start = instruction.flags[0]?.span.start ?? (instruction.args.length > 0 ? instruction.args.span(0, 1).start : undefined);
  return start === undefined || !isPosix(model.dialectAt(instruction)) ? undefined : insertion(start, mountFor(name));
}

/** Deletes one pair, or the whole instruction when it has no other. */
export function deletePair(text: string, { pairs, span }: PairsInstruction, pair: Pair): Edit {
  const index = pairs.indexOf(pair);
  const [previous, next] = [pairs[index - 1], pairs[index + 1]];
  if (previous) return deletion({ start: previous.span.end, end: pair.span.end });
  return next ? deletion({ start: pair.span.start, end: next.span.start }) : deleteLines(text, span);
}

/** Takes a variable out of the file and hands it to the commands that use it as a secret of the build. */
export function secretFix(model: Dockerfile, stage: Stage, instruction: PairsInstruction, pair: Pair): Fix | undefined {
  if (!/^[A-Za-z_]\w{0,99}$/.test(pair.name)) return undefined;
  const { runs, aliases, hasOthers } = consumersOf(model, stage, pair.name, instruction);
  if (hasOthers) return undefined;
  const mounts = runs.map((run) => mountEdit(model, run, pair.name));
  if (mounts.includes(undefined)) return undefined;
  const removals = aliases.map((alias) => deletePair(model.text, alias.instruction, alias.pair));
  const edits: readonly [Edit, ...Edit[]] = [
    deletePair(model.text, instruction, pair),
    ...removals,
    ...mounts.filter((edit) => edit !== undefined),
  ];
  if (mounts.length > 0) return { title: `Mount ${pair.name} as a build secret`, applicability: 'suggested', edits };
  return instruction.keyword === 'ENV'
    ? { title: `Remove ${pair.name}, to be set when the container starts`, applicability: 'suggested', edits }
    : undefined;
}
