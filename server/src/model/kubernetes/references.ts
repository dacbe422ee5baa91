import { asMapping, asScalar, at, entryOf, isNull, stringOf, valueOf, type YamlMapping, type YamlScalar } from '../yaml/index.ts';
import { type FieldPath, fieldPath, mappingsAt } from './field-path.ts';
import { hasPlaceholder } from './placeholder.ts';
import type { Resource } from './resource.ts';
import type { Workload } from './workload.ts';

/** What a reference is for: a name that is missing there means something else in each. */
export type ReferenceUse =
  | 'volume'
  | 'env'
  | 'pull'
  | 'account'
  | 'class'
  | 'backend'
  | 'tls'
  | 'parent'
  | 'scale'
  | 'governing-service'
  | 'role'
  | 'subject'
  | 'webhook'
  | 'other';

/** A place that names another resource. */
export interface Reference {
  readonly use: ReferenceUse;
  readonly kind: string;
  /** The API group of the kind; undefined where any will do. */
  readonly group: string | undefined;
  readonly name: string;
  readonly node: YamlScalar;
  /** The namespace that it looks in; undefined is the one that the resource will be deployed to. */
  readonly namespace: string | undefined;
  /** A key of a ConfigMap or Secret, a port of a Service, a listener of a Gateway. */
  readonly parts: readonly YamlScalar[];
  /** Kubernetes does without it. */
  readonly isOptional: boolean;
}

interface Row {
  readonly use: ReferenceUse;
  /** Leads to the mapping that holds the name. */
  readonly at: FieldPath;
  readonly name: string;
  readonly kind: string;
  readonly group?: string;
  /** The mapping says kind and API group (`kind`, `apiVersion`, `group` or `apiGroup`) and the namespace itself. */
  readonly isObject?: boolean;
  /** Objects of the kind lie in no namespace. */
  readonly isClusterWide?: boolean;
  /** Where the parts are, relative to the mapping; the last key is a scalar. */
  readonly parts?: readonly string[];
}

const row = (
  use: ReferenceUse,
  path: string,
  name: string,
  kind: string,
  more: Omit<Row, 'use' | 'at' | 'name' | 'kind'> = {},
): Row => ({
  use,
  at: fieldPath(path),
  name,
  kind,
  ...more,
});

/** Below the spec of a pod (the API reference of Kubernetes). */
const POD: readonly Row[] = [
  row('volume', 'volumes[].configMap', 'name', 'ConfigMap', { group: '', parts: ['items[].key'] }),
  row('volume', 'volumes[].secret', 'secretName', 'Secret', { group: '', parts: ['items[].key'] }),
  row('volume', 'volumes[].persistentVolumeClaim', 'claimName', 'PersistentVolumeClaim', { group: '' }),
  row('volume', 'volumes[].projected.sources[].configMap', 'name', 'ConfigMap', { group: '', parts: ['items[].key'] }),
  row('volume', 'volumes[].projected.sources[].secret', 'name', 'Secret', { group: '', parts: ['items[].key'] }),
  row('pull', 'imagePullSecrets[]', 'name', 'Secret', { group: '' }),
  row('account', '', 'serviceAccountName', 'ServiceAccount', { group: '' }),
  row('class', '', 'priorityClassName', 'PriorityClass', { group: 'scheduling.k8s.io', isClusterWide: true }),
  row('class', '', 'runtimeClassName', 'RuntimeClass', { group: 'node.k8s.io', isClusterWide: true }),
];

const CONTAINER: readonly Row[] = [
  row('env', 'env[].valueFrom.configMapKeyRef', 'name', 'ConfigMap', { group: '', parts: ['key'] }),
  row('env', 'env[].valueFrom.secretKeyRef', 'name', 'Secret', { group: '', parts: ['key'] }),
  row('env', 'envFrom[].configMapRef', 'name', 'ConfigMap', { group: '' }),
  row('env', 'envFrom[].secretRef', 'name', 'Secret', { group: '' }),
];

