import type { Span } from '../../base/span.ts';

/** A piece of text with its entities replaced. */
export interface XmlValue {
  readonly text: string;
  /** From its first to its last character in the file, entities and comments between included. */
  readonly span: Span;
  /** Where each UTF-16 unit of `text` stands in the file; absent where `span` is as long as `text`. */
  readonly units?: readonly Span[];
}

export interface XmlAttribute extends Span {
  /** As written, with its prefix. */
  readonly name: string;
  /** Inside the quotes. */
  readonly value: XmlValue;
}

const NO_ATTRIBUTES: readonly XmlAttribute[] = [];

/** One element; `start` and `end` are those of all of it, tags included. One class for all, because equal shapes are built faster. */
export class XmlElement implements Span {
  /** Without a prefix. In a broken file, the longer of the names of its two tags, when they differ by one missing character. */
  name: string;
  readonly nameStart: number;
  readonly start: number;
  end: number;
  attributes: readonly XmlAttribute[] = NO_ATTRIBUTES;
  /** Its elements in their order; text is asked for by {@link textOf}. */
  readonly children: XmlElement[] = [];
  readonly parent: XmlElement | undefined;
  /** Behind the start tag. */
  contentStart: number;
  /** Before the end tag; where it is missing, where the content was taken to end. */
  contentEnd: number;

  constructor(name: string, start: number, nameStart: number, parent: XmlElement | undefined) {
    this.name = name;
    this.start = start;
    this.nameStart = nameStart;
    this.end = start;
    this.contentStart = start;
    this.contentEnd = start;
    this.parent = parent;
  }
}

export interface XmlProblem {
  readonly span: Span;
  /** A sentence. */
  readonly message: string;
}

export interface XmlDocument {
  /** Stands for the document itself, without a name; the elements at the top, of which a valid document has one, are its children. */
  readonly root: XmlElement;
  /** From `<!--` to behind `-->`. */
  readonly comments: readonly Span[];
  /** Empty for a well-formed document. */
  readonly problems: readonly XmlProblem[];
}

/** The name of an element in its start tag. */
export const nameSpanOf = ({ name, nameStart, contentStart }: XmlElement): Span => ({
  start: nameStart,
  end: Math.min(nameStart + name.length, contentStart),
});

/** The first child with a name. */
export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find((child) => child.name === name);

export const childrenOf = (element: XmlElement | undefined, name: string): readonly XmlElement[] =>
  element?.children.filter((child) => child.name === name) ?? [];

/** The children of a child: `itemsOf(project, 'modules')`. A broken file may have the list twice. */
export const itemsOf = (element: XmlElement | undefined, list: string): readonly XmlElement[] =>
  childrenOf(element, list).flatMap(({ children }) => children);

export const attributeOf = (element: XmlElement, name: string): XmlAttribute | undefined =>
  element.attributes.find((attribute) => attribute.name === name);

/** The value of an attribute without white space at its ends. */
export function attributeText(element: XmlElement, name: string): XmlValue | undefined {
  const attribute = attributeOf(element, name);
  return attribute && trimmedValue(attribute.value);
}

const BLANK = /\S/;

/** `value` without white space at its ends. */
export function trimmedValue(value: XmlValue): XmlValue {
  const start = Math.max(value.text.search(BLANK), 0);
  const end = Math.max(value.text.trimEnd().length, start);
  return start === 0 && end === value.text.length ? value : partOf(value, start, end);
}

/** A part of `value` by offsets in its text, with its place in the file. */
export function partOf(value: XmlValue, start: number, end: number): XmlValue {
  const { text, span, units } = value;
  const part = text.slice(start, end);
  if (units === undefined) return { text: part, span: { start: span.start + start, end: span.start + start + part.length } };
  const own = units.slice(start, end);
  const from = own[0]?.start ?? units[start]?.start ?? span.end;
  const place = { start: from, end: own.at(-1)?.end ?? from };
  return place.end - place.start === part.length ? { text: part, span: place } : { text: part, span: place, units: own };
}

/** The first of `elements`, which are in order, that ends behind an offset. */
export function firstBehind(elements: readonly XmlElement[], offset: number): XmlElement | undefined {
  let low = 0;
  let high = elements.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((elements[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return elements[low];
}

/** The innermost element that an offset lies in, tags included. */
export function elementAt(root: XmlElement, offset: number): XmlElement {
  let element = root;
  for (;;) {
    const found = firstBehind(element.children, offset);
    if (found === undefined || found.start > offset) return element;
    element = found;
  }
}
