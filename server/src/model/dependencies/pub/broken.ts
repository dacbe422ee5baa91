import type { Span } from '../../../base/span.ts';
import { linesOf } from '../lines.ts';
import { lacksOne } from '../misspelt.ts';

/** UTF-16 units that are parsed at most for the sake of one broken file. */
const BUDGET = 3_000_000;

/**
 * Of a broken file one text for each entry of a section, as long as the file and empty but for the section's key and the entry, so that a mistake in one entry
 * costs only that one.
 */
export function entryTexts(text: string, section: string): string[] {
  const result: string[] = [];
  let header: Span | undefined;
  let level = 0;
  let entry: Span | undefined;
  const flush = (): void => {
    if (header && entry && (result.length + 1) * text.length < BUDGET) result.push(only(text, header, entry));
    entry = undefined;
  };
  for (const line of linesOf(text)) {
    const written = text.slice(line.start, line.end);
    const indentation = /^ */.exec(written)?.[0].length ?? 0;
    if (/^\s*(?:#|$)/.test(written)) continue;
    const key = indentation === 0 ? (/^["']?([\w-]*)["']?:? */.exec(written)?.[1] ?? '') : '';
    if (indentation === 0) {
      flush();
      // The key alone: its first entry may stand behind it, where a line break was lost.
      const end = line.start + (/^["']?[\w-]*["']?:?/.exec(written)?.[0].length ?? 0);
      header = key === section || lacksOne(section, key) ? { start: line.start, end } : undefined;
      level = 0;
      continue;
    }
    if (header === undefined) continue;
    if (level === 0) level = indentation;
    // A space may be lost, the one of the first entry as well.
    if (indentation <= level + 1) {
      flush();
      if (level === 1 || indentation < level - 1) level = indentation;
      entry = line;
    } else if (entry) entry = { start: entry.start, end: line.end };
  }
  flush();
  return result;
}

const blank = (text: string): string => text.replaceAll(/[^\r\n]/g, ' ');

const only = (text: string, header: Span, entry: Span): string =>
  blank(text.slice(0, header.start)) +
  text.slice(header.start, header.end) +
  blank(text.slice(header.end, entry.start)) +
  text.slice(entry.start, entry.end) +
  blank(text.slice(entry.end));
