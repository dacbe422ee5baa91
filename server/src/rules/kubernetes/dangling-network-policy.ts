import { kubernetesRule } from '../../engine/rule.ts';
import { danglingSelectors } from './support/dangling-selector.ts';
import { factTitle } from './support/located.ts';

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
  },
);
