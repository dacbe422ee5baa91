import { Memo } from '../../../base/memo.ts';
import {
  labelSetOf,
  lookup,
  mapSelectorIn,
  type Resource,
  type Selector,
  selects,
  type Workload,
} from '../../../model/kubernetes/index.ts';
import { neighbourhoodOf } from './neighbourhood.ts';
import { SelectorIndex } from './selector-index.ts';
import type { UnitModel } from './unit-model.ts';

interface Candidate {
  readonly service: Resource;
  /** Undefined when it is not literal. */
  readonly selector: Selector | undefined;
}

/** The Services that may send to the pods of a workload: those whose labels fit, or are not known. One without a selector is filled by hand. */
export type Senders = (workload: Workload) => readonly Resource[];

const SENDERS = new Memo(readSenders);

export const sendersOf = (model: UnitModel): Senders => SENDERS.of(model);

function readSenders(model: UnitModel): Senders {
  const index = new SelectorIndex<Candidate>();
  const neighbourhood = neighbourhoodOf(model);
  for (const service of neighbourhood.all('Service', '')) {
    const found = lookup(service.node, 'spec', 'selector');
    if (found.state === 'absent') continue;
    const selector = found.state === 'present' ? mapSelectorIn(found.node, service.isPartial) : undefined;
    index.add(selector, { service, selector });
  }
  return ({ resource, template, isPartial }) => {
    const labels = labelSetOf(template, isPartial);
    if (labels.isOpen) return neighbourhood.near(resource, 'Service', '');
    return index
      .candidates(labels)
      .filter(({ service, selector }) => model.mayShare(service, resource) && (!selector || selects(selector, labels) !== false))
      .map(({ service }) => service);
  };
}
