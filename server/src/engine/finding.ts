import type { Span } from '../base/span.ts';
import type { Fix } from './fix.ts';
import type { AboutPackage, Related, RuleMeta } from './rule.ts';
import type { Severity } from './severity.ts';

/** One problem in one file, ready to be shown. */
export interface Finding {
  readonly rule: string;
  readonly path: string;
  readonly span: Span;
  readonly severity: Severity;
  readonly confidence: RuleMeta['confidence'];
  readonly message: string;
  /** Candidates, the preferred one first. Prove one before applying it (`prove.ts`). */
  readonly fixes: readonly Fix[];
  readonly related: readonly Related[];
  readonly tags: NonNullable<RuleMeta['tags']>;
  /** 16 hexadecimal digits: rule, path and structural place, stable when lines move. */
  readonly fingerprint: string;
  /** The rule that tells the same root cause as a whole. */
  readonly summedUpBy?: string;
  /** The rule that tells the very same. */
  readonly sameAs?: string;
  readonly about?: AboutPackage;
  /** Parts of the file that hold a password or token, and are not to be shown where others read along. */
  readonly secrets?: readonly Span[];
}

/** A rule that threw: a bug of ours, shown beside the findings and never instead of them. */
export interface RuleFailure {
  readonly rule: string;
  readonly path: string;
  /** The error's text with its stack, if it had one. */
  readonly error: string;
}

/** By place, then by rule: the order in which people read. */
export const byPlace = (a: Finding, b: Finding): number =>
  compareText(a.path, b.path) || a.span.start - b.span.start || a.span.end - b.span.end || compareText(a.rule, b.rule);

/** Code-unit order, the same on every platform and in every locale. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
