import { KINDS, SCHEMA_MINORS, TYPES } from './schema-data.ts';

export { SCHEMA_MINORS };

/** What stands in a JSON value without parts. `any` is whatever a person likes, with parts or without. */
export type ScalarType =
  'string' | 'boolean' | 'int32' | 'int64' | 'double' | 'quantity' | 'int-or-string' | 'date-time' | 'byte' | 'any';

/** The minors of Kubernetes 1.x, both inclusive, for which something holds. */
export interface Minors {
  readonly since: number;
  readonly until: number;
}

export interface SchemaField extends Minors {
  readonly name: string;
  readonly shape: 'one' | 'list' | 'map' | 'map of lists';
  /** What the value, or each item, is: a scalar, or an object of the type that `type` names. */
  readonly scalar: ScalarType | undefined;
  readonly type: string | undefined;
  /** All values that the API takes, where they are few. Quotas and other lists of such values have them too. */
  readonly values: readonly string[] | undefined;
  /** The keys in which the items of a list must differ. */
  readonly keys: readonly string[];
  readonly required: Minors | undefined;
  readonly isDeprecated: boolean;
}

/** A type as one minor has it. */
export interface SchemaType {
  readonly name: string;
  readonly fields: ReadonlyMap<string, SchemaField>;
  readonly names: readonly string[];
  readonly required: readonly string[];
}

export interface SchemaKind extends Minors {
  /** `apps/v1`, `v1`. */
  readonly apiVersion: string;
  readonly kind: string;
  readonly type: string;
}

const [OLDEST, NEWEST] = SCHEMA_MINORS;

const SCALARS: Readonly<Record<string, ScalarType>> = {
  s: 'string',
  b: 'boolean',
  i: 'int32',
  l: 'int64',
  d: 'double',
  q: 'quantity',
  x: 'int-or-string',
  t: 'date-time',
  y: 'byte',
  '*': 'any',
};

/**
 * The table is text, because that is small. A line is a type: its name, then its fields as `name`, `!` if required (`!36-` since 1.36, `!-32` until 1.32),
 * `:` and the type unless it is a string, `@` and the minors unless it is always there (`@34`, `@-30`, `@31-33`). `-` in front means deprecated. A type is
 * the letter of a scalar, `=` and the values of a string, or the name of another type; `[` in front makes it a list, `{` a map, and `~` behind it names
 * the keys of a list.
 */
const FIELD = /^(-?)([^!:@]+)(!(?:(\d*)-(\d*))?)?(?::([[{]*)(=?)([^@~]+)(?:~([^@]+))?)?(@.*)?$/;

const EMPTY: ReadonlyMap<string, SchemaField> = new Map();

/** Read once, and only what is asked for. The table is constant, so what was read stays right. */
class Schema {
  #kinds: ReadonlyMap<string, SchemaKind> | undefined;
  #lines: ReadonlyMap<string, string> | undefined;
  readonly #types = new Map<string, ReadonlyMap<string, SchemaField>>();
  readonly #typesAt = new Map<string, SchemaType>();

  kinds(): ReadonlyMap<string, SchemaKind> {
    return (this.#kinds ??= new Map(
      linesOf(KINDS).map((line) => {
        const [apiVersion = '', kind = '', of = ''] = line.split(' ');
        const [type = '', range] = of.split('@');
        return [`${apiVersion} ${kind}`, { apiVersion, kind, type, ...minorsOf(range) }];
      }),
    ));
  }

  type(name: string): ReadonlyMap<string, SchemaField> {
    const known = this.#types.get(name);
    if (known) return known;
    this.#lines ??= new Map(linesOf(TYPES).map((line) => [line.split(' ', 1)[0] ?? '', line]));
    const line = this.#lines.get(name);
    if (line === undefined) return EMPTY;
    const fields = new Map(line.split(' ').slice(1).flatMap(fieldOf));
    this.#types.set(name, fields);
    return fields;
  }

  typeAt(name: string, minor: number): SchemaType {
    const key = `${name} ${minor}`;
    const known = this.#typesAt.get(key);
    if (known) return known;
    const fields = new Map([...this.type(name)].filter(([, field]) => isIn(field, minor)));
    const required = [...fields.values()].filter((field) => field.required && isIn(field.required, minor));
    const type = { name, fields, names: [...fields.keys()], required: required.map((field) => field.name) };
    if (fields.size > 0) this.#typesAt.set(key, type);
    return type;
  }
}

const SCHEMA = new Schema();

const linesOf = (text: string): readonly string[] => text.trim().split('\n');

function fieldOf(text: string): readonly [string, SchemaField][] {
  const [, deprecated, name, required, requiredSince, requiredUntil, wrapped, values, of = 's', keys, range] =
    FIELD.exec(text) ?? [];
  if (name === undefined) return [];
  const minors = minorsOf(range?.slice(1));
  const scalar = values === '=' ? 'string' : SCALARS[of];
  const field: SchemaField = {
    name,
    shape: wrapped === '[' ? 'list' : wrapped === '{' ? 'map' : wrapped === '{[' ? 'map of lists' : 'one',
    scalar,
    type: scalar === undefined ? of : undefined,
    values: values === '=' ? of.split('|') : undefined,
    keys: keys?.split('+') ?? [],
    required: required === undefined ? undefined : between(requiredSince, requiredUntil),
    isDeprecated: deprecated === '-',
    ...minors,
  };
  return [[name, field]];
}

/** `34`, `-30`, `31-33`. */
function minorsOf(range: string | undefined): Minors {
  const [since, until] = range?.split('-') ?? [];
  return between(since, until);
}

const between = (since: string | undefined, until: string | undefined): Minors => ({
  since: since ? Number(since) : OLDEST,
  until: until ? Number(until) : NEWEST,
});

/** The minor of 1.x that the schema answers for when a version (`1.34`, `v1.34.2`) is asked: the nearest that it covers. */
export function schemaMinor(version: string): number {
  const minor = /^v?1\.(\d+)/.exec(version)?.[1];
  return minor === undefined ? NEWEST : Math.min(NEWEST, Math.max(OLDEST, Number(minor)));
}

export const isIn = ({ since, until }: Minors, minor: number): boolean => since <= minor && minor <= until;

/** The kind, whichever of the covered minors serve it; undefined for one that none does. */
export const kindOf = (apiVersion: string, kind: string): SchemaKind | undefined => SCHEMA.kinds().get(`${apiVersion} ${kind}`);

/** Every kind that one of the covered minors serves, lists left out. */
export const allKinds = (): Iterable<SchemaKind> => SCHEMA.kinds().values();

/** The fields of a type by their names, of all covered minors: ask `isIn`. None for a type that does not exist. */
export const fieldsOf = (type: string): ReadonlyMap<string, SchemaField> => SCHEMA.type(type);

/** A type as a minor has it; without fields if it does not exist. */
export const typeAt = (type: string, minor: number): SchemaType => SCHEMA.typeAt(type, minor);
