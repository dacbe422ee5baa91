import { areDisjoint } from '../../../base/edit.ts';
import { Memo } from '../../../base/memo.ts';
import type { Snapshot } from '../../../base/snapshot.ts';
import type { Applicability, Fix } from '../../../engine/fix.ts';
import type { Resource } from '../../../model/kubernetes/index.ts';
import { type Edits, type EditSource, styleOf, type YamlDocument, type YamlFile } from '../../../model/yaml/index.ts';

/** How a document is written, whatever its line breaks are. */
const STYLES = new Memo(({ root }: YamlDocument, text: string) => styleOf(text, root, '\n'));

/** What the edits of a rule need, in the style of the document that the resource stands in. */
export const editSource = ({ text, eol }: Snapshot, { document }: Resource): EditSource => ({
  text,
  style: { ...STYLES.of(document, text), eol },
});

/** The same for a file whose first document is all there is: a kustomization, a chart. */
export const styledSource = ({ text, eol }: Snapshot, { documents }: YamlFile): EditSource => ({
  text,
  style: styleOf(text, documents[0]?.root, eol),
});

/** The same for rules that look at many resources: each document's style is read once. */
export function editSources(file: Snapshot): (resource: Resource) => EditSource {
  const sources = new Map<object, EditSource>();
  return (resource) => {
    const source = sources.get(resource.document) ?? editSource(file, resource);
    sources.set(resource.document, source);
    return source;
  };
}

/** A list of one fix, or of none where the edit is not possible. */
export const fixOf = (title: string, applicability: Applicability, edits: Edits): readonly Fix[] =>
  edits ? [{ title, applicability, edits }] : [];

/** Several changes as one; undefined when one of them is not possible or they touch the same text. */
export function together(changes: readonly Edits[]): Edits {
  const [first, ...rest] = changes.flatMap((edits) => edits ?? []);
  return first && !changes.includes(undefined) && areDisjoint([first, ...rest]) ? [first, ...rest] : undefined;
}
