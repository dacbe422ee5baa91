import assert from 'node:assert/strict';

/** The text without its `|`, and where that was. */
export function caret(marked: string): { readonly text: string; readonly offset: number } {
  const offset = marked.indexOf('|');
  assert.ok(offset >= 0, 'a case marks a place with |');
  return { text: marked.slice(0, offset) + marked.slice(offset + 1), offset };
}
