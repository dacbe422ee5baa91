import type { Edit } from '../../base/edit.ts';
import { entryOf, isNull, resolve } from './access.ts';
import { appendItem, type Edits, type EditSource, fillEntry, insertEntries } from './edit.ts';
import type { YamlEntry, YamlMapping, YamlSequence } from './nodes.ts';
import { flow, isList, type NewEntries, type NewValue } from './render.ts';

/**
 * Makes a mapping hold everything in `wanted`: adds keys that are missing, replaces scalars that differ, adds the scalars that a list lacks; the rest
 * stays as it is. Undefined when nothing is to do or when one of the values cannot be written. `before` names the sibling in front of which a person
 * would write new keys.
 */
export function mergeEntries(source: EditSource, mapping: YamlMapping, wanted: NewEntries, before?: string): Edits {
  const [first, ...rest] = merged(source, mapping, wanted, before) ?? [];
  return first && [first, ...rest];
}

/** The edits of inner blocks come first: where an inner and an outer block end at the same place, what is added to the inner one belongs in front. */
function merged(source: EditSource, mapping: YamlMapping, wanted: NewEntries, before?: string): readonly Edit[] | undefined {
  const edits: Edit[] = [];
  const missing: Record<string, NewValue> = {};
  for (const [key, value] of Object.entries(wanted)) {
    const entry = entryOf(mapping, key);
    if (!entry) {
      missing[key] = value;
      continue;
    }
    const inner = mergedEntry(source, entry, value);
    if (!inner) return undefined;
    edits.push(...inner);
  }
  if (Object.keys(missing).length === 0) return edits;
  const inserted = insertEntries(source, mapping, missing, before);
  return inserted && [...edits, ...inserted];
}

function mergedEntry(source: EditSource, entry: YamlEntry, value: NewValue): readonly Edit[] | undefined {
  if (isNull(entry.value)) return fillEntry(source, entry, value);
  const old = resolve(entry.value);
  if (typeof value === 'string') {
    if (old?.kind !== 'scalar' || old.style === 'literal' || old.style === 'folded') return undefined;
    const written = flow(value, source.style);
    return source.text.slice(old.span.start, old.span.end) === written ? [] : [{ span: old.span, newText: written }];
  }
  if (isList(value)) return old?.kind === 'sequence' ? extended(source, old, value) : undefined;
  if (old?.kind !== 'mapping') return undefined;
  // Several keys read better on lines of their own than between the braces of what was empty.
  const isOwnAndEmpty = old.entries.length === 0 && old === entry.value && !old.anchor && !old.tag;
  return isOwnAndEmpty ? fillEntry(source, entry, value) : merged(source, old, value);
}

/** A list that lacks several items is left alone: all that ask for this want one. */
function extended(source: EditSource, list: YamlSequence, items: readonly NewValue[]): readonly Edit[] | undefined {
  const held = new Set(list.items.map(({ value }) => resolve(value)).map((node) => (node?.kind === 'scalar' ? node.text : '')));
  const [item, ...others] = items.filter((wanted) => typeof wanted !== 'string' || !held.has(wanted));
  if (item === undefined) return [];
  return others.length === 0 ? appendItem(source, list, item) : undefined;
}
