import { closingQuote } from './string.ts';

/**
 * Whether a key can stand under `path`, the keys of the collections around it (empty for an item of an array). It is asked only of a document whose brackets do not match
 * and tells where one is missing.
 * @param opens the bracket that the value begins with; empty for anything else
 */
export type JsonShape = (path: readonly string[], key: string, opens: '{' | '[' | '') => boolean;

/** A collection that is open where the text stops to be JSON. */
export interface OpenCollection {
  readonly isObject: boolean;
  readonly start: number;
  /** The key that it stands under; empty for an item. */
  readonly key: string;
  /** Of the latest comma in it; -1 without one. */
  comma: number;
  /** Where its latest value begins; -1 without one. */
  value: number;
}

/** Where a text stops to be JSON. */
export interface JsonFailure {
  readonly at: number;
  /** What should have come. */
  readonly state: 'value' | 'key' | 'colon' | 'comma' | 'end';
  readonly open: readonly OpenCollection[];
  /** Of the text's latest string, without its quotes; `end` is that of the line where none closes it. */
  readonly string: { readonly start: number; readonly end: number } | undefined;
  /** Whether that string is the latest token. */
  readonly isString: boolean;
  /** Where the latest tokens begin. */
  readonly tokens: readonly number[];
  /** Where the first key begins that cannot stand where it does, or the comma before it. */
  readonly misplaced: number | undefined;
}

const LITERAL = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null/y;
const REMEMBERED = 6;
/** A document that is open that deep is not worth repairing. */
const MAX_OPEN = 200;

/** Goes through a document to the first place where it is no JSON; undefined where there is none. */
export function jsonFailure(text: string, trailingCommas: boolean, shape: JsonShape | undefined): JsonFailure | undefined {
  const open: OpenCollection[] = [];
  const path: string[] = [];
  const tokens: number[] = [];
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let state: JsonFailure['state'] = 'value';
  let key = '';
  let keyStart = 0;
  let string: { start: number; end: number } | undefined;
  let isString = false;
  let misplaced: number | undefined;
  /** The line break at or behind the latest string. */
  let feed = -1;

  /** The string whose quote is at `at`; false where it does not end on its line. */
  const readString = (): boolean => {
    const start = at + 1;
    let end = text.indexOf('"', start);
    if (end > 0 && text.charCodeAt(end - 1) === 92) end = closingQuote(text, start);
    if (feed < start) {
      feed = text.indexOf('\n', start);
      if (feed < 0) feed = text.length;
    }
    isString = true;
    if (end < 0 || feed < end) {
      string = { start, end: feed };
      return false;
    }
    string = { start, end };
    at = end + 1;
    return true;
  };

  const remember = (): void => {
    if (tokens.push(at) > REMEMBERED * 2) tokens.splice(0, REMEMBERED);
  };

  const failure = (): JsonFailure => ({
    at,
    state,
    open,
    string,
    isString,
    tokens: tokens.slice(-REMEMBERED),
    misplaced,
  });

  for (;;) {
    let code = text.charCodeAt(at);
    while (code === 32 || code === 10 || code === 13 || code === 9) code = text.charCodeAt(++at);
    const top = open.at(-1);
    if (Number.isNaN(code)) return state === 'end' ? undefined : failure();
    if (state === 'end') return failure();
    if (state === 'key') {
      if (code === 125 && (top?.value === -1 || trailingCommas)) state = 'comma';
      else {
        if (code !== 34) return failure();
        remember();
        keyStart = at;
        if (!readString()) return failure();
        key = text.slice(keyStart + 1, at - 1);
        state = 'colon';
        continue;
      }
    } else if (state === 'colon') {
      if (code !== 58) return failure();
      remember();
      isString = false;
      at++;
      state = 'value';
      if (shape && misplaced === undefined) {
        let next = at;
        while (/\s/.test(text[next] ?? '')) next++;
        const opens = text[next];
        if (!shape(path, key, opens === '{' || opens === '[' ? opens : ''))
          misplaced = top === undefined || top.comma < 0 ? keyStart : top.comma;
      }
      continue;
    } else if (state === 'value') {
      if (code === 93 && top !== undefined && !top.isObject && (top.value === -1 || trailingCommas)) state = 'comma';
      else {
        if (top) top.value = at;
        if (code === 34) {
          remember();
          if (!readString()) return failure();
          state = top === undefined ? 'end' : 'comma';
          continue;
        }
        if (code === 123 || code === 91) {
          if (open.length >= MAX_OPEN) return failure();
          remember();
          isString = false;
          const own = top?.isObject === true ? key : '';
          open.push({ isObject: code === 123, start: at, key: own, comma: -1, value: -1 });
          if (open.length > 1) path.push(own);
          state = code === 123 ? 'key' : 'value';
          at++;
          continue;
        }
        LITERAL.lastIndex = at;
        if (!LITERAL.test(text)) return failure();
        remember();
        isString = false;
        at = LITERAL.lastIndex;
        state = top === undefined ? 'end' : 'comma';
        continue;
      }
    }
    // A comma or the end of the collection.
    if (top === undefined) return failure();
    if (code === 44) {
      remember();
      isString = false;
      top.comma = at++;
      state = top.isObject ? 'key' : 'value';
    } else if (code === (top.isObject ? 125 : 93)) {
      remember();
      isString = false;
      at++;
      open.pop();
      path.pop();
      state = open.length === 0 ? 'end' : 'comma';
    } else return failure();
  }
}
