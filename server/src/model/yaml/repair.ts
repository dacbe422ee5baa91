import { type Span, span } from '../../base/span.ts';
import { lineEnd, lineStart } from './documents.ts';
import type { YamlProblem, YamlProblemCode } from './problems.ts';

/** One small change that may turn a half-typed text into what its author is about to write. Only for reading: the user's text stays. */
export interface Repair {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
  /** What the mistake is, when the repair tells it better than the parser, which often notices it lines later. */
  readonly mistake?: { readonly code: YamlProblemCode; readonly span: Span };
}

export const repaired = (text: string, { start, end, newText }: Repair): string =>
  text.slice(0, start) + newText + text.slice(end);

/** Turns an offset in the repaired text back into one in the original. */
export const unrepair =
  ({ start, end, newText }: Repair) =>
  (offset: number): number => {
    if (offset < start || (offset === start && newText !== '')) return offset;
    const after = start + newText.length;
    return offset < after ? Math.min(end, start + (offset - start)) : offset - newText.length + (end - start);
  };

const LONGEST_LINE = 2000;
const BARE_WORD = /^[\w./][\w./-]*$/;
const GLUED = /^("?[\w./-]+"?):(?=[^\s:/])/;
/** Two lines that lost the break between them: the indentation of the second still stands there. */
const JOINED = /\S( {2,})(?=- |(?:[\w./-]+|"[^"]{1,200}"|'[^']{1,200}'):(?: |$))/;
const STRAY = /^( *)["'\w] +[\w./-]+:(?: |$)/;
const DASH_GLUED = /^-(?=[A-Za-z_"'])/;

interface Line {
  readonly start: number;
  readonly end: number;
}

/** Repairs worth trying for a problem, those that keep most of the text first. */
export function* repairsFor(text: string, problem: YamlProblem): Generator<Repair> {
  const here = lineAt(text, problem.span.start);
  const above = lineAbove(text, here.start);
  const below = lineBelow(text, here.end);
  const lines = above ? [here, above] : [here];
  for (const line of [here, below, above]) if (line) yield* strays(text, line);
  for (const line of lines) yield* completions(text, line);
  const open = openQuoteBefore(text, problem.span.start);
  if (open && open.start !== here.start && open.start !== above?.start) {
    yield* completions(text, open);
    yield blank(text, open);
  }
  if (indentOf(text, here) <= LONGEST_LINE) yield* shifts(text, here, [above, below]);
  if (below && indentOf(text, below) <= LONGEST_LINE) yield* shifts(text, below, [here]);
  if (above && indentOf(text, above) <= LONGEST_LINE) yield* shifts(text, above, [here, lineAbove(text, above.start)]);
  for (const line of lines) yield blank(text, line);
}

/** A character that was typed into the indentation of a line. */
function* strays(text: string, { start, end }: Line): Generator<Repair> {
  const stray = STRAY.exec(text.slice(start, Math.min(end, start + LONGEST_LINE)));
  const at = start + (stray?.[1]?.length ?? 0);
  if (stray) yield { start: at, end: at + 1, newText: '', mistake: { code: 'indentation', span: span(at, end) } };
}

function* completions(text: string, { start, end }: Line): Generator<Repair> {
  const content = text.slice(start, Math.min(end, start + LONGEST_LINE));
  const bare = content.replace(/^[ ]*(?:- +)*/, '');
  const at = start + content.length - bare.length;
  const joined = JOINED.exec(bare);
  if (joined) {
    const gap = at + joined.index + 1;
    const stop = gap + (joined[1]?.length ?? 0);
    yield insert(gap, '\n', 'compact-mapping', stop, end);
    // Blanks may have stood at the end of the first one.
    const own = stop - indentOf(text, { start, end });
    if (own > gap) yield insert(own, '\n', 'compact-mapping', stop, end);
  }
  const word = bare.replace(/ +#.*$/, '').trimEnd();
  const last = at + word.length;
  if (BARE_WORD.test(word)) yield insert(last, ':', 'missing-colon', at);
  const glued = GLUED.exec(bare);
  if (glued) yield insert(at + glued[0].length, ' ', 'missing-space', at, last);
  if (DASH_GLUED.test(bare)) yield insert(at + 1, ' ', 'missing-space', at, last);
  for (const quote of ['"', "'"]) {
    if (bare.split(quote).length % 2 !== 0) continue;
    yield insert(start + content.trimEnd().length, quote, 'missing-quote', at + bare.lastIndexOf(quote));
  }
  const closers = unclosed(word);
  if (closers !== '') yield insert(last, closers, 'missing-bracket', at + Math.max(word.lastIndexOf('['), word.lastIndexOf('{')));
}

const insert = (at: number, newText: string, code: YamlProblemCode, from: number, to = at): Repair => ({
  start: at,
  end: at,
  newText,
  mistake: { code, span: span(from, to) },
});

const blank = (text: string, { start, end }: Line): Repair => ({
  start,
  end,
  newText: text.slice(start, end).replaceAll(/[^\s]/g, ' '),
});

/** Aligns a line with one of its neighbours. */
function* shifts(text: string, line: Line, neighbours: readonly (Line | undefined)[]): Generator<Repair> {
  const indent = indentOf(text, line);
  const wanted = new Set(neighbours.flatMap((neighbour) => (neighbour ? [indentOf(text, neighbour)] : [])));
  const mistake = { code: 'indentation', span: span(line.start + indent, line.end) } as const;
  const tab = text.slice(line.start, line.start + indent).includes('\t');
  for (const width of [...wanted].sort((a, b) => Math.abs(a - indent) - Math.abs(b - indent))) {
    if (width === indent && !tab) continue;
    yield { start: line.start, end: line.start + indent, newText: ' '.repeat(width), ...(tab ? {} : { mistake }) };
  }
}

/** The brackets that would close what a line leaves open. */
function unclosed(line: string): string {
  const open: string[] = [];
  for (const unit of line) {
    if (unit === '[') open.push(']');
    else if (unit === '{') open.push('}');
    else if (unit === open.at(-1)) open.pop();
  }
  return open.reverse().join('');
}

/** The first line before `offset` with an odd number of double quotes: where a scalar was probably left open. */
function openQuoteBefore(text: string, offset: number): Line | undefined {
  const first = text.indexOf('"');
  if (first < 0 || first >= offset) return undefined;
  for (let line = lineAt(text, first); line.start <= offset;) {
    let quotes = 0;
    for (let at = line.start; at < line.end; at++) if (text[at] === '"' && text[at - 1] !== '\\') quotes++;
    if (quotes % 2 === 1) return line;
    const next = lineBelow(text, line.end);
    if (!next) return undefined;
    line = next;
  }
  return undefined;
}

const lineAt = (text: string, offset: number): Line => ({ start: lineStart(text, offset), end: lineEnd(text, offset) });

/** The nearest line above with text that is not a comment. */
function lineAbove(text: string, start: number): Line | undefined {
  for (let at = start; at > 0;) {
    const line = lineAt(text, at - 1);
    if (hasContent(text, line)) return line;
    at = line.start;
  }
  return undefined;
}

function lineBelow(text: string, end: number): Line | undefined {
  for (let at = end; at < text.length;) {
    const line = lineAt(text, at + 1);
    if (hasContent(text, line)) return line;
    at = line.end;
  }
  return undefined;
}

function hasContent(text: string, line: Line): boolean {
  const first = text[line.start + indentOf(text, line)];
  return line.start + indentOf(text, line) < line.end && first !== '#';
}

function indentOf(text: string, { start, end }: Line): number {
  let at = start;
  while (at < end && (text[at] === ' ' || text[at] === '\t')) at++;
  return at - start;
}
