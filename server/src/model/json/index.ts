import type { JsonDocument } from './node.ts';
import { parseStrict } from './strict.ts';
import { parseTolerant } from './tolerant.ts';

export * from './node.ts';

/** Parses JSON with positions. Never throws; a broken document yields everything that can be told from its text and at least one problem. */
export function parseJson(text: string): JsonDocument {
  const root = parseStrict(text);
  return root === undefined ? parseTolerant(text) : { root, problems: [] };
}
