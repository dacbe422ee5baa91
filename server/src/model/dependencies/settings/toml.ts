import type { Span } from '../../../base/span.ts';
import { spanOfToml, type TomlMember, type TomlNode } from '../../toml/index.ts';
import type { Setting } from '../file.ts';
import { itemDeletion, memberDeletion } from '../toml/deletion.ts';

/** Deeper nesting is nothing that we know. */
const MAX_DEPTH = 8;

/** The strings and literals of a table as settings, those of the tables in it included. */
export function tomlSettings(text: string, root: TomlNode | undefined, within = ''): Setting[] {
  const result: Setting[] = [];
  const add = (section: string, { key }: TomlMember, value: TomlNode, span: Span, deletion: Span | undefined): void => {
    result.push({
      section,
      key: key.text,
      keySpan: key.span,
      value: value.kind === 'array' ? '[]' : value.text,
      valueSpan: value.kind === 'array' ? value.outer : spanOfToml(value),
      span,
      ...(deletion && { deletion }),
    });
  };
  const walk = (table: TomlNode, section: string, depth: number): void => {
    if (depth > MAX_DEPTH) return;
    for (const [index, member] of table.members.entries()) {
      const { key, value, span } = member;
      const inner = section === '' ? key.text : `${section}.${key.text}`;
      const deletion = (): Span | undefined => memberDeletion(text, table, index);
      if (value.kind === 'table') walk(value, inner, depth + 1);
      else if (value.kind !== 'array') add(section, member, value, span, deletion());
      else {
        if (value.items.length === 0) add(section, member, value, span, deletion());
        for (const [at, item] of value.items.entries())
          if (item.kind === 'table') walk(item, `${inner}[${at}]`, depth + 1);
          else if (item.kind !== 'array')
            add(section, member, item, item.outer, value.items.length === 1 ? deletion() : itemDeletion(text, value, at));
      }
    }
  };
  if (root) walk(root, within, 0);
  return result;
}
