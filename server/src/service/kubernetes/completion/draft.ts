import type { Completion } from '../../completion.ts';

/** A completion before it is known how it is to be written at its place. */
export interface Draft extends Pick<Completion, 'label' | 'kind' | 'detail' | 'documentation' | 'isDeprecated'> {
  /** What is written: a key, or a value. */
  readonly text: string;
  /** Of a value: whether it is a string, which some places have to quote. */
  readonly isString: boolean;
  /** What stands below a key. */
  readonly below: 'nothing' | 'mapping' | 'list';
  /** A line that its mapping lacks in front of the key. */
  readonly above?: string;
  /** The smaller, the higher in the list; equals stand in the order of their labels. */
  readonly rank: number;
}

export const valueDraft = (
  text: string,
  kind: Draft['kind'],
  detail: string,
  rank = 0,
  more: Partial<Pick<Draft, 'isString' | 'documentation' | 'isDeprecated' | 'above'>> = {},
): Draft => ({
  label: text,
  text,
  kind,
  detail,
  rank,
  isString: true,
  below: 'nothing',
  ...more,
});

/** The first of each label. */
export function distinct(drafts: readonly Draft[]): readonly Draft[] {
  const labels = new Set<string>();
  return drafts.filter(({ label }) => !labels.has(label) && labels.add(label));
}
