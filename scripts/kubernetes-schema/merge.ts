import { SHORT_LIVED, THERE } from './by-hand.ts';
import { type FieldType, type Graph, isReference, type SourceField } from './graph.ts';

export interface MergedField {
  type: FieldType;
  description: string;
  readonly minors: Set<number>;
  readonly requiredIn: Set<number>;
}

export interface Merged {
  readonly types: Map<string, Map<string, MergedField>>;
  /** `group/version Kind` → its type and the minors that serve it. */
  readonly kinds: Map<string, { readonly type: string; readonly minors: Set<number> }>;
  readonly remarks: string[];
}

/**
 * Merges what the minors say. The generator gives types new names when their short names clash, so a type is not known by its name: two are the same if
 * the same field of the same type leads to them, beginning with the kinds.
 * @param exact the newest first: its names are kept
 * @param vague minors between two exact ones
 */
export function merge(exact: readonly Graph[], vague: readonly Graph[]): Merged {
  const merged: Merged = { types: new Map(), kinds: new Map(), remarks: [] };
  for (const graph of exact) addExact(merged, graph);
  for (const graph of vague) addVague(merged, graph);
  return merged;
}

function addExact(merged: Merged, graph: Graph): void {
  const names = new Map<string, string>();
  const pending: string[] = [];
  const meet = (local: string, wanted: string | undefined): string => {
    const known = names.get(local);
    if (known !== undefined) {
      if (wanted !== undefined && wanted !== known) merged.remarks.push(`1.${graph.minor}: ${local} is ${known} and ${wanted}`);
      return known;
    }
    let name = wanted ?? local;
    while (wanted === undefined && merged.types.has(name)) name += 'Old';
    names.set(local, name);
    if (!merged.types.has(name)) merged.types.set(name, new Map());
    pending.push(local);
    return name;
  };
  for (const [kind, local] of graph.kinds) {
    const known = merged.kinds.get(kind);
    if (known) {
      known.minors.add(graph.minor);
      meet(local, known.type);
    }
  }
  // What is known already comes first, so that a new field finds its type under the known name.
  const later: (() => void)[] = [];
  for (const [kind, local] of graph.kinds) {
    if (merged.kinds.has(kind)) continue;
    later.push(() => merged.kinds.set(kind, { type: meet(local, undefined), minors: new Set([graph.minor]) }));
  }
  const walk = (): void => {
    for (let local = pending.shift(); local !== undefined; local = pending.shift()) {
      const into = merged.types.get(names.get(local) ?? '');
      for (const [name, field] of graph.types.get(local) ?? []) {
        const known = into?.get(name);
        if (!known) later.push(() => addField(name, field, into));
        else {
          if (isReference(field.type) && isReference(known.type)) meet(field.type.of, known.type.of);
          note(merged, graph.minor, `${local}.${name}`, known, field);
        }
      }
    }
  };
  const addField = (name: string, field: SourceField, into: Map<string, MergedField> | undefined): void => {
    const again = into?.get(name);
    if (again) {
      note(merged, graph.minor, name, again, field);
      return;
    }
    const of = isReference(field.type) ? meet(field.type.of, undefined) : field.type.of;
    into?.set(name, {
      type: { ...field.type, of },
      description: field.description,
      minors: new Set([graph.minor]),
      requiredIn: new Set(field.required ? [graph.minor] : []),
    });
  };
  walk();
  for (let add = later.shift(); add; add = later.shift()) {
    add();
    walk();
  }
}

function note(merged: Merged, minor: number, name: string, known: MergedField, field: SourceField): void {
  known.minors.add(minor);
  if (field.required) known.requiredIn.add(minor);
  if (known.description === '') known.description = field.description;
  const same = known.type.shape === field.type.shape && isReference(known.type) === isReference(field.type);
  const isNumber = 'ild'.includes(known.type.of) && 'ild'.includes(field.type.of);
  const isText = 'sy'.includes(known.type.of) && 'sy'.includes(field.type.of);
  if (!same || (!isReference(field.type) && known.type.of !== field.type.of && !isNumber && !isText))
    merged.remarks.push(`1.${minor}: ${name} was ${field.type.shape} ${field.type.of}, is ${known.type.shape} ${known.type.of}`);
}

/** A field is there if both neighbours have it, or one has it and the source too. */
function addVague(merged: Merged, graph: Graph): void {
  const { minor } = graph;
  const between = (minors: ReadonlySet<number>, isThere: boolean): boolean => {
    const count = Number(minors.has(minor - 1)) + Number(minors.has(minor + 1));
    return count === 2 || (count === 1 && isThere);
  };
  const names = new Map<string, string>();
  const pending: string[] = [];
  const meet = (name: string, local: string): void => {
    if (names.has(name)) return;
    names.set(name, local);
    pending.push(name);
  };
  for (const [kind, { type, minors }] of merged.kinds) {
    const local = graph.kinds.get(kind);
    if (local !== undefined) meet(type, local);
    const isThere = THERE[`${minor} ${kind}`] ?? THERE[`${minor} ${kind.split(' ')[0]} *`] ?? local !== undefined;
    if (minors.has(minor - 1) !== minors.has(minor + 1))
      merged.remarks.push(`1.${minor}: ${kind} is ${isThere ? '' : 'not '}there`);
    if (between(minors, isThere)) minors.add(minor);
  }
  for (let name = pending.shift(); name !== undefined; name = pending.shift()) {
    const theirs = graph.types.get(names.get(name) ?? '');
    for (const [field, { type }] of merged.types.get(name) ?? []) {
      const local = theirs?.get(field);
      if (local && isReference(local.type) && isReference(type)) meet(type.of, local.type.of);
    }
  }
  addShortLived(merged, graph, names);
  for (const [type, fields] of merged.types) {
    const theirs = graph.types.get(names.get(type) ?? '');
    for (const [name, field] of fields) {
      const local = theirs?.get(name);
      if (!between(field.minors, THERE[`${minor} ${type}.${name}`] ?? local !== undefined)) continue;
      field.minors.add(minor);
      const requirements = [minor - 1, minor + 1]
        .filter((next) => field.minors.has(next))
        .map((next) => field.requiredIn.has(next));
      if (requirements.includes(true) && (!requirements.includes(false) || local?.required === true)) field.requiredIn.add(minor);
      // The client drops the descriptions of fields that refer to a type.
      if (field.description === '' || (isReference(field.type) && local?.description))
        field.description = local?.description ?? '';
    }
  }
}

/** The types of such fields are not followed. */
function addShortLived(merged: Merged, graph: Graph, names: ReadonlyMap<string, string>): void {
  for (const [type, local] of names) {
    for (const [name, field] of graph.types.get(local) ?? []) {
      if (!SHORT_LIVED.includes(`${graph.minor} ${type}.${name}`)) continue;
      merged.types.get(type)?.set(name, {
        type: isReference(field.type) ? { shape: field.type.shape, of: '*' } : field.type,
        description: field.description,
        minors: new Set([graph.minor]),
        requiredIn: new Set(field.required ? [graph.minor] : []),
      });
    }
  }
}
