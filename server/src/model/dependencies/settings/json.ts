import { memberDeletion, spanOfJson, type JsonNode } from '../../json/index.ts';
import type { Setting } from '../file.ts';

/** Settings are flat; deeper nesting is nothing that we know. */
const MAX_DEPTH = 6;

/** The texts and literals below an object as settings: the keys around one are its section, joined by dots; the items of a list repeat the key of the list. */
export function jsonSettings(text: string, object: JsonNode | undefined, section = '', depth = 0): Setting[] {
  return (object?.members ?? []).flatMap(({ key, value }, index) => {
    const values = value?.kind === 'array' ? value.items : value ? [value] : [];
    return values.flatMap((one): Setting | Setting[] => {
      if (one.kind === 'object') {
        const inner = section === '' ? key.text : `${section}.${key.text}`;
        return depth < MAX_DEPTH ? jsonSettings(text, one, inner, depth + 1) : [];
      }
      if (one.kind === 'array') return [];
      const deletion = one === value && object ? memberDeletion(text, object, index) : undefined;
      return { section, key: key.text, value: one.text, valueSpan: spanOfJson(one), ...(deletion && { deletion }) };
    });
  });
}
