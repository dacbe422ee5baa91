import type { Span } from '../../base/span.ts';

/** What a plain or quoted scalar means to Kubernetes; quoted and block scalars are always strings. */
export type ScalarValue = string | number | boolean | null;

export type ScalarStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded';
export type CollectionStyle = 'block' | 'flow';

/** An anchor (`&name`) or a tag (`!!str`) before a node; the span includes its indicator, the text of an anchor does not. */
export interface Property {
  readonly text: string;
  readonly span: Span;
}

interface NodeBase {
  /** The node's own text: for block collections from the first key or dash to the end of the last value, without comments behind it. */
  readonly span: Span;
  readonly anchor?: Property;
  readonly tag?: Property;
}

export interface YamlScalar extends NodeBase {
  readonly kind: 'scalar';
  readonly style: ScalarStyle;
  /** The decoded content, before typing. */
  readonly text: string;
  readonly value: ScalarValue;
}

/** One `key: value`. Without `value` nothing, or only a property, stands behind the colon: Kubernetes reads null. */
export interface YamlEntry {
  readonly key: YamlNode;
  /** Offset of the `:`; undefined when it is missing (`{ a, b }`, `? a`, a half-typed line). */
  readonly colon: number | undefined;
  readonly value: YamlNode | undefined;
  /** From the key's start to the value's end. */
  readonly span: Span;
}

export interface YamlMapping extends NodeBase {
  readonly kind: 'mapping';
  readonly style: CollectionStyle;
  /** In the order of the text, duplicates kept. */
  readonly entries: readonly YamlEntry[];
}

/** One item of a sequence: from its dash (block style) or its value's start (flow style) to the value's end. */
export interface YamlItem {
  readonly span: Span;
  readonly value: YamlNode | undefined;
}

export interface YamlSequence extends NodeBase {
  readonly kind: 'sequence';
  readonly style: CollectionStyle;
  readonly items: readonly YamlItem[];
}

export interface YamlAlias extends NodeBase {
  readonly kind: 'alias';
  readonly name: string;
  /** The node the alias stands for: the last anchor of that name before it. It may contain the alias itself, so walk with a budget. */
  readonly target: YamlNode | undefined;
}

export type YamlNode = YamlScalar | YamlMapping | YamlSequence | YamlAlias;

/** A `#` comment: its span goes from the marker to the end of its line, line break excluded. */
export interface YamlComment {
  readonly span: Span;
  /** Without the marker and the white space around it. */
  readonly text: string;
}
