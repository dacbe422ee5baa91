import { memberSpan, objectOf, valueOf, type JsonNode } from './node.ts';

/** A text that makes a new member when it is inserted at `at`. */
export interface JsonInsertion {
  readonly at: number;
  readonly text: string;
  /** Whether the object under the path is not there yet. */
  readonly isNew?: true;
}

/**
 * How a member can be added to the object under a path of keys, in the file's own layout: behind the members that are there, with the objects on the way that are
 * missing. Undefined where something else than an object stands on the way.
 * @param member `"key": value` as it is to be written
 */
export function memberInsertion(
  text: string,
  root: JsonNode | undefined,
  path: readonly string[],
  member: string,
): JsonInsertion | undefined {
  let object = root;
  let missing = path;
  for (const key of path) {
    const inner = objectOf(object, key);
    if (inner === undefined) break;
    object = inner;
    missing = missing.slice(1);
  }
  const [next] = missing;
  if (object?.kind !== 'object' || text[object.end - 1] !== '}') return undefined;
  if (next !== undefined && valueOf(object, next) !== undefined) return undefined;
  const last = object.members.at(-1);
  const first = root?.members[0];
  const unit = /\n([ \t]*)$/.exec(blankBefore(text, first ? memberSpan(text, first).start : 0))?.[1];
  const gap = last ? blankBefore(text, memberSpan(text, last).start) : emptyGap(text, object.start, unit);
  const added = nested(missing, member, gap, unit ?? '');
  const rest = next === undefined ? {} : { isNew: true as const };
  if (last) return { at: memberSpan(text, last).end, text: `,${gap === '' ? ' ' : gap}${added}`, ...rest };
  return { at: object.start + 1, text: `${gap}${added}${unit === undefined ? ' ' : outer(gap, unit)}`, ...rest };
}

/** White space before an offset. */
function blankBefore(text: string, offset: number): string {
  let start = offset;
  while (start > 0 && /\s/.test(text[start - 1] ?? '')) start--;
  // Blank lines between members are not repeated.
  return text
    .slice(start, offset)
    .replace(/^[^]*?(\r?\n)[^\n]*$/, (blank, feed: string) => feed + blank.slice(blank.lastIndexOf('\n') + 1));
}

/** The line of an empty object is one step less indented than what comes into it. */
function emptyGap(text: string, brace: number, unit: string | undefined): string {
  if (unit === undefined) return ' ';
  const line = text.slice(text.lastIndexOf('\n', brace) + 1, brace);
  return `${text.includes('\r\n') ? '\r\n' : '\n'}${/^[ \t]*/.exec(line)?.[0] ?? ''}${unit}`;
}

const outer = (gap: string, unit: string): string => gap.slice(0, gap.length - unit.length);

function nested(path: readonly string[], member: string, gap: string, unit: string): string {
  const [key, ...rest] = path;
  if (key === undefined) return member;
  if (!gap.includes('\n')) return `"${key}": { ${nested(rest, member, gap, unit)} }`;
  return `"${key}": {${gap}${unit}${nested(rest, member, gap + unit, unit)}${gap}}`;
}
