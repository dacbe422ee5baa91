import type { Span } from '../../../base/span.ts';
import type { TomlNode } from '../../toml/index.ts';
import { wholeLine } from '../lines.ts';

/** What deleting an array's item must delete so that the rest stays an array in its layout. */
export const itemDeletion = (text: string, array: TomlNode, index: number): Span | undefined =>
  partDeletion(text, array, (at) => array.items[at]?.outer, index);

/** What deleting a table's member must delete; undefined for one that is spread over lines of others. */
export function memberDeletion(text: string, table: TomlNode, index: number): Span | undefined {
  const member = table.members[index];
  if (member === undefined) return undefined;
  if (member.lines !== undefined) return wholeLine(text, member.lines);
  return table.isOpen ? undefined : partDeletion(text, table, (at) => table.members[at]?.span, index);
}

/** The lines of the part if it has them for itself, else up to the next part, or from behind the one before. */
function partDeletion(
  text: string,
  { start, end }: TomlNode,
  part: (index: number) => Span | undefined,
  index: number,
): Span | undefined {
  const own = part(index);
  if (own === undefined) return undefined;
  const before = /[\r\n][ \t]*$/.exec(text.slice(Math.max(own.start - 200, start), own.start));
  const after = /^[ \t]*,?[ \t]*(?:#[^\r\n]*)?(?=[\r\n])/.exec(text.slice(own.end, own.end + 500));
  if (before !== null && after !== null)
    return wholeLine(text, { start: own.start - before[0].length + 1, end: own.end + after[0].length });
  const next = part(index + 1);
  if (next !== undefined) return { start: own.start, end: next.start };
  const last = part(index - 1);
  const closed = /[\]}]/.test(text[end - 1] ?? '');
  return { start: last?.end ?? start + 1, end: closed && last === undefined ? end - 1 : own.end };
}
