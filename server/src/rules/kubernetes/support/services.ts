import { Memo } from '../../../base/memo.ts';
import { lookup, type Resource, type Workload } from '../../../model/kubernetes/index.ts';
import { asMapping } from '../../../model/yaml/index.ts';
import { namespaceOf, neighbourhoodOf } from './neighbourhood.ts';
import { labelsOf, type Labels, selects, SelectorIndex } from './selector.ts';
import type { UnitModel } from './unit-model.ts';

interface Candidate {
  readonly service: Resource;
  /** Undefined when it is not literal. */
  readonly wanted: Labels;
}

/** The Services that may send to the pods of a workload: those whose labels fit, or are not known. One without a selector is filled by hand. */
export type Senders = (workload: Workload) => readonly Resource[];

export const sendersOf = (model: UnitModel): Senders => SENDERS.of(model);

/** Several rules ask for them. */
const SENDERS = new Memo((model: UnitModel): Senders => {
  const index = new SelectorIndex<Candidate>();
  const all = neighbourhoodOf(model).all('Service', '');
  for (const service of all) {
    const selector = lookup(service.node, 'spec', 'selector');
    if (selector.state === 'absent') continue;
    const mapping = selector.state === 'present' ? asMapping(selector.node) : undefined;
    const wanted = mapping && labelsOf(mapping);
    index.add(namespaceOf(service), wanted, { service, wanted });
  }
  return ({ resource, labels, isPartial }) => {
    const own = isPartial ? undefined : labelsOf(labels);
    if (!own) return all.filter((service) => namespaceOf(service) === namespaceOf(resource));
    return index
      .candidates(namespaceOf(resource), own)
      .filter(({ wanted }) => selects({ wanted, expressions: [] }, own) ?? true)
      .map(({ service }) => service);
  };
});
