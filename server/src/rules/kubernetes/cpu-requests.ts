import { requestRule } from './support/amounts.ts';

export const cpuRequests = requestRule('cpu', '100m', {
  id: 'kubernetes/cpu-requests',
  title: 'Container without a CPU request',
  why: 'The scheduler places a pod by what its containers request. One that requests no CPU fits on any node, however full, and gets the least of it when the others are busy. Request what the program needs in ordinary operation; a LimitRange can give all containers of a namespace a default.',
  severity: 'info',
  confidence: 'high',
  profiles: ['recommended', 'strict'],
  messages: {
    unset: 'Container `{container}` requests no CPU, so its share is not reserved. Set `resources.requests.cpu`.',
    limit: 'Container `{container}` requests no CPU, so all of its limit is reserved. Set `resources.requests.cpu`.',
  },
  aliases: [
    'checkov:CKV_K8S_10',
    'gatekeeper:general/containerrequests',
    'gatekeeper:general/containerresources',
    'kics:cpu_requests_not_set',
    'kube-linter:unset-cpu-requirements',
    'kube-score:Container Resources',
    'kubescape:resources-cpu-requests',
    'kyverno:require-requests-limits',
    'polaris:cpuRequestsMissing',
    'trivy:KSV-0015',
  ],
  references: ['https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/', 'CWE-400'],
  fix: 'suggested',
  tags: ['hint'],
  since: '0.2.0',
  status: 'preview',
});
