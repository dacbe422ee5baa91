import type { KubernetesFile, Resource } from '../../../model/kubernetes/index.ts';

/** The resources that others may refer to: so far those of the same file. */
export interface Neighbourhood {
  /** Those of a kind. */
  all(kind: string, group: string): readonly Resource[];
  /** Those of a kind in the namespace of `resource`. */
  near(resource: Resource, kind: string, group: string): readonly Resource[];
}

/** Who writes no namespace and who writes `default` mean the same one unless the tool that applies the file says otherwise. */
export const namespaceOf = ({ namespace }: Resource): string => namespace ?? 'default';

export function neighbourhoodOf({ resources }: KubernetesFile): Neighbourhood {
  const byKind = new Map<string, Resource[]>();
  const byPlace = new Map<string, Resource[]>();
  for (const resource of resources) {
    const kind = `${resource.group}/${resource.kind}`;
    add(byKind, kind, resource);
    add(byPlace, `${kind}/${namespaceOf(resource)}`, resource);
  }
  return {
    all: (kind, group) => byKind.get(`${group}/${kind}`) ?? [],
    near: (resource, kind, group) => byPlace.get(`${group}/${kind}/${namespaceOf(resource)}`) ?? [],
  };
}

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
