import type { Span } from '../../base/span.ts';
import { lacksOne } from '../../base/misspelt.ts';
import { XmlElement, type XmlDocument, type XmlProblem } from './node.ts';
import { isBlank, isNamePart, isNameStart, localName, nameEnd, startTag, type StartTag } from './tags.ts';

/** Deeper elements are read over: no file of ours nests so deep, and readers may recurse. */
const MAX_DEPTH = 200;
const TAB_WIDTH = 4;

/**
 * How a text is read. `strict`: up to the first thing that the grammar does not allow. `nested`: broken tags are mended, an element ends where an end tag says so.
 * `indented`: an element also ends where a start tag begins a line that is indented as much as its own, or less.
 */
export type Mode = 'strict' | 'nested' | 'indented';

/** Builds the tree of one text from its tags in one pass. */
export class Builder {
  readonly #text: string;
  readonly #mode: Mode;
  readonly #root: XmlElement;
  readonly #comments: Span[] = [];
  readonly #problems: XmlProblem[] = [];
  readonly #open: XmlElement[];
  /** The columns of the open elements' start tags; only where elements end by them. */
  readonly #indents: number[] = [0];
  /** Where each mark is next, so that none is looked for twice in the same part of a hostile text. */
  readonly #next = new Map<string, number>();
  /** For names of elements whether the text has two more start tags than end tags of them. */
  readonly #lacking = new Map<string, boolean>();
  /** How many elements are open that are too deep to be in the tree. */
  #beyond = 0;
  #at: number;

  constructor(text: string, mode: Mode) {
    this.#text = text;
    this.#mode = mode;
    this.#at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
    this.#root = new XmlElement('', this.#at, this.#at, undefined);
    this.#open = [this.#root];
  }

  /** Read strictly, a text that is not well-formed is left at the first problem. */
  build(): XmlDocument {
    const text = this.#text;
    const isStrict = this.#mode === 'strict';
    while (this.#at < text.length) {
      const from = this.#at;
      let markup = text.indexOf('<', from);
      if (markup < 0) markup = text.length;
      if (!isStrict && markup > from) this.#stray(from, markup);
      if (markup === text.length) break;
      this.#at = markup;
      this.#markup(markup);
      if (isStrict && this.#problems.length > 0) break;
    }
    while (this.#open.length > 1) this.#closeTop(text.length, text.length, false);
    this.#root.end = this.#root.contentEnd = text.length;
    return { root: this.#root, comments: this.#comments, problems: this.#problems };
  }

  get #top(): XmlElement {
    return this.#open.at(-1) ?? this.#root;
  }

  #markup(at: number): void {
    const text = this.#text;
    const code = text.charCodeAt(at + 1);
    if (isNameStart(code)) this.#start(at, at + 1);
    else if (code === 47) this.#end(at, at + 2);
    else if (text.startsWith('<!--', at)) this.#comment(at, at + 4);
    else if (text.startsWith('<![CDATA[', at)) this.#until(at, at + 9, ']]>');
    else if (code === 63) this.#until(at, at + 2, '?>');
    else if (text.startsWith('<!DOCTYPE', at)) this.#documentType(at);
    else if (/^<(?:!-|--)/.test(text.slice(at, at + 3))) {
      this.#problem(at, at + 3, 'A comment begins with "<!--".');
      this.#comment(at, at + 3);
    } else {
      this.#problem(at, at + 1, 'This is no tag. Write "&lt;" for the character itself.');
      this.#at = at + 1;
    }
  }

  #problem(start: number, end: number, message: string): void {
    this.#problems.push({ span: { start, end }, message });
  }

  #start(start: number, nameStart: number): void {
    const indent = this.#mode === 'indented' ? this.#indentOf(start) : -1;
    if (indent >= 0) this.#closeIndented(start, indent);
    const tag = startTag(this.#text, start, nameStart, this.#top);
    this.#at = tag.element.end;
    // `<xml …?>` is a declaration whose first question mark is missing.
    const isDeclaration = !tag.isWellFormed && this.#text.startsWith('?>', tag.element.end - 2);
    if (!tag.isWellFormed)
      this.#problem(start, tag.element.end, 'This tag is not well-formed: a quote, a bracket or a name is missing.');
    if (isDeclaration) return;
    if (this.#lacksSlash(tag)) {
      this.#problem(start, tag.element.end, 'An end tag is written "</name>".');
      this.#closeTop(start, this.#at, true);
    } else this.#enter(tag, indent);
  }

