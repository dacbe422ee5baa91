import type { Span } from '../../base/span.ts';
import type { Comment } from '../document.ts';
import { firstBehind, type XmlDocument, type XmlElement } from './node.ts';

/**
 * The comments of a document. One behind text covers its line, and the element that begins there and goes on below; one that stands first on its line covers the next
 * element beside it, or the rest of the element around it.
 */
export const xmlComments = (text: string, { root, comments }: XmlDocument): Comment[] =>
  comments.map((span) => ({ span, text: innerText(text, span), covers: coveredBy(text, root, span) }));

const innerText = (text: string, { start, end }: Span): string =>
  text
    .slice(start, end)
    .replace(/^<?!?-{1,2}/, '')
    .replace(/-->$/, '')
    .trim();

function coveredBy(text: string, root: XmlElement, comment: Span): Span {
  const { container, next } = around(root, comment.start);
  let lineStart = comment.start;
  while (lineStart > 0 && !isLineBreak(text.charCodeAt(lineStart - 1))) lineStart--;
  if (/^[\s\uFEFF]*$/.test(text.slice(lineStart, comment.start))) {
    if (next !== undefined) return { start: next.start, end: next.end };
    // Nothing but text may follow.
    return container === root ? comment : { start: comment.start, end: Math.max(comment.end, container.contentEnd) };
  }
  let lineEnd = comment.end;
  while (lineEnd < text.length && !isLineBreak(text.charCodeAt(lineEnd))) lineEnd++;
  const opensHere = container.parent !== undefined && container.start >= lineStart;
  return { start: lineStart, end: opensHere ? Math.max(lineEnd, container.end) : lineEnd };
}

const isLineBreak = (code: number): boolean => code === 10 || code === 13;

/** The element that an offset lies in, and the next one in it. */
function around(root: XmlElement, offset: number): { readonly container: XmlElement; readonly next: XmlElement | undefined } {
  let container = root;
  for (;;) {
    const found = firstBehind(container.children, offset);
    if (found === undefined || found.start > offset) return { container, next: found };
    container = found;
  }
}
