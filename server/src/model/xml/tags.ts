import { XmlElement, type XmlAttribute } from './node.ts';
import { valueBetween } from './value.ts';

/** A start tag that was read. */
export interface StartTag {
  readonly element: XmlElement;
  readonly isEmpty: boolean;
  /** Whether it is what the grammar allows. */
  readonly isWellFormed: boolean;
}

const TAB = 9;
const LINE_FEED = 10;
const RETURN = 13;
const SPACE = 32;
const DOUBLE = 34;
const SINGLE = 39;
const COLON = 58;
const SLASH = 47;
const LESS = 60;
const EQUALS = 61;
const GREATER = 62;
const QUESTION = 63;

export const isBlank = (code: number): boolean => code === SPACE || code === LINE_FEED || code === TAB || code === RETURN;

export const isNameStart = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || code === COLON || code >= 0x80;

export const isNamePart = (code: number): boolean =>
  isNameStart(code) || (code >= 48 && code <= 57) || code === 45 || code === 46;

export function nameEnd(text: string, from: number): number {
  let at = from;
  while (isNamePart(text.charCodeAt(at))) at++;
  return at;
}

const skipBlank = (text: string, from: number): number => {
  let at = from;
  while (isBlank(text.charCodeAt(at))) at++;
  return at;
};

/** `name` without the prefix of its namespace. */
export const localName = (name: string): string => {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
};

/**
 * Reads the start tag whose name begins at `nameStart`. Its element begins at `start` and ends behind the tag. A tag whose `>` is missing ends before the next `<`,
 * a value whose quote is missing at the end of its line or tag.
 */
export function startTag(text: string, start: number, nameStart: number, parent: XmlElement | undefined): StartTag {
  let at = nameEnd(text, nameStart);
  const element = new XmlElement(localName(text.slice(nameStart, at)), start, nameStart, parent);
  const attributes: XmlAttribute[] = [];
  let isWellFormed = true;
  let isEmpty = false;
  // The blank behind the name is lost: which part of it is that of the attribute is not known before the end tag.
  if (text.charCodeAt(at) === EQUALS) {
    const joined = attributeAt(text, nameStart);
    if (joined.value) attributes.push({ name: joined.name, value: joined.value, start: nameStart, end: joined.end });
    isWellFormed = false;
    at = joined.end;
  }
  for (;;) {
    at = skipBlank(text, at);
    const code = text.charCodeAt(at);
    if (code === GREATER) {
      at++;
      break;
    }
    if (code === LESS || Number.isNaN(code)) {
      isWellFormed = false;
      break;
    }
    if (code === SLASH || code === QUESTION) {
      isEmpty = true;
      // `/` without `>` directly behind it is only an end where nothing else follows.
      if (text.charCodeAt(at + 1) !== GREATER || code === QUESTION) isWellFormed = false;
      at++;
      continue;
    }
    isEmpty = false;
    if (!isNameStart(code)) {
      isWellFormed = false;
      at++;
      continue;
    }
    const attribute = attributeAt(text, at);
    if (attribute.value) attributes.push({ name: attribute.name, value: attribute.value, start: at, end: attribute.end });
    isWellFormed &&= attribute.isWellFormed;
    at = attribute.end;
  }
  if (attributes.length > 0) element.attributes = attributes;
  element.end = element.contentStart = element.contentEnd = at;
  return { element, isEmpty, isWellFormed };
}

interface ReadAttribute {
  readonly name: string;
  readonly value?: XmlAttribute['value'];
  readonly end: number;
  readonly isWellFormed: boolean;
}

function attributeAt(text: string, start: number): ReadAttribute {
  const end = nameEnd(text, start);
  const name = text.slice(start, end);
  let at = skipBlank(text, end);
  const hasEquals = text.charCodeAt(at) === EQUALS;
  if (hasEquals) at = skipBlank(text, at + 1);
  const quote = text.charCodeAt(at);
  if (quote === DOUBLE || quote === SINGLE) {
    const { close, hasBracket } = closingQuote(text, at + 1, quote);
    const valueEnd = close ?? unclosedEnd(text, at + 1);
    return {
      name,
      value: valueBetween(text, at + 1, valueEnd),
      end: close === undefined ? valueEnd : close + 1,
      isWellFormed: hasEquals && !hasBracket && close !== undefined && !isNameStart(text.charCodeAt(close + 1)),
    };
  }
  if (!hasEquals) return { name, end, isWellFormed: false };
  const valueEnd = bareEnd(text, at);
  return { name, value: valueBetween(text, at, valueEnd), end: valueEnd, isWellFormed: false };
}

/** A value has no `<` in it: what looks so has lost its closing quote, unless the quote closes on its line as quotes do. */
function closingQuote(text: string, from: number, quote: number): { readonly close?: number; readonly hasBracket: boolean } {
  let hasBracket = false;
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) return !hasBracket || endsValue(text.charCodeAt(at + 1)) ? { close: at, hasBracket } : { hasBracket };
    if (code === LESS) hasBracket = true;
    else if (hasBracket && code === LINE_FEED) break;
  }
  return { hasBracket };
}

const endsValue = (code: number): boolean => isBlank(code) || code === SLASH || code === GREATER;

function unclosedEnd(text: string, from: number): number {
  let at = from;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === LESS || code === GREATER || code === LINE_FEED || code === RETURN) break;
  }
  return text.charCodeAt(at) === GREATER && text.charCodeAt(at - 1) === SLASH && at > from ? at - 1 : at;
}

function bareEnd(text: string, from: number): number {
  let at = from;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isBlank(code) || code === LESS || code === GREATER || code === DOUBLE || code === SINGLE) break;
  }
  return text.charCodeAt(at) === GREATER && text.charCodeAt(at - 1) === SLASH && at > from ? at - 1 : at;
}
