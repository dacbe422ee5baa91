import type { Span } from '../../../base/span.ts';
import { memberDeletion, memberSpan, spanOfJson, type JsonNode } from '../../json/index.ts';
import type { Setting } from '../file.ts';
import { partDeletion } from './parts.ts';

/** Deeper nesting is nothing that we know. */
const MAX_DEPTH = 6;

/**
 * The strings and literals of an object as settings, those of the objects in it included.
 * @param within the section of the object itself
 * @param isSetting whether a key at the top is one
 */
export function jsonSettings(
  text: string,
  root: JsonNode | undefined,
  within = '',
  isSetting: (key: string) => boolean = () => true,
): Setting[] {
  const result: Setting[] = [];
  const walk = (object: JsonNode, section: string, depth: number): void => {
    for (const [index, member] of object.members.entries()) {
      const { key, value } = member;
      if (value === undefined || (depth === 0 && !isSetting(key.text))) continue;
      const inner = section === '' ? key.text : `${section}.${key.text}`;
      const removal = (): Span | undefined => memberDeletion(text, object, index);
      const add = (node: JsonNode, span: Span, deletion: Span | undefined): void => {
        const shown = node.kind === 'array' ? '[]' : node.text;
        const common = { section, key: key.text, keySpan: spanOfJson(key), value: shown, valueSpan: spanOfJson(node), span };
        result.push({ ...common, ...(deletion && { deletion }) });
      };
      if (value.kind === 'object') {
        if (depth < MAX_DEPTH) walk(value, inner, depth + 1);
      } else if (value.kind !== 'array' || value.items.length === 0) add(value, memberSpan(text, member), removal());
      else {
        const parts = value.items.map((item) => ({ span: outer(text, item) }));
        for (const [at, item] of value.items.entries())
          if (item.kind === 'object') {
            if (depth < MAX_DEPTH) walk(item, `${inner}[${at}]`, depth + 1);
          } else if (item.kind !== 'array')
            add(item, parts[at]?.span ?? item, parts.length === 1 ? removal() : partDeletion(text, parts, at));
      }
    }
  };
  if (root?.kind === 'object') walk(root, within, 0);
  return result;
}

const outer = (text: string, { kind, start, end }: JsonNode): Span =>
  kind === 'string' && text[start - 1] === '"' && text[end] === '"' ? { start: start - 1, end: end + 1 } : { start, end };
