import { roleRule } from './support/role-permission.ts';

export const rbacTokenCreate = roleRule(
  {
    id: 'kubernetes/rbac-token-create',
    title: 'Role creates tokens of ServiceAccounts',
    why: 'With `create` on `serviceaccounts/token` one asks the API server for a token of any ServiceAccount in reach and is that account from then on. Narrow it to the accounts that are meant by `resourceNames`.',
    severity: 'high',
    confidence: 'high',
    profiles: ['recommended', 'strict', 'cis'],
    messages: { granted: '{role} may {right} and so be any of them. Narrow it by `resourceNames`.' },
    aliases: ['kubescape:rule-can-create-service-account-token'],
    references: [
      'CIS Kubernetes 5.1.13',
      'CWE-269',
      'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#token-request',
    ],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  [{ groups: [''], resources: ['serviceaccounts/token'], verbs: ['create'], allows: 'create tokens of ServiceAccounts' }],
);
