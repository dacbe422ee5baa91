import type { Interval } from './scheme.ts';

/** A clause after it was raised. */
export interface Raised {
  readonly text: string;
  /** Whether it keeps out what lies below the version it was raised to. */
  readonly floor: boolean;
}

/** One condition of a requirement: a comparison, `^1.2`, a bracketed set. */
export interface Clause {
  /** Where it is in the requirement, half-open. */
  readonly start: number;
  readonly end: number;
  /** What it admits, perhaps a little more where `admits` is given. */
  readonly intervals: readonly Interval[];
  readonly admits?: (version: string) => boolean;
  /** Whether a least version is all that it asks for: then others beside it need not be raised. */
  readonly isLeast?: boolean;
  /** The clause rewritten for `version`, which it admits already if `admitted`. */
  raise(version: string, admitted: boolean): Raised;
}

/** Clauses that must all hold. */
export interface Alternative {
  readonly start: number;
  readonly end: number;
  readonly clauses: readonly Clause[];
  /** A rule about the whole, beyond its clauses. */
  readonly accepts?: (version: string) => boolean;
}

/** What a clause with an operator in front of a version means. */
export type Kind = 'exact' | 'least' | 'above' | 'below' | 'most' | 'not' | 'caret' | 'pessimistic' | 'prefix';

export interface Written {
  readonly kind: Kind;
  readonly operator: string;
  /** White space behind the operator. */
  readonly space: string;
  /** The version as written, a leading `v` included. */
  readonly text: string;
  /** What follows the version, such as a stability flag. */
  readonly after?: string;
  /** Whether `<=1.2` includes all that starts with 1.2. */
  readonly endsWide?: boolean;
  /** What says the same as a prefix from an exact version on, given the numbers that the prefix has. */
  readonly starting?: (version: string, numbers: readonly string[]) => string;
}
