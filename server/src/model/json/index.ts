import type { JsonDocument } from './node.ts';
import type { JsonShape } from './probe.ts';
import { parseRepaired } from './repair.ts';
import { parseStrict } from './strict.ts';
import { parseTolerant } from './tolerant.ts';

export { memberInsertion, type JsonInsertion } from './insertion.ts';
export * from './node.ts';
export type { JsonShape } from './probe.ts';
export { JsonScanner } from './scanner.ts';

/**
 * Parses JSON with positions. Never throws; a broken document yields everything that can be told from its text and at least one problem.
 * @param options.trailingCommas whether a comma may stand before a closing bracket, as in JSONC
 * @param options.shape what is known of the format; tells where a bracket is missing in a document without a layout
 */
export function parseJson(
  text: string,
  options: { readonly trailingCommas?: boolean; readonly shape?: JsonShape } = {},
): JsonDocument {
  const { trailingCommas = false, shape } = options;
  const root = parseStrict(text, trailingCommas);
  if (root !== undefined) return { root, problems: [] };
  return parseRepaired(text, trailingCommas, shape) ?? parseTolerant(text);
}
