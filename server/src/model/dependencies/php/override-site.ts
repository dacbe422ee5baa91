import { memberInsertion, objectOf, type JsonNode } from '../../json/index.ts';
import type { OverrideSite } from '../file.ts';

/** Composer has no overrides: what is to be newer is asked for as well (https://getcomposer.org/doc/04-schema.md#require). */
export function composerOverrideSites(text: string, root: JsonNode | undefined): OverrideSite[] {
  const place = memberInsertion(text, root, ['require'], '"{name}": "^{version}"');
  if (!place) return [];
  const taken = ['require', 'require-dev'].flatMap((key) => objectOf(root, key)?.members.map((member) => member.key.text) ?? []);
  return [{ section: 'require', ...place, ...(taken.length > 0 && { taken }) }];
}
