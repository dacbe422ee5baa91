import { type Resource, selectionOf, selects, type WorkloadFact } from '../../../model/kubernetes/index.ts';
import { asMapping, asScalar, at, entryOf, itemsOf, type YamlScalar } from '../../../model/yaml/index.ts';
import { possiblyPicked } from './labelled.ts';
import { isNear, type Located, workloadsIn } from './located.ts';
import type { Unit } from './unit.ts';

/** Where traffic goes: `targetPort`, else `port` itself. */
export const targetPorts = ({ node }: Resource): readonly { readonly node: YamlScalar; readonly isDefault: boolean }[] =>
  itemsOf(at(node, 'spec', 'ports')).flatMap((item) => {
    const target = entryOf(asMapping(item), 'targetPort');
    const scalar = asScalar(target ? target.value : at(item, 'port'));
    return scalar && scalar.value !== null ? [{ node: scalar, isDefault: !target }] : [];
  });

/** All pods that the Service plainly selects; none where it may select others. */
export function selectedPods(resource: Resource, unit: Unit): readonly Located<WorkloadFact>[] {
  const selection = selectionOf(resource);
  if (!selection || unit.isOpen || Object.keys(selection.selector.labels).length === 0) return [];
  const pods = possiblyPicked(workloadsIn(unit), selection.selector).filter(isNear(unit, resource.namespace));
  const verdicts = pods.map((each) => ({ each, verdict: selects(selection.selector, each.fact.labels) }));
  return verdicts.some(({ verdict }) => verdict === undefined)
    ? []
    : verdicts.flatMap(({ each, verdict }) => (verdict ? [each] : []));
}

/** Whether no container has the port. A pod that declares no numbers at all declares none on purpose. */
export function mayLack({ containers, isPartial }: WorkloadFact, { value }: YamlScalar): boolean {
  if (isPartial || containers.some(({ ports }) => !ports)) return false;
  const ports = containers.flatMap((container) => container.ports ?? []);
  if (typeof value !== 'number') return !ports.some(({ name }) => name === value);
  return ports.length > 0 && !ports.some(({ port }) => port === value);
}
