import { danglingSelectorRule } from './support/dangling-selector-rule.ts';

export const danglingService = danglingSelectorRule(['Service'], {
  id: 'kubernetes/dangling-service',
  title: 'Service that selects no pod',
  why: 'A Service whose selector matches the labels of no pod has no endpoints: every connection to it is refused. Usually a label was changed in one of two places. The check compares the Service with all workloads that are deployed together with it, and is silent where there is none, or where a template writes labels.',
  severity: 'low',
  confidence: 'medium',
  profiles: ['recommended', 'strict'],
  messages: {
    nothing: 'The selector of {resource} matches no pod that is deployed with it. Correct its labels.',
    near: 'The selector of {resource} matches no pod that is deployed with it. Did you mean {target}?',
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
});
