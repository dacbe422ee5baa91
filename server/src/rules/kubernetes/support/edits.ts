import { areDisjoint } from '../../../base/edit.ts';
import type { Snapshot } from '../../../base/snapshot.ts';
import type { Applicability, Fix } from '../../../engine/fix.ts';
import type { Resource } from '../../../model/kubernetes/index.ts';
import { type Edits, type EditSource, styleOf } from '../../../model/yaml/index.ts';

/** What the edits of a rule need, in the style of the document that the resource stands in. */
export const editSource = ({ text, eol }: Snapshot, { document }: Resource): EditSource => ({
  text,
  style: styleOf(text, document.root, eol),
});

/** A list of one fix, or of none where the edit is not possible. */
export const fixOf = (title: string, applicability: Applicability, edits: Edits): readonly Fix[] =>
  edits ? [{ title, applicability, edits }] : [];

/** The edits of several changes as one; none where one of them is not possible, or where two want the same text. */
export function allOrNone(changes: readonly Edits[]): Edits {
  const [first, ...rest] = changes.flatMap((change) => change ?? []);
  return first && changes.every((change) => change !== undefined) && areDisjoint([first, ...rest]) ? [first, ...rest] : undefined;
}
