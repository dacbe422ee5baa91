import type { JsonDocument } from './node.ts';
import { parseStrict } from './strict.ts';
import { parseTolerant } from './tolerant.ts';

export { memberInsertion, type JsonInsertion } from './insertion.ts';
export * from './node.ts';
export { JsonScanner } from './scanner.ts';

/**
 * Parses JSON with positions. Never throws; a broken document yields everything that can be told from its text and at least one problem.
 * @param options.trailingCommas whether a comma may stand before a closing bracket, as in JSONC
 */
export function parseJson(text: string, options: { readonly trailingCommas?: boolean } = {}): JsonDocument {
  const root = parseStrict(text, options.trailingCommas);
  return root === undefined ? parseTolerant(text) : { root, problems: [] };
}
