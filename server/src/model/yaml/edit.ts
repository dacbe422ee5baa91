import { type Edit, insertion } from '../../base/edit.ts';
import { span } from '../../base/span.ts';
import { asMapping, entryOf, isNull, resolve } from './access.ts';
import { lineEnd, lineStart } from './documents.ts';
import type { YamlEntry, YamlMapping, YamlNode, YamlScalar, YamlSequence } from './nodes.ts';
import { block, blockEntries, blockItem, flow, flowEntry, flowKey, type NewEntries, type NewValue } from './render.ts';
import { columnOf, indentBefore, keyColumn, type YamlStyle } from './style.ts';

/** What every edit needs to know: the text that the nodes were read from, and how its author writes. */
export interface EditSource {
  readonly text: string;
  readonly style: YamlStyle;
}

/** Disjoint edits of one change; undefined when it cannot be made without touching more than it should. */
export type Edits = readonly [Edit, ...Edit[]] | undefined;

/** Writes `value` (YAML source without quotes) over a scalar, keeping its quotes. */
export function replaceScalar({ text }: EditSource, scalar: YamlScalar, value: string): Edits {
  const { style, span: where } = scalar;
  if (style === 'literal' || style === 'folded') return undefined;
  const quote = style === 'plain' ? '' : (text[where.start] ?? '');
  return [{ span: where, newText: quote + value + quote }];
}

/**
 * Sets the value at a path of keys below `mapping` and creates what is missing on the way. An existing scalar is replaced as a whole: what asks for a
 * boolean would be wrong in quotes. `before` names the sibling in front of which a person would write a new first key.
 */
export function setPath(
  source: EditSource,
  mapping: YamlMapping,
  path: readonly string[],
  value: NewValue,
  before?: string,
): Edits {
  const [name, ...rest] = path;
  if (name === undefined) return undefined;
  const entry = entryOf(mapping, name);
  if (!entry) return insertEntry(source, mapping, name, nested(rest, value), before);
  if (isNull(entry.value)) return fillEntry(source, entry, rest.length === 0 ? value : nested(rest, value));
  if (rest.length > 0) {
    const inner = asMapping(entry.value);
    return inner && setPath(source, inner, rest, value);
  }
  const old = resolve(entry.value);
  if (old?.kind !== 'scalar' || typeof value !== 'string' || old.style === 'literal' || old.style === 'folded') return undefined;
  return [{ span: old.span, newText: flow(value, source.style) }];
}

const nested = (path: readonly string[], value: NewValue): NewValue =>
  path.reduceRight<NewValue>((inner, key) => ({ [key]: inner }), value);

/** Adds a key that `mapping` does not have: in front of the key `before` if there is one, else at the end. */
export const insertEntry = (source: EditSource, mapping: YamlMapping, key: string, value: NewValue, before?: string): Edits =>
  insertEntries(source, mapping, { [key]: value }, before);

/** Adds several keys that `mapping` does not have, side by side in one edit. */
export function insertEntries(source: EditSource, mapping: YamlMapping, added: NewEntries, before?: string): Edits {
  const index = mapping.entries.findIndex(
    (entry) => before !== undefined && entry.key.kind === 'scalar' && entry.key.text === before,
  );
  if (index === 0) {
    const put = mapping.style === 'block' ? insertFirst(source, mapping, added) : undefined;
    if (put) return put;
  }
  const behind = index > 0 ? mapping.entries[index - 1] : mapping.entries.at(-1);
  return mapping.style === 'flow' ? insertFlow(source, mapping, added, behind) : insertBlock(source, mapping, added, behind);
}

/** Undefined where the first key shares its line with a dash, or has a comment above it that would seem to be about the new key. */
function insertFirst({ text, style }: EditSource, mapping: YamlMapping, added: NewEntries): Edits {
  const first = mapping.entries[0];
  const column = keyColumn(text, mapping);
  if (!first || column === undefined) return undefined;
  const start = lineStart(text, first.span.start);
  const aboveEnd = start - (text.slice(Math.max(0, start - 2), start) === '\r\n' ? 2 : 1);
  const above = text.slice(lineStart(text, Math.max(0, aboveEnd)), start);
  if (
    text.slice(start, first.span.start).trim() !== '' ||
    above.trimStart().startsWith('#') ||
    first.span.start - start !== column
  )
    return undefined;
  return [insertion(start, ' '.repeat(column) + blockEntries(added, column, style) + style.eol)];
}

