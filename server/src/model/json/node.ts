import type { Span } from '../../base/span.ts';

/** `literal` is a number, `true`, `false` or `null`, or a bare word in a broken file. */
export type JsonKind = 'object' | 'array' | 'string' | 'literal';

/** `"key": value`. `value` is absent in a half-typed file only. */
export interface JsonMember {
  readonly key: JsonNode;
  readonly value: JsonNode | undefined;
}

const NO_MEMBERS: readonly JsonMember[] = [];
const NO_ITEMS: readonly JsonNode[] = [];

/** One JSON value. One class for all kinds, because trees of large lockfiles are built several times faster from equal shapes. */
export class JsonNode {
  readonly kind: JsonKind;
  /** UTF-16 offset: inside the quotes of a string, at the bracket of a collection. */
  readonly start: number;
  /** Exclusive. */
  end: number;
  /** A string's decoded value; a literal as written; empty for collections. */
  readonly text: string;
  /** An object's members in their order, repeated keys included. */
  readonly members: readonly JsonMember[];
  /** An array's items. */
  readonly items: readonly JsonNode[];

  constructor(
    kind: JsonKind,
    start: number,
    end: number,
    text: string,
    members: readonly JsonMember[] = NO_MEMBERS,
    items: readonly JsonNode[] = NO_ITEMS,
  ) {
    this.kind = kind;
    this.start = start;
    this.end = end;
    this.text = text;
    this.members = members;
    this.items = items;
  }
}

/** A place where the text is not JSON. `message` is a sentence. */
export interface JsonProblem {
  readonly span: Span;
  readonly message: string;
}

export interface JsonDocument {
  readonly root: JsonNode | undefined;
  readonly problems: readonly JsonProblem[];
}

/** The text of a node's own: a string's without its quotes. */
export const spanOfJson = ({ start, end }: JsonNode): Span => ({ start, end });

/** The value of `key`; the last one where the key is repeated, as JSON.parse has it. */
export function valueOf(node: JsonNode | undefined, key: string): JsonNode | undefined {
  if (node === undefined) return undefined;
  for (let index = node.members.length - 1; index >= 0; index--) {
    const member = node.members[index];
    if (member?.key.text === key && member.value !== undefined) return member.value;
  }
  return undefined;
}

export const objectOf = (node: JsonNode | undefined, key: string): JsonNode | undefined => ofKind(valueOf(node, key), 'object');

export const stringOf = (node: JsonNode | undefined, key: string): string | undefined =>
  ofKind(valueOf(node, key), 'string')?.text;

const ofKind = (node: JsonNode | undefined, kind: JsonKind): JsonNode | undefined => (node?.kind === kind ? node : undefined);

const QUOTE = 34;

/** From a member's opening quote to its value's closing quote or bracket. Quotes may be missing in a broken file. */
export function memberSpan(text: string, { key, value }: JsonMember): Span {
  const start = text.charCodeAt(key.start - 1) === QUOTE ? key.start - 1 : key.start;
  const last = value ?? key;
  return { start, end: last.kind === 'string' && text.charCodeAt(last.end) === QUOTE ? last.end + 1 : last.end };
}

/**
 * What deleting the member at `index` must delete so that the rest stays JSON and keeps its layout: up to the next member, or
 * from behind the one before, or all between the brackets.
 */
export function memberDeletion(text: string, object: JsonNode, index: number): Span | undefined {
  const member = object.members[index];
  if (member === undefined) return undefined;
  const own = memberSpan(text, member);
  const next = object.members[index + 1];
  if (next !== undefined) return { start: own.start, end: memberSpan(text, next).start };
  const before = object.members[index - 1];
  if (before !== undefined) return { start: memberSpan(text, before).end, end: own.end };
  const closed = text[object.end - 1] === '}';
  return { start: object.start + 1, end: closed ? object.end - 1 : own.end };
}
