import { Memo } from '../../../base/memo.ts';
import { lookup, type Resource, type Workload } from '../../../model/kubernetes/index.ts';
import { asMapping } from '../../../model/yaml/index.ts';
import { namespaceOf, neighbourhoodIn, neighbourhoodOf } from './neighbourhood.ts';
import { labelsOf, type Labels, selects, SelectorIndex } from './selector.ts';
import { inLayers, type Layer, type UnitModel } from './unit-model.ts';

interface Candidate {
  readonly service: Resource;
  /** Undefined when it is not literal. */
  readonly wanted: Labels;
}

/** The Services that may send to the pods of a workload: those whose labels fit, or are not known. One without a selector is filled by hand. */
export type Senders = (workload: Workload) => readonly Resource[];

export const sendersOf =
  (model: UnitModel): Senders =>
  ({ resource, labels, isPartial }) => {
    const own = isPartial ? undefined : labelsOf(labels);
    if (!own) return neighbourhoodOf(model).near(resource, 'Service', '');
    const candidates = inLayers(
      model,
      SERVICES,
      (index) => index.candidates(namespaceOf(resource), own),
      ({ service }) => service,
    );
    return candidates.filter(({ wanted }) => selects({ wanted, expressions: [] }, own) ?? true).map(({ service }) => service);
  };

const SERVICES = new Memo((layer: Layer) => {
  const index = new SelectorIndex<Candidate>();
  for (const service of neighbourhoodIn(layer).all('Service', '')) {
    const selector = lookup(service.node, 'spec', 'selector');
    if (selector.state === 'absent') continue;
    const mapping = selector.state === 'present' ? asMapping(selector.node) : undefined;
    const wanted = mapping && labelsOf(mapping);
    index.add(namespaceOf(service), wanted, { service, wanted });
  }
  return index;
});
