import type { Span } from '../base/span.ts';

/** A comment that may hold a suppression. */
export interface Comment {
  /** From the comment marker to the end of the comment's line, line break excluded. */
  readonly span: Span;
  /** Without the marker and surrounding white space. */
  readonly text: string;
  /**
   * What a suppression in this comment is about. Behind text on its line: that line. On a line of its own: the next line that is
   * neither blank nor a comment, or the whole instruction that starts there where the format has instructions over several lines.
   */
  readonly covers: Span;
}

/** A Kubernetes annotation that may hold a suppression, or what a project of .NET has like it; it covers its resource, also where it stands at the pod template of one. */
export interface Annotation {
  readonly name: string;
  readonly value: string;
  /** The value's span. */
  readonly span: Span;
  readonly covers: Span;
  /** The containers of the resource by their names. */
  readonly containers: ReadonlyMap<string, Span>;
  /** Whether those are all that it has: not so where a template writes some, or where it is of a kind that we do not know. */
  readonly knowsContainers: boolean;
}

/** Text that the format's grammar does not allow. */
export interface SyntaxProblem {
  readonly span: Span;
  /** What is wrong and what would be right, in one or two sentences. */
  readonly message: string;
}

/** What every parsed file tells the engine, whatever its format. */
export interface Document {
  /** What could not be read; everything around it was. */
  readonly problems: readonly SyntaxProblem[];
  readonly comments: readonly Comment[];
  readonly annotations?: readonly Annotation[];
  /** Settings in the form of comments that the format itself obeys, which are among the comments, too. */
  readonly directives?: readonly { readonly name: string; readonly span: Span }[];
  /** Where the first thing stands that is no comment. Undefined: the format does not tell what heads a file. */
  readonly contentStart?: number | undefined;
  /** Of a manifest: the entries of packages, in the order of the file; one may lie in another. */
  readonly dependencies?: readonly { readonly span: Span }[];
  /** The larger part of the file that begins at an offset, such as a stage at its FROM, or a key with all that is below it. */
  blockAt?(offset: number): Span | undefined;
  /** The object that an offset lies in, of a file that may hold several. */
  objectAt?(offset: number): Span | undefined;
  /**
   * Comments in embedded text that are not among `comments`, of those parts of the file whose text passes `mayMatter`: finding them
   * costs a parse.
   */
  innerComments?(mayMatter: (text: string) => boolean): readonly Comment[];
}
