import type { Span } from '../../base/span.ts';
import type { MappedText } from './mapped-text.ts';

/** Syntax tree of a POSIX or bash script. Spans are in the file; `start` and `end` of a literal are in its word's `source`. */
interface Node {
  readonly span: Span;
}

/** Unquoted text, one character escaped by a backslash, or the text between quotes. */
export interface Literal extends Node {
  readonly kind: 'literal';
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** `*`, `?` or `[`, unquoted. */
export interface Glob extends Node {
  readonly kind: 'glob';
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** `'…'` and `$'…'`. The span includes the quotes, the literals' do not. */
export interface SingleQuoted extends Node {
  readonly kind: 'single-quoted';
  readonly parts: readonly Literal[];
}

/** `"…"` and `$"…"`. */
export interface DoubleQuoted extends Node {
  readonly kind: 'double-quoted';
  readonly parts: readonly WordPart[];
}

/** `$NAME`, `${NAME}`, `${NAME:-word}`, `$1`, `$@`. */
export interface Variable extends Node {
  readonly kind: 'variable';
  readonly name: string;
  readonly nameSpan: Span;
  readonly modifier?: { readonly operator: string; readonly operand: Word };
}

/** `$(…)`, backticks, `<(…)` and `>(…)`. */
export interface CommandSubstitution extends Node {
  readonly kind: 'command-substitution';
  readonly list: List;
}

/** `$((…))` and `$[…]`. What is in it is not analysed. */
export interface Arithmetic extends Node {
  readonly kind: 'arithmetic';
}

export type WordPart = Literal | Glob | SingleQuoted | DoubleQuoted | Variable | CommandSubstitution | Arithmetic;

export interface Word extends Node {
  readonly parts: readonly WordPart[];
  readonly source: MappedText;
}

/** `NAME=value`, `NAME+=value`; an array's value is not analysed. */
export interface Assignment extends Node {
  readonly name: string;
  readonly nameSpan: Span;
  readonly append: boolean;
  /** Undefined for an array. */
  readonly value: Word | undefined;
}

export interface HereDocument {
  readonly delimiter: string;
  /** A quoted delimiter keeps the body literal. */
  readonly quoted: boolean;
  /** `<<-`: leading tabs are dropped. */
  readonly stripTabs: boolean;
  /** The lines between, last line break included; empty at the end of the text. */
  readonly body: MappedText;
  readonly bodySpan: Span;
  /** Expansions in an unquoted body. */
  readonly parts: readonly WordPart[];
  readonly terminated: boolean;
}

export interface Redirection extends Node {
  /** With the file descriptor before it: `2>`, `&>`, `<<-`. */
  readonly operator: string;
  readonly target: Word | undefined;
  hereDocument?: HereDocument;
}

export interface Operator extends Node {
  readonly kind: '&&' | '||' | '|' | '|&' | ';' | '&' | '\n';
}

export interface SimpleCommand extends Node {
  readonly kind: 'simple';
  readonly assignments: readonly Assignment[];
  readonly words: readonly Word[];
  readonly redirections: readonly Redirection[];
}

export const COMPOUND_KINDS = ['(', '{', 'if', 'for', 'select', 'while', 'until', 'case', 'function', '[[', '(('] as const;

/** A compound command: `lists` holds its conditions and bodies in the order of the text. */
export interface CompoundCommand extends Node {
  readonly kind: (typeof COMPOUND_KINDS)[number];
  /** The variable and values of `for`, the subject and patterns of `case`, the name of a function, the operands of `[[`. */
  readonly words: readonly Word[];
  readonly lists: readonly List[];
  readonly redirections: readonly Redirection[];
  /** Whether its closing word was found. */
  readonly closed: boolean;
}

export type Command = SimpleCommand | CompoundCommand;

export interface Pipeline extends Node {
  readonly negated: boolean;
  readonly commands: readonly Command[];
  /** One fewer than commands, or as many in a half-typed pipeline. */
  readonly operators: readonly Operator[];
}

export interface AndOr extends Node {
  readonly pipelines: readonly Pipeline[];
  readonly operators: readonly Operator[];
  /** `;`, `&` or a line break behind it. */
  readonly terminator: Operator | undefined;
}

export interface List extends Node {
  readonly items: readonly AndOr[];
}

export interface ShellComment extends Node {
  readonly text: string;
}

export interface Script {
  readonly source: MappedText;
  readonly list: List;
  readonly comments: readonly ShellComment[];
}
