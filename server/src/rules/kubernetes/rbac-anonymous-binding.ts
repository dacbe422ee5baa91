import { FOR_EVERYONE, subjectRule } from './support/binding-subject.ts';

const NOBODY = ['system:anonymous', 'system:unauthenticated'];

export const rbacAnonymousBinding = subjectRule(
  {
    id: 'kubernetes/rbac-anonymous-binding',
    title: 'Rights for anonymous users',
    why: '`system:anonymous` and `system:unauthenticated` are everyone who reaches the API server and shows no credentials at all. Whatever they may do is public; attackers look for exactly this. Bind the role to an account, and let the caller log in.',
    severity: 'critical',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: { bound: '{binding} gives {role} to everyone without credentials. Bind it to an account.' },
    aliases: [
      'gatekeeper:general/disallowanonymous',
      'kubescape:anonymous-access-enabled',
      'kyverno:restrict-binding-system-groups',
      'trivy:KSV-0122',
    ],
    references: [
      'CWE-306',
      'CWE-862',
      'https://kubernetes.io/docs/reference/access-authn-authz/authentication/#anonymous-requests',
    ],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  ({ kind, name }, { role }) =>
    kind !== 'ServiceAccount' && NOBODY.includes(name.text) && !FOR_EVERYONE.includes(role?.name.text ?? ''),
);
