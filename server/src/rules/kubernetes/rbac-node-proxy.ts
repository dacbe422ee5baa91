import { READ, WRITE } from './support/permission.ts';
import { roleRule } from './support/role-permission.ts';

export const rbacNodeProxy = roleRule(
  {
    id: 'kubernetes/rbac-node-proxy',
    title: 'Role reaches the API of the kubelets',
    why: 'The proxy of a node passes requests on to its kubelet, which runs commands in every pod of that node. Neither admission nor the audit log of the API server sees them, and `get` is enough. For metrics and logs grant `nodes/metrics`, `nodes/stats` and `nodes/log` instead.',
    severity: 'high',
    confidence: 'high',
    profiles: ['recommended', 'strict', 'cis'],
    messages: { granted: '{role} may {right}, which run commands in every pod. Grant `nodes/metrics` or `nodes/stats` instead.' },
    aliases: [
      'checkov:CKV2_K8S_2',
      'kubescape:rule-can-access-proxy-subresource',
      'kyverno:restrict-clusterrole-nodesproxy',
      'trivy:KSV-0047',
    ],
    references: [
      'CIS Kubernetes 5.1.10',
      'CWE-250',
      'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#access-to-proxy-subresource-of-nodes',
    ],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  [{ groups: [''], resources: ['nodes/proxy'], verbs: [...READ, ...WRITE], allows: 'reach the kubelets through `nodes/proxy`' }],
);
