/** The part of JSON Schema that our schemas use. */
export interface Schema {
  readonly $ref?: string;
  readonly definitions?: Readonly<Record<string, Schema>>;
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean;
  readonly items?: Schema;
}

const typeOf = (value: unknown): string => {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
};

/** Where a value is not what a schema says, each as `path: what`. */
export function mismatches(schema: Schema, value: unknown, root: Schema = schema, path = '$'): readonly string[] {
  if (schema.$ref !== undefined) {
    const target = root.definitions?.[schema.$ref.replace('#/definitions/', '')];
    return target ? mismatches(target, value, root, path) : [`${path}: there is no ${schema.$ref}`];
  }
  const type = typeOf(value);
  if (schema.type !== undefined && schema.type !== type && !(schema.type === 'number' && type === 'integer'))
    return [`${path}: ${type} instead of ${schema.type}`];
  const found: string[] = [];
  if ('const' in schema && schema.const !== value) found.push(`${path}: not the constant`);
  if (schema.enum && !schema.enum.includes(value)) found.push(`${path}: not in the list`);
  if (schema.pattern !== undefined && !new RegExp(schema.pattern, 'u').test(String(value)))
    found.push(`${path}: not of the form`);
  if (schema.minimum !== undefined && Number(value) < schema.minimum) found.push(`${path}: too small`);
  const { items } = schema;
  if (items && Array.isArray(value))
    found.push(...value.flatMap((one, index) => mismatches(items, one, root, `${path}[${index}]`)));
  if (type === 'object') {
    const object = value as Readonly<Record<string, unknown>>;
    for (const name of schema.required ?? []) if (!(name in object)) found.push(`${path}: ${name} is missing`);
    for (const [name, inner] of Object.entries(object)) {
      const property = schema.properties?.[name];
      if (property) found.push(...mismatches(property, inner, root, `${path}.${name}`));
      else if (schema.additionalProperties === false) found.push(`${path}: ${name} is unknown`);
    }
  }
  return found;
}
