import {
  labelSetOf,
  lookup,
  type Resource,
  type Selector,
  selectorIn,
  selects,
  type Workload,
} from '../../../model/kubernetes/index.ts';
import { append } from './neighbourhood.ts';
import { SelectorIndex } from './selector-index.ts';
import type { UnitModel } from './unit-model.ts';

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

/** Which PodDisruptionBudgets guard which workloads. */
export interface Disruption {
  /** The workloads that a budget could guard and none does, as far as that is known. */
  readonly unguarded: ReadonlySet<Workload>;
  /** The workloads of a budget; undefined when they are not known for certain. */
  readonly guardedBy: (budget: Resource) => readonly Workload[] | undefined;
}

export function disruptionOf({ resources, workloads, mayShare }: UnitModel): Disruption {
  const index = new SelectorIndex<{ readonly budget: Resource; readonly selector: Selector | undefined }>();
  for (const budget of resources.filter(isBudget)) {
    const found = lookup(budget.node, 'spec', 'selector');
    // A budget without a selector guards nothing.
    if (found.state === 'absent' && !budget.isPartial) continue;
    const selector = found.state === 'present' ? selectorIn(found.node, budget.isPartial) : undefined;
    index.add(selector, { budget, selector });
  }
  const unguarded = new Set<Workload>();
  const guarded = new Map<Resource, Workload[]>();
  const unknown = new Set<Resource>();
  /** Workloads whose labels are not known may be guarded by any budget. */
  const vague: Resource[] = [];
  for (const workload of workloads) {
    if (!GUARDED.has(workload.resource.kind)) continue;
    const labels = labelSetOf(workload.template, workload.isPartial);
    if (labels.isOpen) {
      vague.push(workload.resource);
      continue;
    }
    let isGuarded = false;
    for (const { budget, selector } of index.candidates(labels)) {
      if (!mayShare(budget, workload.resource)) continue;
      const answer = selector && selects(selector, labels);
      if (answer === undefined) unknown.add(budget);
      if (answer) append(guarded, budget, workload);
      isGuarded ||= answer !== false;
    }
    if (!isGuarded) unguarded.add(workload);
  }
  const guardedBy = (budget: Resource) =>
    unknown.has(budget) || vague.some((each) => mayShare(each, budget)) ? undefined : (guarded.get(budget) ?? []);
  return { unguarded, guardedBy };
}
