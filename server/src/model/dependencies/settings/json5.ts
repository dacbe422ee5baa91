import { JsonNode, type JsonMember } from '../../json/index.ts';
import { unescapeJson } from '../../json/string.ts';

const BLANK = /\s+|\/\/[^\r\n]*|\/\*[^]*?(?:\*\/|$)/y;
const STRING = /"((?:[^"\\\r\n]|\\[^])*)"?|'((?:[^'\\\r\n]|\\[^])*)'?/y;
const WORD = /[^\s{}[\]:,"'/]+|./uy;
/** Settings are flat; what is nested deeper is skipped. */
const MAX_DEPTH = 50;

/** Reads JSON5 (https://spec.json5.org) into the nodes of JSON. Tolerant: what does not fit is stepped over. Linear. */
export const parseJson5 = (text: string): JsonNode | undefined => new Reader(text).value(0);

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  value(depth: number): JsonNode | undefined {
    const char = this.#peek();
    if (char === '{') return this.#object(depth);
    if (char === '[') return this.#array(depth);
    return char === '' ? undefined : this.#scalar();
  }

  #object(depth: number): JsonNode {
    const start = this.#at++;
    const members: JsonMember[] = [];
    for (let char = this.#peek(); char !== '' && char !== '}' && depth < MAX_DEPTH; char = this.#peek()) {
      if (!this.#mayBegin(char)) continue;
      const key = this.#scalar();
      if (this.#peek() !== ':') continue;
      this.#at++;
      const next = this.#peek();
      members.push({ key, value: next === ',' || next === '}' ? undefined : this.value(depth + 1) });
    }
    return this.#closed('object', start, members, []);
  }

  #array(depth: number): JsonNode {
    const start = this.#at++;
    const items: JsonNode[] = [];
    for (let char = this.#peek(); char !== '' && char !== ']' && char !== '}' && depth < MAX_DEPTH; char = this.#peek()) {
      const item = char === '{' || char === '[' || this.#mayBegin(char) ? this.value(depth + 1) : undefined;
      if (item) items.push(item);
    }
    return this.#closed('array', start, [], items);
  }

  /** Whether a scalar begins here; a separator or bracket that does not fit is stepped over. */
  #mayBegin(char: string): boolean {
    const isOther = /[{}[\]:,]/.test(char);
    if (isOther) this.#at++;
    return !isOther;
  }

  #closed(kind: 'object' | 'array', start: number, members: readonly JsonMember[], items: readonly JsonNode[]): JsonNode {
    if (this.#peek() !== '') this.#at++;
    return new JsonNode(kind, start, this.#at, '', members, items);
  }

  #scalar(): JsonNode {
    const start = this.#at;
    STRING.lastIndex = start;
    const string = STRING.exec(this.#text);
    if (string) {
      const content = string[1] ?? string[2] ?? '';
      this.#at = STRING.lastIndex;
      return new JsonNode('string', start + 1, start + 1 + content.length, unescapeJson(content));
    }
    WORD.lastIndex = start;
    const word = WORD.exec(this.#text)?.[0] ?? '';
    this.#at = start + Math.max(1, word.length);
    return new JsonNode('literal', start, start + word.length, word);
  }

  /** The next character that is neither white space nor comment; empty at the end. */
  #peek(): string {
    for (;;) {
      BLANK.lastIndex = this.#at;
      const blank = BLANK.exec(this.#text)?.[0];
      if (blank === undefined) return this.#text[this.#at] ?? '';
      this.#at += blank.length;
    }
  }
}
