import type { Span } from '../../base/span.ts';
import { MappedTextBuilder, type MappedText } from './mapped-text.ts';
import { dialectOf, isPosix } from './dialect.ts';
import { baseNameOf } from './names.ts';
import { parseScript } from './parser.ts';
import type { AndOr, Assignment, Command, List, Pipeline, Redirection, Script, SimpleCommand, Word, WordPart } from './syntax.ts';
import { contentOf, valueOf, type Lookup } from './value.ts';
import { unwrap, type Wrapper } from './wrappers.ts';

/** Where a command stands. */
export interface Place {
  readonly script: Script;
  readonly list: List;
  readonly andOr: AndOr;
  readonly pipeline: Pipeline;
  /** Which of the pipeline's commands it is, or is in. */
  readonly index: number;
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

/** Every simple command of `script`, in the order of the text. `lookup` gives values of variables that are known beforehand. */
export function invocations(script: Script, lookup?: Lookup): readonly Invocation[] {
  const walker = new Walker(lookup);
  walker.script(script);
  return walker.found;
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
        for (const [index, command] of pipeline.commands.entries())
          this.#command(command, { script, list, andOr, pipeline, index });
  }

  #command(command: Command, place: Place): void {
    if (command.kind === 'simple') {
      this.words(command.words, command.assignments, command.redirections, place);
      for (const { value } of command.assignments) if (value) this.#parts(value.parts, place.script);
      for (const word of command.words) this.#parts(word.parts, place.script);
    } else {
      for (const word of command.words) this.#parts(word.parts, place.script);
      for (const list of command.lists) this.#list(list, place.script);
    }
    for (const { target, hereDocument } of command.redirections) {
      if (target) this.#parts(target.parts, place.script);
      if (hereDocument) this.#parts(hereDocument.parts, place.script);
    }
  }

  words(
    words: readonly Word[],
    assignments: readonly Assignment[],
    redirections: readonly Redirection[],
    place: Place | undefined,
  ): void {
    const [first, last] = [words[0], words.at(-1)];
    if (!first || !last) return;
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
    if (this.#depth < MAX_SCRIPTS)
      for (const source of this.#innerScripts(name, args, redirections)) this.script(parseScript(source));
  }

  /** Scripts that the command is given as text. */
  #innerScripts(name: string, args: readonly Word[], redirections: readonly Redirection[]): readonly MappedText[] {
    if (name === 'eval') return args.length > 0 ? [joined(args)] : [];
    if (name === 'su' || name === 'runuser') {
      const option = args.findIndex((word) => /^(?:-c|--command)$/.test(valueOf(word) ?? ''));
      return option >= 0 && args[option + 1] ? [contentOf(args[option + 1] as Word)] : [];
    }
    if (!isPosix(dialectOf(name))) return [];
    const { script, operands } = shellScript(args);
    if (script) return [contentOf(script)];
    if (operands > 0) return [];
    return redirections.flatMap(({ hereDocument }) => (hereDocument ? [hereDocument.body] : []));
  }

  #parts(parts: readonly WordPart[], script: Script): void {
    for (const part of parts) {
      if (part.kind === 'command-substitution') this.#list(part.list, script);
      else if (part.kind === 'double-quoted') this.#parts(part.parts, script);
      else if (part.kind === 'variable' && part.modifier) this.#parts(part.modifier.operand.parts, script);
    }
  }
}

/** The operand of `-c` among a shell's arguments, and how many other operands there are (a script's path). */
function shellScript(args: readonly Word[]): { readonly script: Word | undefined; readonly operands: number } {
  let command = false;
  for (let index = 0; index < args.length; index++) {
    const word = args[index] as Word;
    const value = valueOf(word);
    if (value === '-s' || value === '-') continue;
    if (!value || !/^[-+][A-Za-z-]/.test(value))
      return command ? { script: word, operands: 0 } : { script: undefined, operands: args.length - index };
    if (value.startsWith('--')) continue;
    if (value.includes('c')) command = true;
    if (/[oO]$/.test(value)) index++;
  }
  return { script: undefined, operands: 0 };
}

function joined(words: readonly Word[]): MappedText {
  const builder = new MappedTextBuilder(words[0]?.span.start);
  for (const [index, word] of words.entries()) {
    const before = words[index - 1];
    if (before) builder.add(' ', before.span.end, word.span.start);
    builder.addMapped(contentOf(word));
  }
  return builder.build();
}

/** The command that writes into the pipe that `invocation` reads, if it is a simple one. */
export function pipedFrom({ place }: Invocation): SimpleCommand | undefined {
  const before = place?.pipeline.commands[place.index - 1];
  return before?.kind === 'simple' ? before : undefined;
}