const SERVICE = { group: '' } as const;
const GATEWAY_API = 'gateway.networking.k8s.io';
const ROUTE: readonly Row[] = [
  row('parent', 'spec.parentRefs[]', 'name', 'Gateway', { group: GATEWAY_API, isObject: true, parts: ['sectionName'] }),
  row('backend', 'spec.rules[].backendRefs[]', 'name', 'Service', { ...SERVICE, isObject: true, parts: ['port'] }),
  row('backend', 'spec.rules[].filters[].requestMirror.backendRef', 'name', 'Service', {
    ...SERVICE,
    isObject: true,
    parts: ['port'],
  }),
];
const SCALE: readonly Row[] = [row('scale', 'spec.scaleTargetRef', 'name', 'Deployment', { isObject: true })];
const BINDING: readonly Row[] = [
  row('role', 'roleRef', 'name', '', { isObject: true }),
  row('subject', 'subjects[]', 'name', '', { isObject: true }),
];
const WEBHOOK: readonly Row[] = [
  row('webhook', 'webhooks[].clientConfig.service', 'name', 'Service', { ...SERVICE, isObject: true }),
];

/** Kind → what its objects name, by their API groups. */
const KINDS: Readonly<Record<string, { readonly groups: readonly string[]; readonly rows: readonly Row[] }>> = {
  Ingress: {
    groups: ['networking.k8s.io', 'extensions'],
    rows: [
      row('backend', 'spec.rules[].http.paths[].backend.service', 'name', 'Service', {
        ...SERVICE,
        parts: ['port.name', 'port.number'],
      }),
      row('backend', 'spec.defaultBackend.service', 'name', 'Service', { ...SERVICE, parts: ['port.name', 'port.number'] }),
      row('backend', 'spec.rules[].http.paths[].backend', 'serviceName', 'Service', { ...SERVICE, parts: ['servicePort'] }),
      row('backend', 'spec.backend', 'serviceName', 'Service', { ...SERVICE, parts: ['servicePort'] }),
      row('tls', 'spec.tls[]', 'secretName', 'Secret', { group: '' }),
      row('class', 'spec', 'ingressClassName', 'IngressClass', { group: 'networking.k8s.io', isClusterWide: true }),
    ],
  },
  Gateway: {
    groups: [GATEWAY_API],
    rows: [
      row('class', 'spec', 'gatewayClassName', 'GatewayClass', { group: GATEWAY_API, isClusterWide: true }),
      row('tls', 'spec.listeners[].tls.certificateRefs[]', 'name', 'Secret', { group: '', isObject: true }),
    ],
  },
  HTTPRoute: { groups: [GATEWAY_API], rows: ROUTE },
  GRPCRoute: { groups: [GATEWAY_API], rows: ROUTE },
  TLSRoute: { groups: [GATEWAY_API], rows: ROUTE },
  TCPRoute: { groups: [GATEWAY_API], rows: ROUTE },
  UDPRoute: { groups: [GATEWAY_API], rows: ROUTE },
  Route: {
    groups: ['route.openshift.io'],
    rows: [
      row('backend', 'spec.to', 'name', 'Service', { ...SERVICE, isObject: true }),
      row('backend', 'spec.alternateBackends[]', 'name', 'Service', { ...SERVICE, isObject: true }),
    ],
  },
  HorizontalPodAutoscaler: { groups: ['autoscaling'], rows: SCALE },
  ScaledObject: { groups: ['keda.sh'], rows: SCALE },
  VerticalPodAutoscaler: {
    groups: ['autoscaling.k8s.io'],
    rows: [row('scale', 'spec.targetRef', 'name', 'Deployment', { isObject: true })],
  },
  StatefulSet: { groups: ['apps'], rows: [row('governing-service', 'spec', 'serviceName', 'Service', SERVICE)] },
  RoleBinding: { groups: ['rbac.authorization.k8s.io'], rows: BINDING },
  ClusterRoleBinding: { groups: ['rbac.authorization.k8s.io'], rows: BINDING },
  ServiceAccount: {
    groups: [''],
    rows: [
      row('other', 'secrets[]', 'name', 'Secret', { group: '' }),
      row('pull', 'imagePullSecrets[]', 'name', 'Secret', { group: '' }),
    ],
  },
  PersistentVolumeClaim: {
    groups: [''],
    rows: [
      row('class', 'spec', 'storageClassName', 'StorageClass', { group: 'storage.k8s.io', isClusterWide: true }),
      row('other', 'spec', 'volumeName', 'PersistentVolume', { group: '', isClusterWide: true }),
    ],
  },
  ValidatingWebhookConfiguration: { groups: ['admissionregistration.k8s.io'], rows: WEBHOOK },
  MutatingWebhookConfiguration: { groups: ['admissionregistration.k8s.io'], rows: WEBHOOK },
  Certificate: {
    groups: ['cert-manager.io'],
    rows: [row('other', 'spec.issuerRef', 'name', 'Issuer', { group: 'cert-manager.io', isObject: true })],
  },
};

