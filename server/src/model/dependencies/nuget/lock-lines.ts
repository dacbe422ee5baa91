import type { Span } from '../../../base/span.ts';
import { lockedPackage, setMember, type Locked } from './locked.ts';
import { nugetName } from './name.ts';

/** The members at the top. */
const VERSION = /^([ \t]{1,8})"?version"?:/m;
const DEPENDENCIES = /^([ \t]{1,8})"?dependencies"?:?/m;

const JOINED = /^"?dependencies"?: \{ +"([^"]*)": \{\r?$/;

/** `"key": "value"` or `"key": {`; a quote may be missing in a broken file. Sticky: it begins where the indentation ends. */
const LINE = /"?([^":\r\n]*)"?:?[ \t]*(?:"?([^"\r\n{}]*)"?)?/y;

/**
 * The packages of packages.lock.json as NuGet writes it: frameworks in `dependencies`, packages in frameworks, a member a line, each level indented by the same
 * number of spaces. It is read by its indentation, so that a broken line spoils nothing but itself.
 */
export function* lockLines(text: string): Generator<Locked> {
  const unit = unitOf(text.slice(0, 200));
  let framework = '';
  let entry: Locked | undefined;
  let requires: string[] = [];
  for (let at = text.charCodeAt(0) === 0xfeff ? 1 : 0; at < text.length;) {
    let start = at;
    while (isBlank(text.charCodeAt(start))) start++;
    const indent = start - at;
    const feed = text.indexOf('\n', start);
    const end = feed < 0 ? text.length : feed;
    at = end + 1;
    // The line break before the next key may be missing.
    while (start < end && isBetween(text.charCodeAt(start))) start++;
    if (indent === 0 || start >= end || text.charCodeAt(start) === 123) continue;
    const level = mendedLevel(text, start, end, Math.round(indent / unit), entry !== undefined);
    if (level < 2) {
      // The line break before the first framework may be missing.
      framework = JOINED.exec(text.slice(start, end))?.[1] ?? framework;
      continue;
    }
    LINE.lastIndex = start;
    const match = LINE.exec(text);
    const key = match?.[1] ?? '';
    if (!match || key === '') continue;
    const keySpan = spanAt(text, start, key);
    if (level === 2) framework = key;
    else if (level === 3) {
      requires = [];
      entry = lockedPackage(key, keySpan, framework, requires);
      yield entry;
    } else if (entry) {
      entry.span = { start: entry.span.start, end: text.charCodeAt(end - 1) === 13 ? end - 1 : end };
      if (level > 4) requires.push(nugetName(key));
      else setMember(entry, key, match[2] ?? '', valueSpan(start + match[0].length, match[2] ?? ''));
    }
  }
}

const isBlank = (code: number): boolean => code === 32 || code === 9;

const MEMBER = /^"?(?:type|requested|resolved|contentHash)"?: ?"|^"?dependencies"?: ?\{/;

/** A line that lacks a tab seems to be one level further out: a member of a package beside packages, a package beside frameworks. */
function mendedLevel(text: string, start: number, end: number, level: number, isInside: boolean): number {
  if (!isInside || (level !== 2 && level !== 3)) return level;
  if (level === 3) return MEMBER.test(text.slice(start, Math.min(end, start + 40))) ? 4 : 3;
  const next = text.slice(end + 1, end + 80).trimStart();
  return MEMBER.test(next) ? 3 : 2;
}

/** What stands between the members of an object. */
const isBetween = (code: number): boolean => code === 125 || code === 44 || code === 13 || isBlank(code);

/** By how many characters a level is indented. One of the two lines at the top may be broken. NuGet indents by two. */
function unitOf(head: string): number {
  const version = VERSION.exec(head)?.[1]?.length;
  const dependencies = DEPENDENCIES.exec(head)?.[1]?.length;
  if (version === undefined || dependencies === undefined) return version ?? dependencies ?? 2;
  return Math.abs(version - dependencies) <= 1 ? Math.max(version, dependencies) : Math.min(version, dependencies);
}

function spanAt(text: string, start: number, written: string): Span {
  const from = text.charCodeAt(start) === 34 ? start + 1 : start;
  return { start: from, end: from + written.length };
}

/** @param behind the offset behind the value, its closing quote included */
const valueSpan = (behind: number, value: string): Span => ({ start: behind - 1 - value.length, end: behind - 1 });
