import type { Span } from '../../base/span.ts';
import { fedScripts } from './fed-scripts.ts';
import { fieldsOf } from './fields.ts';
import { baseNameOf } from './names.ts';
import { parseScript } from './parser.ts';
import type {
  AndOr,
  Assignment,
  Command,
  CompoundCommand,
  List,
  Pipeline,
  Redirection,
  Script,
  SimpleCommand,
  Word,
  WordPart,
} from './syntax.ts';
import { valueOf, type Lookup } from './value.ts';
import { unwrap, type Wrapper } from './wrappers.ts';

/** Where a command stands. */
export interface Place {
  readonly script: Script;
  readonly list: List;
  readonly andOr: AndOr;
  readonly pipeline: Pipeline;
  /** Which of the pipeline's commands it is, or is in. */
  readonly index: number;
  /** Whether its success only decides something: it is (in) a condition of `if`, `while` or `until`, or behind `!`. */
  readonly isTested: boolean;
}

/** One command that a script may run, wherever it hides, with what was put before it taken off. */
export interface Invocation {
  /** Base name: `apt-get` for `sudo /usr/bin/apt-get`; empty when it is not known. */
  readonly name: string;
  readonly word: Word;
  readonly args: readonly Word[];
  /** `NAME=value` before the command and those given to `env` or `sudo`. */
  readonly assignments: readonly Assignment[];
  /** Outermost first. */
  readonly wrappers: readonly Wrapper[];
  readonly redirections: readonly Redirection[];
  /** From its first word (or wrapper, or assignment) to its last. */
  readonly span: Span;
  /** Undefined in exec form, where there is no script. */
  readonly place: Place | undefined;
}

/** Scripts in scripts deeper than this are not looked into. */
const MAX_SCRIPTS = 6;
/** So many words may come from splitting values. */
const MAX_FIELDS = 10_000;
/** What gives a variable a value in a script. */
const ASSIGNED = /\b([A-Za-z_]\w*)\+?=|\b(?:for|select|read(?:[ \t]+-\w+)*|getopts[ \t]+\S+)[ \t]+([A-Za-z_]\w*)/g;

/** Every simple command of `script`, in the order of the text. `lookup` gives values of variables that are known beforehand. */
export function invocations(script: Script, lookup?: Lookup): readonly Invocation[] {
  const walker = new Walker(lookup && hidingAssigned(script, lookup));
  walker.script(script);
  return walker.found;
}

/** `lookup` without the variables that the script sets itself. */
function hidingAssigned(script: Script, lookup: Lookup): Lookup {
  let assigned: Set<string> | undefined;
  return (name) => {
    assigned ??= new Set(Array.from(script.source.text.matchAll(ASSIGNED), ([, plain, other]) => plain ?? other ?? ''));
    return assigned.has(name) ? undefined : lookup(name);
  };
}

/** The commands of an instruction in exec form, whose words are `words`: the command, and what a shell among them runs. */
export function execInvocations(words: readonly Word[], lookup?: Lookup): readonly Invocation[] {
  const walker = new Walker(lookup);
  walker.words(words, [], [], undefined);
  return walker.found;
}

class Walker {
  readonly found: Invocation[] = [];
  readonly #lookup: Lookup | undefined;
  #depth = 0;
  #isTested = false;
  #budget = MAX_FIELDS;

  constructor(lookup: Lookup | undefined) {
    this.#lookup = lookup;
  }

