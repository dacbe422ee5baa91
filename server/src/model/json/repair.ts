import { lacksOne } from '../../base/misspelt.ts';
import { hasLayout } from './layout.ts';
import type { JsonDocument, JsonMember } from './node.ts';
import { JsonNode } from './node.ts';
import { jsonFailure, type JsonFailure, type JsonShape } from './probe.ts';
import { parseStrict } from './strict.ts';

/** One character more (`text`) or less. */
interface Change {
  readonly at: number;
  readonly text: string;
}

/** How many characters of all repaired texts may be read before a document is given up. */
const BUDGET = 4_000_000;
/** How far before the place of an error the quote is looked for that is missing in a string. */
const REACH = 24;

const NAMES: Readonly<Record<string, string>> = {
  '"': 'A quote',
  '\\': 'A backslash',
  '{': 'An opening brace',
  '}': 'A closing brace',
  '[': 'An opening bracket',
  ']': 'A closing bracket',
  ':': 'A colon',
  ',': 'A comma',
};

/**
 * Parses a document in which one character is missing, or one is too many: the one that makes all of it valid. Undefined where there is no such character.
 * It needs no layout: a document may stand on one line.
 */
export function parseRepaired(text: string, trailingCommas: boolean, shape?: JsonShape): JsonDocument | undefined {
  const failure = jsonFailure(text, trailingCommas, shape);
  if (failure === undefined) return undefined;
  let budget = BUDGET;
  for (const change of changesFor(text, failure)) {
    if ((budget -= text.length) < 0) return undefined;
    const { at, text: added } = change;
    const repaired = text.slice(0, at) + added + text.slice(added === '' ? at + 1 : at);
    const root = parseStrict(repaired, trailingCommas);
    if (root === undefined) continue;
    const span = { start: Math.min(at, text.length - 1), end: Math.min(at + 1, text.length) };
    const message = added === '' ? 'This character is too many.' : `${NAMES[added] ?? 'A character'} is missing here.`;
    return { root: shifted(root, at, added === '' ? 1 : -1), problems: [{ span, message }] };
  }
  return undefined;
}

/** The most probable one first. */
function changesFor(text: string, failure: JsonFailure): Change[] {
  const { at, state, open, string, isString, tokens, misplaced } = failure;
  const changes: Change[] = [];
  const seen = new Set<string>();
  const insert = (where: number, added: string): void => {
    if (where < 0 || seen.has(`${added}${where}`)) return;
    seen.add(`${added}${where}`);
    changes.push({ at: where, text: added });
  };
  const top = open.at(-1);
  const next = text[at] ?? '';
  const isLaidOut = hasLayout(text);
  const quote = string === undefined ? -1 : string.start - 1;
  // The bracket of what swallowed the rest, where indentation does not tell: it is no guide to lines that begin with a comma.
  if (misplaced !== undefined && (!isLaidOut || /\n[ \t]*,/.test(text))) insert(misplaced, '}');
  if (isString && string !== undefined && next !== ':') for (const where of closingPlaces(text, string)) insert(where, '"');
  if (state === 'colon' && next !== ',' && next !== ']') insert(at, ':');
  if (next === ':' && state !== 'key' && string !== undefined) {
    insert(quote, '{');
    if (top?.isObject === false) insert(top.comma < 0 ? quote : top.comma, ']');
  }
  if (state === 'comma' && top !== undefined && /["{[\d\w-]/.test(next)) insert(at, ',');
  if (state === 'value') {
    const change = changeOfWord(/^\w*/.exec(text.slice(at, at + 7))?.[0] ?? '');
    if (change) insert(at + change.at, change.text);
  }
  if ((state === 'key' || state === 'value') && /[^"{}[\]:,]/.test(next)) insert(at, '"');
  if (state === 'comma' && /[^"{}[\]:,]/.test(next)) insert(tokens.at(-1) ?? at, '"');
  if (state === 'value' && next === '}') insert(at, '{');
  if (state === 'value' && next === ']') insert(at, '[');
  if (isString && string !== undefined) insert(string.end, '\\');
  if (top?.isObject === true && state !== 'value') {
    if (state === 'key' && next === '{') insert(top.comma, '}');
    insert(top.value, '[');
    if (next === ']' && !isLaidOut) insert(at, '}');
  }
  if (top?.isObject === false && next === '}') insert(at, ']');
  if (next === '' && !isLaidOut) insert(text.trimEnd().length, top?.isObject === false ? ']' : '}');
  for (const token of tokens.toReversed()) insert(token, '"');
  // A quote that begins a string with an odd number of quotes.
  const remove = (where: number): void => {
    if (where >= 0 && where < text.length) insert(where, '');
  };
  remove(at);
  if (string) {
    remove(string.end);
    remove(quote);
  }
  for (const token of tokens.toReversed()) remove(token);
  return changes;
}

/** What makes a word a literal. */
function changeOfWord(word: string): Change | undefined {
  for (const whole of ['true', 'false', 'null']) {
    let same = 0;
    while (same < word.length && word[same] === whole[same]) same++;
    if (lacksOne(whole, word)) return { at: same, text: whole[same] ?? '' };
    if (lacksOne(word, whole)) return { at: same, text: '' };
  }
  return undefined;
}

/** Where the quote may have stood that closes a string: before the brackets, colons and commas that it ends with, and before others. */
function closingPlaces(text: string, { start, end }: { readonly start: number; readonly end: number }): number[] {
  let run = end;
  while (run > start && /[\s,:{}[\]]/.test(text[run - 1] ?? '')) run--;
  const places: number[] = [];
  for (let at = run; at <= end && at < run + REACH; at++) if (at === run || /\S/.test(text[at - 1] ?? '')) places.push(at);
  let colon = run;
  for (let count = 0; count < REACH && colon > start; count++) {
    colon--;
    if (/[:,\]}]/.test(text[colon] ?? '')) places.push(colon);
  }
  return places;
}

/** The tree of a repaired text as it is in the text before. */
function shifted(node: JsonNode, at: number, by: number): JsonNode {
  const place = (offset: number): number => (by < 0 ? (offset > at ? offset - 1 : offset) : offset >= at ? offset + 1 : offset);
  const visit = ({ kind, start, end, text, members, items }: JsonNode): JsonNode =>
    new JsonNode(
      kind,
      place(start),
      place(end),
      text,
      members.map(({ key, value }): JsonMember => ({ key: visit(key), value: value && visit(value) })),
      items.map(visit),
    );
  return visit(node);
}
