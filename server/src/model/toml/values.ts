import type { Cursor } from './cursor.ts';
import { readKeys } from './keys.ts';
import { TomlNode } from './node.ts';
import { unescapeToml } from './string.ts';
import { place } from './tree.ts';

/** Collections in collections deeper than this are not written by people; what is deeper is stepped over. */
const MAX_DEPTH = 60;

const LITERAL = /(?:\d{4}-\d\d-\d\d \d\d:[\d:.]+(?:Z|[+-]\d\d:\d\d)?|[+-]?\w[\w.:+-]*)(?=[ \t]*(?:[,\]}#\r\n]|$))/y;

/**
 * Reads the value at the cursor, undefined where none stands. A broken one ends within its line, an unclosed collection at the next line that is indented no
 * deeper than `indent` and plainly begins a statement.
 */
export function readValue(cursor: Cursor, indent: number, depth = 0): TomlNode | undefined {
  switch (cursor.char) {
    case '"':
    case "'":
      return readString(cursor, indent, depth);
    case '[':
      return depth < MAX_DEPTH ? readArray(cursor, indent, depth) : undefined;
    case '{':
      return depth < MAX_DEPTH ? readInlineTable(cursor, indent, depth) : undefined;
    default:
      return readBare(cursor, depth);
  }
}

/**
 * Reads an array.
 * @param isOpened whether its opening bracket is there
 */
export function readArray(cursor: Cursor, indent: number, depth: number, isOpened = true): TomlNode {
  const { at: start } = cursor;
  if (isOpened) cursor.at++;
  const array = new TomlNode('array', start, start);
  let end = cursor.at;
  let isSeparated = true;
  for (;;) {
    if (!cursor.toItem(indent)) {
      cursor.problem(start, start + 1, 'This bracket is never closed.');
      return closed(array, end);
    }
    const { at, char } = cursor;
    if (char === ']') {
      cursor.at++;
      return closed(array, cursor.at);
    }
    if (!isSeparated && char !== ',') cursor.problem(at, at, 'A comma is missing here.');
    const item =
      char === ','
        ? undefined
        : array.items.every(({ kind }) => kind === 'table') && depth < MAX_DEPTH && cursor.isKeyAt(at)
          ? readInlineTable(cursor, indent, depth + 1, false)
          : readValue(cursor, indent, depth + 1);
    isSeparated = item === undefined;
    if (item) array.items.push(item);
    else if (char !== ',') cursor.problem(at, at + 1, 'This is not a value.');
    if (cursor.at === at) cursor.at++;
    end = cursor.at;
  }
}

function readInlineTable(cursor: Cursor, indent: number, depth: number, isOpened = true): TomlNode {
  const { at: start } = cursor;
  if (isOpened) cursor.at++;
  const table = new TomlNode('table', start, start);
  let end = cursor.at;
  for (;;) {
    if (!cursor.toItem(indent) || (cursor.char === ']' && depth > 0)) {
      cursor.problem(start, start + 1, 'This brace is never closed.');
      return closed(table, end);
    }
    const { at, char } = cursor;
    if (char === '}') {
      cursor.at++;
      return closed(table, cursor.at);
    }
    const keys = char === ',' ? [] : readKeys(cursor);
    const value = keys.length > 0 ? readAssigned(cursor, indent, depth + 1) : undefined;
    if (value) place(table, keys, value, { start: at, end: value.outer.end });
    else if (char !== ',') cursor.problem(at, Math.max(at + 1, cursor.at), 'A key with a value is expected here.');
    if (cursor.at === at) cursor.at++;
    end = cursor.at;
  }
}

/** What stands behind a key: `= value`. A lost equals sign is forgiven where a value plainly begins. */
export function readAssigned(cursor: Cursor, indent: number, depth: number): TomlNode | undefined {
  if (cursor.char === '=') cursor.at++;
  else if (cursor.char !== '' && `"'[{`.includes(cursor.char))
    cursor.problem(cursor.at, cursor.at + 1, 'An equals sign is missing here.');
  else return undefined;
  cursor.skipBlanks();
  if (cursor.isAtLineEnd || cursor.char === '#') return undefined;
  const unopened = readUnopened(cursor, indent, depth);
  return unopened ?? readValue(cursor, indent, depth);
}

/** One text, and what tells that it is the first one of a list: another one behind it, or a bracket that closes the list. */
const LISTED = /(?:"[^"\\\n]*"|'[^'\n]*')[ \t]*(?:\]|,[ \t]*(?:"[^"\\\n]*"|'[^'\n]*'|\{[^{}\n]*\})?[ \t]*(?:[,\]#\r\n]|$))/y;
const LISTED_IN_TABLE = /(?:"[^"\\\n]*"|'[^'\n]*')(?:[ \t]*,[ \t]*(?:"[^"\\\n]*"|'[^'\n]*')){0,50}[ \t]*\][ \t]*[,}]/y;

/** A list or an inline table whose opening bracket is lost: `key = "a", "b"]`, `key = a = 1 }`. */
function readUnopened(cursor: Cursor, indent: number, depth: number): TomlNode | undefined {
  const { at, char } = cursor;
  if (char === '"' || char === "'") {
    const listed = depth === 0 ? LISTED : LISTED_IN_TABLE;
    listed.lastIndex = at;
    if (listed.test(cursor.text)) {
      cursor.problem(at, at, 'An opening bracket is missing here.');
      return readArray(cursor, indent, depth, false);
    }
  }
  if (depth >= MAX_DEPTH || !cursor.isKeyAt(at)) return undefined;
  cursor.problem(at, at, 'An opening brace is missing here.');
  return readInlineTable(cursor, indent, depth, false);
}

function closed(node: TomlNode, end: number): TomlNode {
  node.end = end;
  node.outer = { start: node.start, end };
  return node;
}

function readString(cursor: Cursor, indent: number, depth: number): TomlNode {
  const { text, at: outer, char: quote, lineEnd } = cursor;
  if (text.startsWith(quote.repeat(3), outer)) return readLongString(cursor, indent);
  const start = outer + 1;
  let end = start;
  while (end < lineEnd && text[end] !== quote) end += quote === '"' && text[end] === '\\' ? 2 : 1;
  const isClosed = end < lineEnd;
  cursor.at = isClosed ? end + 1 : lineEnd;
  if (!isClosed) {
    cursor.problem(outer, lineEnd, 'The closing quote is missing.');
    end = trimmedEnd(text, start, lineEnd, ' \t,]}');
  } else if (depth > 0 && /[\w^~<>=*!]/.test(text[end + 1] ?? '')) {
    // The quote opens the next string, and the one before it was never closed.
    cursor.problem(outer, end, 'The closing quote is missing.');
    const next = /,[ \t]*(?:\{|[\w-]+[ \t]*=[ \t]*(?:[{[]|$))/.exec(text.slice(start, end));
    if (next) {
      end = trimmedEnd(text, start, start + next.index, ' \t');
      if (/[\]}]/.test(text[end - 1] ?? '')) end--;
      cursor.at = end;
    }
    end = trimmedEnd(text, start, end, ' \t,');
  }
  return stringNode(text, quote, start, Math.max(start, end), { start: outer, end: cursor.at });
}

function trimmedEnd(text: string, start: number, from: number, blanks: string): number {
  let end = from;
  while (end > start && blanks.includes(text[end - 1] ?? '')) end--;
  return end;
}

const stringNode = (text: string, quote: string, start: number, end: number, outer: TomlNode['outer']): TomlNode => {
  const raw = text.slice(start, end);
  return new TomlNode('string', start, end, quote === '"' ? unescapeToml(raw) : raw, outer);
};

/** A multi-line string. The line break behind its opening quotes is not part of it. */
function readLongString(cursor: Cursor, indent: number): TomlNode {
  const { text, at: outer, char: quote } = cursor;
  const opened = outer + 3;
  const start = opened + (text.startsWith('\r\n', opened) ? 2 : text[opened] === '\n' ? 1 : 0);
  const found = closingQuotes(text, quote, opened);
  const isClosed = found !== undefined && !opensAnother(text, found);
  let end = found ?? text.length;
  if (isClosed) {
    while (cursor.at < end && cursor.lineEnd < end) cursor.nextLine();
    cursor.at = end + 3;
    // Up to two quotes may stand before the closing ones.
    while (cursor.at < end + 5 && cursor.char === quote) cursor.at++;
    end = cursor.at - 3;
  } else {
    cursor.problem(outer, opened, 'The closing quotes are missing.');
    do end = cursor.lineEnd;
    while (cursor.nextLine() && !cursor.startsStatement(indent));
    cursor.stopped = true;
  }
  return stringNode(text, quote, Math.min(start, end), end, { start: outer, end: isClosed ? cursor.at : end });
}

function closingQuotes(text: string, quote: string, from: number): number | undefined {
  const closing = quote === '"' ? /\\[\s\S]|"""/g : /'''/g;
  closing.lastIndex = from;
  let match = closing.exec(text);
  while (match?.[0].startsWith('\\') === true) match = closing.exec(text);
  return match?.index;
}

/** Whether quotes that seem to close a string stand where one begins: `key = """` at the end of its line. */
function opensAnother(text: string, at: number): boolean {
  const before = text.slice(Math.max(text.lastIndexOf('\n', at - 1) + 1, at - 200), at);
  return /^[\w.-]+[ \t]*=[ \t]*$/.test(before);
}

/** A literal, or text whose opening quote is missing. */
function readBare(cursor: Cursor, depth: number): TomlNode | undefined {
  const { text, at: start, lineEnd } = cursor;
  LITERAL.lastIndex = start;
  if (LITERAL.test(text)) {
    cursor.at = LITERAL.lastIndex;
    return new TomlNode('literal', start, cursor.at, text.slice(start, cursor.at));
  }
  let quote = cursor.nextQuote();
  // In `a; b < '3'",` the quotes before the last one are part of the text.
  const isEnd = (): boolean => /^[ \t]*(?:[,\]}#\r\n]|$)/.test(text.slice(quote + 1, Math.min(lineEnd, quote + 100)));
  if (text[quote] === "'" && /["']/.test(text.slice(quote + 1, lineEnd)))
    for (let tries = 0; tries < 10 && quote < lineEnd && !isEnd(); tries++) {
      const next = text.slice(quote + 1, lineEnd).search(/["']/);
      quote = next < 0 ? lineEnd : quote + 1 + next;
    }
  const mayEnd = quote < lineEnd && quote > start && isEnd();
  if (mayEnd) {
    cursor.at = quote + 1;
    cursor.problem(start, quote + 1, 'The opening quote is missing.');
    return stringNode(text, text[quote] ?? '', start, quote, { start, end: quote + 1 });
  }
  let end = start;
  while (end < lineEnd && !(depth > 0 ? `,]}"'#` : '#').includes(text[end] ?? '')) end++;
  cursor.at = end;
  end = trimmedEnd(text, start, end, ' \t');
  if (end === start) return undefined;
  cursor.problem(start, end, 'This is not a value of TOML. Texts stand in quotes.');
  return new TomlNode('literal', start, end, text.slice(start, end));
}
