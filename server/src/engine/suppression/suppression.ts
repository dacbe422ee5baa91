import type { Span } from '../../base/span.ts';

/** One place in a file (or in the configuration) that asks to keep findings quiet. */
export interface Suppression {
  /** Who wrote it for whom: our own syntax, or a peer's that we honour. Only our own is checked for reason, use and spelling. */
  readonly dialect: 'larboard' | 'peer';
  /** Our rule ids; `'*'` is every rule. */
  readonly rules: readonly string[];
  /** Selectors that name no rule of ours; only for our own dialect. */
  readonly unknown: readonly { readonly name: string; readonly span: Span }[];
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
