import type { Cursor } from './cursor.ts';
import type { TomlKey } from './node.ts';
import { unescapeToml } from './string.ts';

/** A mark that no key has may have got into it. */
const BARE = /[\w\u00b7-\uffff-]+(?:[,:;"'{}()][\w-]+(?=[ \t]*[=.\]]))?/y;

/** A dotted key (https://toml.io/en/v1.0.0#keys); empty where none stands. Blanks behind it are stepped over. */
export function readKeys(cursor: Cursor): TomlKey[] {
  const keys: TomlKey[] = [];
  for (;;) {
    const key = readKey(cursor);
    if (key === undefined) return keys;
    keys.push(key);
    cursor.skipBlanks();
    if (cursor.char !== '.') return keys;
    cursor.at++;
    cursor.skipBlanks();
  }
}

function readKey(cursor: Cursor): TomlKey | undefined {
  const { text, at: start, char, lineEnd } = cursor;
  if (char === '"' || char === "'") {
    let end = start + 1;
    while (end < lineEnd && text[end] !== char) end += char === '"' && text[end] === '\\' ? 2 : 1;
    if (end >= lineEnd) return undefined;
    cursor.at = end + 1;
    const raw = text.slice(start + 1, end);
    return { text: char === '"' ? unescapeToml(raw) : raw, span: { start: start + 1, end } };
  }
  BARE.lastIndex = start;
  const match = BARE.exec(text);
  if (match === null) return undefined;
  cursor.at = BARE.lastIndex;
  return { text: match[0], span: { start, end: cursor.at } };
}
