import { Memo } from '../../../base/memo.ts';
import { lookup, type Resource, type Workload } from '../../../model/kubernetes/index.ts';
import { asMapping } from '../../../model/yaml/index.ts';
import { append, namespaceOf } from './neighbourhood.ts';
import { labelsOf, type Labels, type Selector, selectorOf, selects, SelectorIndex } from './selector.ts';
import { inLayers, type Layer, type UnitModel } from './unit-model.ts';

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

/** Whether a budget could guard the workload and none does, as far as that is known. */
export function isUnguarded(model: UnitModel, workload: Workload): boolean {
  const labels = labelsToGuard(workload);
  if (!labels) return false;
  const budgets = inLayers(
    model,
    BUDGETS,
    (index) => index.candidates(namespaceOf(workload.resource), labels),
    ({ budget }) => budget,
  );
  return budgets.every(({ selector }) => selector !== undefined && selects(selector, labels) === false);
}

/** The workloads of a budget; undefined when they are not known for certain. */
export function guardedBy(model: UnitModel, budget: Resource): readonly Workload[] | undefined {
  const selector = selectorOfBudget(budget);
  const namespace = namespaceOf(budget);
  if (selector === 'none') return [];
  const find = (index: WorkloadIndex): readonly Guardable[] => index.candidates(namespace, selector?.wanted);
  const candidates = inLayers(model, WORKLOADS, find, ({ workload }) => workload.resource);
  const guarded: Workload[] = [];
  for (const { workload, labels } of candidates) {
    const answer = labels && selector && selects(selector, labels);
    if (answer === undefined) return undefined;
    if (answer) guarded.push(workload);
  }
  return guarded;
}

/** A budget without a selector guards nothing; one that is not literal guards nobody knows what. */
function selectorOfBudget(budget: Resource): Selector | 'none' | undefined {
  const found = lookup(budget.node, 'spec', 'selector');
  if (found.state === 'absent' && !budget.isPartial) return 'none';
  const mapping = found.state === 'present' ? asMapping(found.node) : undefined;
  return mapping && selectorOf(mapping);
}

const labelsToGuard = ({ resource, labels, isPartial }: Workload): Labels =>
  GUARDED.has(resource.kind) && !isPartial ? labelsOf(labels) : undefined;

const BUDGETS = new Memo(({ resources }: Layer) => {
  const index = new SelectorIndex<{ readonly budget: Resource; readonly selector: Selector | undefined }>();
  for (const budget of resources.filter(isBudget)) {
    const selector = selectorOfBudget(budget);
    if (selector !== 'none') index.add(namespaceOf(budget), selector?.wanted, { budget, selector });
  }
  return index;
});

interface Guardable {
  readonly workload: Workload;
  readonly labels: Labels;
}

/** The workloads that budgets may guard, found by namespace and one label. */
class WorkloadIndex {
  readonly #byNamespace = new Map<string, Guardable[]>();
  readonly #byLabel = new Map<string, Guardable[]>();
  /** Those whose labels are not known. */
  readonly #unknown = new Map<string, Guardable[]>();

  add(workload: Workload): void {
    const labels = labelsToGuard(workload);
    const namespace = namespaceOf(workload.resource);
    append(this.#byNamespace, namespace, { workload, labels });
    if (!labels) append(this.#unknown, namespace, { workload, labels });
    for (const [key, value] of labels ?? []) append(this.#byLabel, `${namespace}/${key}=${value}`, { workload, labels });
  }

  candidates(namespace: string, wanted: Labels): readonly Guardable[] {
    const [label] = wanted ?? [];
    if (!label) return this.#byNamespace.get(namespace) ?? [];
    return [...(this.#unknown.get(namespace) ?? []), ...(this.#byLabel.get(`${namespace}/${label[0]}=${label[1]}`) ?? [])];
  }
}

const WORKLOADS = new Memo(({ workloads }: Layer) => {
  const index = new WorkloadIndex();
  for (const workload of workloads) if (GUARDED.has(workload.resource.kind)) index.add(workload);
  return index;
});
