import type { Span } from '../../base/span.ts';
import type { MappedText } from '../shell/index.ts';
import type { SyntaxProblem } from '../document.ts';

/** Every instruction of the Dockerfile reference, https://docs.docker.com/reference/dockerfile/. */
export const KEYWORDS = [
  'ADD',
  'ARG',
  'CMD',
  'COPY',
  'ENTRYPOINT',
  'ENV',
  'EXPOSE',
  'FROM',
  'HEALTHCHECK',
  'LABEL',
  'MAINTAINER',
  'ONBUILD',
  'RUN',
  'SHELL',
  'STOPSIGNAL',
  'USER',
  'VOLUME',
  'WORKDIR',
] as const;
export type Keyword = (typeof KEYWORDS)[number];

/** `# escape=…` and its like at the top of the file. */
export interface Directive {
  /** Lower case. */
  readonly name: string;
  readonly value: string;
  readonly span: Span;
  readonly valueSpan: Span;
}

export interface HereDocument {
  /** The word without its quotes. */
  readonly delimiter: string;
  /** `<<` to the end of the word. */
  readonly span: Span;
  readonly quoted: boolean;
  readonly stripTabs: boolean;
  /** The lines between, last line break included. */
  readonly body: Span;
  /** The body and the line that ends it. */
  readonly extent: Span;
  readonly terminated: boolean;
}

/** `--name` or `--name=value` before the arguments. */
export interface Flag {
  /** Without hyphens, as written. */
  readonly name: string;
  readonly span: Span;
  /** With the hyphens. */
  readonly nameSpan: Span;
  /** Undefined without `=`. */
  readonly value: MappedText | undefined;
  readonly valueSpan: Span | undefined;
}

/** A word as written, quotes and variables included. */
export interface Word {
  readonly span: Span;
  readonly text: MappedText;
}

/** One `NAME=value` of ARG, ENV or LABEL, or the one `NAME value` of ENV's and LABEL's old form. */
export interface Pair {
  readonly name: string;
  readonly span: Span;
  readonly nameSpan: Span;
  /** As written, quotes included; undefined for `ARG NAME`. */
  readonly value: Word | undefined;
}

/** One string of the JSON form. */
export interface Element {
  readonly value: string;
  /** With the quotes. */
  readonly span: Span;
  /** Between the quotes, escapes decoded. */
  readonly content: MappedText;
}

/** What RUN, CMD, ENTRYPOINT and HEALTHCHECK run. */
export type CommandForm =
  | { readonly form: 'shell'; readonly text: MappedText; readonly span: Span }
  | { readonly form: 'exec'; readonly elements: readonly Element[]; readonly span: Span };

interface InstructionBase {
  /** As written. */
  readonly keywordText: string;
  readonly keywordSpan: Span;
  /** From the keyword to the last character that belongs to it, here-documents included. */
  readonly span: Span;
  /** Everything behind the keyword, lines joined. */
  readonly args: MappedText;
  readonly flags: readonly Flag[];
  readonly hereDocuments: readonly HereDocument[];
  /** Its place among the file's instructions; a trigger has that of its ONBUILD. */
  readonly index: number;
  /** Whether it is what ONBUILD registers. */
  readonly isTrigger: boolean;
}

export interface FromInstruction extends InstructionBase {
  readonly keyword: 'FROM';
  readonly image: Word | undefined;
  readonly asSpan: Span | undefined;
  readonly name: Word | undefined;
}

export interface CommandInstruction extends InstructionBase {
  readonly keyword: 'RUN' | 'CMD' | 'ENTRYPOINT';
  readonly command: CommandForm;
}

export interface HealthcheckInstruction extends InstructionBase {
  readonly keyword: 'HEALTHCHECK';
  readonly isNone: boolean;
  /** The word CMD. */
  readonly cmdSpan: Span | undefined;
  readonly command: CommandForm | undefined;
}

export interface ShellInstruction extends InstructionBase {
  readonly keyword: 'SHELL';
  readonly elements: readonly Element[];
}

export interface CopyInstruction extends InstructionBase {
  readonly keyword: 'ADD' | 'COPY';
  readonly isExec: boolean;
  /** Here-documents are sources too. */
  readonly sources: readonly Word[];
  readonly destination: Word | undefined;
}

export interface PairsInstruction extends InstructionBase {
  readonly keyword: 'ARG' | 'ENV' | 'LABEL';
  readonly pairs: readonly Pair[];
  /** `ENV NAME value`, without `=`. */
  readonly isLegacy: boolean;
}

/** Instructions whose arguments are words. */
export interface WordsInstruction extends InstructionBase {
  readonly keyword: 'EXPOSE' | 'VOLUME';
  readonly words: readonly Word[];
}

/** Instructions with one argument that goes to the end of the line. */
export interface TextInstruction extends InstructionBase {
  readonly keyword: 'USER' | 'WORKDIR' | 'STOPSIGNAL' | 'MAINTAINER';
  readonly word: Word | undefined;
}

export interface OnbuildInstruction extends InstructionBase {
  readonly keyword: 'ONBUILD';
  readonly trigger: Instruction | undefined;
}

/** A line whose first word is no instruction. */
export interface UnknownInstruction extends InstructionBase {
  readonly keyword: 'UNKNOWN';
}

export type Instruction =
  | FromInstruction
  | CommandInstruction
  | HealthcheckInstruction
  | ShellInstruction
  | CopyInstruction
  | PairsInstruction
  | WordsInstruction
  | TextInstruction
  | OnbuildInstruction
  | UnknownInstruction;

export const PROBLEM_KINDS = [
  'unknown-instruction',
  'missing-argument',
  'unterminated-here-document',
  'invalid-directive',
  'invalid-pair',
  'instruction-before-from',
] as const;

export interface DockerfileProblem extends SyntaxProblem {
  readonly kind: (typeof PROBLEM_KINDS)[number];
}
