import type { ConfigValue } from '../engine/config/value.ts';
import { type JsonNode, parseJson, spanOfJson } from '../model/json/index.ts';

/** Nothing in a configuration is nested deeper. */
const DEEPEST = 20;

/** A configuration file that is written in JSON, with comments and trailing commas or without. What cannot be read is left out. */
export const jsonConfig = (text: string): ConfigValue => toValue(parseJson(text, { trailingCommas: true }).root, 0);

function toValue(node: JsonNode | undefined, depth: number): ConfigValue {
  if (!node || depth > DEEPEST) return { kind: 'scalar', span: node ? spanOfJson(node) : { start: 0, end: 0 }, value: null };
  const span = spanOfJson(node);
  switch (node.kind) {
    case 'string':
      return { kind: 'scalar', span, value: node.text };
    case 'array':
      return { kind: 'list', span, items: node.items.map((item) => toValue(item, depth + 1)) };
    case 'object': {
      const entries = node.members.map(({ key, value }) => ({
        key: key.text,
        keySpan: { start: key.start, end: key.end },
        value: toValue(value, depth + 1),
      }));
      return { kind: 'map', span, entries };
    }
    default:
      return { kind: 'scalar', span, value: LITERALS.get(node.text) ?? numberOf(node.text) };
  }
}

const numberOf = (text: string): number | null => (/^-?\d/.test(text) && Number.isFinite(Number(text)) ? Number(text) : null);

const LITERALS: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['false', false],
]);
