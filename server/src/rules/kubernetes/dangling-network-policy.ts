import { kubernetesRule } from '../../engine/rule.ts';
import { type Resource, type Selection, selectorIn } from '../../model/kubernetes/index.ts';
import { at, isNull, itemsOf } from '../../model/yaml/index.ts';
import { danglingIn, danglingSelectors } from './support/dangling-selector.ts';
import { keyOfResource, titleOf } from './support/resource-title.ts';

export const danglingNetworkPolicy = kubernetesRule(
  {
    id: 'kubernetes/dangling-network-policy',
    title: 'NetworkPolicy that selects no pod',
    why: 'A NetworkPolicy whose selector matches the labels of no pod protects nothing, and the pods that it was written for accept every connection. Usually a label was changed in one of two places. The check is silent where no workload is deployed with it, and where a template writes labels.',
    severity: 'low',
    confidence: 'medium',
    profiles: ['recommended', 'strict'],
    messages: {
      nothing: 'The selector of {policy} matches no pod that is deployed with it. Correct its labels.',
      near: 'The selector of {policy} matches no pod that is deployed with it. Did you mean {target}?',
      peer: 'A peer of {policy} selects no pod that is deployed with it, so this allows nothing. Correct its labels.',
      nearPeer: 'A peer of {policy} selects no pod that is deployed with it. Did you mean {target}?',
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
      const policy = titleOf(resource);
      const where = { span: selection.selector.span, related, key: keyOfResource(resource) };
      if (!near) yield { message: 'nothing', data: { policy }, ...where };
      else yield { message: 'near', data: { policy, target: titleOf(near.fact) }, fixes, ...where };
    }
    for (const resource of context.model.resources) {
      for (const { selection, near, related } of danglingIn(context, resource, peersOf(resource))) {
        const policy = titleOf(resource);
        const where = { span: selection.selector.span, related, key: `${keyOfResource(resource)}/peers` };
        if (!near) yield { message: 'peer', data: { policy }, ...where };
        else yield { message: 'nearPeer', data: { policy, target: titleOf(near.fact) }, ...where };
      }
    }
  },
);

/** The pods of the policy's own namespace from and to which it allows connections. */
function peersOf({ kind, group, node, isPartial }: Resource): readonly Selection[] {
  if (kind !== 'NetworkPolicy' || (group !== 'networking.k8s.io' && group !== 'extensions')) return [];
  const spec = at(node, 'spec');
  const peers = [
    ...itemsOf(at(spec, 'ingress')).flatMap((rule) => itemsOf(at(rule, 'from'))),
    ...itemsOf(at(spec, 'egress')).flatMap((rule) => itemsOf(at(rule, 'to'))),
  ];
  return peers.flatMap((peer) => {
    const selector = isNull(at(peer, 'namespaceSelector')) ? selectorIn(at(peer, 'podSelector'), isPartial) : undefined;
    return selector ? [{ picks: 'pods' as const, selector }] : [];
  });
}
