import { lookup, type Resource, type Workload } from '../../../model/kubernetes/index.ts';
import { at, stringOf, valueOf } from '../../../model/yaml/index.ts';
import { append, neighbourhoodOf } from './neighbourhood.ts';
import type { UnitModel } from './unit-model.ts';

/** A HorizontalPodAutoscaler, or a ScaledObject of KEDA, which makes one. */
export interface Autoscaler {
  readonly resource: Resource;
  /** The fewest pods that it leaves; undefined when that is not known. */
  readonly fewest: number | undefined;
}

/** Finds what scales a workload. */
export type Autoscalers = (workload: Resource) => Autoscaler | undefined;

export function autoscalersOf(model: UnitModel): Autoscalers {
  const neighbourhood = neighbourhoodOf(model);
  const byTarget = new Map<string, Autoscaler[]>();
  const scalers = [
    ...neighbourhood
      .all('HorizontalPodAutoscaler', 'autoscaling')
      .map((resource) => ({ resource, fewest: countAt(resource, 'minReplicas', 1) })),
    ...neighbourhood
      .all('ScaledObject', 'keda.sh')
      .map((resource) => ({ resource, fewest: countAt(resource, 'minReplicaCount', 0) })),
  ];
  for (const scaler of scalers) {
    const target = at(scaler.resource.node, 'spec', 'scaleTargetRef');
    const kind = stringOf(at(target, 'kind')) ?? 'Deployment';
    const name = stringOf(at(target, 'name'));
    if (name !== undefined) append(byTarget, `${kind}/${name}`, scaler);
  }
  return (workload) =>
    byTarget.get(`${workload.kind}/${workload.name ?? ''}`)?.findLast(({ resource }) => model.mayShare(resource, workload));
}

/** The number at `spec.<field>`, or the default where it is absent; undefined when it is not known. */
export function countAt({ node, isPartial }: Resource, field: string, byDefault: number): number | undefined {
  const found = lookup(node, 'spec', field);
  if (found.state === 'absent' || (found.state === 'unknown' && !at(node, 'spec'))) return isPartial ? undefined : byDefault;
  const value = found.state === 'present' ? valueOf(found.node) : undefined;
  return typeof value === 'number' ? value : undefined;
}

/** Kinds whose `spec.replicas` says how many pods there are. */
const REPLICATED: ReadonlySet<string> = new Set([
  'Deployment',
  'StatefulSet',
  'ReplicaSet',
  'ReplicationController',
  'Rollout',
  'DeploymentConfig',
]);

/** How many pods a workload has at least; undefined when that is not known, or the kind does not count its pods. */
export function replicasOf({ resource }: Workload, autoscalers: Autoscalers): number | undefined {
  if (!REPLICATED.has(resource.kind)) return undefined;
  const scaler = autoscalers(resource);
  return scaler ? scaler.fewest : countAt(resource, 'replicas', 1);
}