  script(script: Script): void {
    if (this.#depth >= MAX_SCRIPTS) return;
    this.#depth++;
    this.#list(script.list, script);
    this.#depth--;
  }

  #list(list: List, script: Script): void {
    for (const andOr of list.items)
      for (const pipeline of andOr.pipelines)
        this.#tested(pipeline.negated, () => {
          for (const [index, command] of pipeline.commands.entries())
            this.#command(command, { script, list, andOr, pipeline, index, isTested: this.#isTested });
        });
  }

  #tested(isTested: boolean, visit: () => void): void {
    const outer = this.#isTested;
    this.#isTested ||= isTested;
    visit();
    this.#isTested = outer;
  }

  #command(command: Command, place: Place): void {
    if (command.kind === 'simple') {
      this.words(command.words, command.assignments, command.redirections, place);
      for (const { value } of command.assignments) if (value) this.#parts(value.parts, place.script);
      for (const word of command.words) this.#parts(word.parts, place.script);
    } else {
      for (const word of command.words) this.#parts(word.parts, place.script);
      for (const [index, list] of command.lists.entries())
        this.#tested(isCondition(command, index), () => this.#list(list, place.script));
    }
    for (const { target, hereDocument } of command.redirections) {
      if (target) this.#parts(target.parts, place.script);
      if (hereDocument) this.#parts(hereDocument.parts, place.script);
    }
  }

  /** Splits words as the shell does; the budget keeps a list used thousands of times from costing its length each time. */
  #fields(words: readonly Word[]): readonly Word[] {
    const lookup = this.#lookup;
    if (!lookup || this.#budget <= 0) return words;
    return words.flatMap((word) => {
      if (this.#budget <= 0) return word;
      const fields = fieldsOf(word, lookup);
      this.#budget -= Math.max(0, fields.length - 1);
      return fields;
    });
  }

  words(
    written: readonly Word[],
    assignments: readonly Assignment[],
    redirections: readonly Redirection[],
    place: Place | undefined,
  ): void {
    const [first, last] = [written[0], written.at(-1)];
    if (!first || !last) return;
    const words = this.#fields(written);
    const unwrapped = unwrap(words, this.#lookup);
    const [word, ...args] = unwrapped.words;
    if (!word) return;
    const name = baseNameOf(valueOf(word, this.#lookup) ?? '');
    this.found.push({
      name,
      word,
      args,
      assignments: [...assignments, ...unwrapped.assignments],
      wrappers: unwrapped.wrappers,
      redirections,
      span: { start: assignments[0]?.span.start ?? first.span.start, end: last.span.end },
      place,
    });
    if (name === 'find') for (const command of executedByFind(args)) this.words(command, [], [], place);
    if (this.#depth < MAX_SCRIPTS)
      for (const source of fedScripts(name, args, redirections, place && commandBefore(place))) this.script(parseScript(source));
  }

  #parts(parts: readonly WordPart[], script: Script): void {
    for (const part of parts) {
      if (part.kind === 'command-substitution') this.#list(part.list, script);
      else if (part.kind === 'double-quoted') this.#parts(part.parts, script);
      else if (part.kind === 'variable' && part.modifier) this.#parts(part.modifier.operand.parts, script);
    }
  }
}

/** The commands that find runs: `-exec command {} \;`, `-execdir command {} +`. */
function executedByFind(args: readonly Word[]): readonly (readonly Word[])[] {
  const commands: Word[][] = [];
  let command: Word[] | undefined;
  let before = '';
  for (const word of args) {
    const value = valueOf(word) ?? '';
    if (command) {
      if (value === ';' || (value === '+' && before === '{}')) command = undefined;
      else command.push(word);
    } else if (/^-(?:exec|ok)(?:dir)?$/.test(value)) commands.push((command = []));
    before = value;
  }
  return commands.filter(({ length }) => length > 0);
}

/** Whether a list is one of the conditions, which stand before each body; what is left over behind them is that of `else`. */
export function isCondition({ kind, lists, closed }: CompoundCommand, index: number): boolean {
  if (kind === 'while' || kind === 'until') return index === 0;
  const isElse = closed && index > 0 && index === lists.length - 1;
  return kind === 'if' && index % 2 === 0 && !isElse;
}

/** The command that writes into the pipe that `invocation` reads, if it is a simple one. */
export function pipedFrom({ place }: Invocation): SimpleCommand | undefined {
  const before = place && commandBefore(place);
  return before?.kind === 'simple' ? before : undefined;
}

const commandBefore = ({ pipeline, index }: Place): Command | undefined => pipeline.commands[index - 1];
