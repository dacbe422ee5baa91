import { type Span, span } from '../../base/span.ts';
import { lineEnd, lineStart, nextLine } from './documents.ts';

/** Stands, once per code unit, for text that a template engine will write: a private-use character that no manifest has. */
export const HOLE = '\uE000';

export interface Masked {
  readonly text: string;
  /** Whether an action stands where only a template engine would understand it: outside comments, quoted scalars and block scalars. */
  readonly isTemplate: boolean;
}

/**
 * Replaces the actions (`{{ … }}`, `{% … %}`) of a template by text of the same length that YAML can read: white space where nothing else stands
 * on the line, holes elsewhere. Text without actions outside comments, quotes and block scalars is returned as it is.
 */
export function maskActions(text: string): Masked {
  if (!text.includes('{{') && !text.includes('{%')) return { text, isTemplate: false };
  const { actions, isTemplate } = new ActionScanner(text).scan();
  return isTemplate ? { text: masked(text, actions), isTemplate } : { text, isTemplate };
}

class ActionScanner {
  readonly #text: string;
  readonly #actions: Span[] = [];
  #isTemplate = false;
  /** The quote that is open at the current place. */
  #quote = '';
  /** Content of a block scalar is indented deeper than this. */
  #block = Number.POSITIVE_INFINITY;

  constructor(text: string) {
    this.#text = text;
  }

  scan(): { readonly actions: readonly Span[]; readonly isTemplate: boolean } {
    for (let line = 0; line < this.#text.length;) line = this.#scanLine(line, lineEnd(this.#text, line));
    return { actions: this.#actions, isTemplate: this.#isTemplate };
  }

  /** Returns where to go on: the next line, which is further away when an action runs over several. */
  #scanLine(line: number, end: number): number {
    const text = this.#text;
    const indent = columnOfContent(text, line, end);
    const isBlank = line + indent.content >= end;
    if (this.#quote === '' && this.#block < Number.POSITIVE_INFINITY) {
      const inside = isBlank || indent.content > this.#block;
      if (!inside) this.#block = Number.POSITIVE_INFINITY;
      else {
        this.#collect(line, end);
        return nextLine(text, end);
      }
    }
    let at = line;
    while (at < end) {
      const unit = text[at];
      if (isAction(text, at)) {
        at = this.#action(at);
        if (at > end) return nextLine(text, at);
        continue;
      }
      if (this.#quote !== '') {
        if (unit === '\\' && this.#quote === '"') at++;
        else if (unit === this.#quote) this.#quote = '';
      } else if ((unit === '"' || unit === "'") && startsToken(text, at, line)) this.#quote = unit;
      else if (unit === '#' && (at === line || isSpace(text.charCodeAt(at - 1)))) break;
      at++;
    }
    if (this.#quote === '' && opensBlockScalar(text.slice(Math.max(line, end - 200), end))) this.#block = indent.parent;
    return nextLine(text, end);
  }

  /** Actions inside a block scalar are text of the manifest; they only matter when the file is a template anyway. */
  #collect(line: number, end: number): void {
    for (let at = line; at < end; at++) if (isAction(this.#text, at)) at = this.#action(at, false) - 1;
  }

  #action(at: number, structural = true): number {
    const close = this.#text.startsWith('{{', at) ? '}}' : '%}';
    const found = this.#text.indexOf(close, at + 2);
    const end = found < 0 ? lineEnd(this.#text, at) : found + 2;
    this.#actions.push(span(at, end));
    // Inside quotes an action is ordinary text, unless a quote of its own would end the scalar.
    if (structural && (this.#quote === '' || this.#text.slice(at, end).includes(this.#quote))) this.#isTemplate = true;
    return end;
  }
}

const isAction = (text: string, at: number): boolean => text[at] === '{' && (text[at + 1] === '{' || text[at + 1] === '%');

const isSpace = (unit: number): boolean => unit === 32 || unit === 9;

const startsToken = (text: string, at: number, line: number): boolean => at === line || ' \t[{,:'.includes(text[at - 1] ?? '');

/** The column of the first text behind indentation and dashes, and the one that block content must exceed. */
function columnOfContent(text: string, line: number, end: number): { readonly content: number; readonly parent: number } {
  let at = line;
  let dash = -1;
  for (; at < end; at++) {
    if (text[at] === '-' && (at + 1 === end || text[at + 1] === ' ')) dash = at - line;
    else if (text[at] !== ' ') break;
  }
  const content = at - line;
  const isBare = text[at] === '|' || text[at] === '>';
  return { content: dash >= 0 && content === end - line ? dash : content, parent: isBare ? dash : content };
}

const opensBlockScalar = (tail: string): boolean => /(?:^|[\s:])[|>][-+0-9]{0,2}(?:[ \t]+#.*|[ \t]*)$/.test(tail);

function masked(text: string, actions: readonly Span[]): string {
  let result = '';
  let at = 0;
  for (let first = 0; first < actions.length;) {
    // Actions that share lines are judged together: only white space around them means that they write whole lines.
    let last = first;
    while (last + 1 < actions.length && !/[\r\n]/.test(text.slice(actions[last]?.end ?? 0, actions[last + 1]?.start ?? 0)))
      last++;
    const group = actions.slice(first, last + 1);
    const start = Math.max(at, lineStart(text, group[0]?.start ?? 0));
    const end = lineEnd(text, group.at(-1)?.end ?? 0);
    const alone = isBlankBetween(text, start, end, group);
    for (const action of group) {
      result += text.slice(at, action.start) + fill(text.slice(action.start, action.end), alone);
      at = action.end;
    }
    first = last + 1;
  }
  return result + text.slice(at);
}

function isBlankBetween(text: string, start: number, end: number, actions: readonly Span[]): boolean {
  let at = start;
  for (const action of [...actions, span(end, end)]) {
    if (text.slice(at, action.start).trim() !== '') return false;
    at = action.end;
  }
  return true;
}

function fill(action: string, alone: boolean): string {
  const lineBreak = action.search(/[\r\n]/);
  const head = lineBreak < 0 ? action.length : lineBreak;
  return (alone ? ' ' : HOLE).repeat(head) + action.slice(head).replaceAll(/[^\r\n]/g, ' ');
}
