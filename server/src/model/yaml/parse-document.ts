import { type Span, span } from '../../base/span.ts';
import { lineEnd, lineStart } from './documents.ts';
import { parseWithLibrary } from './library.ts';
import type { YamlNode } from './nodes.ts';
import type { YamlProblem } from './problems.ts';
import { type RawDocument, unread } from './raw-document.ts';
import { remap } from './remap.ts';
import { repaired, type Repair, repairsFor, unrepair } from './repair.ts';
import { HOLE } from './template-fill.ts';
import { maskActions } from './template.ts';

export interface ParsedText extends RawDocument {
  readonly isTemplate: boolean;
}

/** No cluster stores an object of this size (etcd's limit is 1.5 MB), so a longer document is data. */
const LONGEST = 4_000_000;
/** Repairs may parse this many code units in all; more would be felt while typing. */
const REPAIR_BUDGET = 500_000;
const MOST_REPAIRS = 4;
const MOST_PROBLEMS = 20;

const CONTROL = /[\0-\x08\x0b\x0c\x0e-\x1f]/;
const CONTROLS = new RegExp(CONTROL, 'g');

/** Mistakes that do not disturb the structure around them. */
const HARMLESS: ReadonlySet<YamlProblem['code']> = new Set([
  'unresolved-alias',
  'control-character',
  'too-deep',
  'too-large',
  'escape-sequence',
]);

/** Mistakes that consist of white space or control characters, so their spans may not be trimmed. */
const INVISIBLE: ReadonlySet<YamlProblem['code']> = new Set(['tab-indentation', 'control-character']);

/** Parses one document of a stream; offsets count from its start. Total. */
export function parseDocument(text: string, repairs = true): ParsedText {
  if (text.length > LONGEST) return { ...unread('too-large', firstContent(text)), isTemplate: false };
  const clean = sanitised(text);
  const { text: readable, isTemplate } = maskActions(clean);
  const parsed = repairs ? readWithPlaceholders(readable) : safely(readable);
  const control = text.search(CONTROL);
  const problems =
    control < 0
      ? parsed.problems
      : [{ code: 'control-character' as const, span: span(control, control + 1) }, ...parsed.problems];
  return {
    root: parsed.root,
    comments: parsed.comments,
    problems: problems
      .slice(0, MOST_PROBLEMS)
      .map((problem) => ({ ...problem, span: INVISIBLE.has(problem.code) ? problem.span : fitted(text, problem.span) }))
      .sort((a, b) => a.span.start - b.span.start),
    isTemplate,
  };
}

/**
 * Same length, same lines, but without what the library stumbles over: control characters are its lexer's signals, a lone `\r` is no line break to it, and
 * tabs may indent JSON.
 */
function sanitised(text: string): string {
  let clean = CONTROL.test(text) ? text.replaceAll(CONTROLS, '\uFFFD') : text;
  if (/\r(?!\n)/.test(clean)) clean = clean.replaceAll(/\r(?!\n)/g, '\n');
  const first = clean[firstContent(clean)];
  if ((first === '{' || first === '[') && clean.includes('\t')) clean = clean.replaceAll('\t', ' ');
  return clean;
}

const firstContent = (text: string): number => Math.max(0, text.search(/\S/));

/** A defect of the library must cost its document only. */
function safely(text: string): RawDocument {
  try {
    return parseWithLibrary(text);
  } catch {
    return unread('too-deep', firstContent(text));
  }
}

const PLACEHOLDER = /\$\{[^{}\r\n]{1,200}\}/g;

/** `{ port: ${PORT} }` is YAML only after the placeholders are filled in: where they do harm, they are read as holes. */
function readWithPlaceholders(text: string): RawDocument {
  const first = safely(text);
  if (structural(first) >= 1 && text.search(PLACEHOLDER) >= 0) {
    const filled = text.replaceAll(PLACEHOLDER, (found) => HOLE.repeat(found.length));
    const second = safely(filled);
    if (structural(second) < structural(first)) return repairing(filled, second);
  }
  return repairing(text, first);
}

/**
 * The document with its structural mistakes repaired, as far as that helps: the tree of the repaired text at the places of the original, and one problem per
 * mistake instead of all that follow from it.
 */
function repairing(text: string, first: RawDocument): RawDocument {
  const reported: YamlProblem[] = [];
  let budget = REPAIR_BUDGET;
  let current = text;
  let parsed = first;
  let back = (offset: number): number => offset;
  for (let round = 0; round < MOST_REPAIRS; round++) {
    const problem = parsed.problems.find(({ code }) => !HARMLESS.has(code));
    if (!problem) break;
    let best: { readonly repair: Repair; readonly parsed: RawDocument; readonly score: number } | undefined;
    const before = structural(parsed);
    for (const repair of repairsFor(current, problem)) {
      budget -= current.length;
      if (budget < 0) break;
      const tried = safely(repaired(current, repair));
      if (parsed.root && !tried.root) continue;
      const left = structural(tried);
      if (left < before && (!best || left < best.score)) best = { repair, parsed: tried, score: left };
      if (left === 0) break;
    }
    if (!best) break;
    const move = back;
    const { code, span: where } = best.repair.mistake ?? problem;
    reported.push({ code, span: span(move(where.start), move(where.end)) });
    const undo = unrepair(best.repair);
    back = (offset) => move(undo(offset));
    current = repaired(current, best.repair);
    parsed = best.parsed;
  }
  if (current === text) return parsed;
  const moved = remap(parsed, back);
  return { ...moved, problems: [...reported, ...moved.problems] };
}

const structural = ({ problems, root }: RawDocument): number =>
  problems.filter(({ code }) => !HARMLESS.has(code)).length + (isMapping(root) ? 0 : 0.5);

const isMapping = (node: YamlNode | undefined): boolean => node?.kind === 'mapping' || node?.kind === 'sequence';

/** In one line, not empty where the line has text, without white space at its end. */
function fitted(text: string, { start, end }: Span): Span {
  let from = Math.min(start, text.length);
  const limit = Math.max(from, Math.min(end, lineEnd(text, from)));
  let to = limit;
  while (to > from && isBlank(text, to - 1)) to--;
  if (to > from) return span(from, to);
  // Nothing is there: point at the last text before it, which is what the mistake is about.
  while (from > 0 && isBlank(text, from - 1)) from--;
  const line = lineStart(text, from);
  if (from === 0) return span(0, 0);
  const low = text.charCodeAt(from - 1);
  const one = low >= 0xdc00 && low <= 0xdfff && from - 2 >= line ? 2 : 1;
  return span(from - one, from);
}

const isBlank = (text: string, at: number): boolean => text.charCodeAt(at) <= 32;
