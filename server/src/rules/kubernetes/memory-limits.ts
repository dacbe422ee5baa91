import { kubernetesRule } from '../../engine/rule.ts';
import { hasNoAmounts, missing, told, writtenAt } from './support/amounts.ts';
import { oncePerSpan } from './support/once-per-span.ts';

export const memoryLimits = kubernetesRule(
  {
    id: 'kubernetes/memory-limits',
    title: 'Container without a memory limit',
    why: 'Memory cannot be taken back. A container without a limit that leaks or is attacked grows until the node has none left, and the kernel then kills whatever it finds there, other pods included. Set a limit, best the same as the request, so that only the container that misbehaves is restarted.',
    severity: 'low',
    confidence: 'high',
    profiles: ['recommended', 'strict', 'nsa'],
    messages: {
      unset:
        'Container `{container}` has no memory limit, so a leak takes the memory of the whole node. Set `resources.limits.memory`.',
      bare: 'Container `{container}` has no `resources`: nothing is reserved for it, and a leak takes the memory of the whole node. Set a memory limit and requests.',
    },
    aliases: [
      'checkov:CKV_K8S_13',
      'gatekeeper:general/containerlimits',
      'gatekeeper:general/containerresources',
      'kics:memory_limits_not_defined',
      'kube-linter:unset-memory-requirements',
      'kube-score:Container Resources',
      'kubescape:resources-memory-limits',
      'kyverno:require-requests-limits',
      'polaris:memoryLimitsMissing',
      'trivy:KSV-0018',
    ],
    references: [
      'NSA',
      'Kubescape C-0271',
      'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/',
      'CWE-770',
    ],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  oncePerSpan(function* (context) {
    for (const { target, found } of missing(context, 'limits', 'memory')) {
      const request = writtenAt(context, target, 'requests', 'memory');
      const one = told(context, target, found, ['resources', 'limits', 'memory'], request ?? '256Mi');
      yield { message: hasNoAmounts(target) ? 'bare' : 'unset', ...one };
    }
  }),
);
