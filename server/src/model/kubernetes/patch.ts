import {
  asMapping,
  asSequence,
  at,
  entryOf,
  isNull,
  itemsOf,
  keyOf,
  movedTo,
  stringOf,
  valueOf,
  type YamlMapping,
  type YamlNode,
  type YamlSequence,
} from '../yaml/index.ts';

/** What makes items of a list one and the same (the `patchMergeKey` of the API types); other lists are replaced as a whole. */
const MERGE_KEYS: Readonly<Record<string, readonly string[]>> = {
  containers: ['name'],
  initContainers: ['name'],
  ephemeralContainers: ['name'],
  volumes: ['name'],
  env: ['name'],
  imagePullSecrets: ['name'],
  ports: ['containerPort', 'port'],
  volumeMounts: ['mountPath'],
  volumeDevices: ['devicePath'],
  hostAliases: ['ip'],
  topologySpreadConstraints: ['topologyKey'],
};

/**
 * An object as a patch makes it: a strategic merge, or a list of operations (RFC 6902). What comes from the patch stands where the object starts, so that only its
 * presence and its value mean something, not its place. Undefined when the patch deletes the object; the object itself when the patch cannot be followed.
 */
export function patched(object: YamlMapping, patch: YamlNode): YamlMapping | undefined {
  const moved = movedTo(patch, object.span.start);
  if (moved.kind === 'mapping') return merge(object, moved);
  return moved.kind === 'sequence' ? (afterOperations(object, moved) ?? object) : object;
}

function merge(base: YamlMapping, patch: YamlMapping): YamlMapping | undefined {
  const directive = stringOf(entryOf(patch, '$patch')?.value);
  if (directive === 'delete') return undefined;
  let result: YamlMapping = directive === 'replace' ? { ...base, entries: [] } : base;
  for (const entry of patch.entries) {
    const key = keyOf(entry);
    if (key === undefined || key.startsWith('$')) continue;
    result = withField(result, key, isNull(entry.value) ? undefined : merged(key, at(base, key), entry.value));
  }
  return result;
}

function merged(key: string, base: YamlNode | undefined, patch: YamlNode | undefined): YamlNode | undefined {
  const mapping = asMapping(patch);
  if (mapping) return merge(asMapping(base) ?? { ...mapping, entries: [] }, mapping);
  const list = asSequence(patch);
  const old = asSequence(base);
  const mergeKey = MERGE_KEYS[key]?.find((each) => itemsOf(list).every((item) => at(item, each)));
  return list && old && mergeKey !== undefined ? mergedLists(old, list, mergeKey) : patch;
}

function mergedLists(base: YamlSequence, patch: YamlSequence, mergeKey: string): YamlSequence {
  const items = [...base.items];
  const places = new Map(items.map(({ value }, index) => [valueOf(at(value, mergeKey)), index]));
  for (const item of patch.items) {
    const mapping = asMapping(item.value);
    const index = places.get(valueOf(at(mapping, mergeKey)));
    const old = index === undefined ? undefined : items[index];
    const value = mapping && merge(asMapping(old?.value) ?? { ...mapping, entries: [] }, mapping);
    if (index !== undefined && old) items[index] = { ...old, value };
    else if (value) items.push({ ...item, value });
  }
  return { ...base, items: items.filter(({ value }) => value) };
}

/** The mapping with a field set, or without it. */
function withField(mapping: YamlMapping, key: string, value: YamlNode | undefined): YamlMapping {
  const own = mapping.entries.find((entry) => keyOf(entry) === key);
  const others = mapping.entries.filter((entry) => keyOf(entry) !== key);
  if (!value) return { ...mapping, entries: others };
  if (own)
    return {
      ...mapping,
      entries: mapping.entries.flatMap((entry) => (entry === own ? { ...own, value } : others.includes(entry) ? entry : [])),
    };
  const { start } = mapping.span;
  const place = { start, end: start };
  const name = { kind: 'scalar', style: 'plain', text: key, value: key, span: place } as const;
  return { ...mapping, entries: [...others, { key: name, colon: start, value, span: place }] };
}

function afterOperations(object: YamlMapping, operations: YamlSequence): YamlMapping | undefined {
  let result: YamlNode | undefined = object;
  for (const operation of itemsOf(operations)) {
    const op = stringOf(at(operation, 'op'));
    const path = stringOf(at(operation, 'path'));
    if (op === 'test') continue;
    if (!path?.startsWith('/') || (op !== 'add' && op !== 'replace' && op !== 'remove')) return undefined;
    const keys = path
      .slice(1)
      .split('/')
      .map((each) => each.replaceAll('~1', '/').replaceAll('~0', '~'));
    result = changed(result, keys, op, op === 'remove' ? undefined : at(operation, 'value'));
    if (!result) return undefined;
  }
  return asMapping(result);
}

/** Undefined when the path leads nowhere. */
function changed(
  node: YamlNode | undefined,
  [key = '', ...rest]: readonly string[],
  op: 'add' | 'replace' | 'remove',
  value: YamlNode | undefined,
): YamlNode | undefined {
  const isLast = rest.length === 0;
  const mapping = asMapping(node);
  if (mapping) {
    const inner = isLast ? value : changed(at(mapping, key), rest, op, value);
    return inner || isLast ? withField(mapping, key, inner) : undefined;
  }
  const list = asSequence(node);
  const index = key === '-' ? (list?.items.length ?? 0) : Number(key);
  if (!list || !(Number.isInteger(index) && index >= 0 && index <= list.items.length)) return undefined;
  const inner = isLast ? value : changed(list.items[index]?.value, rest, op, value);
  if (!inner && !isLast) return undefined;
  const item = inner && { span: list.items[index]?.span ?? inner.span, value: inner };
  return { ...list, items: list.items.toSpliced(index, isLast && op === 'add' ? 0 : 1, ...(item ? [item] : [])) };
}
