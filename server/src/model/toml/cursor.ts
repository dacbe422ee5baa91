import type { Span } from '../../base/span.ts';
import type { Comment, SyntaxProblem } from '../document.ts';

/** Enough to say that a file is broken; a hostile one must not cost more. */
const MAX_PROBLEMS = 20;

const BARE = String.raw`[\w-]+(?:[,:;"'{}()][\w-]+(?=[ \t]*[=.\]]))?`;
const QUOTED = String.raw`"[^"\\\r\n]{0,200}"|'[^'\r\n]{0,200}'`;
const PATH = String.raw`(?:${BARE}|${QUOTED})(?:[ \t]*\.[ \t]*(?:${BARE}|${QUOTED}))*`;
const KEY_START = new RegExp(String.raw`${PATH}[ \t]*=(?!=)`, 'y');
const HEADER = new RegExp(String.raw`\[{1,2}[ \t]*${PATH}[ \t]*\]{1,2}[ \t]*(?:#[^\n]*)?\r?(?:\n|$)`, 'y');

/** Where the reader is in the text, with the lines around it. Every look-ahead is remembered, so that reading stays linear. */
export class Cursor {
  readonly text: string;
  at: number;
  /** A line that plainly begins a statement was met inside a value: everything open ends there. */
  stopped = false;
  readonly problems: SyntaxProblem[] = [];
  readonly comments: Comment[] = [];
  /** Comments on lines of their own, which wait for the line or statement that they are about. */
  #waiting: number[] = [];
  #lineStart: number;
  #lineEnd = -1;
  readonly #next: Record<string, number> = { '"': -1, "'": -1 };

  constructor(text: string) {
    this.text = text;
    this.at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
    this.#lineStart = this.at;
  }

  get char(): string {
    return this.text[this.at] ?? '';
  }

  /** The end of the line that `at` is in, without its break. */
  get lineEnd(): number {
    if (this.#lineEnd < this.at) {
      const feed = this.text.indexOf('\n', this.at);
      this.#lineEnd = feed < 0 ? this.text.length : this.text[feed - 1] === '\r' && feed > this.at ? feed - 1 : feed;
    }
    return this.#lineEnd;
  }

  get lineStart(): number {
    return this.#lineStart;
  }

  /** Width of the white space that the line begins with. */
  get indent(): number {
    let at = this.#lineStart;
    while (this.text[at] === ' ' || this.text[at] === '\t') at++;
    return at - this.#lineStart;
  }

  get isAtLineEnd(): boolean {
    return this.at >= this.lineEnd;
  }

  problem(start: number, end: number, message: string): void {
    if (this.problems.length < MAX_PROBLEMS) this.problems.push({ span: { start, end: Math.max(start, end) }, message });
  }

  skipBlanks(): void {
    while (this.char === ' ' || this.char === '\t') this.at++;
  }

  /** Goes to the start of the next line; false at the end of the text. */
  nextLine(): boolean {
    const end = this.lineEnd;
    this.at = this.text[end] === '\r' ? end + 2 : end + 1;
    if (end >= this.text.length) {
      this.at = this.text.length;
      return false;
    }
    this.#lineStart = this.at;
    return true;
  }

  /** Steps over white space, line breaks and comments to the next item of a collection; false where nothing more belongs to it. */
  toItem(indent: number): boolean {
    while (!this.stopped) {
      this.skipBlanks();
      if (this.char === '#') this.comment();
      if (!this.isAtLineEnd) {
        this.#settle({ start: this.#lineStart, end: this.lineEnd });
        return true;
      }
      if (!this.nextLine()) return false;
      this.stopped = this.startsStatement(indent);
    }
    return false;
  }

  /** Whether the line is indented no deeper than `indent` and is plainly a header or a key with a value. */
  startsStatement(indent: number): boolean {
    const own = this.indent;
    return own <= indent && this.isPlain(this.#lineStart + own);
  }

  isKeyAt(at: number): boolean {
    KEY_START.lastIndex = at;
    return KEY_START.test(this.text);
  }

  isPlain(at: number): boolean {
    const pattern = this.text[at] === '[' ? HEADER : KEY_START;
    pattern.lastIndex = at;
    return pattern.test(this.text);
  }

  /** Takes the comment at `at`. */
  comment(): void {
    const start = this.at;
    let end = this.lineEnd;
    while (/\s/.test(this.text[end - 1] ?? '')) end--;
    this.at = this.lineEnd;
    const isAlone = start === this.#lineStart + this.indent;
    const span = { start, end };
    const covers = isAlone ? span : { start: this.#lineStart, end: this.lineEnd };
    if (isAlone) this.#waiting.push(this.comments.length);
    this.comments.push({ span, text: this.text.slice(start + 1, end).trim(), covers });
  }

  /** The comments that wait: they are about the statement that begins here. */
  takeWaiting(): readonly number[] {
    const waiting = this.#waiting;
    this.#waiting = [];
    return waiting;
  }

  cover(comments: readonly number[], covers: Span): void {
    for (const index of comments) {
      const comment = this.comments[index];
      if (comment) this.comments[index] = { ...comment, covers };
    }
  }

  #settle(line: Span): void {
    if (this.#waiting.length > 0) this.cover(this.takeWaiting(), line);
  }

  /** The first of the two kinds of quotes at or behind `at`; the text's end if there is none. */
  nextQuote(): number {
    return Math.min(this.#find('"'), this.#find("'"));
  }

  #find(quote: string): number {
    if ((this.#next[quote] ?? -1) < this.at) {
      const found = this.text.indexOf(quote, this.at);
      this.#next[quote] = found < 0 ? this.text.length : found;
    }
    return this.#next[quote] ?? this.text.length;
  }
}
