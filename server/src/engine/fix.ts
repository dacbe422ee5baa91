import { type Edit, insertion } from '../base/edit.ts';

/**
 * - `safe`: meaning kept, or behaviour only hardened without a known way to break a correct program, comments kept; fix-all and
 *   fix-on-save may apply it.
 * - `suggested`: one click; behaviour may change.
 * - `manual`: shown; has placeholders that a person must fill in.
 */
export const APPLICABILITIES = ['safe', 'suggested', 'manual'] as const;
export type Applicability = (typeof APPLICABILITIES)[number];

/** What a fix does to another file than the finding's: edits of one that exists, or the text of a new one. */
export type OtherFile =
  { readonly path: string; readonly edits: readonly [Edit, ...Edit[]] } | { readonly path: string; readonly create: string };

/** A change that only an answer from outside can complete. Nothing is asked before a person chooses the fix. */
export interface Deferred {
  readonly kind: 'image-digest';
  /** The image whose digest is wanted, in full: `docker.io/library/node:24`. */
  readonly image: string;
  /** Where `@` and the digest are inserted. */
  readonly at: number;
}

/** The change itself, once the answer is there. */
export const completed = ({ at }: Deferred, digest: string): Edit => insertion(at, `@${digest}`);

/** What stands for an answer while a deferred fix is proven. */
export const STAND_IN_DIGEST = `sha256:${'0'.repeat(64)}`;

/** A candidate change. Its edits are disjoint; overlap is a bug in the rule. It is offered only after it was proven. */
export interface Fix {
  /** Says what the edit does, in the imperative, without a full stop: "Replace ADD by COPY". */
  readonly title: string;
  readonly applicability: Applicability;
  /** Changes of the finding's own file; empty only when there are `others`, or the change is deferred. */
  readonly edits: readonly Edit[];
  readonly deferred?: Deferred;
  /** Changes of other files. Fix-all of one file leaves such fixes to a person, because it changes only what it was asked to; a scan of a folder applies edits. */
  readonly others?: readonly OtherFile[];
  /** Whether what uses the result may have to be changed, as for a new major version. Fix-all leaves such fixes to a person. */
  readonly isBreaking?: true;
  /**
   * Rules whose new findings the fix knowingly brings, because the rest is another tool's work: who raises a requirement has to let the package manager
   * write the lockfile. The proof accepts them.
   */
  readonly leaves?: readonly string[];
}
