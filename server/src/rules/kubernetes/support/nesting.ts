import { asMapping, asSequence, entryOf, isNull, resolve, type YamlEntry, type YamlMapping } from '../../../model/yaml/index.ts';
import type { Place } from './schema-walk.ts';
import type { ObjectShape, Shape } from './shape.ts';

/** Another place of the resource that has the field. */
export interface Home {
  /** `spec.template.spec.containers[]`; `''` is the resource itself. */
  readonly path: string;
  /** Where the entry can be moved to: a mapping that is there, and the keys below it that are not. Undefined where there is no single one. */
  readonly target: { readonly mapping: YamlMapping; readonly missing: readonly string[] } | undefined;
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

/**
 * Where the field of an unknown entry belongs: below its object, above it, or beside it; the nearest first. A place counts only if the value has the
 * right form for it and the field is not there yet.
 */
export function homeOf(place: Place, entry: YamlEntry, name: string): Home | undefined {
  const labels = labelsOf(place, entry);
  if (labels) return labels;
  let ancestor: Place | undefined = place;
  for (let up = 0; ancestor && up <= DEEPEST + 1; up++) {
    const start: Step = { shape: ancestor.shape, mapping: ancestor.mapping, isThere: true, missing: [], path: ancestor.path };
    const found = below(start, entry, name, up === 0 ? DEEPEST : 2, up > 0);
    if (found) return { path: found.path, target: found.mapping && { mapping: found.mapping, missing: found.missing } };
    ancestor = ancestor.parent;
  }
  return undefined;
}

/** A label directly below a selector of the newer form, where the older form has it. */
function labelsOf({ shape, mapping, path }: Place, entry: YamlEntry): Home | undefined {
  if (shape.type !== 'V1LabelSelector' || resolve(entry.value)?.kind !== 'scalar') return undefined;
  const present = entryOf(mapping, 'matchLabels');
  const inner = asMapping(present?.value);
  const target = inner ? { mapping: inner, missing: [] } : { mapping, missing: ['matchLabels'] };
  return { path: `${path}.matchLabels`, target: present && !inner ? undefined : target };
}

/** Breadth first, so that the nearest place wins; of several that could be made, none is more likely than the others. */
function below(start: Step, entry: YamlEntry, name: string, depth: number, withStart: boolean): Step | undefined {
  let level: readonly Step[] = [start];
  for (let down = 0; down <= depth; down++) {
    if (down > 0 || withStart) {
      const having = level.filter(({ shape }) => {
        const field = shape.field(name);
        return field !== undefined && hasForm(entry, field);
      });
      const existing = having.filter(({ isThere, missing }) => isThere && missing.length === 0);
      if (existing.some(({ mapping }) => !isNull(entryOf(mapping, name)?.value))) return undefined;
      const [best, other] = existing.length > 0 ? existing : having;
      if (best) return existing.length > 0 || !other ? best : undefined;
    }
    if (down < depth) level = level.flatMap(inside);
  }
  return undefined;
}

function hasForm({ value }: YamlEntry, shape: Shape): boolean {
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
