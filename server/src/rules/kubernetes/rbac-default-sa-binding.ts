import { subjectRule } from './support/binding-subject.ts';

export const rbacDefaultSaBinding = subjectRule(
  {
    id: 'kubernetes/rbac-default-sa-binding',
    title: 'Rights for the account `default`',
    why: 'Every pod that names no ServiceAccount runs as `default`, so rights for it go to all of them, also to those that somebody adds later. Create a ServiceAccount for the one workload that needs the role, and bind that.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict', 'cis'],
    messages: {
      bound: '{binding} gives {role} to every pod that names no ServiceAccount. Create an account for the one that needs it.',
    },
    aliases: ['checkov:CKV_K8S_42', 'kics:role_binding_to_default_service_account'],
    references: ['CIS Kubernetes 5.1.5', 'CWE-250', 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/'],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  ({ kind, name }) =>
    kind === 'ServiceAccount'
      ? name.text === 'default'
      : kind === 'User' && name.text.startsWith('system:serviceaccount:') && name.text.endsWith(':default'),
);
