import { Memo } from '../../../base/memo.ts';
import type { Resource } from '../../../model/kubernetes/index.ts';
import type { UnitModel } from './unit-model.ts';

/** The resources that others may refer to: so far those of the same file. Every answer is a look-up, because files may hold thousands. */
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

/** Several rules ask for it, so that it is made once for a list of resources. */
export const neighbourhoodOf = ({ resources }: Pick<UnitModel, 'resources'>): Neighbourhood => INDEXES.of(resources);

const INDEXES = new Memo(indexOf);

function indexOf(resources: readonly Resource[]): Neighbourhood {
  const byKind = new Map<string, Resource[]>();
  const byNamespace = new Map<string, Resource[]>();
  const byName = new Map<string, Resource>();
  for (const resource of resources) {
    const kind = `${resource.group}/${resource.kind}`;
    const place = `${kind}/${namespaceOf(resource)}`;
    append(byKind, kind, resource);
    append(byNamespace, place, resource);
    if (resource.name !== undefined) byName.set(`${place}/${resource.name}`, resource);
  }
  return {
    all: (kind, group) => byKind.get(`${group}/${kind}`) ?? [],
    near: (resource, kind, group) => byNamespace.get(`${group}/${kind}/${namespaceOf(resource)}`) ?? [],
    named: (resource, kind, group, name) => byName.get(`${group}/${kind}/${namespaceOf(resource)}/${name}`),
  };
}

/** Adds to the list of a key. */
export function append<K, T>(map: Map<K, T[]>, key: K, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
