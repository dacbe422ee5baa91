import { podFlagRule } from './support/pod-flag.ts';

export const hostIpc = podFlagRule('hostIPC', {
  id: 'kubernetes/host-ipc',
  title: 'Pod shares the memory segments of its node',
  why: '`hostIPC: true` puts the pod into the IPC namespace of its node: it can read and change the shared memory, semaphores and message queues of the programs there and of other such pods. Delete the setting, and let containers that share memory stand in one pod. The Baseline Pod Security Standard forbids it.',
  severity: 'high',
  confidence: 'high',
  profiles: ['recommended', 'strict', 'pss-baseline', 'pss-restricted', 'nsa', 'cis'],
  messages: { set: '{workload} shares the IPC namespace of its node. Delete the setting.' },
  aliases: [
    'checkov:CKV_K8S_18',
    'gatekeeper:psp/host-namespaces',
    'kics:shared_host_ipc_namespace',
    'kube-linter:host-ipc',
    'kubescape:host-ipc-privileges',
    'kubescape:host-pid-ipc-privileges',
    'kyverno:disallow-host-namespaces',
    'polaris:hostIPCSet',
    'psa:hostnamespaces',
    'trivy:KSV-0008',
  ],
  references: ['PSS baseline hostNamespaces', 'CIS Kubernetes 5.2.4', 'NSA', 'CWE-668'],
  fix: 'suggested',
  since: '0.2.0',
  status: 'preview',
});
