import type { Span } from '../../../base/span.ts';
import { asMapping, asScalar, keyOf, type YamlMapping, type YamlNode } from '../../yaml/index.ts';
import { wholeLine } from '../lines.ts';
import { isMistyped } from '../misspelt.ts';

/** A text of a file with its place, inside quotes where there are any. */
export interface YamlField {
  readonly text: string;
  readonly span: Span;
}

export function fieldOf(text: string, node: YamlNode | undefined): YamlField | undefined {
  const scalar = asScalar(node);
  if (!scalar) return undefined;
  const { start, end } = scalar.span;
  // One of the quotes may be lost.
  const from = /["']/.test(text[start] ?? '') ? start + 1 : start;
  const isExact = text.startsWith(scalar.text, from) && from + scalar.text.length <= end;
  return { text: scalar.text, span: isExact ? { start: from, end: from + scalar.text.length } : scalar.span };
}

/** The mappings under a key, or under one with a character missing. */
export function sectionsOf(root: YamlMapping | undefined, key: string): YamlMapping[] {
  const below = (matches: (written: string) => boolean): YamlMapping[] =>
    (root?.entries ?? []).flatMap((entry) => (matches(keyOf(entry) ?? '') ? (asMapping(entry.value) ?? []) : []));
  const exact = below((written) => written === key);
  return exact.length > 0 ? exact : below((written) => isMistyped(key, written));
}

/** The lines of an entry of a block mapping. */
export function blockDeletion(text: string, span: Span): Span {
  const end = span.start + text.slice(span.start, span.end).trimEnd().length;
  const rest = /[\r\n]/g;
  rest.lastIndex = end;
  const stop = rest.exec(text)?.index ?? text.length;
  const start = Math.max(text.lastIndexOf('\n', span.start - 1), text.lastIndexOf('\r', span.start - 1)) + 1;
  return wholeLine(text, { start, end: stop });
}