  /** Whether a start tag in an element of its own name is the end tag of that, because the text has two more of them than end tags. */
  #lacksSlash({ element, isEmpty }: StartTag): boolean {
    const { name } = element;
    if (this.#mode === 'strict' || isEmpty || this.#top.name !== name || element.attributes.length > 0) return false;
    const known = this.#lacking.get(name);
    if (known !== undefined || this.#lacking.size >= 20) return known ?? false;
    let balance = 0;
    for (const [tag] of this.#text.matchAll(/<\/?[\w:.-]+(?:[^<>]*>)?/g)) {
      const isEnd = tag.startsWith('</');
      const own = localName(/[\w:.-]+/.exec(tag)?.[0] ?? '');
      if (own === name && !tag.endsWith('/>')) balance += isEnd ? -1 : 1;
    }
    this.#lacking.set(name, balance >= 2);
    return balance >= 2;
  }

  #enter({ element, isEmpty }: StartTag, indent: number): void {
    if (this.#open.length > MAX_DEPTH) {
      if (!isEmpty) this.#beyond++;
      return;
    }
    this.#top.children.push(element);
    if (isEmpty) return;
    this.#open.push(element);
    this.#indents.push(indent);
  }

  #end(start: number, nameStart: number): void {
    const text = this.#text;
    const to = nameEnd(text, nameStart);
    let at = to;
    while (isBlank(text.charCodeAt(at))) at++;
    const isClosed = text.charCodeAt(at) === 62;
    this.#at = isClosed ? at + 1 : to;
    if (!isClosed || to === nameStart) this.#problem(start, this.#at, 'An end tag is written "</name>".');
    if (this.#beyond > 0) this.#beyond--;
    else this.#close(localName(text.slice(nameStart, to)), start);
  }

  #close(name: string, start: number): void {
    if (this.#open.length > 1 && this.#top.name === name) {
      const top = this.#top;
      if (this.#mode !== 'strict' && top.attributes.length === 0 && this.#isGlued(top, name, start))
        top.contentStart = top.nameStart + name.length;
      this.#closeTop(start, this.#at, true);
      return;
    }
    const index = this.#mode === 'strict' ? 0 : this.#openIndex(name, start);
    const open = this.#open[index];
    if (index === 0 || !open) {
      this.#problem(start, this.#at, 'This end tag ends no open element.');
      return;
    }
    while (this.#open.length - 1 > index) this.#closeTop(start, start, false);
    if (open.name !== name) {
      this.#problem(start, this.#at, `This end tag does not have the name of its start tag, "${open.name}".`);
      const [first, ...others] = open.attributes;
      if (first && this.#isJoined(open, name)) {
        open.attributes = [{ ...first, name: first.name.slice(name.length), start: first.start + name.length }, ...others];
        open.name = name;
      } else if (this.#isGlued(open, name, start)) {
        open.attributes = [];
        open.name = name;
        open.contentStart = open.nameStart + name.length;
      } else if (name.length > open.name.length) open.name = name;
    }
    this.#closeTop(start, this.#at, true);
  }

  /** Of the innermost open element with that name, else with one that differs by a missing character; 0 for none. */
  #openIndex(name: string, start: number): number {
    const own = this.#open.findLastIndex((open) => open.name === name || this.#isJoined(open, name));
    if (own <= 0 && this.#isGlued(this.#top, name, start)) return this.#open.length - 1;
    return own > 0
      ? own
      : Math.max(
          0,
          this.#open.findLastIndex((open) => lacksOne(name, open.name) || lacksOne(open.name, name)),
        );
  }

  /** Whether an element has lost the blank between its name and its first attribute. */
  #isJoined(open: XmlElement, name: string): boolean {
    const [first] = open.attributes;
    return name !== '' && first?.name === open.name && open.name.startsWith(name);
  }

