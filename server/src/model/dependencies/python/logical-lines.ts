import type { Span } from '../../../base/span.ts';
import type { Comment } from '../../document.ts';
import { linesOf, trimmed } from '../lines.ts';

/** One requirement or option with its continuation lines. */
export interface LogicalLine {
  /** As long as `span`: comments are cut off, each continuation's backslash and line break are spaces. */
  readonly text: string;
  /** From the line's first character to its last that is neither white space, backslash nor comment. */
  readonly span: Span;
  /** All physical lines, without the last one's break. */
  readonly lines: Span;
}

const CONTINUED = /\\[ \t]*$/;
const COMMENT = /(?:^|\s)#/;

/**
 * Joins continuation lines as pip does (https://pip.pypa.io/en/stable/reference/requirements-file-format/): a backslash at the end of a line joins the
 * next one; `#` at the start or behind white space begins a comment; a comment line ends the joining.
 */
export function logicalLines(text: string): { readonly lines: readonly LogicalLine[]; readonly comments: readonly Comment[] } {
  const lines: LogicalLine[] = [];
  const found: { readonly span: Span; readonly line: number; readonly alone: boolean }[] = [];
  const physical = linesOf(text);
  let parts: string[] = [];
  let start = 0;
  let joined = 0;
  const flush = (end: number): void => {
    const joinedText = parts.join('');
    const left = joinedText.length - joinedText.trimStart().length;
    const content = joinedText.trim();
    if (content !== '')
      lines.push({ text: content, span: { start: start + left, end: start + left + content.length }, lines: { start, end } });
    parts = [];
  };
  for (const line of physical) {
    const written = text.slice(line.start, line.end);
    if (parts.length === 0) start = line.start;
    else parts.push(' '.repeat(line.start - joined));
    joined = line.end;
    const comment = COMMENT.exec(written);
    const hash = comment === null ? -1 : comment.index + comment[0].length - 1;
    if (hash >= 0) {
      const alone = written.slice(0, hash).trim() === '';
      found.push({
        span: trimmed(text, { start: line.start + hash, end: line.end }),
        line: lines.length,
        alone: alone && parts.length === 0,
      });
      parts.push(written.slice(0, hash));
      flush(line.end);
    } else if (CONTINUED.test(written.slice(-200))) parts.push(written.replace(/\\([ \t]*)$/, ' $1'));
    else {
      parts.push(written);
      flush(line.end);
    }
  }
  flush(text.length);
  const comments = found.map(({ span, line, alone }) => ({
    span,
    text: text.slice(span.start + 1, span.end).trim(),
    covers: coveredBy(lines, line, span, alone),
  }));
  return { lines, comments };
}

/** `line`: how many logical lines were complete before the comment. */
function coveredBy(lines: readonly LogicalLine[], line: number, span: Span, alone: boolean): Span {
  const target = lines[line];
  return target !== undefined && (alone || target.lines.start <= span.start) ? target.lines : span;
}
