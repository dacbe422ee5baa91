import type { Span } from '../../base/span.ts';
import {
  asMapping,
  asScalar,
  at,
  entryOf,
  itemsOf,
  resolve,
  stringOf,
  type YamlDocument,
  type YamlMapping,
  type YamlScalar,
} from '../yaml/index.ts';

/** One Kubernetes object: a document, or an item of a `List`. */
export interface Resource {
  /** `''` when it is missing or not a plain string. */
  readonly kind: string;
  /** As written: `apps/v1`, `v1`. */
  readonly apiVersion: string;
  /** The part of `apiVersion` before the slash; `''` is the core group. */
  readonly group: string;
  readonly version: string;
  readonly name: string | undefined;
  readonly namespace: string | undefined;
  /** The smallest text that names the resource: its name, else its kind. */
  readonly nameSpan: Span;
  readonly node: YamlMapping;
  readonly document: YamlDocument;
  /** Parts are written elsewhere (a template, a patch), so a key that is missing here may not be missing there. */
  readonly isPartial: boolean;
}

const DEEPEST_LIST = 4;
const MOST_RESOURCES = 100_000;

/** The resources of a document, lists flattened. A file that is a template makes all of its resources partial. */
export function resourcesOf(document: YamlDocument, isTemplate: boolean): readonly Resource[] {
  const resources: Resource[] = [];
  const root = asMapping(document.root);
  if (root && hasHeader(root)) collect(root, document, isTemplate, resources, new Set());
  return resources;
}

/** Whether a mapping has the two keys that every Kubernetes object has, whatever stands behind them. */
export const hasHeader = (node: YamlMapping): boolean =>
  entryOf(node, 'apiVersion') !== undefined && entryOf(node, 'kind') !== undefined;

/** Lists are opened once each: a list of aliases would otherwise repeat its objects, and their findings, without bound. */
function collect(
  node: YamlMapping,
  document: YamlDocument,
  isTemplate: boolean,
  into: Resource[],
  seen: Set<YamlMapping>,
  depth = 0,
): void {
  if (seen.has(node)) return;
  seen.add(node);
  const resource = resourceOf(node, document, isTemplate);
  const items = depth < DEEPEST_LIST && resource.kind.endsWith('List') ? resolve(entryOf(node, 'items')?.value) : undefined;
  if (items?.kind !== 'sequence') {
    into.push(resource);
    return;
  }
  // Items of a typed list (`PodList`) may leave out what the list's own kind says; they are rare and not judged.
  for (const item of itemsOf(items)) {
    const inner = asMapping(item);
    if (into.length < MOST_RESOURCES && inner && hasHeader(inner)) collect(inner, document, isTemplate, into, seen, depth + 1);
  }
}

function resourceOf(node: YamlMapping, document: YamlDocument, isTemplate: boolean): Resource {
  const kind = asScalar(entryOf(node, 'kind')?.value);
  const written = stringOf(entryOf(node, 'apiVersion')?.value);
  const apiVersion = written ?? '';
  const slash = apiVersion.indexOf('/');
  const name = nameOf(node);
  // Charts choose the version of an API by what the cluster has; its group hardly ever depends on that.
  const usual = written === undefined && typeof kind?.value === 'string' ? usualGroup(kind.value) : undefined;
  return {
    kind: typeof kind?.value === 'string' ? kind.value : '',
    apiVersion,
    group: usual ?? (slash < 0 ? '' : apiVersion.slice(0, slash)),
    version: apiVersion.slice(slash + 1),
    name: typeof name?.value === 'string' ? name.value : undefined,
    namespace: stringOf(at(node, 'metadata', 'namespace')),
    nameSpan: name?.span ?? kind?.span ?? node.entries[0]?.key.span ?? node.span,
    node,
    document,
    isPartial: isTemplate || isPatch(node, typeof kind?.value === 'string' ? kind.value : '', apiVersion),
  };
}

/** The groups of kinds whose `apiVersion` charts compute (https://kubernetes.io/docs/reference/kubernetes-api/). */
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  apps: ['DaemonSet', 'Deployment', 'ReplicaSet', 'StatefulSet'],
  batch: ['CronJob', 'Job'],
  autoscaling: ['HorizontalPodAutoscaler'],
  policy: ['PodDisruptionBudget', 'PodSecurityPolicy'],
  'networking.k8s.io': ['Ingress', 'IngressClass', 'NetworkPolicy'],
  'rbac.authorization.k8s.io': ['ClusterRole', 'ClusterRoleBinding', 'Role', 'RoleBinding'],
  'admissionregistration.k8s.io': ['MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration'],
};

const usualGroup = (kind: string): string | undefined => Object.keys(GROUPS).find((group) => GROUPS[group]?.includes(kind));

const nameOf = (node: YamlMapping): YamlScalar | undefined =>
  asScalar(at(node, 'metadata', 'name') ?? at(node, 'metadata', 'generateName'));

const NEED_SELECTOR: ReadonlySet<string> = new Set(['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet']);

/**
 * A strategic merge patch: it says so, or it lacks what the API demands of the whole object. One that only lacks its selector and has all the rest of a workload (labels,
 * images) is a whole object with a mistake.
 */
function isPatch(node: YamlMapping, kind: string, apiVersion: string): boolean {
  if (entryOf(node, '$patch')) return true;
  if (apiVersion !== 'apps/v1' || !NEED_SELECTOR.has(kind) || at(node, 'spec', 'selector')) return false;
  const template = at(node, 'spec', 'template');
  const containers = itemsOf(at(template, 'spec', 'containers'));
  return !at(template, 'metadata', 'labels') || containers.length === 0 || containers.some((each) => !at(each, 'image'));
}
