import { asMapping, entryOf, keyOf, resolve, valueOf, type YamlMapping, type YamlNode } from '../yaml/index.ts';
import { hasUnknownKeys } from './lookup.ts';

/** The labels of an object, as far as its file says them. */
export interface LabelSet {
  readonly values: Readonly<Record<string, string>>;
  /** Others may be there: a template, a patch or an unknown merge writes them, or a value is not literal. */
  readonly isOpen: boolean;
}

export const NO_LABELS: LabelSet = { values: {}, isOpen: false };

/** The labels below `metadata` of an object or a pod template. `isTemplate`: what stands alone on a line may bring in more. */
export function labelSetOf(holder: YamlNode | undefined, isTemplate: boolean): LabelSet {
  const metadata = entryOf(asMapping(holder), 'metadata');
  if (!metadata) return { ...NO_LABELS, isOpen: isTemplate };
  const mapping = asMapping(metadata.value);
  const entry = entryOf(mapping, 'labels');
  if (!entry) return { values: {}, isOpen: isTemplate || (metadata.value !== undefined && !mapping) };
  return labelsIn(entry.value, isTemplate);
}

/** A mapping from label keys to values. Numbers and booleans are wrong there, but plainly mean their text. */
export function labelsIn(node: YamlNode | undefined, isTemplate: boolean): LabelSet {
  const mapping = asMapping(node);
  if (!mapping) return { values: {}, isOpen: isTemplate || resolve(node) !== undefined };
  const values: Record<string, string> = {};
  let isOpen = isTemplate || hasUnknownKeys(mapping);
  for (const [key, value] of labelEntries(mapping)) {
    const known = valueOf(value);
    if (known === undefined) isOpen = true;
    else values[key] = String(known ?? '');
  }
  return { values, isOpen };
}

/** Own entries last, so that they win over merged ones. */
function labelEntries(mapping: YamlMapping): readonly (readonly [string, YamlNode | undefined])[] {
  return mapping.entries.flatMap((entry): (readonly [string, YamlNode | undefined])[] => {
    const key = keyOf(entry);
    if (key === undefined) return [];
    if (key !== '<<') return [[key, entry.value]];
    const merged = asMapping(entry.value);
    return (merged?.entries ?? []).flatMap((inner): (readonly [string, YamlNode | undefined])[] => {
      const name = keyOf(inner);
      return name === undefined || name === '<<' || mapping.entries.some((own) => keyOf(own) === name)
        ? []
        : [[name, inner.value]];
    });
  });
}
