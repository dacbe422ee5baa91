import { asMapping, asScalar, at, keyOf, type YamlEntry, type YamlMapping } from '../../../model/yaml/index.ts';

export interface AnnotationEntry {
  readonly name: string;
  /** Undefined when it is not literal: templates stand in quotes here, where they are no other than text. */
  readonly value: string | undefined;
  readonly entry: YamlEntry;
}

/** The annotations of an object that stand in its own text. */
export const annotationsOf = (node: YamlMapping): readonly AnnotationEntry[] =>
  (asMapping(at(node, 'metadata', 'annotations'))?.entries ?? []).flatMap((entry) => {
    const name = keyOf(entry);
    const value = asScalar(entry.value)?.text;
    return name === undefined ? [] : { name, value: value?.includes('{{') ? undefined : value, entry };
  });
