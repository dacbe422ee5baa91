import { type Span, span } from '../../base/span.ts';

const BYTE_ORDER_MARK = 0xfeff;
const FEED = 10;
const RETURN = 13;
const DASH = 45;
const DOT = 46;
const HASH = 35;
const PERCENT = 37;

/**
 * The spans of the documents of a YAML stream, in order, without a byte order mark. A line that starts with `---` at column 0 always begins a
 * document and one with `...` always ends it, even inside a scalar (YAML 1.2.2, rule `c-forbidden`), so no other syntax needs to
 * be understood; that makes one broken document harmless to its neighbours. Comments and directives before the first `---` belong to
 * that document. Every code unit but the mark belongs to exactly one document; a text of white space is one empty document.
 */
export function splitDocuments(text: string): readonly Span[] {
  const documents: Span[] = [];
  let start = text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0;
  let hasContent = false;
  let line = start;
  while (line < text.length) {
    const next = nextLine(text, line);
    if (isMarker(text, line, DASH)) {
      if (hasContent) {
        documents.push(span(start, line));
        start = line;
      }
      hasContent = true;
    } else if (isMarker(text, line, DOT)) {
      documents.push(span(start, next));
      start = next;
      hasContent = false;
    } else if (!hasContent) {
      hasContent = isContent(text, line, next);
    }
    line = next;
  }
  if (start < text.length || documents.length === 0) documents.push(span(start, text.length));
  return documents;
}

/** The start of the line after the one that `offset` lies in. `\n`, `\r\n` and a lone `\r` end a line. */
export function nextLine(text: string, offset: number): number {
  for (let at = offset; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === FEED) return at + 1;
    if (unit === RETURN) return text.charCodeAt(at + 1) === FEED ? at + 2 : at + 1;
  }
  return text.length;
}

/** Where the line that `offset` lies in ends, its line break excluded. */
export function lineEnd(text: string, offset: number): number {
  for (let at = offset; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === FEED || unit === RETURN) return at;
  }
  return text.length;
}

/** Where the line that `offset` lies in starts. */
export function lineStart(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && text.charCodeAt(at - 1) !== FEED && text.charCodeAt(at - 1) !== RETURN) at--;
  return at;
}

function isMarker(text: string, line: number, unit: number): boolean {
  if (text.charCodeAt(line) !== unit || text.charCodeAt(line + 1) !== unit || text.charCodeAt(line + 2) !== unit) return false;
  const after = text.charCodeAt(line + 3);
  return Number.isNaN(after) || after === 32 || after === 9 || after === FEED || after === RETURN;
}

function isContent(text: string, line: number, next: number): boolean {
  if (text.charCodeAt(line) === PERCENT) return false;
  let at = line;
  while (at < next && text.charCodeAt(at) <= 32) at++;
  return at < next && text.charCodeAt(at) !== HASH;
}
