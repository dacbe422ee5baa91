import { Builder } from './builder.ts';
import type { XmlDocument } from './node.ts';

/**
 * Reads XML 1.0 (https://www.w3.org/TR/xml/) with places. Never throws; a broken document yields everything that can be told from its text and at least one problem.
 * Of the two ways to mend it, the one that has to mend less is taken.
 */
export function parseXml(text: string): XmlDocument {
  const strict = new Builder(text, 'strict').build();
  if (strict.problems.length === 0) return strict;
  const nested = new Builder(text, 'nested').build();
  const indented = new Builder(text, 'indented').build();
  return indented.problems.length <= nested.problems.length ? indented : nested;
}
