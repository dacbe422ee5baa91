import type { Span } from '../../base/span.ts';
import { asMapping, asScalar, at, keyOf, type YamlMapping } from '../yaml/index.ts';
import { type CrdFact, crdFacts } from './crd-facts.ts';
import { type Effective, effectiveBoolean, effectiveNumber } from './effective.ts';
import type { KubernetesFile } from './file.ts';
import type { Resource } from './resource.ts';
import type { Container, ContainerList, Workload } from './workload.ts';

/** A setting and the text that says it. */
export interface SettingFact<T> {
  readonly value: T;
  readonly span: Span;
}

export interface ResourceFact {
  readonly kind: string;
  readonly group: string;
  readonly name: string | undefined;
  readonly namespace: string | undefined;
  readonly nameSpan: Span;
  readonly labels: Readonly<Record<string, string>>;
  /** `spec.selector.matchLabels`, or `spec.selector` where it is a plain map of labels (Services). */
  readonly selector: Readonly<Record<string, string>>;
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
}

export interface WorkloadFact {
  readonly kind: string;
  readonly name: string | undefined;
  readonly namespace: string | undefined;
  readonly nameSpan: Span;
  readonly labels: Readonly<Record<string, string>>;
  readonly isPartial: boolean;
  readonly isWindows: boolean;
  readonly containers: readonly ContainerFact[];
}

/** What a Kubernetes file tells the others. */
export interface KubernetesFacts {
  readonly resources: readonly ResourceFact[];
  readonly workloads: readonly WorkloadFact[];
  readonly crds: readonly CrdFact[];
}

export const kubernetesFacts = (file: KubernetesFile): KubernetesFacts => ({
  resources: file.resources.map(resourceFact),
  workloads: file.workloads.map(workloadFact),
  crds: crdFacts(file),
});

const resourceFact = ({ kind, group, name, namespace, nameSpan, node }: Resource): ResourceFact => ({
  kind,
  group,
  name,
  namespace,
  nameSpan,
  labels: stringsOf(asMapping(at(node, 'metadata', 'labels'))),
  selector: stringsOf(asMapping(at(node, 'spec', 'selector', 'matchLabels') ?? at(node, 'spec', 'selector'))),
});

function workloadFact(workload: Workload): WorkloadFact {
  const { kind, name, namespace, nameSpan } = workload.resource;
  return {
    kind,
    name,
    namespace,
    nameSpan,
    labels: stringsOf(workload.labels),
    isPartial: workload.isPartial,
    isWindows: workload.isWindows,
    containers: workload.containers.map((container) => containerFact(workload, container)),
  };
}

function containerFact(workload: Workload, container: Container): ContainerFact {
  const { list, name, nameSpan, image } = container;
  return {
    list,
    name,
    nameSpan,
    image: image && { value: image.text, span: image.span },
    runAsNonRoot: fact(effectiveBoolean(workload, container, 'runAsNonRoot')),
    runAsUser: fact(effectiveNumber(workload, container, 'runAsUser')),
  };
}

const fact = <T>(setting: Effective<T>): SettingFact<T> | 'unknown' | undefined =>
  setting === undefined || setting === 'unknown' ? setting : { value: setting.value, span: setting.node.span };

function stringsOf(mapping: YamlMapping | undefined): Readonly<Record<string, string>> {
  const pairs = (mapping?.entries ?? []).flatMap((entry): [string, string][] => {
    const key = keyOf(entry);
    const value = asScalar(entry.value);
    return key === undefined || !value ? [] : [[key, value.text]];
  });
  return Object.fromEntries(pairs);
}
