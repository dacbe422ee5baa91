import type { ScalarType } from '../../knowledge/kubernetes/schema.ts';
import type { Shape } from '../../rules/kubernetes/support/shape.ts';

const SCALARS: Readonly<Record<ScalarType, string>> = {
  string: 'string',
  boolean: 'boolean',
  int32: 'integer',
  int64: 'integer',
  double: 'number',
  quantity: 'quantity',
  'int-or-string': 'integer or string',
  'date-time': 'date and time',
  byte: 'base64',
  any: 'any value',
};

/** The name of a type, as short as the API reference writes it: `list of Container`. */
export function shapeName(shape: Shape): string {
  switch (shape.kind) {
    case 'any':
      return 'any value';
    case 'scalar':
      return SCALARS[shape.scalar];
    case 'list':
      return `list of ${shapeName(shape.items)}`;
    case 'map':
      return `map of ${shapeName(shape.values)}`;
    case 'object':
      return shape.type === undefined ? 'object' : typeName(shape.type);
  }
}

/** `V1PodSpec` → `PodSpec`, `CoreV1EndpointPort` → `EndpointPort`. */
const typeName = (type: string): string => type.replace(/^(?:[A-Z][a-z]+)?V\d+(?:(?:alpha|beta)\d+)?(?=[A-Z])/, '');
