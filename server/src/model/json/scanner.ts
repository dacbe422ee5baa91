import { JsonNode } from './node.ts';
import { strictValueAt, MAX_DEPTH } from './strict.ts';
import { closingQuote, unescapeJson } from './string.ts';

const LITERAL = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null/y;
const QUOTE = 34;
const BYTE_ORDER_MARK = 0xfeff;

/**
 * Goes through a valid document from its start to its end without a tree, for files of which little is wanted. Every method returns false (or undefined) at
 * anything that is not JSON; then the tolerant parser has to read the document.
 */
export class JsonScanner {
  readonly text: string;
  /** Offset of the next character. */
  at: number;
  /** Content of the string that was read last, without its quotes. */
  start = 0;
  /** Exclusive. */
  end = 0;
  #depth = 0;
  #lineFeed = -1;

  constructor(text: string, at = text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0) {
    this.text = text;
    this.at = at;
  }

  /** The code of the next character that is not white space; NaN at the end. */
  peek(): number {
    const { text } = this;
    let { at } = this;
    let code = text.charCodeAt(at);
    while (code === 32 || code === 10 || code === 13 || code === 9) code = text.charCodeAt(++at);
    this.at = at;
    return code;
  }

  /** The string at the next character. */
  string(): boolean {
    const { text } = this;
    if (text.charCodeAt(this.at) !== QUOTE) return false;
    const start = this.at + 1;
    let end = text.indexOf('"', start);
    if (end < 0) return false;
    if (text.charCodeAt(end - 1) === 92 && (end = closingQuote(text, start)) < 0) return false;
    // No string may hold a line feed, and asking once a line is cheap.
    if (this.#lineFeed < start) {
      const feed = text.indexOf('\n', start);
      this.#lineFeed = feed < 0 ? text.length : feed;
    }
    if (this.#lineFeed < end) return false;
    this.start = start;
    this.end = end;
    this.at = end + 1;
    return true;
  }

  /** The decoded value of the string that was read last. */
  decoded(): string {
    return unescapeJson(this.text.slice(this.start, this.end));
  }

  /** A string or a literal as a node of its own; a collection is stepped over and its node is empty. */
  scalar(): JsonNode | undefined {
    const code = this.peek();
    if (code === QUOTE) return this.string() ? new JsonNode('string', this.start, this.end, this.decoded()) : undefined;
    const start = this.at;
    if (!this.skip()) return undefined;
    if (code === 123) return new JsonNode('object', start, this.at, '');
    if (code === 91) return new JsonNode('array', start, this.at, '');
    return new JsonNode('literal', start, this.at, this.text.slice(start, this.at));
  }

  /** The next value with all that is in it. */
  value(): JsonNode | undefined {
    this.peek();
    const found = strictValueAt(this.text, this.at, this.#depth);
    if (found) this.at = found.end;
    return found?.node;
  }

  /**
   * The members of the object that is next. `each` gets the key with its offsets and has to read the value, which is next; it returns false at what is no JSON.
   */
  members(each: (key: string, start: number, end: number) => boolean): boolean {
    if (this.peek() !== 123 || this.#depth >= MAX_DEPTH) return false;
    this.#depth++;
    this.at++;
    if (this.peek() === 125) {
      this.at++;
      this.#depth--;
      return true;
    }
    for (;;) {
      if (this.peek() !== QUOTE || !this.string()) return false;
      const { start, end } = this;
      const key = this.decoded();
      if (this.peek() !== 58) return false;
      this.at++;
      this.peek();
      if (!each(key, start, end)) return false;
      const code = this.peek();
      this.at++;
      if (code === 125) {
        this.#depth--;
        return true;
      }
      if (code !== 44) return false;
    }
  }

  /** Steps over the next value. */
  skip(): boolean {
    const code = this.peek();
    if (code === QUOTE) return this.string();
    if (code === 123) return this.members(this.#skipMember);
    if (code === 91) return this.#skipItems();
    LITERAL.lastIndex = this.at;
    if (!LITERAL.test(this.text)) return false;
    this.at = LITERAL.lastIndex;
    return true;
  }

  readonly #skipMember = (): boolean => this.skip();

  #skipItems(): boolean {
    if (this.#depth >= MAX_DEPTH) return false;
    this.#depth++;
    this.at++;
    if (this.peek() === 93) this.at++;
    else
      for (;;) {
        if (!this.skip()) return false;
        const code = this.peek();
        this.at++;
        if (code === 93) break;
        if (code !== 44) return false;
      }
    this.#depth--;
    return true;
  }

  /** Whether nothing but white space is left. */
  isAtEnd(): boolean {
    this.peek();
    return this.at === this.text.length;
  }
}
