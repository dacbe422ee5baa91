import type { Span } from '../../base/span.ts';

/** `literal` is a number, a boolean, a date, or a bare word in a broken file. */
export type TomlKind = 'string' | 'literal' | 'array' | 'table';

export interface TomlKey {
  /** Decoded, without quotes. */
  readonly text: string;
  /** Inside the quotes. */
  readonly span: Span;
}

/** One key of a table with its value, however the file spells it: `a.b = 1`, `[a]` with `b = 1`, `a = { b = 1 }`. */
export interface TomlMember {
  readonly key: TomlKey;
  readonly value: TomlNode;
  /** From the key, or the bracket of a header, to the end of the value, or of the table's last statement. */
  span: Span;
  /** The physical lines without the last break, if the member has them for itself. */
  lines: Span | undefined;
}

/** One TOML value, or a table that headers and dotted keys make up. */
export class TomlNode {
  readonly kind: TomlKind;
  /** UTF-16 offset: inside the quotes of a string, at the bracket of a collection, at the header of a table. */
  readonly start: number;
  /** Exclusive. */
  end: number;
  /** A string's decoded value; a literal as written; empty for collections. */
  readonly text: string;
  /** The quotes of a string included. */
  outer: Span;
  /** A table's members in the order of the file, repeated keys included. */
  readonly members: TomlMember[] = [];
  /** An array's items, or the tables of an array of tables. */
  readonly items: TomlNode[] = [];
  /** Whether the table is made of headers and dotted keys, so that later ones may add to it. */
  readonly isOpen: boolean;
  #byKey: Map<string, TomlMember> | undefined;

  constructor(kind: TomlKind, start: number, end: number, text = '', outer: Span = { start, end }, isOpen = false) {
    this.kind = kind;
    this.start = start;
    this.end = end;
    this.text = text;
    this.outer = outer;
    this.isOpen = isOpen;
  }

  /** The latest member of that key. */
  member(key: string): TomlMember | undefined {
    return this.#byKey?.get(key);
  }

  add(member: TomlMember): void {
    this.members.push(member);
    (this.#byKey ??= new Map()).set(member.key.text, member);
  }
}

export const spanOfToml = ({ start, end }: TomlNode): Span => ({ start, end });

export const valueOfToml = (node: TomlNode | undefined, key: string): TomlNode | undefined => node?.member(key)?.value;

/** The string under `key` with its place. */
export function stringOfToml(node: TomlNode | undefined, key: string): TomlNode | undefined {
  const value = valueOfToml(node, key);
  return value?.kind === 'string' ? value : undefined;
}

/** The strings of the array under `key`; a single string counts as one. */
export function textsOfToml(node: TomlNode | undefined, key: string): string[] {
  const value = valueOfToml(node, key);
  const items = value?.kind === 'string' ? [value] : (value?.items ?? []);
  return items.filter(({ kind }) => kind === 'string').map(({ text }) => text);
}
