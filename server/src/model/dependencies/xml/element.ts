import type { Span } from '../../../base/span.ts';
import type { XmlElement } from '../../xml/index.ts';
import { wholeLine } from '../lines.ts';

/** What deleting an element must delete: its lines, where nothing else stands on them. */
export function elementDeletion(text: string, { start, end }: XmlElement): Span {
  let lineStart = start;
  while (isSpace(text.charCodeAt(lineStart - 1))) lineStart--;
  let lineEnd = end;
  while (isSpace(text.charCodeAt(lineEnd))) lineEnd++;
  const isAlone = isBreak(text, lineStart - 1) && (lineEnd === text.length || isBreak(text, lineEnd));
  return isAlone ? wholeLine(text, { start: lineStart, end: lineEnd }) : { start, end };
}

const isSpace = (code: number): boolean => code === 32 || code === 9;

const isBreak = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return at < 0 || code === 10 || code === 13;
};
