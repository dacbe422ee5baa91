import {
  asMapping,
  asSequence,
  entryOf,
  HOLE,
  isNull,
  keyOf,
  resolve,
  type YamlEntry,
  type YamlMapping,
} from '../../../model/yaml/index.ts';
import type { Place } from './schema-walk.ts';
import type { ObjectShape, Shape } from './shape.ts';

/** Another place of the resource that has the field. */
export interface Home {
  /** `spec.template.spec.containers[]`; `''` is the resource itself. */
  readonly path: string;
  /** Where the entry can be moved to: a mapping that is there, and the keys below it that are not. Undefined where there is no single one. */
  readonly target: { readonly mapping: YamlMapping; readonly missing: readonly string[] } | undefined;
  /** The entries that belong below one new key beside them, and so move together. */
  readonly together?: { readonly key: string; readonly entries: readonly YamlEntry[] };
}

interface Step {
  readonly shape: ObjectShape;
  /** Undefined where nothing is there yet, or a list with several items is. */
  readonly mapping: YamlMapping | undefined;
  readonly isThere: boolean;
  readonly missing: readonly string[];
  readonly path: string;
}

const DEEPEST = 3;
/** A mapping with more entries is data, and looking into it would take time. */
const MOST_ENTRIES = 1000;

/** Objects whose fields are those of one of their parts, which people leave out. */
const WITH_PARTS: ReadonlySet<string | undefined> = new Set(['V1Probe', 'V1LifecycleHandler']);

/**
 * Where the field of an unknown entry belongs: to the nearest object around it that has the field, else below its object, else beside one of those around
 * it. A place counts only if the value has the right form for it and the field is not there yet.
 */
export function homeOf(place: Place, entry: YamlEntry, name: string): Home | undefined {
  const labels = labelsOf(place, entry);
  if (labels) return labels;
  const around = WITH_PARTS.has(place.shape.type) ? undefined : holderOf(place, entry, name);
  // Where the value would be the second of its kind, nobody knows what was meant.
  if (around) return isSet(around.mapping, name) ? undefined : homeAt(around);
  const part = partOf(place, entry);
  if (part) return part;
  let ancestor: Place | undefined = place;
  for (let up = 0; ancestor && up <= DEEPEST + 1; up++) {
    const start: Step = { shape: ancestor.shape, mapping: ancestor.mapping, isThere: true, missing: [], path: ancestor.path };
    const found = below(start, entry, name, up === 0 ? DEEPEST : 2, up > 0);
    if (found) return { path: found.path, target: found.mapping && { mapping: found.mapping, missing: found.missing } };
    ancestor = ancestor.parent;
  }
  return undefined;
}

const homeAt = ({ mapping, path }: Place): Home => ({ path, target: { mapping, missing: [] } });
const isSet = (mapping: YamlMapping, name: string): boolean => !isNull(entryOf(mapping, name)?.value);

/** The nearest object around a place that has the field itself. */
function holderOf({ parent }: Place, entry: YamlEntry, name: string): Place | undefined {
  let ancestor = parent;
  for (let up = 0; ancestor && up <= DEEPEST; up++) {
    if (fitsField(ancestor.shape, entry, name)) return ancestor;
    ancestor = ancestor.parent;
  }
  return undefined;
}

function fitsField(shape: ObjectShape, entry: YamlEntry, name: string): boolean {
  const field = shape.field(name);
  return field !== undefined && hasForm(entry, field);
}

/** The part of an object that is not there yet and has the entry and most of the other unknown ones: `httpGet` of a probe with `path` and `port`. */
function partOf(place: Place, entry: YamlEntry): Home | undefined {
  const { shape, mapping, path } = place;
  const unknown = mapping.entries.filter((one) => isUnknown(place, one));
  if (unknown.length < 2) return undefined;
  const parts = shape.names.flatMap((key) => {
    const part = DETOURS.has(key) || entryOf(mapping, key) ? undefined : shape.field(key);
    return part?.kind === 'object' ? [{ key, entries: unknown.filter((one) => fitsField(part, one, keyOf(one) ?? '')) }] : [];
  });
  const most = Math.max(0, ...parts.map(({ entries }) => entries.length));
  const [best, other] = parts.filter(({ entries }) => entries.length === most);
  if (!best || other || most < 2 || !best.entries.includes(entry)) return undefined;
  return { path: path === '' ? best.key : `${path}.${best.key}`, target: { mapping, missing: [best.key] }, together: best };
}

