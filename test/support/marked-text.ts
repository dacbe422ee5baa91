import assert from 'node:assert/strict';
import type { Span } from '../../server/src/base/span.ts';

/** Takes `⟦…⟧` marks out of a text. Marks may nest; the spans come in the order of their opening marks. */
export function unmark(marked: string): { readonly text: string; readonly spans: readonly Span[] } {
  const spans: { start: number; end: number }[] = [];
  let text = '';
  for (const part of marked.split(/([⟦⟧])/u)) {
    if (part === '⟦') spans.push({ start: text.length, end: -1 });
    else if (part === '⟧') {
      const open = spans.findLast(({ end }) => end < 0);
      assert.ok(open, `a closing mark without an opening one in ${JSON.stringify(marked)}`);
      open.end = text.length;
    } else text += part;
  }
  assert.ok(
    spans.every(({ end }) => end >= 0),
    `an opening mark is never closed in ${JSON.stringify(marked)}`,
  );
  return { text, spans };
}
