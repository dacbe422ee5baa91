import { Memo } from '../../../base/memo.ts';
import type { Resource } from '../../../model/kubernetes/index.ts';
import type { UnitModel } from './unit-model.ts';

/** The resources of a unit that others may refer to. Every answer is a look-up, because units may hold thousands. */
export interface Neighbourhood {
  /** Those of a kind. */
  readonly all: (kind: string, group: string) => readonly Resource[];
  /** Those of a kind that may lie in the namespace of `resource`. */
  readonly near: (resource: Pick<Resource, 'namespace'>, kind: string, group: string) => readonly Resource[];
  /** The one of a kind and name that may lie in the namespace of `resource`. */
  readonly named: (resource: Pick<Resource, 'namespace'>, kind: string, group: string, name: string) => Resource | undefined;
}

const NEIGHBOURHOODS = new Memo(indexed);

export const neighbourhoodOf = (model: UnitModel): Neighbourhood => NEIGHBOURHOODS.of(model);

function indexed({ resources, mayShare }: UnitModel): Neighbourhood {
  const byKind = new Map<string, Resource[]>();
  const byName = new Map<string, Resource[]>();
  for (const resource of resources) {
    const kind = `${resource.group}/${resource.kind}`;
    append(byKind, kind, resource);
    if (resource.name !== undefined) append(byName, `${kind}/${resource.name}`, resource);
  }
  const all: Neighbourhood['all'] = (kind, group) => byKind.get(`${group}/${kind}`) ?? [];
  return {
    all,
    near: (resource, kind, group) => all(kind, group).filter((each) => mayShare(each, resource)),
    named: (resource, kind, group, name) => byName.get(`${group}/${kind}/${name}`)?.findLast((each) => mayShare(each, resource)),
  };
}

/** Adds to the list of a key. */
export function append<K, T>(map: Map<K, T[]>, key: K, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
