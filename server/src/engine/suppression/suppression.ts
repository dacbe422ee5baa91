import type { Span } from '../../base/span.ts';
import type { Finding } from '../finding.ts';

/** One place in a file (or in the configuration) that asks to keep findings quiet. */
export interface Suppression {
  /** Who wrote it for whom: `larboard`, or the peer whose syntax we honour. Only our own is checked for reason, use and spelling. */
  readonly dialect: string;
  /** Our rule ids, and ids of advisories in upper case; `'*'` is every rule. Empty where a peer's names none of ours: it keeps nothing quiet, but it is there. */
  readonly rules: readonly string[];
  /** Selectors that name no rule of ours; only for our own dialect. */
  readonly unknown: readonly { readonly name: string; readonly span: Span }[];
  /** Whether a peer's names something that we do not know, so that we cannot tell whether it is needed. */
  readonly isPartlyForeign?: boolean;
  /** Whether the comment says other things, too, so that it must not be deleted with the suppression. */
  readonly saysMore?: boolean;
  /** The container that it is for, where there is none of that name. */
  readonly missing?: string;
  readonly covers: Span | 'file';
  readonly reason: string;
  /** The last day (YYYY-MM-DD) on which it holds. */
  readonly until?: string;
  /** The comment or annotation value itself. */
  readonly span: Span;
}

/** Whether the suppression is past its last day. */
export const isExpired = ({ until }: Pick<Suppression, 'until'>, today: string): boolean => until !== undefined && until < today;

/** Under what names a finding can be suppressed: its rule's, and those of the advisories that it rests on. */
export const namesOf = ({ rule, about }: Pick<Finding, 'rule' | 'about'>): readonly string[] =>
  about ? [rule, ...about.advisories.map((id) => id.toUpperCase())] : [rule];

export const isAbout = ({ rules }: Pick<Suppression, 'rules'>, finding: Pick<Finding, 'rule' | 'about'>): boolean =>
  rules.includes('*') || namesOf(finding).some((name) => rules.includes(name));
