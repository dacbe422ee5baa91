import type { Span } from '../../base/span.ts';
import {
  asMapping,
  asScalar,
  asSequence,
  at,
  entryOf,
  isNull,
  itemsOf,
  keyOf,
  stringOf,
  valueOf,
  type YamlMapping,
} from '../yaml/index.ts';
import { chartFacts, type ChartFacts } from './chart.ts';
import { type CrdFact, crdFacts } from './crd-facts.ts';
import { type Effective, effectiveBoolean, effectiveNumber } from './effective.ts';
import type { KubernetesFile } from './file.ts';
import { kustomizationFacts, type KustomizationFacts } from './kustomization.ts';
import { type LabelSet, labelSetOf } from './labels.ts';
import { booleanAt, hasUnknownKeys, numberAt } from './lookup.ts';
import { madeBy, type MadeResource } from './made-resources.ts';
import { type Reference, referencesOf } from './references.ts';
import { quotedText } from './quoted.ts';
import { type RbacFacts, rbacFacts } from './rbac-facts.ts';
import type { Resource } from './resource.ts';
import { type RouteFact, routesOf } from './routes.ts';
import { type Selection, selectionOf } from './selections.ts';
import { signaturePoliciesOf, type SignaturePolicyFact } from './signature-policies.ts';
import { type SkaffoldBuild, skaffoldBuilds } from './skaffold.ts';
import type { Container, ContainerList, Workload } from './workload.ts';

/** A setting and the text that says it. */
export interface SettingFact<T> {
  readonly value: T;
  readonly span: Span;
}

/** A reference without its node. */
export interface ReferenceFact extends Omit<Reference, 'node' | 'parts'> {
  readonly span: Span;
}

/** A port of a Service (`port`, `targetPort`) or of a Gateway's listener. */
export interface PortFact {
  readonly name: string | undefined;
  readonly port: number | undefined;
}

export interface ResourceFact {
  readonly kind: string;
  readonly group: string;
  readonly version: string;
  /** `metadata.name`; undefined when it is missing or not literal. */
  readonly name: string | undefined;
  readonly namespace: string | undefined;
  readonly nameSpan: Span;
  readonly labels: LabelSet;
  /** Parts are written elsewhere: by a template, or by what a patch is applied to. */
  readonly isPartial: boolean;
  /** A patch changes an object that another file defines. */
  readonly isPatch: boolean;
  readonly selection: Selection | undefined;
  readonly references: readonly ReferenceFact[];
  /** The keys of a ConfigMap or Secret; undefined for other kinds, and when some are not known. */
  readonly keys: readonly string[] | undefined;
  /** The ports of a Service, the listeners of a Gateway; undefined for other kinds, and when some are not known. */
  readonly ports: readonly PortFact[] | undefined;
  /** What a controller makes from it. */
  readonly makes: readonly MadeResource[];
  /** A Service without an address of its own (`clusterIP: None`). */
  readonly isHeadless: boolean;
  /** What a HorizontalPodAutoscaler keeps to, or how many a workload asks for. */
  readonly replicas: number | undefined;
  /** The text of a small kind that rules about others ask for. */
  readonly source: string | undefined;
  /** `automountServiceAccountToken` of a ServiceAccount. */
  readonly automountsToken: boolean | undefined;
}

export interface ContainerFact {
  readonly list: ContainerList;
  readonly name: string | undefined;
  readonly nameSpan: Span;
  /** The literal image reference. */
  readonly image: SettingFact<string> | undefined;
  /** As the container gets it from itself or its pod; undefined when nothing says it, `'unknown'` when it is not literal. */
  readonly runAsNonRoot: SettingFact<boolean> | 'unknown' | undefined;
  readonly runAsUser: SettingFact<number> | 'unknown' | undefined;
  /** Undefined when some are not known. */
  readonly ports: readonly PortFact[] | undefined;
}

export interface WorkloadFact {
  readonly kind: string;
  readonly group: string;
  readonly name: string | undefined;
  readonly namespace: string | undefined;
  readonly nameSpan: Span;
  /** Of the pods. */
  readonly labels: LabelSet;
  readonly isPartial: boolean;
  readonly isPatch: boolean;
  readonly isWindows: boolean;
  /** Undefined when nothing says it, `'unknown'` when it is not literal. */
  readonly replicas: number | 'unknown' | undefined;
  readonly containers: readonly ContainerFact[];
  /** The names of the PersistentVolumeClaims that a StatefulSet makes, each followed by `-<set>-<number>`. */
  readonly claims: readonly string[];
}

/** What a Kubernetes file tells the others. */
export interface KubernetesFacts {
  readonly isTemplate: boolean;
  readonly resources: readonly ResourceFact[];
  readonly workloads: readonly WorkloadFact[];
  readonly routes: readonly RouteFact[];
  readonly rbac: RbacFacts;
  readonly crds: readonly CrdFact[];
  readonly signaturePolicies: readonly SignaturePolicyFact[];
  readonly kustomization?: KustomizationFacts;
  readonly chart?: ChartFacts;
  /** The images that a `skaffold.yaml` builds. */
  readonly builds?: readonly SkaffoldBuild[];
}

