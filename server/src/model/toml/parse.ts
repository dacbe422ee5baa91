import type { Span } from '../../base/span.ts';
import type { Comment, SyntaxProblem } from '../document.ts';
import { Cursor } from './cursor.ts';
import { readKeys } from './keys.ts';
import { TomlNode, type TomlKey, type TomlMember } from './node.ts';
import { openTable, place, tableAt } from './tree.ts';
import { readArray, readAssigned } from './values.ts';

export interface TomlDocument {
  readonly root: TomlNode;
  readonly problems: readonly SyntaxProblem[];
  readonly comments: readonly Comment[];
}

/**
 * Reads TOML 1.0 and 1.1 (https://toml.io/en/v1.0.0) with positions. Never throws. A broken line loses only itself: an unclosed value ends at the next line
 * that plainly begins a statement, a lost quote, bracket or equals sign is put back in thought. Linear.
 */
export const parseToml = (text: string): TomlDocument => new Reader(text).read();

/** A text alone on its line, as in a list. */
const TEXT_LINE = /^\r?\n(?:"[^"\n]*"|'[^'\n]*')[ \t]*,?[ \t]*(?:#[^\n]*)?\r?(?:\n|$)/;

class Reader {
  readonly #cursor: Cursor;
  readonly #root: TomlNode;
  /** Tables that have a header already: a second one is another table. */
  readonly #headed = new Set<TomlNode>();
  #table: TomlNode;
  /** The member that the current table is the value of, if it is that of a header. */
  #member: TomlMember | undefined;

  constructor(text: string) {
    this.#cursor = new Cursor(text);
    this.#root = openTable({ start: 0, end: text.length });
    this.#table = this.#root;
  }

