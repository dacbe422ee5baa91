import { deletion } from '../../base/edit.ts';
import type { Span } from '../../base/span.ts';
import { span } from '../../base/span.ts';
import { entryOf, resolve } from './access.ts';
import { lineEnd, lineStart, nextLine } from './documents.ts';
import type { Edits, EditSource } from './edit.ts';
import type { YamlEntry, YamlMapping, YamlSequence } from './nodes.ts';
import { columnOf } from './style.ts';

/**
 * Deletes the value at a path of keys below `mapping`, with the keys on the way that would be left with nothing. Undefined when that would empty
 * `mapping` itself, when the value comes through an alias or a merge (others share it), or when a comment of something else would go.
 */
export function deletePath(source: EditSource, mapping: YamlMapping, path: readonly string[]): Edits {
  let holder: YamlMapping | undefined = mapping;
  let victim: { readonly holder: YamlMapping; readonly entry: YamlEntry } | undefined;
  for (const name of path) {
    const entry: YamlEntry | undefined = holder && entryOf(holder, name);
    if (!holder || !entry || !holder.entries.includes(entry)) return undefined;
    if (!victim || holder.entries.length > 1) victim = { holder, entry };
    holder = entry.value?.kind === 'mapping' ? entry.value : undefined;
  }
  return victim && deleteEntry(source, victim.holder, victim.entry);
}

/** Deletes one `key: value` with its lines and the comment at its end. */
export function deleteEntry(source: EditSource, mapping: YamlMapping, entry: YamlEntry): Edits {
  const index = mapping.entries.indexOf(entry);
  if (index < 0 || mapping.entries.length < 2) return undefined;
  const neighbours = { previous: mapping.entries[index - 1]?.span, next: mapping.entries[index + 1]?.span };
  if (mapping.style === 'flow') return inFlow(source.text, entry.span, neighbours);
  if (entry.key.anchor || resolve(entry.key)?.tag) return undefined;
  return inBlock(source.text, entry.span, neighbours.next);
}

/** Deletes one item of a list that has others. */
export function deleteItem(source: EditSource, list: YamlSequence, index: number): Edits {
  const item = list.items[index];
  if (!item || list.items.length < 2) return undefined;
  const neighbours = { previous: list.items[index - 1]?.span, next: list.items[index + 1]?.span };
  if (list.style === 'flow') return inFlow(source.text, item.span, neighbours);
  return inBlock(source.text, item.span, neighbours.next);
}

interface Neighbours {
  readonly previous: Span | undefined;
  readonly next: Span | undefined;
}

/** With the comma and the space that belong to it. Where comments stand around it, what has lines of its own goes with them. */
function inFlow(text: string, where: Span, { previous, next }: Neighbours): Edits {
  const last = lineEnd(text, where.end);
  const gap = next ? text.slice(where.end, next.start) : text.slice(previous?.end ?? where.start, where.start);
  if (gap.includes('#') || (!next && text.slice(where.end, last).includes('#'))) {
    const start = lineStart(text, where.start);
    const isAlone = text.slice(start, where.start).trim() === '' && /^\s*,?\s*(?:#.*)?$/.test(text.slice(where.end, last));
    return isAlone && (next ?? previous) ? [deletion(span(start, nextLine(text, last)))] : undefined;
  }
  if (next) return [deletion(span(where.start, next.start))];
  return [deletion(previous ? span(previous.end, where.end) : where)];
}

function inBlock(text: string, where: Span, next: Span | undefined): Edits {
  const start = lineStart(text, where.start);
  const before = text.slice(start, where.start);
  if (before.trim() === '' && columnOf(text, where.start) !== undefined) return [deletion(wholeLines(text, start, where.end))];
  // The first key of a list item shares its line with the dash: the next key moves up.
  if (!next || text.slice(where.end, next.start).trim() !== '') return undefined;
  return [deletion(span(where.start, next.start))];
}

function wholeLines(text: string, start: number, end: number): Span {
  const last = lineEnd(text, end);
  if (last < text.length) return span(start, nextLine(text, last));
  // The last line has no line break of its own, so the one before it goes.
  const before = text[start - 1] === '\n' && text[start - 2] === '\r' ? 2 : Math.min(1, start);
  return span(start - before, last);
}
