import { kubernetesRule } from '../../engine/rule.ts';
import { type Resource, type Selector, selectorIn } from '../../model/kubernetes/index.ts';
import { asMapping, at, entryOf, itemsOf } from '../../model/yaml/index.ts';
import { danglingFinder, danglingSelectors } from './support/dangling-selector.ts';
import { factTitle } from './support/located.ts';
import { keyOfResource, resourcesOfKind, titleOf } from './support/resource-title.ts';

export const danglingNetworkPolicy = kubernetesRule(
  {
    id: 'kubernetes/dangling-network-policy',
    title: 'NetworkPolicy that selects no pod',
    why: 'A NetworkPolicy whose selector matches the labels of no pod protects nothing, and the pods that it was written for accept every connection. Mostly a label was changed in one of two places. The check is silent where no workload is deployed with it, and where a template writes labels.',
    severity: 'low',
    confidence: 'medium',
    profiles: ['recommended', 'strict'],
    messages: {
      nothing: 'The selector of {policy} matches no pod that is deployed with it.',
      near: 'The selector of {policy} matches no pod that is deployed with it. Did you mean {target}?',
      peer: 'A peer of {policy} matches no pod that is deployed with it.',
      nearPeer: 'A peer of {policy} matches no pod that is deployed with it. Did you mean {target}?',
    },
    aliases: [
      'kics:network_policy_is_not_targeting_any_pod',
      'kube-linter:dangling-networkpolicy',
      'kube-linter:dangling-networkpolicypeer-podselector',
      'kube-score:NetworkPolicy targets Pod',
      'kubescape:dangling-networkpolicy',
    ],
    references: ['https://kubernetes.io/docs/concepts/services-networking/network-policies/'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  function* (context) {
    for (const { resource, selection, near, fixes, related } of danglingSelectors(context, ['NetworkPolicy'])) {
      const policy = factTitle(resource);
      const where = {
        span: selection.selector.span,
        related,
        key: `${resource.kind}/${resource.namespace ?? ''}/${resource.name ?? ''}`,
      };
      if (!near) yield { message: 'nothing', data: { policy }, ...where };
      else yield { message: 'near', data: { policy, target: factTitle(near.fact) }, fixes, ...where };
    }
    const find = danglingFinder(context);
    for (const resource of resourcesOfKind(context.model, 'NetworkPolicy', ['networking.k8s.io', 'extensions'])) {
      for (const selector of peersOf(resource).slice(0, MOST_PEERS)) {
        const found = find(resource, { picks: 'pods', selector });
        if (!found) continue;
        const { near, related } = found;
        const data = { policy: titleOf(resource) };
        // Who may connect is often deployed on its own, so this is told more mildly.
        const where = { span: selector.span, related, key: keyOfResource(resource), severity: 'info' } as const;
        if (!near) yield { message: 'peer', data, ...where };
        else yield { message: 'nearPeer', data: { ...data, target: factTitle(near.fact) }, ...where };
      }
    }
  },
);

/** No person writes more into one policy. */
const MOST_PEERS = 50;

/** The pods of its own namespace that a policy lets in or out by their labels. */
const peersOf = ({ node, isPartial }: Resource): readonly Selector[] =>
  [
    ['ingress', 'from'],
    ['egress', 'to'],
  ].flatMap(([direction = '', field = '']) =>
    itemsOf(at(node, 'spec', direction))
      .flatMap((rule) => itemsOf(at(rule, field)))
      .filter((peer) => entryOf(asMapping(peer), 'namespaceSelector') === undefined)
      .flatMap((peer) => selectorIn(at(peer, 'podSelector'), isPartial) ?? []),
  );
