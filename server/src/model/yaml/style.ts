import type { Eol } from '../../base/snapshot.ts';
import type { YamlMapping, YamlNode } from './nodes.ts';

/** How the author of a document writes collections, so that inserted text looks the same. */
export interface YamlStyle {
  /** Columns by which a nested mapping is indented. */
  readonly step: number;
  /** Columns by which the dashes of a list stand behind their key. */
  readonly dash: number;
  /** Whether the document is JSON: keys and strings need double quotes. */
  readonly json: boolean;
  readonly eol: Eol;
}

/** Deeper indentation was not written by a person. */
const DEEPEST = 1000;

/** The column of an offset, if only spaces, dashes and properties stand before it on its line; undefined when a tab or text does. */
export function columnOf(text: string, offset: number): number | undefined {
  const start = lineStartBehind(text, offset, ' -');
  return start === undefined ? undefined : offset - start;
}

/** The white space in front of an offset, if nothing else stands there on its line. */
export function indentBefore(text: string, offset: number): string | undefined {
  const start = lineStartBehind(text, offset, ' \t');
  return start === undefined ? undefined : text.slice(start, offset);
}

/** Where the line begins (behind a byte order mark) if only `units` stand before `offset`. Walks no further than they do: a line of JSON may be the whole file. */
function lineStartBehind(text: string, offset: number, units: string): number | undefined {
  let at = offset;
  while (at > 0 && offset - at < DEEPEST && units.includes(text.charAt(at - 1))) at--;
  const before = text.charAt(at - 1);
  return at === 0 || before === '\n' || before === '\r' || (at === 1 && before === '\uFEFF') ? at : undefined;
}

/** Where the keys of a block mapping stand. An anchor or tag before the first key belongs to the key and starts its column. */
export function keyColumn(text: string, mapping: YamlMapping): number | undefined {
  const own = mapping.entries[1] ?? mapping.entries[0];
  if (!own) return undefined;
  const { key } = own;
  return columnOf(text, Math.min(key.span.start, key.anchor?.span.start ?? Infinity, key.tag?.span.start ?? Infinity));
}

/** Reads the style off the first nested mapping and the first list; two spaces and an indented dash where nothing shows it. */
export function styleOf(text: string, root: YamlNode | undefined, eol: Eol): YamlStyle {
  let step: number | undefined;
  let dash: number | undefined;
  const pending: YamlNode[] = root ? [root] : [];
  for (let seen = 0; seen < 500 && (step === undefined || dash === undefined); seen++) {
    const node = pending.shift();
    if (!node) break;
    if (node.kind === 'sequence') pending.push(...node.items.slice(0, 5).flatMap(({ value }) => value ?? []));
    if (node.kind !== 'mapping' || node.style !== 'block') continue;
    const column = keyColumn(text, node);
    for (const { value } of node.entries) {
      if (value?.kind === 'mapping' && value.style === 'block') step ??= difference(keyColumn(text, value), column);
      if (value?.kind === 'sequence' && value.style === 'block') dash ??= difference(columnOf(text, value.span.start), column);
      if (value && pending.length < 500) pending.push(value);
    }
  }
  const json =
    root?.kind === 'mapping' &&
    root.style === 'flow' &&
    root.entries[0]?.key.kind === 'scalar' &&
    root.entries[0].key.style === 'double';
  if (json) step = difference(columnOf(text, root.entries[0]?.span.start ?? 0), 0);
  return {
    step: step && step > 0 && step <= 8 ? step : 2,
    dash: dash !== undefined && dash <= 8 ? dash : (step ?? 2),
    json,
    eol,
  };
}

const difference = (inner: number | undefined, outer: number | undefined): number | undefined =>
  inner === undefined || outer === undefined || inner < outer ? undefined : inner - outer;
