import { asMapping, at, itemsOf, type YamlMapping, type YamlNode } from '../yaml/index.ts';

/** A path of keys below a mapping, `[]` behind a key that holds a list: `rules[].http.paths[]`. The empty path is the mapping itself. */
export type FieldPath = readonly { readonly key: string; readonly isList: boolean }[];

export const fieldPath = (text: string): FieldPath =>
  text === '' ? [] : text.split('.').map((part) => ({ key: part.replace(/\[\]$/, ''), isList: part.endsWith('[]') }));

/** The mappings that a path leads to. */
export function mappingsAt(base: YamlMapping, path: FieldPath): readonly YamlMapping[] {
  let nodes: readonly YamlNode[] = [base];
  for (const { key, isList } of path) {
    nodes = nodes.flatMap((node) => {
      const value = at(node, key);
      return isList ? itemsOf(value) : value ? [value] : [];
    });
  }
  return nodes.flatMap((node) => asMapping(node) ?? []);
}
