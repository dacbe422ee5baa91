import { HOLE, keyOf, type YamlEntry } from '../../../model/yaml/index.ts';

/** The name of a key that no template writes a part of. */
export function literalKeyOf(entry: YamlEntry): string | undefined {
  const key = keyOf(entry);
  return key?.includes(HOLE) ? undefined : key;
}