function insertBlock({ text, style }: EditSource, mapping: YamlMapping, added: NewEntries, behind: YamlEntry | undefined): Edits {
  const column = keyColumn(text, mapping);
  const previous = behind ?? mapping.entries.at(-1);
  if (column === undefined || !previous || endsWithKeptBreaks(text, previous.value)) return undefined;
  const line = style.eol + ' '.repeat(column) + blockEntries(added, column, style);
  return [insertion(lineEnd(text, previous.span.end), line)];
}

/** After a block scalar with `+` every line break belongs to the value, so nothing can be put behind it. */
function endsWithKeptBreaks(text: string, node: YamlNode | undefined): boolean {
  let last = node;
  while (last && last.kind !== 'scalar' && last.kind !== 'alias' && last.style === 'block') {
    last = last.kind === 'mapping' ? last.entries.at(-1)?.value : last.items.at(-1)?.value;
  }
  if (last?.kind !== 'scalar' || (last.style !== 'literal' && last.style !== 'folded')) return false;
  return (
    text
      .slice(last.span.start, last.span.start + 4)
      .split(/[\r\n\s]/)[0]
      ?.includes('+') ?? false
  );
}

function insertFlow({ text, style }: EditSource, mapping: YamlMapping, added: NewEntries, behind: YamlEntry | undefined): Edits {
  const previous = behind ?? mapping.entries.at(-1);
  if (!previous) return [{ span: mapping.span, newText: flow(added, style) }];
  const column = ownLine(text, previous.span.start, mapping.span.start);
  const written = Object.entries(added).map(([key, value]) =>
    column === undefined
      ? `, ${flowKey(key, style)}: ${flow(value, style)}`
      : `,${style.eol}${column}${flowEntry(key, value, column, style)}`,
  );
  return [insertion(previous.span.end, written.join(''))];
}

/** The indentation of something in a flow collection that stands on a line below where the collection starts. */
function ownLine(text: string, offset: number, start: number): string | undefined {
  const indent = indentBefore(text, offset);
  return indent !== undefined && offset - indent.length > start ? indent : undefined;
}

/** Gives a key its value where nothing, an explicit null or `{}` stands. */
export function fillEntry({ text, style }: EditSource, entry: YamlEntry, value: NewValue): Edits {
  if (entry.colon === undefined) return undefined;
  const column = columnOf(text, entry.key.span.start);
  const explicit = entry.value && entry.value.span.end > entry.value.span.start ? entry.value.span : undefined;
  if (entry.value?.anchor || entry.value?.tag) return undefined;
  const inFlow = column === undefined || style.json;
  if (inFlow || typeof value === 'string') {
    return [{ span: explicit ?? span(entry.colon + 1, entry.colon + 1), newText: (explicit ? '' : ' ') + flow(value, style) }];
  }
  const lines = block('', value, column, style).slice(1);
  const put = insertion(lineEnd(text, entry.colon), lines);
  return explicit ? [{ span: span(entry.colon + 1, explicit.end), newText: '' }, put] : [put];
}

/** Adds an item at the end of a list. */
export function appendItem({ text, style }: EditSource, list: YamlSequence, value: NewValue): Edits {
  const last = list.items.at(-1);
  if (list.style === 'flow') {
    if (!last) return [{ span: list.span, newText: flow([value], style) }];
    const column = ownLine(text, last.span.start, list.span.start);
    return [insertion(last.span.end, `,${column === undefined ? ' ' : style.eol + column}${flow(value, style)}`)];
  }
  const column = last && columnOf(text, last.span.start);
  if (!last || column === undefined || endsWithKeptBreaks(text, last.value)) return undefined;
  return [insertion(lineEnd(text, last.span.end), `${style.eol}${' '.repeat(column)}${blockItem(value, column, style)}`)];
}

/** Writes another key and value in the place of an entry; comments behind it stay. The entry must be the mapping's own. */
export function replaceEntry(
  { text, style }: EditSource,
  mapping: YamlMapping,
  entry: YamlEntry,
  key: string,
  value: NewValue,
): Edits {
  if (!mapping.entries.includes(entry) || entry.key.anchor || entry.key.tag) return undefined;
  const column = keyColumn(text, mapping);
  if (mapping.style === 'flow') return [{ span: entry.span, newText: `${flowKey(key, style)}: ${flow(value, style)}` }];
  if (column === undefined || endsWithKeptBreaks(text, entry.value)) return undefined;
  const lines = block(key, value, column, style);
  const isLong = lines.includes(style.eol) && lineEnd(text, entry.span.end) > entry.span.end;
  // A comment behind the old value would end up behind the last line of the new one, so only the first line goes in front of it.
  if (!isLong) return [{ span: entry.span, newText: lines }];
  const first = lines.indexOf(style.eol);
  return [{ span: entry.span, newText: lines.slice(0, first) }, insertion(lineEnd(text, entry.span.end), lines.slice(first))];
}
