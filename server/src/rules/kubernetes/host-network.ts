import { podFlagRule } from './support/pod-flag.ts';

export const hostNetwork = podFlagRule('hostNetwork', {
  id: 'kubernetes/host-network',
  title: 'Pod in the network of its node',
  why: '`hostNetwork: true` puts the pod into the network namespace of its node: it reaches services that listen on localhost there, sees the traffic of other pods, and no NetworkPolicy holds for it. Delete the setting and publish ports through a Service. The Baseline Pod Security Standard forbids it.',
  severity: 'high',
  confidence: 'high',
  profiles: ['recommended', 'strict', 'pss-baseline', 'pss-restricted', 'nsa', 'cis'],
  messages: { set: '{workload} shares the network of its node. Delete the setting and use a Service.' },
  aliases: [
    'checkov:CKV_K8S_19',
    'kics:shared_host_network_namespace',
    'kube-linter:host-network',
    'kubescape:host-network-access',
    'kyverno:disallow-host-namespaces',
    'polaris:hostNetworkSet',
    'psa:hostnamespaces',
    'trivy:KSV-0009',
  ],
  references: ['PSS baseline hostNamespaces', 'CIS Kubernetes 5.2.5', 'NSA', 'CWE-668'],
  fix: 'suggested',
  since: '0.1.0',
  status: 'stable',
});
