import type { Span } from '../../base/span.ts';
import {
  asMapping,
  asScalar,
  entryOf,
  isNull,
  keyOf,
  resolve,
  type YamlEntry,
  type YamlMapping,
  type YamlNode,
  type YamlScalar,
} from '../yaml/index.ts';

/** What a path of keys leads to. */
export type Found =
  /** Nothing is there. `near` is the last key on the way that is, if any. */
  | { readonly state: 'absent'; readonly near: Span | undefined }
  /** Something is there that a template will write, or whose type is wrong: nothing can be said. */
  | { readonly state: 'unknown' }
  | { readonly state: 'present'; readonly entry: YamlEntry; readonly node: Exclude<YamlNode, { kind: 'alias' }> };

/** Looks up a path of keys below a mapping. A wrong type on the way makes this one answer unknown and touches no other. */
export function lookup(base: YamlMapping | undefined, ...path: readonly string[]): Found {
  let mapping = base;
  let near: Span | undefined;
  for (const [index, name] of path.entries()) {
    if (!mapping) return { state: 'unknown' };
    const entry = entryOf(mapping, name);
    if (!entry) return hasUnknownKeys(mapping) ? { state: 'unknown' } : { state: 'absent', near };
    if (isNull(entry.value)) return { state: 'absent', near: entry.key.span };
    const node = resolve(entry.value);
    if (!node || (node.kind === 'scalar' && !asScalar(node))) return { state: 'unknown' };
    if (index === path.length - 1) return { state: 'present', entry, node };
    near = entry.key.span;
    mapping = asMapping(node);
  }
  return { state: 'unknown' };
}

/** A merge whose source is not known may bring any key in. */
export const hasUnknownKeys = (mapping: YamlMapping): boolean =>
  mapping.entries.some((entry) => keyOf(entry) === '<<' && (resolve(entry.value)?.kind ?? 'scalar') === 'scalar');

/** A field's scalar value with its place. */
export interface Setting<T> {
  readonly value: T;
  readonly node: YamlScalar;
  readonly entry: YamlEntry;
}

/** The setting at a path; undefined when it is absent, `'unknown'` when it is there but not of the type. */
function setting<T>(
  base: YamlMapping | undefined,
  path: readonly string[],
  is: (value: unknown) => value is T,
): Setting<T> | 'unknown' | undefined {
  if (!base) return undefined;
  const found = lookup(base, ...path);
  if (found.state === 'absent') return undefined;
  if (found.state === 'unknown' || found.node.kind !== 'scalar' || !is(found.node.value)) return 'unknown';
  return { value: found.node.value, node: found.node, entry: found.entry };
}

export const booleanAt = (base: YamlMapping | undefined, ...path: readonly string[]): Setting<boolean> | 'unknown' | undefined =>
  setting(base, path, (value): value is boolean => typeof value === 'boolean');

export const numberAt = (base: YamlMapping | undefined, ...path: readonly string[]): Setting<number> | 'unknown' | undefined =>
  setting(base, path, (value): value is number => typeof value === 'number');

export const stringAt = (base: YamlMapping | undefined, ...path: readonly string[]): Setting<string> | 'unknown' | undefined =>
  setting(base, path, (value): value is string => typeof value === 'string');
