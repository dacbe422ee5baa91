import type { Span } from '../../base/span.ts';
import { assignmentOf } from './assignment.ts';
import type { Command, List, Script, SimpleCommand, Variable, WordPart } from './syntax.ts';
import { valueOf } from './value.ts';

/** A variable that the shell replaces. */
export interface ShellVariableUse {
  readonly name: string;
  /** `$NAME` or `${…}`. */
  readonly span: Span;
  readonly nameSpan: Span;
  readonly hasModifier: boolean;
  /** What the script does before here may have been done: in a loop that is all of the loop, in a function everything. */
  readonly reach: number;
}

/** A place from which on a script has changed a variable. */
export interface ShellVariableChange {
  readonly name: string;
  readonly at: number;
}

export interface ShellVariables {
  readonly uses: readonly ShellVariableUse[];
  readonly changes: readonly ShellVariableChange[];
}

/** Commands that change the variables that they are given as `NAME=value`, and those that change them by `NAME`, too. */
const ASSIGNS = /^(?:export|declare|typeset|local|readonly)$/;
const CHANGES = /^(?:local|read|unset|getopts|mapfile|readarray)$/;
const NAME = /^[A-Za-z_]\w*$/;

/** The variables of a script itself; those of scripts that it feeds to other shells are theirs. */
export function variablesOf(script: Script): ShellVariables {
  const walker = new Walker();
  walker.list(script.list);
  return walker;
}

class Walker implements ShellVariables {
  readonly uses: ShellVariableUse[] = [];
  readonly changes: ShellVariableChange[] = [];
  /** The reach of what stands in a loop or a function. */
  #reach: number | undefined;

  list(list: List): void {
    for (const { pipelines } of list.items)
      for (const { commands } of pipelines) for (const command of commands) this.#command(command);
  }

  #command(command: Command): void {
    for (const { target, hereDocument } of command.redirections) {
      if (target) this.#parts(target.parts);
      if (hereDocument) this.#parts(hereDocument.parts);
    }
    if (command.kind === 'simple') {
      this.#simple(command);
      return;
    }
    const { kind, words, lists, span } = command;
    const outer = this.#reach;
    if (kind === 'function') this.#reach = Infinity;
    else if (kind === 'for' || kind === 'select' || kind === 'while' || kind === 'until') this.#reach ??= span.end;
    const [first] = words;
    for (const word of words) this.#parts(word.parts);
    if (first && (kind === 'for' || kind === 'select')) this.#change(valueOf(first), first.span.end);
    for (const list of lists) this.list(list);
    this.#reach = outer;
  }

  #simple({ assignments, words }: SimpleCommand): void {
    for (const { name, value, span } of assignments) {
      if (value) this.#parts(value.parts);
      // Before a command they are for that command only.
      if (words.length === 0) this.#change(name, span.end);
    }
    for (const word of words) this.#parts(word.parts);
    const [command, ...args] = words;
    const name = command && (valueOf(command) ?? '');
    if (name === undefined) return;
    for (const word of args) {
      if (ASSIGNS.test(name)) this.#change(assignmentOf(word)?.name, word.span.end);
      if (CHANGES.test(name)) this.#change(valueOf(word), word.span.end);
    }
  }

  #change(name: string | undefined, at: number): void {
    if (name !== undefined && NAME.test(name)) this.changes.push({ name, at });
  }

  #parts(parts: readonly WordPart[]): void {
    for (const part of parts) {
      if (part.kind === 'command-substitution') this.list(part.list);
      else if (part.kind === 'double-quoted') this.#parts(part.parts);
      else if (part.kind === 'variable') this.#variable(part);
    }
  }

  #variable({ name, span, nameSpan, modifier }: Variable): void {
    this.uses.push({ name, span, nameSpan, hasModifier: modifier !== undefined, reach: this.#reach ?? span.start });
    if (!modifier) return;
    this.#parts(modifier.operand.parts);
    if (modifier.operator === '=' || modifier.operator === ':=') this.#change(name, span.end);
  }
}
