import type { Span } from '../../base/span.ts';
import { MappedTextBuilder, type MappedText } from '../shell/index.ts';
import type { Comment } from '../document.ts';
import { readHereDocuments } from './here-documents.ts';
import { continuationAt, lineAt, LineFinder, skipSpace, trimSpace } from './lines.ts';
import type { Directive, DockerfileProblem, HereDocument } from './syntax.ts';

/** An instruction's text: its lines joined, comments and blank lines between them dropped. */
export interface Statement {
  readonly source: MappedText;
  readonly hereDocuments: readonly HereDocument[];
  readonly span: Span;
}

export interface Statements {
  readonly statements: readonly Statement[];
  readonly comments: readonly Comment[];
  readonly directives: readonly Directive[];
  /** Blank lines inside an instruction, which Docker warns about. */
  readonly blankContinuations: readonly Span[];
  readonly escape: string;
  readonly problems: readonly DockerfileProblem[];
}

const DIRECTIVE = /^#[ \t]*([A-Za-z][A-Za-z0-9]*)[ \t]*=[ \t]*(\S[^\r\n]*)$/;
const DIRECTIVE_NAMES: ReadonlySet<string> = new Set(['syntax', 'escape', 'check']);
const HAS_HERE_DOCUMENTS = /^(?:ONBUILD\s+)?(?:RUN|COPY|ADD)\s/i;

/** Splits a Dockerfile into instructions, comments and parser directives. */
export function readStatements(text: string): Statements {
  const reader = new StatementReader(text);
  reader.read();
  return reader;
}

class StatementReader implements Statements {
  readonly statements: Statement[] = [];
  readonly comments: Comment[] = [];
  readonly directives: Directive[] = [];
  readonly blankContinuations: Span[] = [];
  readonly problems: DockerfileProblem[] = [];
  escape = '\\';
  readonly #text: string;
  readonly #finder: LineFinder;
  /** Comments on lines of their own that wait for the instruction or line that they cover. */
  #waiting: Span[] = [];
  #inDirectives = true;

  constructor(text: string) {
    this.#text = text;
    this.#finder = new LineFinder(text);
  }

  read(): void {
    const text = this.#text;
    let at = text.startsWith('\uFEFF') ? 1 : 0;
    while (at < text.length) {
      const { start, end, next } = lineAt(text, at);
      const first = skipSpace(text, start, end);
      at = next;
      if (first === end) continue;
      if (text[first] === '#') this.#comment(first, end);
      else {
        this.#inDirectives = false;
        at = this.#statement(first);
      }
    }
    this.#cover(undefined);
    this.comments.sort((a, b) => a.span.start - b.span.start);
  }

  #comment(start: number, lineEnd: number): void {
    const end = trimSpace(this.#text, start, lineEnd);
    this.#waiting.push({ start, end });
    if (this.#inDirectives) this.#inDirectives = this.#directive(start, end);
  }

  /** Parser directives stand before everything else; the first other comment ends them. */
  #directive(start: number, end: number): boolean {
    const match = end - start > 2000 ? null : DIRECTIVE.exec(this.#text.slice(start, end));
    const name = match?.[1]?.toLowerCase();
    const value = match?.[2];
    if (name === undefined || value === undefined || !DIRECTIVE_NAMES.has(name)) return false;
    const span = { start, end };
    const valueSpan = { start: end - value.length, end };
    const invalid = (message: string): void => void this.problems.push({ kind: 'invalid-directive', span: valueSpan, message });
    if (this.directives.some((other) => other.name === name)) invalid(`The parser directive \`${name}\` may stand only once.`);
    else if (name === 'escape') {
      if (value === '\\' || value === '`') this.escape = value;
      else invalid('The escape character must be a backslash or a backtick.');
    }
    this.directives.push({ name, value, span, valueSpan });
    return true;
  }

  /** Reads the instruction whose first character stands at `first`; gives where the next line starts. */
  #statement(first: number): number {
    const text = this.#text;
    const builder = new MappedTextBuilder(first);
    const outside = this.#waiting;
    this.#waiting = [];
    let line = lineAt(text, first);
    let start = first;
    let lastContent = first;
    for (;;) {
      const joint = continuationAt(text, start, line.end, this.escape);
      const end = joint ?? line.end;
      builder.add(text.slice(start, end), start, end);
      lastContent = Math.max(lastContent, trimSpace(text, start, end));
      if (joint === undefined || line.next >= text.length) break;
      const continued = this.#nextLine(line.next);
      if (!continued) {
        line = { start: text.length, end: text.length, next: text.length };
        break;
      }
      line = continued;
      ({ start } = line);
      this.#cover({ start: skipSpace(text, start, line.end), end: trimSpace(text, start, line.end) });
    }
    this.#cover(undefined);
    const joined = builder.build();
    const source = joined.slice(0, trimSpace(joined.text, 0, joined.length));
    const hereDocuments =
      joined.text.includes('<<') && HAS_HERE_DOCUMENTS.test(joined.text)
        ? readHereDocuments(text, source, line.next, this.escape, this.#finder)
        : [];
    const last = hereDocuments.at(-1);
    const span = { start: first, end: Math.max(source.span(0, source.length).end, last?.extent.end ?? 0) };
    this.#waiting = outside;
    this.#cover(span);
    for (const document of hereDocuments) this.#hereDocument(document, /^(?:ONBUILD\s+)?RUN\b/i.test(source.text));
    this.statements.push({ source, hereDocuments, span });
    return last ? Math.max(line.next, lineAt(text, last.extent.end).next) : line.next;
  }

  /** The next line of a continued instruction: comments are dropped and blank lines are skipped. */
  #nextLine(from: number): ReturnType<typeof lineAt> | undefined {
    const text = this.#text;
    for (let at = from; at < text.length;) {
      const line = lineAt(text, at);
      const first = skipSpace(text, line.start, line.end);
      if (first === line.end) this.blankContinuations.push({ start: line.start, end: line.next });
      else if (text[first] !== '#') return line;
      else this.#waiting.push({ start: first, end: trimSpace(text, first, line.end) });
      at = line.next;
    }
    return undefined;
  }

  #hereDocument({ body, span, terminated, delimiter }: HereDocument, isScript: boolean): void {
    if (!terminated)
      this.problems.push({
        kind: 'unterminated-here-document',
        span,
        message: `The here-document has no end: write ${delimiter} on a line of its own behind it.`,
      });
    if (!isScript) return;
    const text = this.#text;
    for (let at = body.start; at < body.end;) {
      const line = lineAt(text, at);
      const first = skipSpace(text, line.start, line.end);
      const end = trimSpace(text, first, line.end);
      if (text[first] === '#' && !text.startsWith('#!', first)) this.#waiting.push({ start: first, end });
      else if (first < end) this.#cover({ start: first, end });
      at = line.next;
      if (line.next === line.end) break;
    }
    this.#cover(undefined);
  }

  /** The waiting comments cover `span`; without one each covers itself. */
  #cover(span: Span | undefined): void {
    for (const comment of this.#waiting) {
      const text = this.#text.slice(comment.start, comment.end).replace(/^#+/, '').trim();
      this.comments.push({ span: comment, text, covers: span ?? comment });
    }
    this.#waiting = [];
  }
}
