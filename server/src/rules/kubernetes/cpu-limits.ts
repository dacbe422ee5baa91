import { parseQuantity } from '../../model/kubernetes/index.ts';
import { limitRule } from './support/amounts.ts';

export const cpuLimits = limitRule('cpu', roomFor, {
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
    'gatekeeper:general/containerresources',
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

/** Half a CPU, or the request where that is more: a limit as low as a small request would only slow the program down. */
function roomFor(request: string | undefined): string {
  const amount = parseQuantity(request?.replaceAll(/["']/g, '') ?? '0');
  return request !== undefined && amount && amount.billionths > HALF ? request : '500m';
}

const HALF = parseQuantity('500m')?.billionths ?? 0n;
