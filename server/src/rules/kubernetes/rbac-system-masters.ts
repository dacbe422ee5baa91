import { subjectRule } from './support/binding-subject.ts';

export const rbacSystemMasters = subjectRule(
  {
    id: 'kubernetes/rbac-system-masters',
    title: 'Binding to the group `system:masters`',
    why: 'Members of `system:masters` are administrators whatever the roles say: the API server does not even ask, no admission webhook of authorization stops them, and membership comes with a certificate that cannot be taken back. A binding adds nothing to that but hides it. Use a group of your own.',
    severity: 'critical',
    confidence: 'high',
    profiles: ['recommended', 'strict', 'cis'],
    messages: {
      bound: '{binding} gives {role} to the group `system:masters`, whose members no role can limit. Use a group of your own.',
    },
    aliases: ['kyverno:restrict-binding-system-groups', 'trivy:KSV-0123'],
    references: [
      'CIS Kubernetes 5.1.7',
      'CWE-250',
      'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#least-privilege',
    ],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  ({ kind, name }) => kind !== 'ServiceAccount' && name.text === 'system:masters',
);
