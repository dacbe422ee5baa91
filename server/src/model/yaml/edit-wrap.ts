import { type Edit, insertion } from '../../base/edit.ts';
import type { Edits, EditSource } from './edit.ts';
import type { YamlEntry, YamlMapping } from './nodes.ts';
import { flow, flowKey } from './render.ts';
import { keyColumn } from './style.ts';

/** Gives an entry another key and leaves everything else as it is. */
export function renameKey({ text }: EditSource, { key, colon }: YamlEntry, name: string): Edits {
  if (key.kind !== 'scalar' || colon === undefined || key.anchor || key.tag) return undefined;
  const quote = key.style === 'plain' ? '' : (text[key.span.start] ?? '');
  return [{ span: key.span, newText: quote + name + quote }];
}

export interface WrappedEntry {
  readonly entry: YamlEntry;
  /** The keys below the new one that lead to the value; the last one replaces the entry's key. */
  readonly path: readonly string[];
  /** Scalars beside the last key, written in front of it. */
  readonly beside?: Readonly<Record<string, string>>;
}

/**
 * Puts entries of a mapping, which must follow each other and have values of one line, below a new key. Only keys are written, so that values and comments
 * stay as they are.
 */
export function wrapEntries(source: EditSource, mapping: YamlMapping, outer: string, wrapped: readonly WrappedEntry[]): Edits {
  const parts = wrapped.toSorted((a, b) => a.entry.span.start - b.entry.span.start);
  const start = parts[0] ? mapping.entries.indexOf(parts[0].entry) : -1;
  const column = mapping.style === 'flow' ? 0 : keyColumn(source.text, mapping);
  if (start < 0 || column === undefined) return undefined;
  const edits: Edit[] = [];
  for (const [index, part] of parts.entries()) {
    const { entry } = part;
    if (mapping.entries[start + index] !== entry || !canMove(source.text, entry)) return undefined;
    const isFirst = index === 0;
    const newText =
      mapping.style === 'flow'
        ? inFlow(source, part, isFirst ? outer : undefined)
        : inBlock(source, part, column, isFirst ? outer : undefined);
    edits.push({ span: entry.key.span, newText });
    const closed = part.path.length - 1 + (index === parts.length - 1 ? 1 : 0);
    if (mapping.style === 'flow' && closed > 0) edits.push(insertion(entry.span.end, ' }'.repeat(closed)));
  }
  const [first, ...rest] = edits;
  return first && [first, ...rest];
}

function canMove(text: string, { key, colon, value, span }: YamlEntry): boolean {
  if (key.kind !== 'scalar' || colon === undefined || key.anchor || key.tag) return false;
  return (
    value !== undefined &&
    value.kind !== 'mapping' &&
    value.kind !== 'sequence' &&
    !/[\r\n]/.test(text.slice(span.start, span.end))
  );
}

function inBlock({ style }: EditSource, { path, beside = {} }: WrappedEntry, column: number, outer: string | undefined): string {
  const lines: (readonly [depth: number, text: string])[] = outer === undefined ? [] : [[0, `${outer}:`]];
  for (const [index, key] of path.slice(0, -1).entries()) lines.push([index + 1, `${key}:`]);
  for (const [key, value] of Object.entries(beside)) lines.push([path.length, `${key}: ${value}`]);
  lines.push([path.length, path.at(-1) ?? '']);
  return lines.map(([depth, text], index) => ' '.repeat((index === 0 ? 0 : column) + depth * style.step) + text).join(style.eol);
}

function inFlow({ style }: EditSource, { path, beside = {} }: WrappedEntry, outer: string | undefined): string {
  const open = [...(outer === undefined ? [] : [outer]), ...path.slice(0, -1)].map((key) => `${flowKey(key, style)}: { `);
  const siblings = Object.entries(beside).map(([key, value]) => `${flowKey(key, style)}: ${flow(value, style)}, `);
  return [...open, ...siblings, flowKey(path.at(-1) ?? '', style)].join('');
}
