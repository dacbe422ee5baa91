/** YAML as Kubernetes reads it: our own tree with exact spans, tolerant of half-typed text, and edits that keep every other byte. */
export {
  asMapping,
  asScalar,
  asSequence,
  at,
  entryOf,
  isNull,
  itemsOf,
  keyOf,
  nodesOf,
  resolve,
  stringOf,
  valueOf,
} from './access.ts';
export { appendItem, type Edits, type EditSource, insertEntry, replaceEntry, replaceScalar, setPath } from './edit.ts';
export { deleteEntry, deleteItem, deletePath } from './edit-delete.ts';
export { mergeEntries } from './edit-merge.ts';
export { renameKey, wrapEntries, type WrappedEntry } from './edit-wrap.ts';
export { moveEntry } from './edit-move.ts';
export { parseYaml, type YamlDocument, type YamlFile } from './file.ts';
export type {
  ScalarValue,
  YamlAlias,
  YamlComment,
  YamlEntry,
  YamlItem,
  YamlMapping,
  YamlNode,
  YamlScalar,
  YamlSequence,
} from './nodes.ts';
export { YAML_PROBLEMS, type YamlProblem, type YamlProblemCode } from './problems.ts';
export { movedTo } from './remap.ts';
export { stringSource } from './scalar.ts';
export type { NewEntries, NewValue } from './render.ts';
export { indentBefore, styleOf, type YamlStyle } from './style.ts';
export { HOLE } from './template-fill.ts';
