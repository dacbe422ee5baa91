import type { Span } from '../../base/span.ts';

/** One place in a file (or in the configuration) that asks to keep findings quiet. */
export interface Suppression {
  /** Who wrote it for whom: `larboard`, or the peer whose syntax we honour. Only our own is checked for reason, use and spelling. */
  readonly dialect: string;
  /** Our rule ids; `'*'` is every rule. Empty where a peer's names none of ours: it keeps nothing quiet, but it is there. */
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

export const isAbout = (suppression: Pick<Suppression, 'rules'>, rule: string): boolean =>
  suppression.rules.includes(rule) || suppression.rules.includes('*');
