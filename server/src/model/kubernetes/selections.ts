import { at, type YamlNode } from '../yaml/index.ts';
import type { Resource } from './resource.ts';
import { mapSelectorIn, type Selector, selectorIn } from './selector.ts';

/** What a resource picks by labels. */
export interface Selection {
  readonly picks: 'pods' | 'services';
  readonly selector: Selector;
}

type Reader = (node: YamlNode | undefined, isTemplate: boolean) => Selector | undefined;

/** Kinds that select other objects in their own namespace, and where they say which. */
const KINDS: Readonly<
  Record<
    string,
    {
      readonly groups: readonly string[];
      readonly path: readonly string[];
      readonly read: Reader;
      readonly picks: Selection['picks'];
    }
  >
> = {
  Service: { groups: [''], path: ['spec', 'selector'], read: mapSelectorIn, picks: 'pods' },
  NetworkPolicy: { groups: ['networking.k8s.io', 'extensions'], path: ['spec', 'podSelector'], read: selectorIn, picks: 'pods' },
  PodDisruptionBudget: { groups: ['policy'], path: ['spec', 'selector'], read: selectorIn, picks: 'pods' },
  ServiceMonitor: { groups: ['monitoring.coreos.com'], path: ['spec', 'selector'], read: selectorIn, picks: 'services' },
  PodMonitor: { groups: ['monitoring.coreos.com'], path: ['spec', 'selector'], read: selectorIn, picks: 'pods' },
};

/** What a resource selects; undefined for kinds that select nothing, and where no selector stands. */
export function selectionOf({ kind, group, node, isPartial }: Resource): Selection | undefined {
  const known = Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined;
  if (!known?.groups.includes(group)) return undefined;
  const selector = known.read(at(node, ...known.path), isPartial);
  return selector && { picks: known.picks, selector };
}
