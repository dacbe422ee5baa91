import { kubernetesRule } from '../../engine/rule.ts';
import { type ResourceFact, selectionOf, type Selector } from '../../model/kubernetes/index.ts';
import { type Located, mayShareNamespace, related, resourcesIn } from './support/located.ts';
import { perFiles } from './support/per-files.ts';
import { type Unit, unitOf } from './support/unit.ts';

export const serviceSelectorDuplicate = kubernetesRule(
  {
    id: 'kubernetes/service-selector-duplicate',
    title: 'Two Services with one selector',
    why: 'Two Services that select the same pods are often a copy whose labels somebody forgot to change, so one of them sends traffic to the wrong program. A headless Service beside an ordinary one, and one with other ports, are usual and not told.',
    severity: 'info',
    confidence: 'low',
    profiles: ['recommended', 'strict'],
    messages: {
      same: 'Service `{service}` selects the same pods as Service `{other}`, on the same ports. Correct the selector of one, or delete it.',
    },
    aliases: ['gatekeeper:general/uniqueserviceselector'],
    references: ['https://kubernetes.io/docs/concepts/services-networking/service/'],
    fix: 'none',
    tags: ['hint'],
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ file, model, env }) {
    let unit: Unit | undefined;
    for (const resource of model.resources) {
      const selector = resource.kind === 'Service' ? selectionOf(resource)?.selector : undefined;
      if (!selector || selector.isOpen || Object.keys(selector.labels).length === 0) continue;
      const { name, namespace, nameSpan } = resource;
      unit ??= unitOf(file.path, env.workspace);
      const own = unit;
      const services = bySelector(own.files).get(textOf(selector)) ?? [];
      const self = services.find(({ path, fact }) => path === file.path && fact.nameSpan.start === nameSpan.start);
      const other = services.find(
        (each) =>
          each !== self &&
          self !== undefined &&
          each.fact.name !== undefined &&
          each.fact.name !== name &&
          mayShareNamespace(own, namespace, each.fact.namespace) &&
          doSame(self.fact, each.fact),
      );
      if (!other || name === undefined) continue;
      yield {
        message: 'same',
        data: { service: name, other: other.fact.name ?? '' },
        span: selector.span,
        related: [related(file.path, other, 'The other Service is defined here.')],
        key: `Service/${namespace ?? ''}/${name}`,
      };
    }
  },
);

type Service = Located<ResourceFact>;

/** More Services of one selector are no work of people, and comparing each with each would take too long. */
const MOST_COMPARED = 100;

/** Selectors that are fully known. */
const bySelector = perFiles((files): ReadonlyMap<string, readonly Service[]> => {
  const groups = new Map<string, Service[]>();
  for (const each of resourcesIn({ files }, 'Service', '')) {
    const selector = each.fact.selection?.selector;
    if (!selector || selector.isOpen) continue;
    const group = groups.get(textOf(selector));
    if (!group) groups.set(textOf(selector), [each]);
    else if (group.length < MOST_COMPARED) group.push(each);
  }
  return groups;
});

/** The same for the same labels in any order. */
const textOf = ({ labels }: Selector): string => JSON.stringify(Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1)));

/** Whether two Services are reached in the same way: both headless or neither, and with a port in common. */
const doSame = (a: ResourceFact, b: ResourceFact): boolean =>
  a.isHeadless === b.isHeadless && (a.ports ?? []).some(({ port }) => b.ports?.some((other) => other.port === port));
