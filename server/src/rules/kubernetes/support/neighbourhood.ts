import { Memo } from '../../../base/memo.ts';
import type { Resource } from '../../../model/kubernetes/index.ts';
import { inLayers, type Layer, type UnitModel } from './unit-model.ts';

/** The resources that others may refer to. Every answer is a look-up, because files may hold thousands. */
export interface Neighbourhood {
  /** Those of a kind. */
  readonly all: (kind: string, group: string) => readonly Resource[];
  /** Those of a kind in the namespace of `resource`. */
  readonly near: (resource: Resource, kind: string, group: string) => readonly Resource[];
  /** The one of a kind and name in the namespace of `resource`. */
  readonly named: (resource: Resource, kind: string, group: string, name: string) => Resource | undefined;
}

/** Who writes no namespace and who writes `default` mean the same one unless the tool that applies the file says otherwise. */
export const namespaceOf = ({ namespace }: Resource): string => namespace ?? 'default';

/** The neighbourhood of a file alone. */
export const neighbourhoodIn = (file: Layer): Neighbourhood => {
  const index = INDEXES.of(file);
  return neighbourhood((find) => find(index));
};

/** The neighbourhood of a file and of what is deployed with it. */
export const neighbourhoodOf = (model: UnitModel): Neighbourhood =>
  neighbourhood((find) => inLayers(model, INDEXES, find, (resource) => resource));

interface Index {
  readonly byKind: ReadonlyMap<string, readonly Resource[]>;
  readonly byNamespace: ReadonlyMap<string, readonly Resource[]>;
  readonly byName: ReadonlyMap<string, readonly Resource[]>;
}

const INDEXES = new Memo(({ resources }: Layer): Index => {
  const byKind = new Map<string, Resource[]>();
  const byNamespace = new Map<string, Resource[]>();
  const byName = new Map<string, Resource[]>();
  for (const resource of resources) {
    const kind = `${resource.group}/${resource.kind}`;
    const place = `${kind}/${namespaceOf(resource)}`;
    append(byKind, kind, resource);
    append(byNamespace, place, resource);
    if (resource.name !== undefined) append(byName, `${place}/${resource.name}`, resource);
  }
  return { byKind, byNamespace, byName };
});

function neighbourhood(look: (find: (index: Index) => readonly Resource[]) => readonly Resource[]): Neighbourhood {
  return {
    all: (kind, group) => look(({ byKind }) => byKind.get(`${group}/${kind}`) ?? []),
    near: (resource, kind, group) =>
      look(({ byNamespace }) => byNamespace.get(`${group}/${kind}/${namespaceOf(resource)}`) ?? []),
    named: (resource, kind, group, name) =>
      look(({ byName }) => byName.get(`${group}/${kind}/${namespaceOf(resource)}/${name}`) ?? []).at(-1),
  };
}

/** Adds to the list of a key. */
export function append<K, T>(map: Map<K, T[]>, key: K, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
