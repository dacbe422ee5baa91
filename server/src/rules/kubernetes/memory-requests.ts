import { requestRule } from './support/amounts.ts';

export const memoryRequests = requestRule('memory', '128Mi', {
  id: 'kubernetes/memory-requests',
  title: 'Container without a memory request',
  why: 'The scheduler places a pod by what its containers request. One that requests no memory lands on nodes that have none to spare, and it is among the first that the kubelet evicts when memory runs short. Request what the program needs in ordinary operation; a LimitRange can give all containers of a namespace a default.',
  severity: 'low',
  confidence: 'high',
  profiles: ['recommended', 'strict'],
  messages: {
    unset: 'Container `{container}` requests no memory, so none is reserved for it. Set `resources.requests.memory`.',
    limit: 'Container `{container}` requests no memory, so all of its limit is reserved. Set `resources.requests.memory`.',
  },
  aliases: [
    'checkov:CKV_K8S_12',
    'gatekeeper:general/containerrequests',
    'gatekeeper:general/containerresources',
    'kics:memory_requests_not_defined',
    'kube-linter:unset-memory-requirements',
    'kube-score:Container Resources',
    'kubescape:resources-memory-requests',
    'kyverno:require-requests-limits',
    'polaris:memoryRequestsMissing',
    'trivy:KSV-0016',
  ],
  references: ['https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/', 'CWE-400'],
  fix: 'suggested',
  since: '0.2.0',
  status: 'preview',
});
