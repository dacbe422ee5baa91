import { JsonNode, type JsonMember } from './node.ts';
import { closingQuote, unescapeJson } from './string.ts';

/** Deeper documents are left to the tolerant parser, which does not recurse. */
export const MAX_DEPTH = 400;
const LITERAL = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null/y;
const BYTE_ORDER_MARK = 0xfeff;
const BLANK_TO_END = /[ \n\r\t]*$/y;

/**
 * Parses a valid document fast. Undefined when anything at all is wrong with it: then the tolerant parser has to read it.
 * @param trailingCommas whether a comma may stand before a closing bracket
 */
export function parseStrict(text: string, trailingCommas = false): JsonNode | undefined {
  const found = strictValueAt(text, text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0, 0, trailingCommas);
  if (found === undefined) return undefined;
  BLANK_TO_END.lastIndex = found.end;
  return BLANK_TO_END.test(text) ? found.node : undefined;
}

/**
 * The value that stands at an offset of a document, `depth` brackets deep, with the offset behind it.
 * @param trailingCommas whether a comma may stand before a closing bracket
 */
export function strictValueAt(
  text: string,
  from: number,
  depthThere: number,
  trailingCommas = false,
): { readonly node: JsonNode; readonly end: number } | undefined {
  const length = text.length;
  let at = from;
  /** The next line feed at or behind the string being read: no string may hold one, and asking once a line is cheap. */
  let lineFeed = -1;

  /** The code of the next character that is not white space; NaN at the end. */
  const peek = (): number => {
    let code = text.charCodeAt(at);
    while (code === 32 || code === 10 || code === 13 || code === 9) code = text.charCodeAt(++at);
    return code;
  };

  const string = (): JsonNode | undefined => {
    const start = at + 1;
    let end = text.indexOf('"', start);
    if (end < 0) return undefined;
    if (text.charCodeAt(end - 1) === 92 && (end = closingQuote(text, start)) < 0) return undefined;
    if (lineFeed < start) {
      lineFeed = text.indexOf('\n', start);
      if (lineFeed < 0) lineFeed = length;
    }
    if (lineFeed < end) return undefined;
    at = end + 1;
    return new JsonNode('string', start, end, unescapeJson(text.slice(start, end)));
  };

  const literal = (): JsonNode | undefined => {
    LITERAL.lastIndex = at;
    if (!LITERAL.test(text)) return undefined;
    const start = at;
    at = LITERAL.lastIndex;
    return new JsonNode('literal', start, at, text.slice(start, at));
  };

  const object = (depth: number): JsonNode | undefined => {
    const start = at++;
    const members: JsonMember[] = [];
    if (peek() === 125) return new JsonNode('object', start, ++at, '', members);
    for (;;) {
      if (peek() !== 34) {
        const isEnd = trailingCommas && text.charCodeAt(at) === 125 && members.length > 0;
        return isEnd ? new JsonNode('object', start, ++at, '', members) : undefined;
      }
      const key = string();
      if (key === undefined || peek() !== 58) return undefined;
      at++;
      const value = any(depth + 1);
      if (value === undefined) return undefined;
      members.push({ key, value });
      const code = peek();
      at++;
      if (code === 125) return new JsonNode('object', start, at, '', members);
      if (code !== 44) return undefined;
    }
  };

  const array = (depth: number): JsonNode | undefined => {
    const start = at++;
    const items: JsonNode[] = [];
    if (peek() === 93) return new JsonNode('array', start, ++at, '', undefined, items);
    for (;;) {
      if (trailingCommas && items.length > 0 && peek() === 93) return new JsonNode('array', start, ++at, '', undefined, items);
      const item = any(depth + 1);
      if (item === undefined) return undefined;
      items.push(item);
      const code = peek();
      at++;
      if (code === 93) return new JsonNode('array', start, at, '', undefined, items);
      if (code !== 44) return undefined;
    }
  };

  const any = (depth: number): JsonNode | undefined => {
    if (depth > MAX_DEPTH) return undefined;
    const code = peek();
    if (code === 34) return string();
    if (code === 123) return object(depth);
    return code === 91 ? array(depth) : literal();
  };

  const node = any(depthThere);
  return node && { node, end: at };
}
