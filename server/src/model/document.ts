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

/** A Kubernetes annotation that may hold a suppression; it covers its resource. */
export interface Annotation {
  readonly name: string;
  readonly value: string;
  /** The value's span. */
  readonly span: Span;
  readonly covers: Span;
}

/** What every parsed file tells the engine, whatever its format. */
export interface Document {
  readonly comments: readonly Comment[];
  readonly annotations?: readonly Annotation[];
}
