import { Memo } from '../../../base/memo.ts';
import { lookup, type Resource, type Workload } from '../../../model/kubernetes/index.ts';
import { asMapping } from '../../../model/yaml/index.ts';
import { append, namespaceOf } from './neighbourhood.ts';
import { labelsOf, type Selector, selectorOf, selects, SelectorIndex } from './selector.ts';
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

export const disruptionOf = (model: UnitModel): Disruption => DISRUPTIONS.of(model);

/** Several rules ask for it. */
const DISRUPTIONS = new Memo(({ resources, workloads }: UnitModel): Disruption => {
  const index = new SelectorIndex<{ readonly budget: Resource; readonly selector: Selector | undefined }>();
  const unknown = new Set<Resource | string>();
  for (const budget of resources.filter(isBudget)) {
    const found = lookup(budget.node, 'spec', 'selector');
    // A budget without a selector guards nothing.
    if (found.state === 'absent' && !budget.isPartial) continue;
    const mapping = found.state === 'present' ? asMapping(found.node) : undefined;
    const selector = mapping && selectorOf(mapping);
    index.add(namespaceOf(budget), selector?.wanted, { budget, selector });
  }
  const unguarded = new Set<Workload>();
  const guarded = new Map<Resource, Workload[]>();
  for (const workload of workloads) {
    if (!GUARDED.has(workload.resource.kind)) continue;
    const namespace = namespaceOf(workload.resource);
    const labels = workload.isPartial ? undefined : labelsOf(workload.labels);
    if (!labels) {
      unknown.add(namespace);
      continue;
    }
    let isGuarded = false;
    for (const { budget, selector } of index.candidates(namespace, labels)) {
      const answer = selector && selects(selector, labels);
      if (answer === undefined) unknown.add(budget);
      if (answer) append(guarded, budget, workload);
      isGuarded ||= answer !== false;
    }
    if (!isGuarded) unguarded.add(workload);
  }
  const guardedBy = (budget: Resource) =>
    unknown.has(budget) || unknown.has(namespaceOf(budget)) ? undefined : (guarded.get(budget) ?? []);
  return { unguarded, guardedBy };
});