  read(): TomlDocument {
    const cursor = this.#cursor;
    for (;;) {
      cursor.stopped = false;
      cursor.skipBlanks();
      if (cursor.char === '#') cursor.comment();
      if (!cursor.isAtLineEnd) this.#statement();
      else if (!cursor.nextLine()) break;
    }
    return { root: this.#root, problems: cursor.problems, comments: cursor.comments };
  }

  #statement(): void {
    const cursor = this.#cursor;
    const { at: start, lineStart, indent } = cursor;
    const waiting = cursor.takeWaiting();
    // A mark that got before a key or header.
    if (/[,:;"'{}()\]]/.test(cursor.char) && !cursor.isPlain(start) && cursor.isPlain(start + 1)) {
      cursor.problem(start, start + 1, 'This character is too many.');
      cursor.at++;
    }
    const ownsStart = start === lineStart + indent;
    const keys = cursor.char === '[' ? undefined : readKeys(cursor);
    if (keys === undefined || (cursor.char === ']' && keys.length > 0 && !cursor.isPlain(start))) this.#header(start, keys);
    else this.#pair(start, keys, { indent, lineStart: ownsStart ? lineStart : undefined });
    if (cursor.stopped) {
      // The reader is at the line that stopped it, which is none of this statement.
      cursor.cover(waiting, { start: lineStart, end: this.#endOfLineAt(start) });
      return;
    }
    const lines = { start: lineStart, end: cursor.lineEnd };
    cursor.cover(waiting, lines);
    cursor.skipBlanks();
    if (cursor.isAtLineEnd || cursor.char === '#') return;
    cursor.problem(cursor.at, cursor.lineEnd, 'This does not belong here.');
    // A line break may be lost between two statements; else the rest of the line is nothing that is known.
    if (!cursor.isPlain(cursor.at) || cursor.at === start) cursor.at = cursor.lineEnd;
  }

  #endOfLineAt(start: number): number {
    const { text } = this.#cursor;
    const feed = text.indexOf('\n', start);
    return feed < 0 ? text.length : text[feed - 1] === '\r' ? feed - 1 : feed;
  }

  /** `[a.b]` or `[[a.b]]`, one bracket of which may be lost. */
  #header(start: number, before: TomlKey[] | undefined): void {
    const cursor = this.#cursor;
    const { text } = cursor;
    let brackets = 0;
    if (before === undefined) for (; cursor.char === '[' && brackets < 2; brackets++) cursor.at++;
    cursor.skipBlanks();
    const keys = before ?? readKeys(cursor);
    let closing = 0;
    for (; cursor.char === ']' && closing < 2; closing++) cursor.at++;
    const last = keys.at(-1);
    const isEnd = cursor.isAtLineEnd || /^[ \t]*(?:#|$)/.test(text.slice(cursor.at, Math.min(cursor.lineEnd, cursor.at + 200)));
    if (last === undefined || (closing === 0 && !isEnd)) {
      cursor.problem(start, cursor.lineEnd, 'This is neither the header of a table nor a key with a value.');
      cursor.at = cursor.lineEnd;
      return;
    }
    if (closing !== brackets || brackets === 0) cursor.problem(start, cursor.at, 'The brackets of this header do not match.');
    const span = { start, end: cursor.at };
    const lines = isEnd ? { start: cursor.lineStart, end: cursor.lineEnd } : undefined;
    const parent = tableAt(this.#root, keys.slice(0, -1), span);
    const known = parent.member(last.text);
    if (brackets === 2 || closing === 2) this.#item(parent, last, span);
    else if (known?.value.isOpen === true && known.value.kind === 'table' && !this.#headed.has(known.value)) this.#enter(known);
    else {
      const member = { key: last, value: openTable(span), span, lines };
      parent.add(member);
      this.#enter(member);
    }
    this.#headed.add(this.#table);
  }

  #enter(member: TomlMember): void {
    this.#member = member;
    this.#table = member.value;
  }

  /** One more table of an array of tables. */
  #item(parent: TomlNode, key: TomlKey, span: Span): void {
    const known = parent.member(key.text)?.value;
    const array = known?.kind === 'array' && known.isOpen ? known : new TomlNode('array', span.start, span.end, '', span, true);
    if (array !== known) parent.add({ key, value: array, span, lines: undefined });
    this.#member = undefined;
    this.#table = openTable(span);
    array.items.push(this.#table);
  }

  #pair(
    start: number,
    keys: readonly TomlKey[],
    line: { readonly indent: number; readonly lineStart: number | undefined },
  ): void {
    const cursor = this.#cursor;
    const value = keys.length === 0 ? undefined : (readAssigned(cursor, line.indent, 0) ?? this.#unopened(keys, line.indent));
    if (value === undefined) {
      cursor.problem(start, cursor.lineEnd, 'A key with a value, or the header of a table, is expected here.');
      if (!cursor.stopped) cursor.at = cursor.lineEnd;
      return;
    }
    const span = { start, end: value.outer.end };
    const lines =
      line.lineStart === undefined || (!cursor.stopped && !this.#isLast())
        ? undefined
        : { start: line.lineStart, end: cursor.stopped ? this.#endOfLineAt(value.outer.end) : cursor.lineEnd };
    place(this.#table, keys, value, span, lines);
    this.#table.end = Math.max(this.#table.end, span.end);
    this.#table.outer = { start: this.#table.start, end: this.#table.end };
    const member = this.#member;
    if (member === undefined) return;
    member.span = { start: member.span.start, end: Math.max(member.span.end, span.end) };
    member.lines = member.lines && lines && { start: member.lines.start, end: Math.max(member.lines.end, lines.end) };
  }

  #isLast(): boolean {
    const { text, at, lineEnd } = this.#cursor;
    return /^[ \t]*(?:#|$)/.test(text.slice(at, Math.min(lineEnd, at + 200)));
  }

  /** A list whose opening bracket is lost: `key =`, and indented texts below. */
  #unopened(keys: readonly TomlKey[], indent: number): TomlNode | undefined {
    const cursor = this.#cursor;
    const { text, lineEnd } = cursor;
    const behind = text.slice(lineEnd, lineEnd + 300);
    const isFollowed = /^\r?\n[ \t]+["'{]/.test(behind) || TEXT_LINE.test(behind);
    if (keys.length === 0 || !isFollowed || !/^[ \t]*(?:#|$)/.test(text.slice(cursor.at, Math.min(lineEnd, cursor.at + 200))))
      return undefined;
    cursor.problem(cursor.at, cursor.at, 'An opening bracket is missing here.');
    return readArray(cursor, indent, 0, false);
  }
}
