import { HOLE, keyOf, type YamlEntry, type YamlMapping } from '../../../model/yaml/index.ts';

export interface Repeated {
  readonly key: string;
  readonly first: YamlEntry;
  readonly again: YamlEntry;
}

/** The entries whose key stood before. The merge key is no key of the object, and one that a template writes is not known. */
export function repeatedEntries({ entries }: YamlMapping): readonly Repeated[] {
  const seen = new Map<string, YamlEntry>();
  const repeated: Repeated[] = [];
  for (const entry of entries) {
    const key = keyOf(entry);
    if (key === undefined || key === '' || key === '<<' || key.includes(HOLE)) continue;
    const first = seen.get(key);
    if (first) repeated.push({ key, first, again: entry });
    else seen.set(key, entry);
  }
  return repeated;
}
