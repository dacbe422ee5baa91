import { mountField, mountsOf, type CommandInstruction } from '../../../model/dockerfile/index.ts';
import {
  baseNameOf,
  unwrap,
  valueOf,
  type Assignment,
  type Command,
  type List,
  type Redirection,
  type Variable,
  type Word,
  type WordPart,
} from '../../../model/shell/index.ts';

const ECHOES = /^(?:echo|printf|print)$/;
/** What prints what it reads, more or less changed. */
const FILTERS =
  /^(?:cat|base64|base32|tr|sed|head|tail|cut|[gmn]?awk|jq|yq|[ef]?grep|sort|uniq|tac|rev|fold|paste|nl|xxd|od|hexdump|tee|dd|xargs|envsubst)$/;
/** Those of them whose arguments are, or name, what is printed. */
const PROGRAMMED = /^(?:sed|[gmn]?awk|jq|yq)$/;
const INPUT = /^0?<(?:<[<-]?)?$/;

/** The secrets that a RUN mounts, and where its commands carry them. */
export class MountedSecrets {
  readonly #paths: readonly string[];
  /** Grows with the variables that the script copies a secret to. */
  readonly #variables: Set<string>;

  constructor({ flags }: CommandInstruction) {
    const paths: string[] = [];
    this.#variables = new Set();
    for (const fields of mountsOf(flags)) {
      if (mountField(fields, 'type') !== 'secret') continue;
      const [id, variable] = [mountField(fields, 'id'), mountField(fields, 'env')];
      if (variable !== undefined) this.#variables.add(variable);
      const target = mountField(fields, 'target', 'dst', 'destination');
      if (target !== undefined) paths.push(target);
      else if (variable === undefined && id !== undefined) paths.push(`/run/secrets/${id}`);
    }
    this.#paths = paths;
  }

  get isEmpty(): boolean {
    return this.#paths.length === 0 && this.#variables.size === 0;
  }

  /** From here on `$name` is the secret. */
  add(name: string): void {
    this.#variables.add(name);
  }

  /** Whether `path`, which may have globs or be a folder, is that of a secret. */
  isPath(path: string | undefined): boolean {
    if (!path?.startsWith('/')) return false;
    const glob = path.search(/[*?[]/);
    if (glob < 0) return this.#paths.some((own) => own === path || own.startsWith(path.replace(/\/*$/, '/')));
    // The middle of a glob is not compared, but it crosses no folder.
    const tail = path.slice(Math.max(...['*', '?', '[', ']'].map((mark) => path.lastIndexOf(mark))) + 1);
    return this.#paths.some((own) => own.startsWith(path.slice(0, glob)) && own.endsWith(tail) && depthOf(own) === depthOf(path));
  }

  /** Whether the shell puts the secret itself, and not only its path, in the place of one of `parts`. */
  expands(parts: readonly WordPart[]): boolean {
    return parts.some((part) => {
      if (part.kind === 'double-quoted') return this.expands(part.parts);
      if (part.kind === 'command-substitution') return this.#printsList(part.list);
      return part.kind === 'variable' && this.#isSecret(part);
    });
  }

  /** Whether `command`, which reads the secret from a pipe if `isFed`, writes it to its standard output. */
  prints(command: Command, isFed: boolean): boolean {
    if (command.kind !== 'simple') return command.lists.some((list) => this.#printsList(list));
    const { wrappers, words } = unwrap(command.words);
    const [first, ...args] = words;
    // `$(< file)`
    if (!first) return command.assignments.length === 0 && this.reads(command.redirections);
    const name = baseNameOf(valueOf(first) ?? '');
    const isGiven = isFed && wrappers.some((wrapper) => wrapper.name === 'xargs');
    if (ECHOES.test(name)) return isGiven || args.some(({ parts }) => this.expands(parts));
    if (name === 'envsubst' && this.#isSubstituted(command.assignments, args)) return true;
    if (name === 'printenv') return args.some((word) => this.#variables.has(valueOf(word) ?? ''));
    if (!FILTERS.test(name) || isAnswer(name, args)) return false;
    return (
      isFed ||
      this.reads(command.redirections) ||
      (name !== 'tee' && args.some((word) => this.isOperand(word) || (PROGRAMMED.test(name) && this.expands(word.parts))))
    );
  }

  isOperand(word: Word): boolean {
    return this.isPath(valueOf(word)?.replace(/^if=/, ''));
  }

  /** Whether the standard input is the secret, or a here-document or here-string with it. */
  reads(redirections: readonly Redirection[]): boolean {
    const last = redirections.findLast(({ operator }) => INPUT.test(operator));
    if (!last) return false;
    if (last.hereDocument) return this.expands(last.hereDocument.parts);
    if (!last.target) return false;
    return last.operator.endsWith('<<<') ? this.expands(last.target.parts) : this.isPath(valueOf(last.target));
  }

  /** Whether `envsubst` is given the secret under a name of its own, or told its name. */
  #isSubstituted(assignments: readonly Assignment[], args: readonly Word[]): boolean {
    return (
      assignments.some(({ value }) => value && this.expands(value.parts)) ||
      args.some((word) =>
        Array.from((valueOf(word) ?? '').matchAll(/\$\{?(\w+)/g)).some(([, own = '']) => this.#variables.has(own)),
      )
    );
  }

  #isSecret({ name, span, nameSpan, modifier }: Variable): boolean {
    if (modifier && this.expands(modifier.operand.parts)) return true;
    if (!this.#variables.has(name)) return false;
    const operator = modifier?.operator ?? '';
    // `${T:+word}` only asks whether there is one, `${T:0:4}` is a part, `${#T}` the length: its name stands behind three characters.
    return !/^:?\+$|^:$/.test(operator) && !(operator === '#' && nameSpan.start - span.start === 3);
  }

  #printsList({ items }: List): boolean {
    return items.some(({ pipelines }) =>
      pipelines.some(({ commands }) => {
        let isFed = false;
        for (const command of commands) isFed = !isRedirected(command) && this.prints(command, isFed);
        return isFed;
      }),
    );
  }
}

const depthOf = (path: string): number => path.split('/').length;

/** Whether a search only says that, or how often, it found something, or an edit is made in place. */
const isAnswer = (name: string, args: readonly Word[]): boolean => {
  const option = name.endsWith('grep')
    ? /^-[a-zA-Z]*[qclL]|^--(?:quiet|silent|count|files)/
    : name === 'sed'
      ? IN_PLACE
      : name === 'dd'
        ? /^of=/
        : undefined;
  return option !== undefined && args.some((word) => option.test(valueOf(word) ?? ''));
};

/** Options of sed that make it write to its operands. */
export const IN_PLACE = /^-[nErsuz]*i|^--in-place/;

const OUTPUT = /^(?:1?>>?\|?|&>>?)$/;

/** The file that the standard output of a command is redirected to. */
export const outputOf = ({ redirections }: Pick<Command, 'redirections'>): Word | undefined =>
  redirections.findLast(({ operator }) => OUTPUT.test(operator))?.target;

const isRedirected = (command: Command): boolean =>
  outputOf(command) !== undefined || command.redirections.some(({ operator }) => /^1?>&$/.test(operator));
