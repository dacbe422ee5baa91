import { kubernetesRule } from '../../engine/rule.ts';
import { danglingSelectors } from './support/dangling-selector.ts';
import { keyOfResource, titleOf } from './support/resource-title.ts';

export const danglingService = kubernetesRule(
  {
    id: 'kubernetes/dangling-service',
    title: 'Service that selects no pod',
    why: 'A Service whose selector matches the labels of no pod has no endpoints: every connection to it is refused. Usually a label was changed in one of two places. The check compares the Service with all workloads that are deployed together with it, and is silent where there is none, or where a template writes labels.',
    severity: 'low',
    confidence: 'medium',
    profiles: ['recommended', 'strict'],
    messages: {
      nothing: 'The selector of {service} matches no pod that is deployed with it. Correct its labels.',
      near: 'The selector of {service} matches no pod that is deployed with it. Did you mean {workload}?',
    },
    aliases: [
      'kics:service_does_not_target_pod',
      'kube-linter:dangling-service',
      'kube-score:Service Targets Pod',
      'kubescape:service-with-no-workload',
    ],
    references: ['https://kubernetes.io/docs/concepts/services-networking/service/'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  function* (context) {
    for (const { resource, selection, near, fixes, related } of danglingSelectors(context, ['Service'])) {
      const service = titleOf(resource);
      const where = { span: selection.selector.span, related, key: keyOfResource(resource) };
      if (!near) yield { message: 'nothing', data: { service }, ...where };
      else yield { message: 'near', data: { service, workload: titleOf(near.fact) }, fixes, ...where };
    }
  },
);
