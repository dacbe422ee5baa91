import { deletion, insertion } from '../../base/edit.ts';
import { span } from '../../base/span.ts';
import { keyOf } from './access.ts';
import { lineEnd, lineStart, nextLine } from './documents.ts';
import type { Edits, EditSource } from './edit.ts';
import type { YamlEntry, YamlMapping } from './nodes.ts';
import { columnOf, keyColumn } from './style.ts';

/**
 * Moves an entry, with its lines and the comments above it, to the end of another mapping, below new keys of the path if there are any. Only from block
 * to block style, and only where the entry has its lines for itself: undefined otherwise.
 * @param holder the entry whose value `from` is; it goes too if nothing would be left in it
 */
export function moveEntry(
  { text, style }: EditSource,
  from: YamlMapping,
  entry: YamlEntry,
  to: YamlMapping,
  path: readonly string[],
  holder?: YamlEntry,
): Edits {
  const column = keyColumn(text, to);
  const own = columnOf(text, entry.span.start);
  if (!from.entries.includes(entry) || from.style === 'flow' || to.style === 'flow') return undefined;
  if (column === undefined || own === undefined || entry.key.anchor || entry.key.tag) return undefined;
  const first = lineStart(text, entry.span.start);
  if (text.slice(first, entry.span.start).trim() !== '') return undefined;
  const outermost = from.entries.length > 1 || to === from ? entry : holder;
  if (!outermost || outermost.key.anchor || from.anchor || from.tag) return undefined;
  if (text.slice(lineStart(text, outermost.span.start), outermost.span.start).trim() !== '') return undefined;
  const start = withComments(text, first, own);
  const last = lineEnd(text, entry.span.end);
  if (!/^\s*(?:#.*)?$/.test(text.slice(entry.span.end, last))) return undefined;
  const lines = reindented(text.slice(start, last), column + path.length * style.step - own);
  if (lines === undefined) return undefined;
  const parents = path.map((key, depth) => `${' '.repeat(column + depth * style.step)}${key}:`);
  const moved = [...parents, lines].join(style.eol);
  const gone = outermost === entry ? start : lineStart(text, outermost.span.start);
  const removed = span(gone, last < text.length ? nextLine(text, last) : last);
  const target = endOf(text, to);
  if (target === undefined) return undefined;
  // The entry was the last of the target's text already: it only changes its place in the structure.
  if (target >= removed.start && target <= removed.end) return [{ span: span(gone, last), newText: moved }];
  const put = insertion(target, style.eol + moved);
  if (last < text.length) return [put, deletion(removed)];
  // The last line has no line break of its own, so the one before it goes.
  return [put, deletion(span(gone - (text.slice(gone - 2, gone) === '\r\n' ? 2 : 1), last))];
}

/** The end of the mapping's last line; undefined for a value whose line breaks count. */
function endOf(text: string, mapping: YamlMapping): number | undefined {
  const last = mapping.entries.at(-1);
  if (last?.colon === undefined || keyOf(last) === undefined) return undefined;
  return /[|>][-0-9]*\+/.test(text.slice(last.span.start, last.span.end)) ? undefined : lineEnd(text, last.span.end);
}

/** From the start of the comments that stand directly above a line, at the same column. */
function withComments(text: string, line: number, column: number): number {
  let start = line;
  while (start > 0) {
    const above = lineStart(text, start - (text.slice(start - 2, start) === '\r\n' ? 2 : 1));
    const content = text.slice(above, start);
    if (!content.trimStart().startsWith('#') || content.length - content.trimStart().length !== column) break;
    start = above;
  }
  return start;
}

/** Moves every line by so many columns; undefined where one has not enough blanks to lose. */
function reindented(lines: string, by: number): string | undefined {
  if (by >= 0) return lines.replaceAll(/^(?=[^\r\n])/gm, ' '.repeat(by));
  const narrow = new RegExp(`^ {${-by}}`);
  const result: string[] = [];
  for (const line of lines.split(/(?<=\n)/)) {
    if (line.trim() !== '' && !narrow.test(line)) return undefined;
    result.push(line.trim() === '' ? line : line.replace(narrow, ''));
  }
  return result.join('');
}
