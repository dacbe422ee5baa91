import { dialectOf, type Dialect } from '../shell/index.ts';
import { expand, type Expansion } from './expansion.ts';
import { readImageReference } from './image-reference.ts';
import { mountFields } from './mount.ts';
import { Scope, valueInFrom } from './scope.ts';
import type { Base, Effective, Stage, StageUse, State } from './stage.ts';
import type {
  CommandInstruction,
  CopyInstruction,
  FromInstruction,
  Instruction,
  PairsInstruction,
  TextInstruction,
  Word,
} from './syntax.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
interface StageUnderConstruction extends Mutable<Omit<Stage, 'instructions' | 'uses'>> {
  readonly instructions: Instruction[];
  readonly uses: StageUse[];
}

export interface StageGraph {
  readonly stages: readonly Stage[];
  readonly global: Scope;
  /** By instruction index: the stage (undefined before the first FROM) and what is in force before the instruction. */
  readonly places: readonly { readonly stage: Stage | undefined; readonly state: State }[];
}

const NOTHING: State = {
  user: undefined,
  workdir: undefined,
  shell: undefined,
  entrypoint: undefined,
  cmd: undefined,
  healthcheck: undefined,
  dialect: 'sh',
};

/** Walks the instructions once and works out the stages, their variables, and what is in force at each instruction. */
export function buildStages(instructions: readonly Instruction[], text: string, escape: string): StageGraph {
  const builder = new StageBuilder(text, escape);
  for (const instruction of instructions) builder.add(instruction);
  return builder.finish();
}

class StageBuilder {
  readonly #text: string;
  readonly #escape: string;
  readonly #global = new Scope();
  readonly #stages: StageUnderConstruction[] = [];
  readonly #byName = new Map<string, StageUnderConstruction>();
  readonly #places: { stage: Stage | undefined; state: State }[] = [];
  /** Uses are resolved at the end, because a name may be that of a later stage. */
  readonly #references: { user: StageUnderConstruction; instruction: StageUse['instruction']; expansion: Expansion }[] = [];

  constructor(text: string, escape: string) {
    this.#text = text;
    this.#escape = escape;
  }

  add(instruction: Instruction): void {
    const stage = instruction.keyword === 'FROM' ? this.#open(instruction) : this.#stages.at(-1);
    this.#places.push({ stage, state: stage?.final ?? NOTHING });
    if (instruction.keyword === 'FROM') return;
    stage?.instructions.push(instruction);
    if (instruction.keyword === 'ARG' || instruction.keyword === 'ENV') this.#bind(instruction, stage);
    if (!stage) return;
    const inner = instruction.keyword === 'ONBUILD' ? instruction.trigger : instruction;
    if (inner?.keyword === 'COPY' || inner?.keyword === 'RUN') this.#refer(stage, inner);
    stage.final = this.#next(stage, instruction);
  }