/** An entry that the object does not have, nor one around it. */
function isUnknown(place: Place, entry: YamlEntry): boolean {
  const name = keyOf(entry);
  if (name === undefined || name === '<<' || name.includes(HOLE) || place.shape.field(name)) return false;
  return WITH_PARTS.has(place.shape.type) || !holderOf(place, entry, name);
}

/** A label directly below a selector of the newer form, where the older form has it. */
function labelsOf({ shape, mapping, path }: Place, entry: YamlEntry): Home | undefined {
  const isLabel = (one: YamlEntry): boolean =>
    resolve(one.value)?.kind === 'scalar' && keyOf(one) !== '<<' && !shape.field(keyOf(one) ?? '');
  if (shape.type !== 'V1LabelSelector' || !isLabel(entry)) return undefined;
  const present = entryOf(mapping, 'matchLabels');
  const inner = asMapping(present?.value);
  const target = inner ? { mapping: inner, missing: [] } : { mapping, missing: ['matchLabels'] };
  const together = present ? undefined : { key: 'matchLabels', entries: mapping.entries.filter(isLabel) };
  return { path: `${path}.matchLabels`, target: present && !inner ? undefined : target, ...(together && { together }) };
}

/** Breadth first, so that the nearest place wins; of several that could be made, none is more likely than the others. */
function below(start: Step, entry: YamlEntry, name: string, depth: number, withStart: boolean): Step | undefined {
  let level: readonly Step[] = [start];
  for (let down = 0; down <= depth; down++) {
    if (down > 0 || withStart) {
      const having = level.filter(({ shape }) => fitsField(shape, entry, name));
      const existing = having.filter(({ isThere, missing }) => isThere && missing.length === 0);
      if (existing.some(({ mapping }) => !isNull(entryOf(mapping, name)?.value))) return undefined;
      const [best, other] = existing.length > 0 ? existing : having;
      if (best) return existing.length > 0 || !other ? best : undefined;
    }
    if (down < depth) level = level.flatMap(inside);
  }
  return undefined;
}

export function hasForm({ value }: YamlEntry, shape: Shape): boolean {
  const node = resolve(value);
  if (!node || isNull(node)) return shape.kind !== 'any';
  if (shape.kind === 'any') return false;
  if (shape.kind === 'scalar') return node.kind === 'scalar';
  return node.kind === (shape.kind === 'list' ? 'sequence' : 'mapping');
}

/** Objects that hold whole other objects, in which everything can be found and nothing is meant. */
const DETOURS: ReadonlySet<string> = new Set(['status', 'managedFields', 'ownerReferences', 'ephemeralContainers', 'volumes']);

/** A list of objects is gone into as if it had one item. */
function inside({ shape, mapping, missing, path }: Step): readonly Step[] {
  return shape.names.flatMap((name): readonly Step[] => {
    if (DETOURS.has(name) || (mapping && mapping.entries.length > MOST_ENTRIES)) return [];
    const field = shape.field(name);
    const isList = field?.kind === 'list';
    const object = isList ? field.items : field;
    if (object?.kind !== 'object') return [];
    const where = `${path === '' ? name : `${path}.${name}`}${isList ? '[]' : ''}`;
    const present = missing.length === 0 ? entryOf(mapping, name) : undefined;
    if (isList) {
      const items = asSequence(present?.value)?.items ?? [];
      const only = items.length === 1 ? asMapping(items[0]?.value) : undefined;
      // An item that is not there would need more than the field.
      return items.length === 0 ? [] : [{ shape: object, mapping: only, isThere: true, missing: [], path: where }];
    }
    const inner = asMapping(present?.value);
    if (inner && inner.entries.length > 0) return [{ shape: object, mapping: inner, isThere: true, missing: [], path: where }];
    if (present && !isNull(present.value) && !inner) return [];
    // A key without a value would stand there twice.
    return [{ shape: object, mapping: present ? undefined : mapping, isThere: false, missing: [...missing, name], path: where }];
  });
}
