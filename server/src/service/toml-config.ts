import type { ConfigValue } from '../engine/config/value.ts';
import { parseToml, spanOfToml, type TomlNode } from '../model/toml/index.ts';

/** Nothing in a configuration is nested deeper. */
const DEEPEST = 20;

/** A configuration file that is written in TOML. What cannot be read is left out. */
export const tomlConfig = (text: string): ConfigValue => toValue(parseToml(text).root, 0);

function toValue(node: TomlNode, depth: number): ConfigValue {
  const span = spanOfToml(node);
  if (depth > DEEPEST) return { kind: 'scalar', span, value: null };
  switch (node.kind) {
    case 'string':
      return { kind: 'scalar', span, value: node.text };
    case 'literal':
      return { kind: 'scalar', span, value: node.text === 'true' || (node.text === 'false' ? false : node.text) };
    case 'array':
      return { kind: 'list', span, items: node.items.map((item) => toValue(item, depth + 1)) };
    case 'table': {
      const entries = node.members.map(({ key, value }) => ({
        key: key.text,
        keySpan: key.span,
        value: toValue(value, depth + 1),
      }));
      return { kind: 'map', span, entries };
    }
  }
}