  finish(): StageGraph {
    for (const { user, instruction, expansion } of this.#references) {
      const name = expansion.value;
      const used =
        name === undefined
          ? undefined
          : (this.#byName.get(name.toLowerCase()) ?? (/^\d{1,6}$/.test(name) ? this.#stages[Number(name)] : undefined));
      user.uses.push({ instruction, stage: used, name, span: expansion.site.span(0, expansion.site.length) });
    }
    const last = this.#stages.at(-1);
    if (last) last.isFinal = true;
    const open: (Stage | undefined)[] = [last];
    for (let stage = open.pop(); stage; stage = open.pop()) {
      const reached = this.#stages[stage.index];
      if (!reached || reached.reachesFinal) continue;
      reached.reachesFinal = true;
      if (stage.base.kind === 'stage') open.push(stage.base.stage);
      for (const use of stage.uses) if (use.stage) open.push(use.stage);
    }
    return { stages: this.#stages, global: this.#global, places: this.#places };
  }

  #expand(word: Word, scope: Scope, index: number): Expansion {
    return expand(word.text, this.#escape, scope.at(index));
  }

  #open(from: FromInstruction): StageUnderConstruction {
    const base = this.#base(from);
    const parent = base.kind === 'stage' ? base.stage : undefined;
    const isWindows =
      parent?.isWindows ?? (base.kind === 'image' && isWindowsImage(base.image.name?.text ?? '', base.image.tag?.text ?? ''));
    const dialect: Dialect = isWindows ? 'cmd' : 'sh';
    const stage: StageUnderConstruction = {
      index: this.#stages.length,
      from,
      name: from.name?.text.text.toLowerCase(),
      base,
      instructions: [],
      uses: [],
      scope: new Scope(parent?.scope),
      isWindows,
      final: parent ? parent.final : { ...NOTHING, dialect },
      isFinal: false,
      reachesFinal: false,
    };
    this.#stages.push(stage);
    if (stage.name !== undefined) this.#byName.set(stage.name, stage);
    return stage;
  }

  #base({ image, index }: FromInstruction): Base {
    if (!image) return { kind: 'missing' };
    const expansion = expand(image.text, this.#escape, (name) => valueInFrom(this.#global, name, index));
    if (expansion.value === 'scratch') return { kind: 'scratch' };
    const stage = expansion.value === undefined ? undefined : this.#byName.get(expansion.value.toLowerCase());
    if (stage) return { kind: 'stage', stage };
    return { kind: 'image', image: readImageReference(expansion, this.#text) };
  }

  #bind(instruction: PairsInstruction, stage: Stage | undefined): void {
    const scope = stage?.scope ?? this.#global;
    const kind = instruction.keyword === 'ARG' ? 'arg' : 'env';
    for (const pair of instruction.pairs) {
      const own = pair.value && this.#expand(pair.value, scope, instruction.index);
      const expansion = own ?? (stage && kind === 'arg' ? this.#global.find(pair.name, instruction.index)?.expansion : undefined);
      scope.add({ kind, pair, instruction, expansion });
    }
  }

  #refer(user: StageUnderConstruction, instruction: CopyInstruction | CommandInstruction): void {
    for (const flag of instruction.flags) {
      const value =
        instruction.keyword === 'COPY' && flag.name === 'from'
          ? flag.value
          : instruction.keyword === 'RUN' && flag.name === 'mount'
            ? mountFields(flag).find(({ key }) => key === 'from')?.value
            : undefined;
      if (!value) continue;
      this.#references.push({ user, instruction, expansion: expand(value, this.#escape, user.scope.at(instruction.index)) });
    }
  }

  /** What is in force behind `instruction`. */
  #next(stage: Stage, instruction: Instruction): State {
    const state = stage.final;
    switch (instruction.keyword) {
      case 'USER':
        return { ...state, user: this.#effective(stage, instruction) };
      case 'WORKDIR': {
        const { value, ...rest } = this.#effective(stage, instruction);
        return { ...state, workdir: { ...rest, value: resolveWorkdir(state.workdir, value) } };
      }
      case 'SHELL': {
        const value = instruction.elements[0]?.value;
        if (value === undefined) return state;
        return { ...state, shell: { instruction, stage, value }, dialect: dialectOf(value) };
      }
      case 'ENTRYPOINT':
        // ENTRYPOINT drops a CMD of the base image; one of the same stage stays.
        return { ...state, entrypoint: command(stage, instruction), cmd: state.cmd?.stage === stage ? state.cmd : undefined };
      case 'CMD':
        return { ...state, cmd: command(stage, instruction) };
      case 'HEALTHCHECK':
        return { ...state, healthcheck: { instruction, stage, value: instruction.isNone ? 'NONE' : 'CMD' } };
      default:
        return state;
    }
  }

  #effective(stage: Stage, instruction: TextInstruction): Effective<TextInstruction> {
    const expansion = instruction.word && this.#expand(instruction.word, stage.scope, instruction.index);
    return expansion ? { instruction, stage, value: expansion.value, expansion } : { instruction, stage, value: undefined };
  }
}

const command = (stage: Stage, instruction: Instruction & CommandInstruction): Effective<CommandInstruction> => ({
  instruction,
  stage,
  value: instruction.command.form,
});

function resolveWorkdir(before: Effective<TextInstruction> | undefined, path: string | undefined): string | undefined {
  if (path === undefined) return undefined;
  if (path.startsWith('/') || /^[A-Za-z]:/.test(path)) return path;
  return before?.value === undefined || before.value.length > 4096 ? undefined : `${before.value.replace(/\/$/, '')}/${path}`;
}

/** Images for Windows containers, whose default shell is cmd: Microsoft's base images and the tags that official images use for them. */
const isWindowsImage = (name: string, tag: string): boolean =>
  /^mcr\.microsoft\.com\/windows(?:\/|$)|(?:^|\/)(?:windowsservercore|nanoserver)(?:-insider)?$/i.test(name) ||
  /windowsservercore|nanoserver/i.test(tag);
