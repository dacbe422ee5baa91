import {
  fieldsOf,
  isIn,
  kindOf,
  type ScalarType,
  type SchemaField,
  schemaMinor,
  typeAt,
} from '../../../knowledge/kubernetes/schema.ts';
import type { CrdBounds, CrdSchema, Resource } from '../../../model/kubernetes/index.ts';
import type { ScalarValue } from '../../../model/yaml/index.ts';
import { type DefinitionContext, definitionOf } from './custom-resources.ts';

/** What a value must look like, whether Kubernetes itself or a CustomResourceDefinition says it. */
export type Shape =
  | { readonly kind: 'any' }
  | {
      readonly kind: 'scalar';
      readonly scalar: ScalarType;
      readonly values: readonly ScalarValue[] | undefined;
      readonly bounds?: CrdBounds | undefined;
    }
  | { readonly kind: 'list'; readonly items: Shape; readonly keys: readonly string[] }
  | { readonly kind: 'map'; readonly values: Shape }
  | ObjectShape;

export interface ObjectShape {
  readonly kind: 'object';
  /** The name of Kubernetes' own type. */
  readonly type: string | undefined;
  /** Further fields are welcome. */
  readonly isOpen: boolean;
  field(name: string): Shape | undefined;
  readonly names: readonly string[];
  readonly required: readonly string[];
  /** A field that other versions of Kubernetes have. */
  elsewhere(name: string): SchemaField | undefined;
}

const ANY: Shape = { kind: 'any' };

/** The shape of a resource; undefined where nobody knows its kind, or the target version does not serve it. */
export function shapeOf(context: DefinitionContext, resource: Resource): ObjectShape | undefined {
  const minor = schemaMinor(context.env.kubernetesVersion);
  const own = kindOf(resource.apiVersion, resource.kind);
  if (own) return isIn(own, minor) ? typeShape(own.type, minor) : undefined;
  const schema = definitionOf(context, resource)?.versions.find(({ name }) => name === resource.version)?.schema;
  return schema && rootShape(schema, minor);
}

/** What objects of every kind have, for those of a kind that nobody knows. */
export function standardShape(version: string): ObjectShape {
  const pod = typeShape('V1Pod', schemaMinor(version));
  const names = ['apiVersion', 'kind', 'metadata'];
  return {
    ...pod,
    type: undefined,
    isOpen: true,
    names,
    required: [],
    field: (name) => (names.includes(name) ? pod.field(name) : undefined),
    elsewhere: () => undefined,
  };
}

function typeShape(type: string, minor: number): ObjectShape {
  const { fields, names, required } = typeAt(type, minor);
  return {
    kind: 'object',
    type,
    isOpen: false,
    names,
    required,
    field: (name) => {
      const field = fields.get(name);
      return field && fieldShape(field, minor);
    },
    elsewhere: (name) => fieldsOf(type).get(name),
  };
}

function fieldShape({ shape, scalar, type, values, keys }: SchemaField, minor: number): Shape {
  const one: Shape =
    type !== undefined ? typeShape(type, minor) : scalar === 'any' ? ANY : { kind: 'scalar', scalar: scalar ?? 'any', values };
  switch (shape) {
    case 'one':
      return one;
    case 'list':
      return { kind: 'list', items: one, keys };
    case 'map':
      return { kind: 'map', values: one };
    case 'map of lists':
      return { kind: 'map', values: { kind: 'list', items: one, keys } };
  }
}

/** Every custom resource has these, whatever its schema says of them. */
function rootShape(schema: CrdSchema, minor: number): ObjectShape | undefined {
  const shape = customShape(schema);
  if (shape.kind !== 'object') return undefined;
  const standard = typeShape('V1Pod', minor);
  const isStandard = (name: string): boolean => name === 'apiVersion' || name === 'kind' || name === 'metadata';
  return { ...shape, field: (name) => (isStandard(name) ? standard.field(name) : shape.field(name)) };
}

function customShape(schema: CrdSchema): Shape {
  if (schema.isIntOrString) return { kind: 'scalar', scalar: 'int-or-string', values: undefined };
  switch (schema.type) {
    case 'object':
      return customObject(schema);
    case 'array':
      return { kind: 'list', items: schema.items ? customShape(schema.items) : ANY, keys: [] };
    case 'string':
      return {
        kind: 'scalar',
        scalar: schema.format === 'date-time' ? 'date-time' : 'string',
        values: schema.values,
        bounds: schema.bounds,
      };
    case 'boolean':
      return { kind: 'scalar', scalar: 'boolean', values: schema.values };
    case 'integer':
      return {
        kind: 'scalar',
        scalar: schema.format === 'int32' ? 'int32' : 'int64',
        values: schema.values,
        bounds: schema.bounds,
      };
    case 'number':
      return { kind: 'scalar', scalar: 'double', values: schema.values, bounds: schema.bounds };
    default:
      return ANY;
  }
}

function customObject({ properties, additional, required, isOpen }: CrdSchema): Shape {
  if (!properties) return additional ? { kind: 'map', values: customShape(additional) } : ANY;
  const own = (name: string): CrdSchema | undefined => (Object.hasOwn(properties, name) ? properties[name] : undefined);
  return {
    kind: 'object',
    type: undefined,
    isOpen: isOpen === true || additional !== undefined,
    field: (name) => {
      const schema = own(name);
      return schema && customShape(schema);
    },
    names: Object.keys(properties),
    required: required ?? [],
    elsewhere: () => undefined,
  };
}
