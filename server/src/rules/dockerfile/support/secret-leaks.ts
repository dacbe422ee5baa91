import { covers, type Span } from '../../../base/span.ts';
import {
  assignmentOf,
  baseNameOf,
  literalHead,
  readArguments,
  unwrap,
  valueOf,
  type Command,
  type Invocation,
  type List,
  type Redirection,
  type Script,
  type SimpleCommand,
  type Word,
  type WordPart,
} from '../../../model/shell/index.ts';
import { IN_PLACE, outputOf, type MountedSecrets } from './mounted-secrets.ts';

/** Where a secret goes: into a file that a word names, to the log, or into an argument of a command that may keep it. */
export type Leak =
  /** `path` is undefined where its value is not known; `name` is that of a file which is copied. */
  | { readonly kind: 'file'; readonly path: string | undefined; readonly span: Span; readonly name: string | undefined }
  | { readonly kind: 'log'; readonly span: Span }
  | { readonly kind: 'kept'; readonly command: Pick<Invocation, 'name' | 'args' | 'span'>; readonly word: Word };

/** What becomes of the standard output: a file's word, the log, or something that is no concern, such as a pipe or a variable. */
type Sink = Word | 'log' | 'away';

const DECLARES = /^(?:export|declare|typeset|local|readonly)$/;
const COPIES = /^(?:cp|mv|install|rsync)$/;

/** So many commands that are given a secret are looked at: each is compared with all others. */
const MAX_KEPT = 100;

/** Follows the secrets through a script, and the scripts that its commands are fed, in the order of the text. */
export class LeakFinder {
  readonly leaks: Leak[] = [];
  readonly #secrets: MountedSecrets;
  /** Scripts in scripts, outer ones first, until the command that runs them is met. */
  readonly #inner: Set<Script>;
  #kept = 0;

  constructor(secrets: MountedSecrets, inner: Iterable<Script>) {
    this.#secrets = secrets;
    this.#inner = new Set(inner);
  }

  list({ items }: List, sink: Sink = 'log'): void {
    for (const { pipelines } of items)
      for (const { commands } of pipelines) {
        let isFed = false;
        for (const [index, command] of commands.entries()) {
          const isLast = index === commands.length - 1;
          const own = sinkOf(command, isLast ? sink : 'away');
          this.#command(command, own, isFed);
          isFed = !isLast && outputOf(command) === undefined && this.#secrets.prints(command, isFed);
        }
      }
  }

  #command(command: Command, sink: Sink, isFed: boolean): void {
    this.#substitutions(command);
    if (command.kind === 'simple') {
      this.simple(command, sink, isFed);
      for (const script of this.#inner)
        if (spansOf(command).some((span) => covers(span, script.source.span(0, script.source.length)))) {
          this.#inner.delete(script);
          this.list(script.list, sink);
        }
    } else for (const list of command.lists) this.list(list, sink);
  }

