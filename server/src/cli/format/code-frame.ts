import type { LineIndex } from '../../base/line-index.ts';
import type { Span } from '../../base/span.ts';
import { type Paint, printable, type SEVERITY_STYLE, width } from '../terminal.ts';

/** Longer lines are cut around the span; minified files have lines of megabytes. */
const LONGEST = 160;

/** The span's first line with its number and the span underlined; a span over several lines is underlined to the end of the first. */
export function codeFrame(
  text: string,
  lines: LineIndex,
  span: Span,
  paint: Paint,
  style: (typeof SEVERITY_STYLE)['high'],
): string {
  const { line, character } = lines.positionAt(span.start);
  const lineStart = span.start - character;
  const lineEnd = endOfLine(text, span.start);
  const from = character > LONGEST / 2 ? span.start - LONGEST / 2 : lineStart;
  const to = Math.min(lineEnd, from + LONGEST);
  const show = (start: number, end: number): string => printable(text.slice(start, Math.max(start, end)));
  const before = (from > lineStart ? '…' : '') + show(from, span.start);
  const marked = show(span.start, Math.min(span.end, to));
  const after = show(Math.min(Math.max(span.end, span.start), to), to) + (to < lineEnd ? '…' : '');
  const number = String(line + 1);
  const gutter = ' '.repeat(number.length);
  const underline = ' '.repeat(width(before)) + '^'.repeat(Math.max(1, width(marked)));
  return [
    paint('dim', `${gutter} |`),
    `${paint('dim', `${number} |`)} ${before}${marked}${after}`,
    `${paint('dim', `${gutter} |`)} ${paint(style, underline)}`,
  ].join('\n');
}

function endOfLine(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end++;
  return end;
}
