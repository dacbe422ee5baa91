import type { Span } from '../../../base/span.ts';
import { linesOf } from '../lines.ts';
import { isMistyped } from '../misspelt.ts';

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
    if (/^\s*$/.test(written)) continue;
    if (/^\s*#/.test(written)) {
      const inComment = header ? undefined : commentedHeader(text, line, section);
      if (inComment) header = inComment;
      level = inComment ? 0 : level;
      continue;
    }
    const key = indentation === 0 ? (/^["']?([\w-]*)["']?:? */.exec(written)?.[1] ?? '') : '';
    if (indentation === 0) {
      flush();
      // The key alone: its first entry may stand behind it, where a line break was lost.
      const end = line.start + (/^["']?[\w-]*["']?:?/.exec(written)?.[0].length ?? 0);
      header = key === section || isMistyped(section, key) ? { start: line.start, end } : joinedHeader(text, line, section);
      level = 0;
      const behind = header && header.end <= line.end ? text.slice(header.end, line.end).search(/[^\s#]/) : -1;
      const first = header && behind >= 0 ? { start: header.end + behind, end: line.end } : undefined;
      // What the first entry is made of stands below it.
      if (first && behind > 0 && /^[\w"'-]+:\s*$/.test(text.slice(first.start, first.end))) [entry, level] = [first, behind];
      else if (header && first) result.push(...flowItems(text, header, first));
      continue;
    }
    const joined = joinedHeader(text, line, section);
    if (joined) {
      flush();
      header = joined;
      level = 0;
      continue;
    }
    // The key of another section stands behind the value: `a: ^1.0.0dev_dependencies:`.
    if (
      header &&
      /^\s+[\w"'-]+:\s+[^\s#].*[^\s{[,]:$/.test(written.trimEnd()) &&
      !/\s{2}(?!\w*(?:_overrides|dependencies):$)["'\w-]+:$/.test(written.trimEnd())
    ) {
      flush();
      header = undefined;
    }
    if (header === undefined) continue;
    if (level === 0) level = indentation;
    // A space may be lost, the one of the first entry as well; what stands below a key without a value may have lost one, too.
    if (indentation <= level || (indentation === level + 1 && !(entry && level > 1 && opens(text, entry)))) {
      flush();
      if (level === 1 || indentation < level - 1) level = indentation;
      entry = line;
    } else if (entry) entry = { start: entry.start, end: line.end };
  }
  flush();
  return result;
}

/** Whether an entry has nothing behind its colon. */
const opens = (text: string, { start, end }: Span): boolean => /:\s*(?:#.*)?$/.test(text.slice(start, end));

/** The key of a section at the end of a line whose line break is lost: `sdk: ^3.0.0dependencies:`. */
function joinedHeader(text: string, { start, end }: Span, section: string): Span | undefined {
  const line = text.slice(start, end).trimEnd();
  const flow = /[\]}] *\w+:(?= *\{)/.exec(line);
  const written = flow?.[0].endsWith(`${section}:`) ? line.slice(0, flow.index + flow[0].length) : line;
  const before = written.slice(0, -section.length - 1);
  if (!written.endsWith(`${section}:`) || !/[:-] ?\S.*[^\s_]$|[\]}]$/.test(before.trimEnd())) return undefined;
  return { start: start + before.length, end: start + written.length };
}

/** The key of a section whose line break to a comment is lost: `# What is needed.dependencies:`. */
function commentedHeader(text: string, { start, end }: Span, section: string): Span | undefined {
  const written = text.slice(start, end).trimEnd();
  const before = written.slice(0, -section.length - 1);
  const isJoined = written.endsWith(`${section}:`) && /\w[^\s_#-]$/.test(before);
  return isJoined ? { start: start + before.length, end: start + written.length } : undefined;
}

/** The items of a mapping in braces behind the key of a section, each as an entry of a block. */
function flowItems(text: string, header: Span, { start, end: lineEnd }: Span): string[] {
  let end = lineEnd;
  const result: string[] = [];
  let depth = 0;
  let from = start;
  const add = (to: number): void => {
    const item = { start: from + (/^[\s{]*/.exec(text.slice(from, to))?.[0].length ?? 0), end: to };
    if (item.start - 2 < header.end || item.start >= to || (result.length + 1) * text.length >= BUDGET) return;
    const part = only(text, header, item);
    result.push(`${part.slice(0, item.start - 2)}\n ${part.slice(item.start)}`);
  };
  const base = text[start] === '{' ? 1 : 0;
  for (let at = start; at < end; at++) {
    const char = text[at] ?? '';
    if (char === '{' || char === '[') depth++;
    else if (char === '}' || char === ']') {
      if (depth <= base) {
        end = at;
        break;
      }
      depth--;
    } else if (depth <= base && (char === ',' || (char === ' ' && isNextItem(text, from, at)))) {
      add(at);
      from = at + 1;
    }
  }
  add(end);
  return result;
}

/** Whether a blank stands before another item, the comma between them being lost: `{a: 1.0 b: 2.0}`. */
function isNextItem(text: string, from: number, at: number): boolean {
  const key = / [\w"'-]{1,100}: /y;
  key.lastIndex = at;
  return key.test(text) && /[\w"'-]: +\S/.test(text.slice(from, at));
}

const blank = (text: string): string => text.replaceAll(/[^\r\n]/g, ' ');

const only = (text: string, header: Span, entry: Span): string =>
  // A section whose line break is lost gets one, and so does its first entry.
  blank(text.slice(0, header.start)).replace(/ $/, '\n') +
  text.slice(header.start, header.end) +
  blank(text.slice(header.end, entry.start)).replace(/^ (?= *$)/, '\n') +
  text.slice(entry.start, entry.end) +
  blank(text.slice(entry.end));
