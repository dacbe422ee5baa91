import { insertion, type Edit } from '../../../base/edit.ts';
import type { Fix } from '../../../engine/fix.ts';
import {
  lineage,
  type CommandInstruction,
  type Dockerfile,
  type Instruction,
  type Pair,
  type PairsInstruction,
  type Stage,
} from '../../../model/dockerfile/index.ts';
import { isPosix } from '../../../model/shell/index.ts';
import { deletePair } from './pairs.ts';

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

const VARIABLE = /\$\{?([A-Za-z_]\w{0,99})/g;

/** Where the variables of a file are used, looked up once for all of them. */
export class VariableUses {
  static readonly #known = new WeakMap<Dockerfile, VariableUses>();

  /** Several rules ask about the same file. */
  static of(model: Dockerfile): VariableUses {
    const known = VariableUses.#known.get(model) ?? new VariableUses(model);
    VariableUses.#known.set(model, known);
    return known;
  }

  readonly model: Dockerfile;
  /** The stages that the image consists of. */
  readonly inImage: ReadonlySet<Stage>;
  readonly #instructions = new Map<string, Instruction[]>();
  readonly #declared = new Map<string, PairsInstruction[]>();
  /** The index of each stage's last RUN. */
  readonly #lastRuns: readonly (readonly [Stage, number])[];

  private constructor(model: Dockerfile) {
    this.model = model;
    this.inImage = new Set(lineage(model.finalStage));
    this.#lastRuns = model.stages.map((stage) => [
      stage,
      stage.instructions.findLast(({ keyword }) => keyword === 'RUN')?.index ?? -1,
    ]);
    for (const instruction of model.instructionsOf('ARG', 'ENV'))
      for (const { name } of instruction.pairs) {
        const declarations = this.#declared.get(name);
        if (declarations) declarations.push(instruction);
        else this.#declared.set(name, [instruction]);
      }
    for (const instruction of model.instructions) {
      const text = model.text.slice(instruction.span.start, instruction.span.end);
      for (const name of new Set(Array.from(text.matchAll(VARIABLE), (match) => match[1] ?? ''))) {
        const users = this.#instructions.get(name);
        if (users) users.push(instruction);
        else this.#instructions.set(name, [instruction]);
      }
    }
  }

  /** Who uses `name`, which `declaration` declares in `stage`: the instructions behind it, and the stages built on it. */
  consumers(stage: Stage, name: string, declaration: PairsInstruction): Consumers {
    const runs: CommandInstruction[] = [];
    const aliases: { instruction: PairsInstruction; pair: Pair }[] = [];
    let hasOthers = false;
    // What stands behind a second declaration is about that one.
    const again = (this.#declared.get(name) ?? []).find(
      (other) => other.index > declaration.index && this.model.stageOf(other) === stage && !aliasOf(other, name),
    );
    for (const instruction of this.#instructions.get(name) ?? []) {
      const own = this.model.stageOf(instruction);
      if (instruction.index <= declaration.index || !own || !sees(own, stage)) continue;
      if (again && instruction.index >= again.index) continue;
      if (instruction.keyword === 'RUN') runs.push(instruction);
      else {
        const pair = aliasOf(instruction, name);
        if (pair && instruction.keyword === 'ENV') aliases.push({ instruction, pair });
        else hasOthers = true;
      }
    }
    const hasLaterRuns = this.#lastRuns.some(([other, last]) => last > declaration.index && sees(other, stage));
    return { runs, aliases, hasOthers, hasLaterRuns };
  }
}

const sees = (stage: Stage, declaring: Stage): boolean =>
  stage === declaring || (stage.index > declaring.index && stage.base.kind === 'stage' && lineage(stage).includes(declaring));

/** The pair `NAME=$NAME`, if it is the instruction's only use of the variable. */
function aliasOf(instruction: Instruction, name: string): Pair | undefined {
  if (instruction.keyword !== 'ENV') return undefined;
  const uses = instruction.pairs.filter(({ value }) => value?.text.text.includes('$') && value.text.text.includes(name));
  const [only] = uses;
  const text = only?.value?.text.text.replace(/^"(.*)"$/, '$1');
  return uses.length === 1 && only?.name === name && (text === `$${name}` || text === `\${${name}}`) ? only : undefined;
}

const idOf = (name: string): string => name.toLowerCase();
/** `--mount` for a secret that a command finds in the variable `name`; Dockerfile syntax 1.10 and later. */
const mountFor = (name: string): string => `--mount=type=secret,id=${idOf(name)},env=${name} `;

/** Whether the file asks for a version of the syntax that hands no secrets over as variables. */
const isOlder = ({ directives }: Dockerfile): boolean =>
  directives.some(
    ({ name, value }) => name === 'syntax' && /\/dockerfile(?:-upstream)?:(?:1\.\d(?![\d])|1\.0|experimental)/.test(value),
  );

/** What {@link mountEdit} does, and how such a file is built. */
export const mountTitle = (name: string): string =>
  `Mount ${name} as a build secret (docker build --secret id=${idOf(name)},env=${name})`;

/** Mounts the secret `name` in a RUN; undefined where its script is not for a POSIX shell, or the file for an older Docker. */
export function mountEdit(model: Dockerfile, instruction: CommandInstruction, name: string): Edit | undefined {
  // A secret of that name is there already, as a file perhaps.
  if (instruction.flags.some(({ value }) => value?.text.split(',').includes(`id=${idOf(name)}`))) return undefined;
  if (isOlder(model)) return undefined;
  const start = instruction.flags[0]?.span.start ?? (instruction.args.length > 0 ? instruction.args.span(0, 1).start : undefined);
  return start === undefined || !isPosix(model.dialectAt(instruction)) ? undefined : insertion(start, mountFor(name));
}

/** Takes a variable out of the file and hands it to the commands that use it as a secret of the build. */
export function secretFix(uses: VariableUses, stage: Stage, instruction: PairsInstruction, pair: Pair): Fix | undefined {
  if (!/^[A-Za-z_]\w{0,99}$/.test(pair.name)) return undefined;
  const { model } = uses;
  const { runs, aliases, hasOthers } = uses.consumers(stage, pair.name, instruction);
  if (hasOthers) return undefined;
  const own = deletePair(model.text, instruction, pair);
  const removals = aliases.map((alias) => deletePair(model.text, alias.instruction, alias.pair));
  const mounts = runs.map((run) => mountEdit(model, run, pair.name));
  const others = [...removals, ...mounts].filter((edit) => edit !== undefined);
  if (others.length < removals.length + mounts.length) return undefined;
  const edits = [own, ...others] as const;
  if (mounts.length > 0) {
    return { title: mountTitle(pair.name), applicability: 'suggested', edits };
  }
  return instruction.keyword === 'ENV'
    ? { title: `Remove ${pair.name}, to be set when the container starts`, applicability: 'suggested', edits }
    : undefined;
}
