import { podFlagRule } from './support/pod-flag.ts';

export const hostPid = podFlagRule('hostPID', {
  id: 'kubernetes/host-pid',
  title: 'Pod sees the processes of its node',
  why: '`hostPID: true` puts the pod into the process namespace of its node: it sees the arguments and, with the same user, the environment and memory of every process there, and can end them. Delete the setting; debug a node with `kubectl debug node`. The Baseline Pod Security Standard forbids it.',
  severity: 'high',
  confidence: 'high',
  profiles: ['recommended', 'strict', 'pss-baseline', 'pss-restricted', 'nsa', 'cis'],
  messages: { set: '{workload} sees and can signal the processes of its node. Delete the setting.' },
  aliases: [
    'checkov:CKV_K8S_17',
    'gatekeeper:psp/host-namespaces',
    'kics:shared_host_pid_namespace',
    'kube-linter:host-pid',
    'kubescape:host-pid-ipc-privileges',
    'kubescape:host-pid-privileges',
    'kyverno:disallow-host-namespaces',
    'polaris:hostPIDSet',
    'psa:hostnamespaces',
    'trivy:KSV-0010',
  ],
  references: ['PSS baseline hostNamespaces', 'CIS Kubernetes 5.2.3', 'NSA', 'CWE-668'],
  fix: 'suggested',
  since: '0.2.0',
  status: 'preview',
});
