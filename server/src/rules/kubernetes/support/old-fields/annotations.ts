import { ANNOTATIONS, type OldField } from '../../../../knowledge/kubernetes/deprecated-fields.ts';
import type { KubernetesFile, Resource } from '../../../../model/kubernetes/index.ts';
import { asMapping, at, type EditSource, itemsOf, keyOf, type YamlMapping } from '../../../../model/yaml/index.ts';
import { annotationFixes } from './annotation-fixes.ts';
import type { Hit } from './hit.ts';
import { podTemplate } from './pod-template.ts';

/** Groups whose kinds the table is about. */
const GROUPS: readonly string[] = ['', 'networking.k8s.io', 'storage.k8s.io'];

/** Each fix looks through all annotations; nobody writes so many. */
const MOST_FIXES = 50;

/** Something that has metadata: an object, or the template of one. */
export interface Annotated {
  readonly owner: string;
  readonly node: YamlMapping;
  readonly isPartial: boolean;
  readonly key: string;
  /** Of a pod: its containers by their names. */
  readonly containers?: ReadonlyMap<string | undefined, YamlMapping>;
}

/** Everything in a file that has annotations. */
export function* annotated({ resources, workloads }: KubernetesFile): Generator<Annotated & { readonly resource: Resource }> {
  for (const resource of resources) {
    const { kind, group, name = '', node, isPartial } = resource;
    const key = `${kind}/${name}`;
    if (GROUPS.includes(group) && kind !== 'Pod') yield { resource, owner: kind, node, isPartial, key };
    if (kind !== 'StatefulSet') continue;
    for (const claim of itemsOf(at(node, 'spec', 'volumeClaimTemplates'))) {
      const mapping = asMapping(claim);
      if (mapping)
        yield { resource, owner: 'PersistentVolumeClaim', node: mapping, isPartial, key: `${key}/volumeClaimTemplates` };
    }
  }
  for (const workload of workloads) {
    const { resource, isPartial, key } = workload;
    const node = podTemplate(workload);
    const containers = new Map(workload.containers.map((container) => [container.name, container.node]));
    if (node) yield { resource, owner: 'Pod', node, isPartial, key, containers };
  }
}

/** Deprecated annotations of an object. */
export function* oldAnnotations(source: EditSource, of: Annotated, target: number): Generator<Hit> {
  let count = 0;
  for (const entry of asMapping(at(of.node, 'metadata', 'annotations'))?.entries ?? []) {
    const name = keyOf(entry) ?? '';
    const row = rowOf(of.owner, name);
    if (!row || target < row.deprecated) continue;
    const isRemoved = row.removed !== undefined && row.removed <= target;
    const fixes = count++ < MOST_FIXES ? annotationFixes(source, of, entry, isRemoved) : [];
    yield { field: { ...row, name }, span: entry.key.span, fixes, key: `${of.key}/${name}` };
  }
}

const rowOf = (owner: string, name: string): OldField | undefined =>
  ANNOTATIONS.get(`${owner}:${name}`) ?? ANNOTATIONS.get(`${owner}:${name.slice(0, name.indexOf('/') + 1)}`);
