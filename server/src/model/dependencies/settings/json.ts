import { spanOfJson, type JsonNode } from '../../json/index.ts';
import type { Setting } from '../file.ts';

/** Settings are flat; deeper nesting is nothing that we know. */
const MAX_DEPTH = 6;

/** The texts and literals below an object as settings: the keys around one are its section, joined by dots; the items of a list repeat the key of the list. */
export function jsonSettings(object: JsonNode | undefined, section = '', depth = 0): Setting[] {
  return (object?.members ?? []).flatMap(({ key, value }) => {
    const values = value?.kind === 'array' ? value.items : value ? [value] : [];
    return values.flatMap((one): Setting | Setting[] => {
      if (one.kind === 'object')
        return depth < MAX_DEPTH ? jsonSettings(one, section === '' ? key.text : `${section}.${key.text}`, depth + 1) : [];
      return one.kind === 'array' ? [] : { section, key: key.text, value: one.text, valueSpan: spanOfJson(one) };
    });
  });
}