  /** Whether a start tag that ends at `start` has lost the bracket before its text: `<version1.0</version>`. */
  #isGlued({ nameStart, contentStart, children }: XmlElement, name: string, start: number): boolean {
    const text = this.#text;
    return (
      name !== '' &&
      contentStart === start &&
      children.length === 0 &&
      nameStart + name.length < start &&
      text[start - 1] !== '>' &&
      text.startsWith(name, nameStart)
    );
  }

  #closeTop(contentEnd: number, end: number, isClosed: boolean): void {
    const element = this.#open.pop();
    this.#indents.pop();
    if (!element) return;
    element.contentEnd = Math.max(contentEnd, element.contentStart);
    element.end = Math.max(end, element.contentEnd);
    if (!isClosed)
      this.#problem(
        element.start,
        element.contentStart,
        `The element "${element.name}" is not closed. Add "</${element.name}>".`,
      );
  }

  /** Ends what a start tag at `start` cannot be inside of, as people indent. */
  #closeIndented(start: number, indent: number): void {
    let index = 2;
    while (index < this.#open.length && (this.#indents[index] ?? -1) < indent) index++;
    while (this.#open.length > index) this.#closeTop(start, start, false);
  }

  /** The column of what begins its line; -1 for what does not. */
  #indentOf(start: number): number {
    let column = 0;
    for (let at = start - 1; at >= 0; at--) {
      const code = this.#text.charCodeAt(at);
      if (code === 10 || code === 13 || code === 0xfeff) return column;
      if (code !== 32 && code !== 9) return -1;
      column += code === 9 ? TAB_WIDTH : 1;
    }
    return column;
  }

  #comment(start: number, from: number): void {
    const text = this.#text;
    const close = this.#find('-->', from);
    const other = this.#mode === 'strict' ? -1 : this.#find('<!--', from);
    let end = close < 0 ? -1 : close + 3;
    // Of two comments the first has lost its end, when the next one begins within it.
    if (close < 0 || (other >= 0 && other < close)) {
      this.#problem(start, from, 'This comment is not closed. Add "-->".');
      end = this.#lineEnd(from);
    }
    if (this.#mode === 'strict' && text.indexOf('--', from) < close) this.#problem(start, from, 'A comment cannot hold "--".');
    this.#comments.push({ start, end });
    this.#at = end;
  }

  /** A part of the text that ends with `close`; where that is missing, with the next `>` or its line. */
  #until(start: number, from: number, close: string): void {
    const text = this.#text;
    const found = this.#find(close, from);
    // A declaration holds no tag: one that seems to has lost its end.
    const isLost = found < 0 || (close === '?>' && text.startsWith('xml', from) && this.#isBefore('<', from, found));
    if (!isLost) {
      this.#at = found + close.length;
      return;
    }
    this.#problem(start, from, `This is not closed. Add "${close}".`);
    const lineEnd = this.#lineEnd(from);
    const bracket = this.#find('>', from);
    this.#at = bracket < 0 || bracket >= lineEnd ? lineEnd : bracket + 1;
  }

  #documentType(start: number): void {
    const text = this.#text;
    const end = this.#find('>', start);
    const subset = this.#isBefore('[', start, end) ? this.#find(']', start) : -1;
    const close = subset < 0 ? end : text.indexOf('>', subset);
    if (close < 0) this.#problem(start, start + 9, 'This declaration is not closed. Add ">".');
    this.#at = close < 0 ? this.#lineEnd(start) : close + 1;
  }

  #lineEnd(from: number): number {
    const end = this.#find('\n', from);
    return end < 0 ? this.#text.length : end;
  }

  /** Where `mark` is from `from` on, which only grows; -1 for nowhere. */
  #find(mark: string, from: number): number {
    const known = this.#next.get(mark);
    if (known !== undefined && (known < 0 || known >= from)) return known;
    const found = this.#text.indexOf(mark, from);
    this.#next.set(mark, found);
    return found;
  }

  #isBefore(mark: string, from: number, end: number): boolean {
    const found = this.#find(mark, from);
    return found >= 0 && found < end;
  }

  /** Text between tags that is a tag without its `<`: `version>`, `/version>`, `ItemGroup Condition="…">`. */
  #stray(from: number, to: number): void {
    const text = this.#text;
    let start = from;
    let end = to;
    while (start < end && isBlank(text.charCodeAt(start))) start++;
    while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
    if (end - start < 2) return;
    const isTagEnd = text.charCodeAt(end - 1) === 62;
    let name = isTagEnd ? end - 1 : start;
    while (name > start && isNamePart(text.charCodeAt(name - 1))) name--;
    if (text.charCodeAt(name - 1) === 47 && name > start) {
      this.#problem(name - 1, end, 'A tag begins with "<".');
      this.#end(name - 1, name);
      return;
    }
    if (!isNameStart(text.charCodeAt(start))) return;
    const first = nameEnd(text, start);
    const code = text.charCodeAt(first);
    // `version>1.0</version>`, `ItemGroup>`, `ItemGroup Condition="…">`
    const isWhole =
      code === 62
        ? first === end - 1 || text.startsWith(`</${text.slice(start, first)}`, to)
        : isTagEnd && isBlank(code) && /^[^>]*="[^>]*$/.test(text.slice(first, end - 1));
    if (!isWhole) return;
    this.#problem(start, first, 'A tag begins with "<".');
    this.#start(start, start);
  }
}
