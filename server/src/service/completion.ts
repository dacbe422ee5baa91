import type { Edit } from '../base/edit.ts';
import type { Span } from '../base/span.ts';

/** One text that fits at a place. */
export interface Completion {
  readonly label: string;
  readonly kind: 'keyword' | 'flag' | 'field' | 'value' | 'kind' | 'name' | 'stage' | 'variable' | 'tag' | 'rule';
  /** Replaced by the text. */
  readonly span: Span;
  /** Of several lines, each with its whole indentation. */
  readonly newText: string;
  /** In one line. */
  readonly detail: string;
  /** Markdown. */
  readonly documentation?: string;
  /** What decides the order, where that is not the label. */
  readonly sortText?: string;
  readonly isDeprecated?: boolean;
  /** What is changed elsewhere with it. */
  readonly others?: readonly Edit[];
}
