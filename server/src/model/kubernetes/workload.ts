import type { Span } from '../../base/span.ts';
import {
  asMapping,
  asScalar,
  asSequence,
  at,
  entryOf,
  itemsOf,
  stringOf,
  type YamlEntry,
  type YamlMapping,
  type YamlScalar,
} from '../yaml/index.ts';
import { booleanAt } from './lookup.ts';
import type { Resource } from './resource.ts';

export const CONTAINER_LISTS = ['initContainers', 'containers', 'ephemeralContainers'] as const;
export type ContainerList = (typeof CONTAINER_LISTS)[number];

export interface Container {
  readonly list: ContainerList;
  readonly node: YamlMapping;
  readonly name: string | undefined;
  /** The smallest text that names the container: its name, else its first key. */
  readonly nameSpan: Span;
  /** Undefined when it is missing or not literal. */
  readonly image: YamlScalar | undefined;
  /** Parts are written elsewhere: the resource is partial, or the container has no image, which only a patch may lack. */
  readonly isPartial: boolean;
  /** Where the container is in the file's structure: stable when lines move. */
  readonly key: string;
}

export interface Volume {
  readonly name: string | undefined;
  readonly nameNode: YamlScalar | undefined;
  readonly node: YamlMapping;
}

/** One view of everything that runs pods. */
export interface Workload {
  readonly resource: Resource;
  /** The pod's spec. */
  readonly spec: YamlMapping;
  /** The key of the pod's spec. */
  readonly specKey: Span;
  /** The object whose metadata and spec are those of the pods. */
  readonly template: YamlMapping;
  /** The labels of the pods. */
  readonly labels: YamlMapping | undefined;
  /** The annotations of the pods. */
  readonly annotations: YamlMapping | undefined;
  readonly isPartial: boolean;
  readonly isWindows: boolean;
  /** The pod has a user namespace of its own (`hostUsers: false`). */
  readonly hasUserNamespace: boolean;
  /** In the order of the lists in `CONTAINER_LISTS`. */
  readonly containers: readonly Container[];
  readonly volumes: readonly Volume[];
  /** For messages: "Deployment `web`". */
  readonly title: string;
  readonly key: string;
}

interface WorkloadKind {
  readonly kind: string;
  /** API groups that have the kind; `''` is the core group. */
  readonly groups: readonly string[];
  /** The keys that lead to the pod template; none where the resource is the pod. */
  readonly template: readonly string[];
}

/** Where each kind has its pod template (the API reference of Kubernetes, OpenShift, Argo Rollouts, Knative, Agent Sandbox, OpenKruise and KEDA). */
const KINDS: readonly WorkloadKind[] = [
  { kind: 'Pod', groups: [''], template: [] },
  { kind: 'PodTemplate', groups: [''], template: ['template'] },
  { kind: 'ReplicationController', groups: [''], template: ['spec', 'template'] },
  { kind: 'Deployment', groups: ['apps', 'extensions'], template: ['spec', 'template'] },
  { kind: 'StatefulSet', groups: ['apps', 'apps.kruise.io'], template: ['spec', 'template'] },
  { kind: 'DaemonSet', groups: ['apps', 'extensions', 'apps.kruise.io'], template: ['spec', 'template'] },
  { kind: 'ReplicaSet', groups: ['apps', 'extensions'], template: ['spec', 'template'] },
  { kind: 'Job', groups: ['batch'], template: ['spec', 'template'] },
  { kind: 'CronJob', groups: ['batch'], template: ['spec', 'jobTemplate', 'spec', 'template'] },
  { kind: 'DeploymentConfig', groups: ['apps.openshift.io', ''], template: ['spec', 'template'] },
  { kind: 'Rollout', groups: ['argoproj.io'], template: ['spec', 'template'] },
  { kind: 'CloneSet', groups: ['apps.kruise.io'], template: ['spec', 'template'] },
  { kind: 'BroadcastJob', groups: ['apps.kruise.io'], template: ['spec', 'template'] },
  { kind: 'ScaledJob', groups: ['keda.sh'], template: ['spec', 'jobTargetRef', 'template'] },
  { kind: 'Service', groups: ['serving.knative.dev'], template: ['spec', 'template'] },
  { kind: 'Configuration', groups: ['serving.knative.dev'], template: ['spec', 'template'] },
  { kind: 'Revision', groups: ['serving.knative.dev'], template: [] },
  { kind: 'ContainerSource', groups: ['sources.knative.dev'], template: ['spec', 'template'] },
  { kind: 'Sandbox', groups: ['agents.x-k8s.io'], template: ['spec', 'podTemplate'] },
  { kind: 'SandboxTemplate', groups: ['extensions.agents.x-k8s.io'], template: ['spec', 'podTemplate'] },
];

