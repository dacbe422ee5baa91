import { WRITE } from './support/permission.ts';
import { roleRule } from './support/role-permission.ts';

export const rbacWebhookConfig = roleRule(
  {
    id: 'kubernetes/rbac-webhook-config',
    title: 'Role changes admission webhooks',
    why: 'A webhook sees every object that it is registered for, Secrets included, and a mutating one changes them: a container added to every pod, a check that always agrees. Whoever may write these configurations reads and rewrites what others create. Narrow the right to your own by `resourceNames`.',
    severity: 'high',
    confidence: 'high',
    profiles: ['recommended', 'strict', 'cis'],
    messages: {
      granted: '{role} may {right}, which see and change what others create. Narrow it to its own by `resourceNames`.',
    },
    aliases: [
      'checkov:CKV_K8S_155',
      'kubescape:rule-can-modify-admission-webhooks',
      'kyverno:restrict-clusterrole-mutating-validating-admission-webhooks',
      'trivy:KSV-0114',
    ],
    references: [
      'CIS Kubernetes 5.1.12',
      'CWE-269',
      'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#control-admission-webhooks',
    ],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  [
    {
      groups: ['admissionregistration.k8s.io'],
      resources: ['mutatingwebhookconfigurations', 'validatingwebhookconfigurations'],
      verbs: WRITE,
      allows: 'change admission webhooks',
    },
  ],
);