export function kubernetesFacts(file: KubernetesFile): KubernetesFacts {
  const { isTemplate, resources, workloads, kustomization, chart } = file;
  const builds = resources.flatMap(skaffoldBuilds);
  const pods = new Map(workloads.map((workload) => [workload.resource, workload]));
  return {
    isTemplate,
    resources: resources.map((resource) => resourceFact(resource, pods.get(resource), file)),
    workloads: workloads.map((workload) => workloadFact(workload, isTemplate)),
    routes: resources.flatMap(routesOf),
    rbac: rbacFacts({ resources, workloads }),
    crds: crdFacts(file),
    signaturePolicies: resources.flatMap(signaturePoliciesOf),
    ...(kustomization && { kustomization: kustomizationFacts(kustomization) }),
    ...(chart && { chart: chartFacts(chart) }),
    ...(builds.length > 0 && { builds }),
  };
}

function resourceFact(resource: Resource, workload: Workload | undefined, { isTemplate, yaml }: KubernetesFile): ResourceFact {
  const { kind, group, version, namespace, nameSpan, node, isPartial } = resource;
  return {
    kind,
    group,
    version,
    // One that the API server completes (`generateName`) is the name of nothing.
    name: stringOf(at(node, 'metadata', 'name')),
    namespace,
    nameSpan,
    labels: labelSetOf(node, isPartial),
    isPartial,
    isPatch: isPartial && !isTemplate,
    selection: selectionOf(resource),
    references: referencesOf(resource, workload).map(referenceFact),
    keys: keysOf(resource),
    ports: portsOf(resource),
    makes: madeBy(resource),
    isHeadless: kind === 'Service' && group === '' && valueOf(at(node, 'spec', 'clusterIP')) === 'None',
    replicas: literal(numberAt(node, 'spec', kind === 'HorizontalPodAutoscaler' ? 'minReplicas' : 'replicas')),
    source: quotedText(resource, yaml.text),
    automountsToken: kind === 'ServiceAccount' ? literal(booleanAt(node, 'automountServiceAccountToken')) : undefined,
  };
}

const referenceFact = ({ use, kind, group, name, namespace, isOptional, node }: Reference): ReferenceFact => ({
  use,
  kind,
  group,
  name,
  namespace,
  isOptional,
  span: node.span,
});

const literal = <T>(setting: { readonly value: T } | 'unknown' | undefined): T | undefined =>
  setting === 'unknown' ? undefined : setting?.value;

/** The keys below `data`, `binaryData` and `stringData`. */
function keysOf({ kind, group, node, isPartial }: Resource): readonly string[] | undefined {
  if (group !== '' || (kind !== 'ConfigMap' && kind !== 'Secret') || isPartial || hasUnknownKeys(node)) return undefined;
  const keys: string[] = [];
  for (const field of ['data', 'binaryData', 'stringData']) {
    const entry = entryOf(node, field);
    const mapping = asMapping(entry?.value);
    if (entry?.value && !mapping) return undefined;
    if (mapping && hasUnknownKeys(mapping)) return undefined;
    keys.push(...(mapping?.entries ?? []).flatMap((each) => keyOf(each) ?? []));
  }
  return keys;
}

function portsOf({ kind, group, node, isPartial }: Resource): readonly PortFact[] | undefined {
  const isService = kind === 'Service' && group === '';
  if (isPartial || (!isService && kind !== 'Gateway')) return undefined;
  return portsIn(node, isService ? ['spec', 'ports'] : ['spec', 'listeners'], 'port');
}

/** Undefined when one of the list is not literal, or when there is something else than a list. */
function portsIn(node: YamlMapping, path: readonly string[], field: string): readonly PortFact[] | undefined {
  const value = at(node, ...path);
  if (value && !isNull(value) && !asSequence(value)) return undefined;
  const items = itemsOf(value);
  const ports = items.flatMap((item): PortFact[] => {
    const name = entryOf(asMapping(item), 'name');
    const port = valueOf(at(item, field));
    if (typeof port !== 'number' || (name && !asScalar(name.value))) return [];
    return [{ name: name && asScalar(name.value)?.text, port }];
  });
  return ports.length === items.length ? ports : undefined;
}

function workloadFact(workload: Workload, isTemplate: boolean): WorkloadFact {
  const { resource, isPartial, isWindows } = workload;
  const { kind, group, name, namespace, nameSpan, node } = resource;
  const replicas = numberAt(node, 'spec', 'replicas');
  return {
    kind,
    group,
    name,
    namespace,
    nameSpan,
    labels: labelSetOf(workload.template, isPartial),
    isPartial,
    isPatch: isPartial && !isTemplate,
    isWindows,
    replicas: replicas === 'unknown' ? replicas : replicas?.value,
    containers: workload.containers.map((container) => containerFact(workload, container)),
    claims: itemsOf(at(node, 'spec', 'volumeClaimTemplates')).flatMap(
      (claim) => asScalar(at(claim, 'metadata', 'name'))?.text ?? [],
    ),
  };
}

function containerFact(workload: Workload, container: Container): ContainerFact {
  const { list, name, nameSpan, image, node, isPartial } = container;
  return {
    list,
    name,
    nameSpan,
    image: image && { value: image.text, span: image.span },
    runAsNonRoot: fact(effectiveBoolean(workload, container, 'runAsNonRoot')),
    runAsUser: fact(effectiveNumber(workload, container, 'runAsUser')),
    ports: isPartial ? undefined : portsIn(node, ['ports'], 'containerPort'),
  };
}

const fact = <T>(setting: Effective<T>): SettingFact<T> | 'unknown' | undefined =>
  setting === undefined || setting === 'unknown' ? setting : { value: setting.value, span: setting.node.span };
