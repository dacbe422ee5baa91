import type { Span } from '../../../../base/span.ts';

/** The lines of a lockfile that nests by two spaces, one after another, without empty lines and comments. Lines are cut, never copied. */
export class LineScanner {
  readonly text: string;
  /** Offset of the first character that is no space. */
  start = 0;
  /** Offset behind the last one. */
  end = 0;
  /** How deep the line is nested. A missing space does not change it. */
  level = 0;
  /** Of `key: value` or `key "value"`, without quotes and colon; set by {@link pair}. */
  key: Span = NOWHERE;
  /** Of the value, without quotes; empty where the line has only a key. */
  value: Span = NOWHERE;
  #next: number;

  constructor(text: string) {
    this.text = text;
    this.#next = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  }

  /** Goes to the next line; false at the end. */
  advance(): boolean {
    const { text } = this;
    while (this.#next < text.length) {
      const from = this.#next;
      let end = text.indexOf('\n', from);
      if (end < 0) end = text.length;
      this.#next = end + 1;
      while (end > from && text.charCodeAt(end - 1) <= 32) end--;
      let start = from;
      while (start < end && text.charCodeAt(start) === 32) start++;
      if (start === end || text.charCodeAt(start) === 35) continue;
      this.start = start;
      this.end = end;
      this.level = (start - from + 1) >> 1;
      return true;
    }
    return false;
  }

  /** Splits the line at the first space that is not in the quotes of its key. Returns the key. */
  pair(): string {
    const line = this.text.slice(this.start, this.end);
    const quote = line[0] ?? '';
    const closing = quote === '"' || quote === "'" ? line.indexOf(quote, 1) : -1;
    let space = line.indexOf(' ', Math.max(closing, 0));
    if (space < 0) space = line.length;
    this.key = unquoted(this.text, this.start, this.start + space - (line[space - 1] === ':' ? 1 : 0));
    let start = this.start + space;
    while (start < this.end && this.text.charCodeAt(start) === 32) start++;
    this.value = unquoted(this.text, start, this.end);
    return this.text.slice(this.key.start, this.key.end);
  }

  /** The text of the value that {@link pair} found. */
  valueText(): string {
    return this.text.slice(this.value.start, this.value.end);
  }
}

const NOWHERE: Span = { start: 0, end: 0 };

/** Without a quote at either end: one of the two may be missing in a broken file. */
export function unquoted(text: string, start: number, end: number): Span {
  const first = start < end && isQuote(text.charCodeAt(start)) ? start + 1 : start;
  return { start: first, end: end > first && isQuote(text.charCodeAt(end - 1)) ? end - 1 : end };
}

const isQuote = (code: number): boolean => code === 34 || code === 39;
