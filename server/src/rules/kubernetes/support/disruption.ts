import { type KubernetesFile, lookup, type Resource, type Workload } from '../../../model/kubernetes/index.ts';
import { asMapping } from '../../../model/yaml/index.ts';
import { namespaceOf } from './neighbourhood.ts';
import { labelsOf, selects } from './selector.ts';

/** Workloads whose pods come and go under a budget. A job's pods end by themselves. */
const GUARDED: ReadonlySet<string> = new Set([
  'Deployment',
  'StatefulSet',
  'ReplicaSet',
  'ReplicationController',
  'Rollout',
  'DeploymentConfig',
]);

export const isBudget = ({ kind, group }: Resource): boolean => kind === 'PodDisruptionBudget' && group === 'policy';

export const isGuarded = ({ resource }: Workload): boolean => GUARDED.has(resource.kind);

/** Whether a PodDisruptionBudget selects the pods of a workload; undefined when that is not known. */
export function guards(budget: Resource, workload: Workload): boolean | undefined {
  if (namespaceOf(budget) !== namespaceOf(workload.resource)) return false;
  const found = lookup(budget.node, 'spec', 'selector');
  if (found.state === 'absent') return budget.isPartial ? undefined : false;
  const selector = found.state === 'present' ? asMapping(found.node) : undefined;
  if (!selector || workload.isPartial) return undefined;
  return selects(selector, labelsOf(workload.labels));
}

/** The workloads that a budget guards; undefined when that is not known of all. */
export function guardedBy(budget: Resource, { workloads }: KubernetesFile): readonly Workload[] | undefined {
  const guarded: Workload[] = [];
  for (const workload of workloads) {
    if (!isGuarded(workload)) continue;
    const answer = guards(budget, workload);
    if (answer === undefined) return undefined;
    if (answer) guarded.push(workload);
  }
  return guarded;
}
