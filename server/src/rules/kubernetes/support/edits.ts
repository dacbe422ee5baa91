import type { Snapshot } from '../../../base/snapshot.ts';
import type { Applicability, Fix } from '../../../engine/fix.ts';
import type { Resource } from '../../../model/kubernetes/index.ts';
import { type Edits, type EditSource, styleOf, type YamlFile } from '../../../model/yaml/index.ts';

/** What the edits of a rule need, in the style of the document that the resource stands in. */
export const editSource = ({ text, eol }: Snapshot, { document }: Resource): EditSource => ({
  text,
  style: styleOf(text, document.root, eol),
});

/** The same for a file whose first document is all there is: a kustomization, a chart. */
export const styledSource = ({ text, eol }: Snapshot, { documents }: YamlFile): EditSource => ({
  text,
  style: styleOf(text, documents[0]?.root, eol),
});

/** A list of one fix, or of none where the edit is not possible. */
export const fixOf = (title: string, applicability: Applicability, edits: Edits): readonly Fix[] =>
  edits ? [{ title, applicability, edits }] : [];
