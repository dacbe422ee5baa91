import {
  asMapping,
  asScalar,
  asSequence,
  at,
  itemsOf,
  keyOf,
  type ScalarValue,
  stringOf,
  valueOf,
  type YamlMapping,
  type YamlNode,
} from '../yaml/index.ts';
import type { KubernetesFile } from './file.ts';
import type { Resource } from './resource.ts';

/** The kind that a CustomResourceDefinition brings. */
export interface CrdFact {
  readonly group: string;
  readonly kind: string;
  readonly versions: readonly CrdVersion[];
}

export interface CrdVersion {
  readonly name: string;
  /** Undefined when there is none, when it is not literal, or when what it does not name is kept: then nothing can be said of the resources. */
  readonly schema: CrdSchema | undefined;
}

/** A structural schema, cut down to what says something about the shape of a value. */
export interface CrdSchema {
  readonly type?: string;
  readonly format?: string;
  readonly properties?: Readonly<Record<string, CrdSchema>>;
  readonly additional?: CrdSchema;
  readonly items?: CrdSchema;
  readonly required?: readonly string[];
  readonly values?: readonly ScalarValue[];
  /** Fields that are not named are kept: `x-kubernetes-preserve-unknown-fields`, an embedded resource, or `additionalProperties: true`. */
  readonly isOpen?: true;
  readonly isIntOrString?: true;
  readonly bounds?: CrdBounds;
}

/** What a number or a string must keep to, beside its type. */
export interface CrdBounds {
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
}

const MOST_NODES = 50_000;

/** A schema that contains itself through an alias has no end. */
const DEEPEST = 200;

/** What the CustomResourceDefinitions of a file define. */
export const crdFacts = ({ resources }: KubernetesFile): readonly CrdFact[] =>
  resources.flatMap((resource) => crdFact(resource) ?? []);

function crdFact({ kind, group, version, node, isPartial }: Resource): CrdFact | undefined {
  if (kind !== 'CustomResourceDefinition' || group !== 'apiextensions.k8s.io') return undefined;
  const ofGroup = stringOf(at(node, 'spec', 'group'));
  const named = stringOf(at(node, 'spec', 'names', 'kind'));
  if (ofGroup === undefined || named === undefined) return undefined;
  const shared = at(node, 'spec', 'validation', 'openAPIV3Schema');
  const keeps = valueOf(at(node, 'spec', 'preserveUnknownFields')) ?? version === 'v1beta1';
  const budget: Budget = { left: MOST_NODES, depth: 0 };
  const read = (schema: YamlNode | undefined): CrdSchema | undefined => {
    const mapping = isPartial || keeps !== false ? undefined : asMapping(schema);
    const result = mapping && schemaOf(mapping, budget);
    return budget.left > 0 ? result : undefined;
  };
  const versions = itemsOf(at(node, 'spec', 'versions')).flatMap((item): CrdVersion[] => {
    const name = stringOf(at(item, 'name'));
    return name === undefined ? [] : [{ name, schema: read(at(item, 'schema', 'openAPIV3Schema') ?? shared) }];
  });
  const single = stringOf(at(node, 'spec', 'version'));
  return {
    group: ofGroup,
    kind: named,
    versions: versions.length > 0 || single === undefined ? versions : [{ name: single, schema: read(shared) }],
  };
}

interface Budget {
  left: number;
  depth: number;
}

/** Recursive, so that depth and breadth are bounded: aliases multiply both. What lies too deep counts as not read. */
function schemaOf(node: YamlMapping, budget: Budget): CrdSchema {
  if (budget.depth >= DEEPEST) budget.left = 0;
  if (budget.left-- <= 0) return { isOpen: true };
  budget.depth++;
  const schema = fieldsOf(node, budget);
  budget.depth--;
  return schema;
}

function fieldsOf(node: YamlMapping, budget: Budget): CrdSchema {
  const inner = (name: string): CrdSchema | undefined => {
    const mapping = asMapping(at(node, name));
    return mapping && schemaOf(mapping, budget);
  };
  const type = stringOf(at(node, 'type'));
  const format = stringOf(at(node, 'format'));
  const properties = asMapping(at(node, 'properties'));
  const items = inner('items');
  const additional = inner('additionalProperties');
  const required = itemsOf(at(node, 'required')).flatMap((item) => stringOf(item) ?? []);
  const values = asSequence(at(node, 'enum'))?.items.flatMap(({ value }) => asScalar(value)?.value ?? []);
  const is = (name: string): boolean => valueOf(at(node, name)) === true;
  const isOpen = is('x-kubernetes-preserve-unknown-fields') || is('x-kubernetes-embedded-resource') || is('additionalProperties');
  return {
    ...(type !== undefined && { type }),
    ...(format !== undefined && { format }),
    ...(properties && { properties: propertiesOf(properties, budget) }),
    ...(items && { items }),
    ...(additional && { additional }),
    ...(required.length > 0 && { required }),
    ...(values && values.length > 0 && { values }),
    ...(isOpen && { isOpen }),
    ...(is('x-kubernetes-int-or-string') && { isIntOrString: true }),
    ...boundsOf(node),
  };
}

function boundsOf(node: YamlMapping): { readonly bounds?: CrdBounds } {
  const bounds: { -readonly [name in keyof CrdBounds]: CrdBounds[name] } = {};
  for (const name of ['minimum', 'maximum', 'minLength', 'maxLength'] as const) {
    const value = valueOf(at(node, name));
    const isExclusive = valueOf(at(node, `exclusiveM${name.slice(1)}`)) === true;
    if (typeof value === 'number' && !isExclusive) bounds[name] = value;
  }
  const pattern = stringOf(at(node, 'pattern'));
  if (pattern !== undefined) bounds.pattern = pattern;
  return Object.keys(bounds).length > 0 ? { bounds } : {};
}

const propertiesOf = ({ entries }: YamlMapping, budget: Budget): Readonly<Record<string, CrdSchema>> =>
  Object.fromEntries(
    entries.flatMap((entry): [string, CrdSchema][] => {
      const name = keyOf(entry);
      const schema = asMapping(entry.value);
      return name === undefined ? [] : [[name, schema ? schemaOf(schema, budget) : { isOpen: true }]];
    }),
  );
