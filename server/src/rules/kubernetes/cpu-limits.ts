import { limitRule } from './support/amounts.ts';

export const cpuLimits = limitRule('cpu', '500m', {
  id: 'kubernetes/cpu-limits',
  title: 'Container without a CPU limit',
  why: 'Without a limit a container uses all the CPU that its neighbours on the node do not claim. That is often wanted, because requests already share the CPU fairly and a limit only slows a program down; turn this rule on where tenants must not influence each other, or where use is billed.',
  severity: 'info',
  confidence: 'high',
  profiles: [],
  messages: { unset: 'Container `{container}` has no CPU limit. Set `resources.limits.cpu`.' },
  aliases: [
    'checkov:CKV_K8S_11',
    'gatekeeper:general/containerlimits',
    'kics:cpu_limits_not_set',
    'kube-score:Container Resources',
    'kubescape:resources-cpu-limits',
    'polaris:cpuLimitsMissing',
    'trivy:KSV-0011',
  ],
  references: ['Kubescape C-0270', 'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/', 'CWE-770'],
  fix: 'suggested',
  tags: ['hint'],
  since: '0.2.0',
  status: 'preview',
});
