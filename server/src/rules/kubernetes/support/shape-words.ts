import type { ScalarType } from '../../../knowledge/kubernetes/schema.ts';
import { keyOf, type ScalarValue, type YamlNode } from '../../../model/yaml/index.ts';
import type { Shape } from './shape.ts';

const SCALARS: Readonly<Record<ScalarType, string>> = {
  string: 'a string',
  boolean: 'a boolean',
  int32: 'a whole number of 32 bits',
  int64: 'a whole number',
  double: 'a number',
  quantity: 'a quantity such as `500m` or `1Gi`',
  'int-or-string': 'a whole number or a string',
  'date-time': 'a time such as `2026-01-31T12:00:00Z`',
  byte: 'a string in base64',
  any: 'a value',
};

/** What is wanted, with its article. */
export function shapeInWords(shape: Shape): string {
  switch (shape.kind) {
    case 'any':
      return 'a value';
    case 'scalar':
      return SCALARS[shape.scalar];
    case 'list':
      return 'a list';
    case 'map':
    case 'object':
      return 'a mapping';
  }
}

/** What stands there, with its article. */
export function inWords(node: YamlNode): string {
  if (node.kind === 'mapping') return 'a mapping';
  if (node.kind === 'sequence') return 'a list';
  if (node.kind === 'alias' || node.value === null) return 'nothing';
  if (typeof node.value === 'string') return 'a string';
  return typeof node.value === 'boolean' ? 'a boolean' : 'a number';
}

/** "`A`, `B` or `C`"; of too many only how many there are. */
export function valuesInWords(values: readonly ScalarValue[]): string {
  if (values.length > 12) return `one of the ${values.length} values of the API`;
  return values
    .map((value) => `\`${String(value)}\``)
    .join(', ')
    .replace(/, ([^,]*)$/, ' or $1');
}

/** Whether a value could be an item of a list that is missing around it. */
export function isItem(node: YamlNode, items: Shape): boolean {
  if (items.kind === 'scalar' || items.kind === 'any') return node.kind === 'scalar';
  if (items.kind === 'list') return node.kind === 'sequence';
  if (node.kind !== 'mapping') return false;
  return items.kind === 'map' || node.entries.every((entry) => items.field(keyOf(entry) ?? '') !== undefined);
}
