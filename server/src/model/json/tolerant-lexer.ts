import { hasLayout } from './layout.ts';
import { unescapeJson } from './string.ts';

export interface Token {
  readonly kind: '{' | '}' | '[' | ']' | ':' | ',' | 'string' | 'literal';
  /** Inside the quotes of a string. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** False when quotes were missing. */
  readonly clean: boolean;
}

const LITERAL = /-?\d[\d.eE+-]*|true|false|null/y;
const NEXT_KEY = /"[^"\\\r\n]{1,214}" ?:/y;
const BLANK = /[ \t\r\n\uFEFF]/;
const BLANK_IN_LINE = /[ \t\r\uFEFF]/;

/** Cuts broken JSON into tokens. A string never leaves its line, so that a missing quote spoils one line only. */
export class Lexer {
  readonly #text: string;
  /** Where nothing is indented, the beginning of a line tells nothing. */
  readonly #hasLayout: boolean;
  #at = 0;
  #lineStart = 0;
  #lineEnd = -1;
  #quote = -1;
  /** Whether the latest token is the first on its line. */
  fresh = true;
  /** Column of the first token on the latest token's line. */
  indent = 0;

  constructor(text: string) {
    this.#text = text;
    this.#hasLayout = hasLayout(text);
  }

  next(): Token | undefined {
    this.#skipBlank();
    const start = this.#at;
    const char = this.#text[start];
    if (char === undefined) return undefined;
    switch (char) {
      case '{':
      case '}':
      case '[':
      case ']':
      case ':':
      case ',':
        this.#at++;
        return { kind: char, start, end: start + 1, text: '', clean: true };
      case '"':
        return this.#string(start + 1);
      default:
        return this.#bare(start);
    }
  }

  /** Whether the next token is a colon. */
  colonFollows(): boolean {
    let at = this.#at;
    while (BLANK_IN_LINE.test(this.#text[at] ?? '')) at++;
    return this.#text[at] === ':';
  }

  #skipBlank(): void {
    this.fresh = this.#at === 0;
    for (;;) {
      const char = this.#text[this.#at];
      if (char === undefined) return;
      if (char === '\n') {
        this.fresh = true;
        this.#lineStart = this.#at + 1;
      }
      if (BLANK.test(char)) this.#at++;
      else if (this.#text.startsWith('//', this.#at)) this.#at = this.#endOfLine(this.#at);
      else if (this.#text.startsWith('/*', this.#at)) {
        const end = this.#text.indexOf('*/', this.#at + 2);
        this.#at = end < 0 ? this.#text.length : end + 2;
      } else break;
    }
    this.fresh &&= this.#hasLayout;
    if (this.fresh) this.indent = this.#at - this.#lineStart;
  }

  #endOfLine(from: number): number {
    if (this.#lineEnd < from) {
      const feed = this.#text.indexOf('\n', from);
      this.#lineEnd = feed < 0 ? this.#text.length : feed;
    }
    return this.#lineEnd;
  }

  #nextQuote(from: number): number {
    if (this.#quote < from) {
      const quote = this.#text.indexOf('"', from);
      this.#quote = quote < 0 ? this.#text.length : quote;
    }
    return this.#quote;
  }

  /** From behind the opening quote to the first quote that something follows which may follow a string; else to the end of the line. */
  #string(start: number): Token {
    const lineEnd = this.#endOfLine(start);
    for (let at = start; at < lineEnd; at++) {
      const char = this.#text[at];
      if (char === '\\') at++;
      else if (char === '"' && this.#mayEnd(at + 1, lineEnd)) {
        this.#at = at + 1;
        return this.#token(start, at, true);
      } else if (char === '"') {
        const lost = this.#lostQuote(start, at);
        if (lost !== undefined) {
          this.#at = lost;
          return this.#token(start, lost, false);
        }
      }
    }
    const key = this.#unclosedKey(start, lineEnd);
    return this.#token(start, key ?? this.#unquotedEnd(start, lineEnd), false);
  }

  /** Where a string ends that has lost its closing quote, if the quote at `quote` begins the next key of the same line: `"a":"1,"b":"2"`, `"a: {"b":"2"`. */
  #lostQuote(start: number, quote: number): number | undefined {
    NEXT_KEY.lastIndex = quote;
    if (!NEXT_KEY.test(this.#text)) return undefined;
    const from = Math.max(start, quote - 20);
    const before = /(?:,|: ?[[{]) *$/.exec(this.#text.slice(from, quote));
    return before === null ? undefined : from + before.index;
  }

  /** Where a key ends whose closing quote is missing and whose value is no string: `"files: [`. */
  #unclosedKey(start: number, lineEnd: number): number | undefined {
    const from = Math.max(start, lineEnd - 60);
    const tail = /: ?(?:[[{]|-?[\d.]+,?|(?:true|false|null),?)[[\]{},\s]*$/.exec(this.#text.slice(from, lineEnd));
    if (tail === null) return undefined;
    this.#at = from + tail.index;
    return this.#at;
  }

  #mayEnd(from: number, lineEnd: number): boolean {
    let at = from;
    while (at < lineEnd && BLANK_IN_LINE.test(this.#text[at] ?? '')) at++;
    return at >= lineEnd || ',:}]"{[/'.includes(this.#text[at] ?? '');
  }

  #unquotedEnd(start: number, limit: number): number {
    let end = limit;
    while (end > start && /[\s,"]/.test(this.#text[end - 1] ?? '')) end--;
    this.#at = Math.max(end, start);
    if (this.#text[this.#at] === '"') this.#at++;
    return end;
  }

  /** A literal, or text whose opening quote is missing. */
  #bare(start: number): Token {
    LITERAL.lastIndex = start;
    if (LITERAL.test(this.#text)) {
      const end = LITERAL.lastIndex;
      if (end >= this.#text.length || /[\s,:}\]]/.test(this.#text[end] ?? '')) {
        this.#at = end;
        return { kind: 'literal', start, end, text: this.#text.slice(start, end), clean: true };
      }
    }
    const lineEnd = this.#endOfLine(start);
    let at = this.#nextQuote(start);
    if (at < lineEnd) {
      this.#at = at + 1;
      const colon = /^[\w@./-]+:/.exec(this.#text.slice(start, Math.min(at, start + 250)))?.[0];
      if (colon !== undefined && !colon.startsWith('http') && /^\s*$/.test(this.#text.slice(start + colon.length, at))) {
        this.#at = start + colon.length - 1;
        return this.#token(start, this.#at, false);
      }
      return this.#token(start, at, false);
    }
    at = start + 1;
    while (at < lineEnd && !',:}]{['.includes(this.#text[at] ?? '')) at++;
    const end = this.#unquotedEnd(start, at);
    this.#at = Math.max(end, start + 1);
    return this.#token(start, this.#at, false);
  }

  #token(start: number, end: number, clean: boolean): Token {
    return { kind: 'string', start, end, text: unescapeJson(this.#text.slice(start, end)), clean };
  }
}
