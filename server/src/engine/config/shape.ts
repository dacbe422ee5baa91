import type { Span } from '../../base/span.ts';
import { editDistance } from '../../base/edit-distance.ts';
import { type ConfigEntry, type ConfigValue, describe } from './value.ts';

export type JsonSchema = Readonly<Record<string, unknown>>;

/** Takes a mistake: where it is and, in one sentence, what is wrong and what would be right. */
export type Report = (span: Span, message: string) => void;

/**
 * One description of a setting, from which both the validation and the JSON schema come. `read` is total: a mistake is reported and gives `undefined`,
 * and everything around it is still read.
 */
export interface Shape<T> {
  readonly schema: JsonSchema;
  read(value: ConfigValue, where: string, report: Report): T | undefined;
}

export type Read<S> = S extends Shape<infer T> ? T : never;

export const text = (
  description: string,
  pattern?: { readonly regex: RegExp; readonly says: string; readonly also?: (text: string) => boolean },
): Shape<string> => ({
  schema: { type: 'string', description, ...(pattern ? { pattern: pattern.regex.source } : {}) },
  read(value, where, report) {
    // An unquoted version is a number in YAML (`1.34`), and a person means its text.
    const given =
      value.kind === 'scalar' && (typeof value.value === 'string' || typeof value.value === 'number')
        ? String(value.value)
        : undefined;
    if (given === undefined) report(value.span, `"${where}" must be text, but it is ${describe(value)}.`);
    else if (pattern && !(pattern.regex.test(given) && (pattern.also?.(given) ?? true)))
      report(value.span, `"${where}" must be ${pattern.says}, but it is "${given}".`);
    else return given;
    return undefined;
  },
});

export const flag = (description: string): Shape<boolean> => ({
  schema: { type: 'boolean', description },
  read(value, where, report) {
    if (value.kind === 'scalar' && typeof value.value === 'boolean') return value.value;
    report(value.span, `"${where}" must be true or false, but it is ${describe(value)}.`);
    return undefined;
  },
});

export const oneOf = <const T extends string>(options: readonly T[], description: string): Shape<T> => ({
  schema: { enum: options, description },
  read(value, where, report) {
    const given = value.kind === 'scalar' ? wordOf(value.value) : undefined;
    const option = options.find((one) => one === given);
    if (option === undefined)
      report(
        value.span,
        `"${where}" must be one of ${options.join(', ')}, but it is ${describe(value)}.${suggestion(given, options)}`,
      );
    return option;
  },
});

/** YAML 1.1 reads `off` and `on` as booleans; a person means the word. */
const wordOf = (value: string | number | boolean | null): string =>
  value === false ? 'off' : value === true ? 'on' : String(value);

export const listOf = <T>(item: Shape<T>, description: string): Shape<readonly T[]> => ({
  schema: { type: 'array', items: item.schema, description },
  read(value, where, report) {
    if (value.kind === 'list') return value.items.flatMap((one, index) => item.read(one, `${where}[${index}]`, report) ?? []);
    report(value.span, `"${where}" must be a list, but it is ${describe(value)}.`);
    return undefined;
  },
});

type Fields = Readonly<Record<string, Shape<unknown>>>;
/** Every field is optional; a field that is absent or wrong is absent in what was read. */
type Object<F extends Fields> = { readonly [K in keyof F]?: Read<F[K]> };

export const object = <F extends Fields>(
  fields: F,
  description: string,
  required: readonly (keyof F & string)[] = [],
): Shape<Object<F>> => ({
  schema: {
    type: 'object',
    description,
    additionalProperties: false,
    ...(required.length > 0 ? { required } : {}),
    properties: Object.fromEntries(Object.entries(fields).map(([name, { schema }]) => [name, schema])),
  },
  read(value, where, report) {
    const entries = entriesOf(value, where, report);
    if (!entries) return undefined;
    const result: Record<string, unknown> = {};
    for (const { key, keySpan, value: inner } of entries) {
      const shape = Object.hasOwn(fields, key) ? fields[key] : undefined;
      const path = where === '' ? key : `${where}.${key}`;
      if (!shape) {
        const parent = where === '' ? 'the configuration' : `"${where}"`;
        report(
          keySpan,
          `${parent.startsWith('"') ? parent : `T${parent.slice(1)}`} has no setting "${key}".${suggestion(key, Object.keys(fields))}`,
        );
        continue;
      }
      const read = shape.read(inner, path, report);
      if (read !== undefined) result[key] = read;
    }
    for (const name of required)
      if (!entries.some(({ key }) => key === name)) report(value.span, `"${where}" needs the setting "${name}".`);
    return result as Object<F>;
  },
});

/** A mapping whose keys are free; each entry keeps the place of its key. */
export const record = <T>(
  item: Shape<T>,
  description: string,
): Shape<readonly { readonly key: string; readonly span: Span; readonly value: T }[]> => ({
  schema: { type: 'object', additionalProperties: item.schema, description },
  read(value, where, report) {
    return entriesOf(value, where, report)?.flatMap(({ key, keySpan, value: inner }) => {
      const read = item.read(inner, `${where}.${key}`, report);
      return read === undefined ? [] : [{ key, span: keySpan, value: read }];
    });
  },
});

/** What the value has to be decides which shape reads it: a scalar the first, anything else the second. */
export const scalarOr = <A, B>(scalar: Shape<A>, other: Shape<B>, description: string): Shape<A | B> => ({
  schema: { anyOf: [scalar.schema, other.schema], description },
  read: (value, where, report) => (value.kind === 'scalar' ? scalar : (other as Shape<A | B>)).read(value, where, report),
});

/** Reads with `shape` and keeps where the value stands. */
export const placed = <T>(shape: Shape<T>): Shape<{ readonly value: T; readonly span: Span }> => ({
  schema: shape.schema,
  read(value, where, report) {
    const read = shape.read(value, where, report);
    return read === undefined ? undefined : { value: read, span: value.span };
  },
});

function entriesOf(value: ConfigValue, where: string, report: Report): readonly ConfigEntry[] | undefined {
  if (value.kind === 'scalar' && value.value === null) return [];
  if (value.kind !== 'map') {
    report(value.span, `${where === '' ? 'The configuration' : `"${where}"`} must be a mapping, but it is ${describe(value)}.`);
    return undefined;
  }
  const seen = new Set<string>();
  for (const { key, keySpan } of value.entries) {
    if (seen.has(key)) report(keySpan, `"${where === '' ? key : `${where}.${key}`}" is set twice; the last one counts.`);
    seen.add(key);
  }
  return value.entries;
}

function suggestion(given: string | undefined, options: readonly string[]): string {
  if (given === undefined) return '';
  const near = options
    .map((option) => ({ option, distance: editDistance(given, option, 4) }))
    .filter(({ distance }) => distance < 4);
  const best = near.sort((a, b) => a.distance - b.distance)[0];
  return best ? ` Did you mean "${best.option}"?` : '';
}
