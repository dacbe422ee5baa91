import type { Edit } from '../base/edit.ts';

/**
 * - `safe`: meaning kept, or behaviour only hardened without a known way to break a correct program, comments kept; fix-all and
 *   fix-on-save may apply it.
 * - `suggested`: one click; behaviour may change.
 * - `manual`: shown; has placeholders that a person must fill in.
 */
export const APPLICABILITIES = ['safe', 'suggested', 'manual'] as const;
export type Applicability = (typeof APPLICABILITIES)[number];

/** A candidate change of one file. Its edits are disjoint; overlap is a bug in the rule. It is offered only after it was proven. */
export interface Fix {
  /** Says what the edit does, in the imperative, without a full stop: "Replace ADD by COPY". */
  readonly title: string;
  readonly applicability: Applicability;
  readonly edits: readonly [Edit, ...Edit[]];
  /**
   * Rules whose new findings the fix knowingly brings, because the rest is another tool's work: who raises a requirement has to let the package manager
   * write the lockfile. The proof accepts them.
   */
  readonly leaves?: readonly string[];
}
