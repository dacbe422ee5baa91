import type { ScalarValue, YamlEntry, YamlMapping, YamlNode, YamlScalar, YamlSequence } from './nodes.ts';
import { HOLE } from './template-fill.ts';

/** Aliases that stand for aliases, and merges inside merges, end here: harmless files have one or two. */
const DEEPEST_MERGE = 8;
const MOST_STEPS = 200;

/** The node itself, or what an alias stands for. */
export function resolve(node: YamlNode | undefined): Exclude<YamlNode, { kind: 'alias' }> | undefined {
  let current = node;
  for (let step = 0; current?.kind === 'alias'; step++) {
    if (step > DEEPEST_MERGE) return undefined;
    current = current.target;
  }
  return current;
}

export function asMapping(node: YamlNode | undefined): YamlMapping | undefined {
  const resolved = resolve(node);
  return resolved?.kind === 'mapping' ? resolved : undefined;
}

export function asSequence(node: YamlNode | undefined): YamlSequence | undefined {
  const resolved = resolve(node);
  return resolved?.kind === 'sequence' ? resolved : undefined;
}

/** `${NAME}` of envsubst and its like, with or without a default, or `$(params.name)` of Tekton, and nothing else. */
const PLACEHOLDER = /^\$(?:\{[^{}]{1,200}\}|\(\w{1,99}[.[][\w.[\]"'-]{1,200}\))$/;

/**
 * The scalar, unless it is written elsewhere: by a template engine, wholly or in part (an action in quotes does not make a file a template, but it decides its own
 * scalar), or by what fills in placeholders.
 */
export function asScalar(node: YamlNode | undefined): YamlScalar | undefined {
  const resolved = resolve(node);
  if (resolved?.kind !== 'scalar' || resolved.text.includes(HOLE)) return undefined;
  if (resolved.text.startsWith('$') && PLACEHOLDER.test(resolved.text)) return undefined;
  return (resolved.style === 'double' || resolved.style === 'single') && resolved.text.includes('{{') ? undefined : resolved;
}

/** The value of a scalar that is fully known; undefined for anything else. */
export const valueOf = (node: YamlNode | undefined): ScalarValue | undefined => asScalar(node)?.value;

export function stringOf(node: YamlNode | undefined): string | undefined {
  const value = valueOf(node);
  return typeof value === 'string' ? value : undefined;
}

/** Nothing behind the colon, or an explicit null: Kubernetes treats both as if the key were not there. */
export const isNull = (node: YamlNode | undefined): boolean =>
  node === undefined || (node.kind !== 'alias' && valueOf(node) === null);

/** The name of a key; undefined for keys that are not plain text. */
export const keyOf = ({ key }: YamlEntry): string | undefined => (key.kind === 'scalar' ? key.text : undefined);

/** The entry of `mapping` with this key, as Kubernetes finds it: the last of duplicates, else one that a merge key (`<<`) brings in. */
export function entryOf(mapping: YamlMapping | undefined, name: string): YamlEntry | undefined {
  return mapping && find(mapping, name, { left: MOST_STEPS }, 0);
}

function find(mapping: YamlMapping, name: string, budget: { left: number }, depth: number): YamlEntry | undefined {
  if (budget.left-- <= 0 || depth > DEEPEST_MERGE) return undefined;
  const { entries } = mapping;
  let merges = false;
  // Every rule asks for every key, so this loop is the busiest of all.
  for (let index = entries.length - 1; index >= 0; index--) {
    const entry = entries[index];
    if (entry?.key.kind !== 'scalar') continue;
    if (entry.key.text === name) return entry;
    if (entry.key.text === '<<') merges = true;
  }
  if (!merges) return undefined;
  for (const entry of entries) {
    if (keyOf(entry) !== '<<') continue;
    const source = resolve(entry.value);
    const merged = source?.kind === 'sequence' ? source.items.map(({ value }) => value) : [source];
    for (const node of merged) {
      const from = asMapping(node);
      const found = from && find(from, name, budget, depth + 1);
      if (found) return found;
    }
  }
  return undefined;
}

/** The value at a path of keys. */
export function at(node: YamlNode | undefined, ...path: readonly string[]): YamlNode | undefined {
  let current = node;
  for (const name of path) current = entryOf(asMapping(current), name)?.value;
  return current;
}

/** The items of a sequence that have a value. */
export const itemsOf = (node: YamlNode | undefined): readonly YamlNode[] =>
  asSequence(node)?.items.flatMap(({ value }) => value ?? []) ?? [];

/** Every node below and including `root`, in the order of the text; aliases are not followed. */
export function* nodesOf(root: YamlNode | undefined): Generator<YamlNode> {
  const pending: (YamlNode | undefined)[] = [root];
  while (pending.length > 0) {
    const node = pending.pop();
    if (!node) continue;
    yield node;
    if (node.kind === 'mapping') for (const { key, value } of node.entries.toReversed()) pending.push(value, key);
    if (node.kind === 'sequence') for (const { value } of node.items.toReversed()) pending.push(value);
  }
}
