import type { Span } from '../../base/span.ts';
import { lineEnd, nextLine } from './documents.ts';
import { actionAt, type ActionText } from './template-action.ts';
import { fillActions } from './template-fill.ts';

export interface Masked {
  readonly text: string;
  /** Whether an action stands where only a template engine would understand it: outside comments, quoted scalars and block scalars. */
  readonly isTemplate: boolean;
}

/** An action with the indentation that keeps a line inside the block scalar that the action stands in. */
export interface Action extends Span {
  readonly block: number | undefined;
}

/**
 * Replaces the actions (`{{ … }}`, `{% … %}`, `{# … #}`) of a template by text of the same length that YAML can read. Text without actions outside comments,
 * quotes and block scalars is returned as it is.
 */
export function maskActions(text: string): Masked {
  if (!text.includes('{{') && !text.includes('{%')) return { text, isTemplate: false };
  const { actions, isTemplate } = new ActionScanner(text).scan();
  return isTemplate ? { text: fillActions(text, actions), isTemplate } : { text, isTemplate };
}

class ActionScanner {
  readonly #text: string;
  readonly #actionAt: ActionText;
  readonly #actions: Action[] = [];
  #isTemplate = false;
  /** The quote that is open at the current place. */
  #quote = '';
  /** Content of a block scalar is indented deeper than this. */
  #block = Number.POSITIVE_INFINITY;
  /** What the first line of the block scalar made its indentation. */
  #blockIndent: number | undefined;

  constructor(text: string) {
    this.#text = text;
    this.#actionAt = actionAt(text);
  }

  scan(): { readonly actions: readonly Action[]; readonly isTemplate: boolean } {
    for (let line = 0; line < this.#text.length;) line = this.#scanLine(line, lineEnd(this.#text, line));
    return { actions: this.#actions, isTemplate: this.#isTemplate };
  }

  /** Returns where to go on: the next line, which is further away when an action runs over several. */
  #scanLine(line: number, end: number): number {
    const text = this.#text;
    const indent = columnOfContent(text, line, end);
    if (this.#quote === '' && this.#block < Number.POSITIVE_INFINITY) {
      const isBlank = line + indent.content >= end;
      const isInside = isBlank || indent.content > this.#block;
      if (isInside || this.#isOnlyActions(line + indent.content, end)) {
        if (!isInside) this.#isTemplate = true;
        return this.#collect(line, end, isBlank ? undefined : indent.content);
      }
      this.#block = Number.POSITIVE_INFINITY;
    }
    let at = line;
    while (at < end) {
      const unit = text[at];
      const close = this.#actionAt(at);
      if (close !== undefined) {
        at = this.#action(at, close);
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
    if (this.#quote === '' && opensBlockScalar(text.slice(Math.max(line, end - 200), end))) {
      this.#block = indent.parent;
      this.#blockIndent = undefined;
    }
    return nextLine(text, end);
  }

  /** Whether a line that is indented less than the block scalar around it is written by the engine, which may indent it. */
  #isOnlyActions(start: number, end: number): boolean {
    let at = start;
    for (let close = this.#actionAt(at); close !== undefined; close = this.#actionAt(at)) {
      at = close;
      while (at < end && isSpace(this.#text.charCodeAt(at))) at++;
    }
    return at > start && at >= end;
  }

  /** Actions inside a block scalar are text of the manifest; they only matter when the file is a template anyway. */
  #collect(line: number, end: number, content: number | undefined): number {
    const least = this.#block + 1;
    if (content !== undefined) this.#blockIndent ??= Math.max(content, least);
    let at = line;
    while (at < end) {
      const close = this.#actionAt(at);
      if (close === undefined) at++;
      else {
        this.#actions.push({ start: at, end: close, block: this.#blockIndent ?? least });
        at = close;
      }
    }
    return nextLine(this.#text, at);
  }

  #action(start: number, end: number): number {
    this.#actions.push({ start, end, block: undefined });
    // Inside quotes an action is ordinary text, unless a quote of its own would end the scalar.
    if (this.#quote === '' || this.#text.slice(start, end).includes(this.#quote)) this.#isTemplate = true;
    return end;
  }
}

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