  #substitutions(command: Command): void {
    for (const { parts } of command.words) this.#parts(parts);
    if (command.kind === 'simple') for (const { value } of command.assignments) if (value) this.#parts(value.parts);
    for (const { target, hereDocument } of command.redirections) {
      if (target) this.#parts(target.parts);
      if (hereDocument) this.#parts(hereDocument.parts);
    }
  }

  #parts(parts: readonly WordPart[]): void {
    for (const part of parts) {
      if (part.kind === 'command-substitution') this.list(part.list, 'away');
      else if (part.kind === 'double-quoted') this.#parts(part.parts);
      else if (part.kind === 'variable' && part.modifier) this.#parts(part.modifier.operand.parts);
    }
  }

  simple(command: SimpleCommand, sink: Sink, isFed: boolean): void {
    const { words } = unwrap(command.words);
    const [word, ...args] = words;
    if (!word) {
      for (const { name, value } of command.assignments) if (value && this.#secrets.expands(value.parts)) this.#secrets.add(name);
      return;
    }
    const name = baseNameOf(valueOf(word) ?? '');
    if (this.#assigns(name, args, command.redirections, isFed)) return;
    const copied = COPIES.test(name) ? args.find((each) => this.#secrets.isOperand(each)) : undefined;
    for (const target of this.#targets(name, args, command.redirections, isFed))
      this.#file(target, copied, name === 'dd' ? 3 : 0);
    if (sink !== 'away' && this.#secrets.prints(command, isFed)) {
      if (sink !== 'log') this.#file(sink);
      else if (name !== 'tee') this.leaks.push({ kind: 'log', span: word.span });
    }
    const given = args.find(({ parts }) => this.#secrets.expands(parts));
    if (given && this.#kept++ < MAX_KEPT)
      this.leaks.push({ kind: 'kept', command: { name, args, span: command.span }, word: given });
  }

  /** The scripts of a program in exec form. */
  rest(): void {
    for (const script of this.#inner) {
      this.#inner.delete(script);
      this.list(script.list);
    }
  }

  /** `skipped` is the length of what stands before the path in its word. */
  #file(target: Word, copied?: Word, skipped = 0): void {
    this.leaks.push({
      kind: 'file',
      path: valueOf(target)?.slice(skipped),
      span: { start: target.span.start + skipped, end: target.span.end },
      name: copied && baseNameOf(valueOf(copied) ?? ''),
    });
  }

  /** `export A=…` and `read A`. */
  #assigns(name: string, args: readonly Word[], redirections: readonly Redirection[], isFed: boolean): boolean {
    if (DECLARES.test(name)) {
      for (const word of args) {
        const assignment = assignmentOf(word);
        if (assignment?.value && this.#secrets.expands(assignment.value.parts)) this.#secrets.add(assignment.name);
      }
    } else if (name === 'read' && (isFed || this.#secrets.reads(redirections))) {
      for (const word of args) {
        const variable = valueOf(word) ?? '';
        if (/^[A-Za-z_]\w*$/.test(variable)) this.#secrets.add(variable);
      }
    } else return false;
    return true;
  }

  /** The files that a command itself writes the secret to. */
  #targets(name: string, args: readonly Word[], redirections: readonly Redirection[], isFed: boolean): readonly Word[] {
    const isInput = isFed || this.#secrets.reads(redirections);
    if (COPIES.test(name)) {
      const { options, operands } = readArguments(args, {
        short: name === 'install' ? 'mogtS' : name === 'rsync' ? 'e' : 'tS',
        long: ['target-directory', 'mode', 'owner', 'group', 'suffix'],
      });
      const folder = options.find((option) => option.name === '-t' || option.name === '--target-directory');
      const target = folder ? (folder.valueWord ?? folder.word) : operands.at(-1);
      return target && operands.some((word) => word !== target && this.#secrets.isOperand(word)) ? [target] : [];
    }
    if (name === 'tee') return isInput ? args.filter((word) => !valueOf(word)?.startsWith('-')).slice(0, 1) : [];
    if (name === 'dd') {
      const isSource = isInput || args.some((word) => this.#secrets.isOperand(word));
      return isSource ? args.filter((word) => literalHead(word).startsWith('of=')) : [];
    }
    if (name === 'sed' && args.some((word) => IN_PLACE.test(valueOf(word) ?? ''))) {
      const last = args.at(-1);
      return last && args.some((word) => word !== last && this.#secrets.expands(word.parts)) ? [last] : [];
    }
    return [];
  }
}

/** Where the output of a command goes that would else go to `outer`. */
function sinkOf(command: Command, outer: Sink): Sink {
  const output = outputOf(command);
  if (!output) return outer;
  // What is written to the terminal is in the log too.
  return /^\/dev\/(?:stdout|stderr|tty|fd\/[12])$/.test(valueOf(output) ?? '') ? 'log' : output;
}

/** The text of a command, here-documents included. */
const spansOf = ({ span, redirections }: SimpleCommand): readonly Span[] => [
  span,
  ...redirections.flatMap((each) => [each.span, ...(each.hereDocument ? [each.hereDocument.bodySpan] : [])]),
];
