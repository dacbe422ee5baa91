import type { Span } from '../../base/span.ts';
import { TomlNode, type TomlKey, type TomlMember } from './node.ts';

/** Puts a value where a dotted key says, below `table`. */
export function place(table: TomlNode, keys: readonly TomlKey[], value: TomlNode, span: Span, lines?: Span): void {
  const last = keys.at(-1);
  if (last !== undefined) tableAt(table, keys.slice(0, -1), span, lines).add({ key: last, value, span, lines });
}

/** The table below `table` that `keys` lead to; what is not there yet is made. */
export function tableAt(table: TomlNode, keys: readonly TomlKey[], span: Span, lines?: Span): TomlNode {
  let at = table;
  for (const key of keys) {
    const known = at.member(key.text);
    const value = known?.value.kind === 'array' ? known.value.items.at(-1) : known?.value;
    if (known && value?.isOpen === true) {
      extend(known, span, lines);
      at = value;
    } else {
      const made = openTable(span);
      at.add({ key, value: made, span, lines });
      at = made;
    }
  }
  return at;
}

export const openTable = (span: Span): TomlNode => new TomlNode('table', span.start, span.end, '', span, true);

/** Makes room in a member for one more statement. It keeps lines of its own only if they follow each other. */
export function extend(member: TomlMember, span: Span, lines: Span | undefined): void {
  const known = member.lines;
  member.span = { start: member.span.start, end: Math.max(member.span.end, span.end) };
  member.value.end = member.span.end;
  member.lines =
    known && lines && lines.start - known.end <= 2 ? { start: known.start, end: Math.max(known.end, lines.end) } : undefined;
}
