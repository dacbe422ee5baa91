import type { Span } from '../../base/span.ts';
import { MappedTextBuilder, type MappedText } from './mapped-text.ts';
import type { HereDocument, List, Redirection, ShellComment, WordPart } from './syntax.ts';

/** Constructs nested deeper than this are taken as text, so that no input can exhaust the stack. Real scripts stay below ten. */
const MAX_DEPTH = 48;

const SPACE = /[ \t\r\v\f]/;

interface PendingHereDocument {
  readonly redirection: Redirection;
  readonly delimiter: string;
  readonly quoted: boolean;
  readonly stripTabs: boolean;
}

/** A place in a script's text and what the parser must remember there. */
export class ShellReader {
  readonly source: MappedText;
  readonly text: string;
  /** Where the reader stands. */
  at = 0;
  readonly end: number;
  readonly comments: ShellComment[] = [];
  /** Parses commands up to the closing `)` and consumes it; set by the parser, because words contain commands and commands words. */
  readonly parseSubstitution: (reader: ShellReader) => List;
  /** Parses the expansions in a here-document. */
  readonly parseExpansions: (reader: ShellReader) => WordPart[];
  /** No `))` follows from here on: a half-typed `$((` is looked for only once. */
  arithmeticFailedAt = Infinity;
  /** How many constructs are open. */
  depth: number;
  #pending: PendingHereDocument[] = [];

  /** `outer`: the reader in whose text `source` is nested, or what a first reader needs. */
  constructor(source: MappedText, outer: Pick<ShellReader, 'parseSubstitution' | 'parseExpansions' | 'depth'>) {
    this.source = source;
    this.text = source.text;
    this.end = source.length;
    this.parseSubstitution = outer.parseSubstitution;
    this.parseExpansions = outer.parseExpansions;
    this.depth = outer.depth;
  }

  get atEnd(): boolean {
    return this.at >= this.end;
  }

  /** The character here (or `ahead` of here), empty at the end. */
  peek(ahead = 0): string {
    return this.at + ahead < this.end ? (this.text[this.at + ahead] ?? '') : '';
  }

  startsWith(text: string): boolean {
    return this.at + text.length <= this.end && this.text.startsWith(text, this.at);
  }

  span(start: number, end = this.at): Span {
    return this.source.span(start, end);
  }

  /** Runs `parse` one level deeper; beyond the limit, skips everything and gives `otherwise`. */
  nested<T>(parse: () => T, otherwise: () => T): T {
    if (this.depth >= MAX_DEPTH) {
      this.at = this.end;
      return otherwise();
    }
    this.depth++;
    const result = parse();
    this.depth--;
    return result;
  }

  /** Skips white space and joined lines, not line breaks. */
  skipBlanks(): void {
    for (;;) {
      if (SPACE.test(this.peek())) this.at++;
      else if (this.startsWith('\\\n')) this.at += 2;
      else return;
    }
  }

  /** Skips white space and a comment. */
  skipBlanksAndComment(): void {
    this.skipBlanks();
    if (this.peek() !== '#') return;
    const start = this.at;
    const feed = this.text.indexOf('\n', start);
    this.at = feed < 0 || feed > this.end ? this.end : feed;
    const text = this.text.slice(start, this.at).trimEnd();
    this.comments.push({ span: this.span(start, start + text.length), text: text.slice(1).trim() });
  }

  /** Skips white space, comments and line breaks. */
  skipLines(): void {
    for (;;) {
      this.skipBlanksAndComment();
      if (this.peek() !== '\n') return;
      this.lineBreak();
    }
  }

  /** Consumes a line break and the bodies of the here-documents that were announced on the line. */
  lineBreak(): void {
    this.at++;
    const pending = this.#pending;
    this.#pending = [];
    for (const each of pending) each.redirection.hereDocument = this.#hereDocument(each);
  }

  announce(pending: PendingHereDocument): void {
    this.#pending.push(pending);
  }

  /** Gives here-documents whose body never came an empty one. */
  finish(): void {
    for (const each of this.#pending) each.redirection.hereDocument = this.#hereDocument(each);
    this.#pending = [];
  }

  #hereDocument({ delimiter, quoted, stripTabs }: PendingHereDocument): HereDocument {
    const start = this.at;
    const body = new MappedTextBuilder(this.source.span(start, start).start);
    let terminated = false;
    let bodyEnd = start;
    while (!this.atEnd) {
      const feed = this.text.indexOf('\n', this.at);
      const lineEnd = feed < 0 || feed >= this.end ? this.end : feed;
      let lineStart = this.at;
      if (stripTabs) while (lineStart < lineEnd && this.text[lineStart] === '\t') lineStart++;
      this.at = Math.min(lineEnd + 1, this.end);
      if (lineEnd - lineStart === delimiter.length && this.text.startsWith(delimiter, lineStart)) {
        terminated = true;
        break;
      }
      body.addMapped(this.source, lineStart, this.at);
      bodyEnd = this.at;
    }
    const bodySpan = this.source.span(start, bodyEnd);
    const text = body.build();
    const parts = quoted
      ? []
      : this.nested(
          () => this.parseExpansions(new ShellReader(text, this)),
          () => [],
        );
    return { delimiter, quoted, stripTabs, body: text, bodySpan, parts, terminated };
  }
}