/** The workload that a resource is; undefined for one that runs no pods, or whose pod spec is not there or not literal. */
export function workloadOf(resource: Resource): Workload | undefined {
  const row = KINDS.find(({ kind, groups }) => kind === resource.kind && groups.includes(resource.group)) ?? computed(resource);
  if (!row) return undefined;
  const template = asMapping(row.template.length === 0 ? resource.node : at(resource.node, ...row.template));
  const entry = entryOf(template, 'spec');
  const spec = asMapping(entry?.value);
  if (!template || !entry || !spec) return undefined;
  const key = `${resource.kind}/${resource.namespace ?? ''}/${resource.name ?? ''}`;
  const hostUsers = booleanAt(spec, 'hostUsers');
  return {
    resource,
    spec,
    specKey: entry.key.span,
    template,
    labels: asMapping(at(template, 'metadata', 'labels')),
    annotations: asMapping(at(template, 'metadata', 'annotations')),
    isPartial: resource.isPartial,
    isWindows: stringOf(at(spec, 'os', 'name')) === 'windows',
    hasUserNamespace: hostUsers !== undefined && hostUsers !== 'unknown' && !hostUsers.value,
    containers: CONTAINER_LISTS.flatMap((list) => containersOf(spec, list, resource.isPartial, key)),
    volumes: itemsOf(at(spec, 'volumes')).flatMap((node) => volumeOf(asMapping(node)) ?? []),
    title: titleOf(resource),
    key,
  };
}

function titleOf({ kind, name }: Resource): string {
  const what = kind === '' ? 'Workload' : kind;
  return name === undefined ? what : `${what} \`${name}\``;
}

/** A chart may let its values decide between Deployment and StatefulSet: what has the form of both is one of them. */
function computed({ kind, node, isPartial }: Resource): WorkloadKind | undefined {
  if (kind !== '' || !isPartial || !entryOf(node, 'kind')?.value) return undefined;
  const isOne = at(node, 'spec', 'selector') && asSequence(at(node, 'spec', 'template', 'spec', 'containers'));
  return isOne ? { kind, groups: [], template: ['spec', 'template'] } : undefined;
}

function containersOf(spec: YamlMapping, list: ContainerList, isPartial: boolean, key: string): readonly Container[] {
  return itemsOf(at(spec, list)).flatMap((item, index) => {
    const node = asMapping(item);
    const first = node?.entries[0];
    if (!node || !first) return [];
    const name = asScalar(entryOf(node, 'name')?.value);
    const image = entryOf(node, 'image');
    const text = name && name.text !== '' ? name.text : undefined;
    return {
      list,
      node,
      name: text,
      nameSpan: name && text !== undefined ? name.span : first.key.span,
      image: imageOf(image),
      isPartial: isPartial || image === undefined,
      key: `${key}/${list}/${text ?? index}`,
    };
  });
}

function imageOf(entry: YamlEntry | undefined): YamlScalar | undefined {
  const scalar = asScalar(entry?.value);
  return typeof scalar?.value === 'string' && scalar.value !== '' ? scalar : undefined;
}

function volumeOf(node: YamlMapping | undefined): Volume | undefined {
  if (!node) return undefined;
  const nameNode = asScalar(entryOf(node, 'name')?.value);
  return { name: nameNode?.text, nameNode, node };
}

/** The names under `volumeMounts` and `volumeDevices` of a container that are literal. */
export function mountsOf(container: Container): readonly { readonly name: YamlScalar; readonly node: YamlMapping }[] {
  return ['volumeMounts', 'volumeDevices'].flatMap((list) =>
    itemsOf(asSequence(at(container.node, list))).flatMap((item) => {
      const node = asMapping(item);
      const name = asScalar(entryOf(node, 'name')?.value);
      return node && name ? { name, node } : [];
    }),
  );
}