/** Everything in a resource, and in the pod that it runs, that names another resource literally. */
export function referencesOf(resource: Resource, workload: Workload | undefined): readonly Reference[] {
  const known = Object.hasOwn(KINDS, resource.kind) ? KINDS[resource.kind] : undefined;
  const own = known?.groups.includes(resource.group) ? known.rows.flatMap((each) => read(each, resource.node, resource)) : [];
  if (!workload) return own;
  const pod = POD.flatMap((each) => read(each, workload.spec, resource));
  const containers = workload.containers.flatMap(({ node }) => CONTAINER.flatMap((each) => read(each, node, resource)));
  return [...own, ...pod, ...containers];
}

const CLUSTER_WIDE: ReadonlySet<string> = new Set(['ClusterRole', 'ClusterIssuer']);

function read(from: Row, base: YamlMapping, resource: Resource): readonly Reference[] {
  return mappingsAt(base, from.at).flatMap((mapping): readonly Reference[] => {
    const node = asScalar(entryOf(mapping, from.name)?.value);
    if (typeof node?.value !== 'string' || node.value === '' || hasPlaceholder(node.value)) return [];
    const what = from.isObject ? objectIn(mapping, from) : { kind: from.kind, group: from.group };
    if (!what) return [];
    const isClusterWide = from.isClusterWide === true || CLUSTER_WIDE.has(what.kind);
    return [
      {
        use: from.use,
        ...what,
        name: node.value,
        node,
        namespace: isClusterWide ? undefined : namespaceIn(mapping, from, resource),
        parts: (from.parts ?? []).flatMap((path) => scalarsAt(mapping, path)),
        isOptional: valueOf(at(mapping, 'optional')) === true,
      },
    ];
  });
}

/** The namespace that the mapping says, else that of the resource; undefined where it is not literal. */
function namespaceIn(mapping: YamlMapping, { isObject }: Row, resource: Resource): string | undefined {
  const said = isObject ? entryOf(mapping, 'namespace') : undefined;
  return said && !isNull(said.value) ? stringOf(said.value) : resource.namespace;
}

/** Kind and group as the mapping says them; undefined where it does not say them literally. */
function objectIn(mapping: YamlMapping, from: Row): { readonly kind: string; readonly group: string | undefined } | undefined {
  const kindEntry = entryOf(mapping, 'kind');
  const kind = kindEntry ? stringOf(kindEntry.value) : from.kind;
  if (kind === undefined || kind === '') return undefined;
  const apiVersion = stringOf(at(mapping, 'apiVersion'));
  if (apiVersion !== undefined)
    return { kind, group: apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '' };
  const groupEntry = entryOf(mapping, 'group') ?? entryOf(mapping, 'apiGroup');
  return { kind, group: groupEntry ? stringOf(groupEntry.value) : kindEntry ? undefined : from.group };
}

function scalarsAt(mapping: YamlMapping, path: string): readonly YamlScalar[] {
  const steps = fieldPath(path);
  const last = steps.at(-1);
  if (!last) return [];
  return mappingsAt(mapping, steps.slice(0, -1)).flatMap((holder) => asScalar(at(asMapping(holder), last.key)) ?? []);
}
