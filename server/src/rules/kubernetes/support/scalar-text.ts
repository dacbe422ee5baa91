import { type Span, span } from '../../../base/span.ts';
import type { YamlScalar } from '../../../model/yaml/index.ts';

/** Where the text of a scalar begins in the source; undefined when it is spelt differently there (escapes, several lines). */
export function verbatimStart(source: string, { span: where, text, style }: YamlScalar): number | undefined {
  const start = where.start + (style === 'plain' ? 0 : 1);
  return source.startsWith(text, start) && start + text.length <= where.end ? start : undefined;
}

/** The place of the piece `[start, end)` of a scalar's text; the whole scalar where the source spells it differently. */
export function pieceOf(source: string, scalar: YamlScalar, start: number, end: number): Span {
  const from = verbatimStart(source, scalar);
  return from === undefined ? scalar.span : span(from + start, from + end);
}
