import type { Span } from '../../base/span.ts';
import { trimmedValue, type XmlElement, type XmlValue } from './node.ts';

const ENTITY = /&(?:(lt|gt|amp|quot|apos)|#(\d{1,7})|#x([0-9A-Fa-f]{1,6}));/g;
const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const LAST_CODE_POINT = 0x10ffff;

/** The five entities of XML and character references (https://www.w3.org/TR/xml/#sec-references); others, and what is no code point, stay as written. */
function decoded(whole: string, name: string | undefined, decimal: string | undefined, hexadecimal: string | undefined): string {
  if (name !== undefined) return NAMED[name] ?? whole;
  const code = decimal === undefined ? parseInt(hexadecimal ?? '', 16) : parseInt(decimal, 10);
  return code > 0 && code <= LAST_CODE_POINT ? String.fromCodePoint(code) : whole;
}

/** The value between two offsets. `isLiteral`: of a CDATA section, which has no entities. */
export function valueBetween(text: string, start: number, end: number, isLiteral = false): XmlValue {
  const written = text.slice(start, end);
  if (isLiteral || !written.includes('&')) return { text: written, span: { start, end } };
  const units: Span[] = [];
  let result = '';
  let at = 0;
  const literal = (to: number): void => {
    for (let index = at; index < to; index++) units.push({ start: start + index, end: start + index + 1 });
    result += written.slice(at, to);
  };
  for (const match of written.matchAll(ENTITY)) {
    literal(match.index);
    const value = decoded(match[0], match[1], match[2], match[3]);
    const place = { start: start + match.index, end: start + match.index + match[0].length };
    units.push(...Array<Span>(value.length).fill(place));
    result += value;
    at = match.index + match[0].length;
  }
  literal(written.length);
  return result === written ? { text: written, span: { start, end } } : { text: result, span: { start, end }, units };
}

/** The text of an element without that of its children, comments, and white space at its ends. */
export function textOf(text: string, element: XmlElement | undefined): XmlValue | undefined {
  if (element === undefined) return undefined;
  const { children, contentStart, contentEnd } = element;
  const pieces: XmlValue[] = [];
  let at = contentStart;
  for (const child of children) {
    if (child.start > at) addPieces(text, at, child.start, pieces);
    at = Math.max(at, child.end);
  }
  addPieces(text, at, contentEnd, pieces);
  return trimmedValue(joined(pieces, contentStart));
}

/** The pieces of text between two offsets with no element between them. */
function addPieces(text: string, start: number, end: number, pieces: XmlValue[]): void {
  let at = start;
  while (at < end) {
    let markup = text.indexOf('<', at);
    if (markup < 0 || markup > end) markup = end;
    if (markup > at) pieces.push(valueBetween(text, at, markup));
    if (markup === end) return;
    if (text.startsWith('<![CDATA[', markup)) {
      const close = text.indexOf(']]>', markup);
      const to = close < 0 || close > end ? end : close;
      pieces.push(valueBetween(text, Math.min(markup + 9, to), to, true));
      at = Math.min(to + 3, end);
    } else {
      const close = text.startsWith('<!--', markup) ? text.indexOf('-->', markup + 4) + 2 : text.indexOf('>', markup);
      at = close < markup || close >= end ? end : close + 1;
    }
  }
}

function joined(pieces: readonly XmlValue[], start: number): XmlValue {
  const filled = pieces.filter(({ text }) => text !== '');
  const [first] = filled;
  const last = filled.at(-1);
  if (!first || !last) return { text: '', span: { start, end: start } };
  if (filled.length === 1) return first;
  return {
    text: filled.map((piece) => piece.text).join(''),
    span: { start: first.span.start, end: last.span.end },
    units: filled.flatMap(unitsOf),
  };
}

const unitsOf = ({ text, span, units }: XmlValue): readonly Span[] =>
  units ?? Array.from({ length: text.length }, (_, index) => ({ start: span.start + index, end: span.start + index + 1 }));
