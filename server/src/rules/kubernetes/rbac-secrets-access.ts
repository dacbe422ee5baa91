import { READ, WRITE } from './support/permission.ts';
import { roleRule } from './support/role-permission.ts';

const SECRETS = { groups: [''], resources: ['secrets'] };

export const rbacSecretsAccess = roleRule(
  {
    id: 'kubernetes/rbac-secrets-access',
    title: 'Role reads or writes Secrets',
    why: 'Secrets hold passwords, keys and the tokens of ServiceAccounts, so whoever reads all Secrets of a namespace can act as everyone who has one there. `list` and `watch` show their content just as `get` does, and whoever creates one can ask for the token of any ServiceAccount. Name the Secrets under `resourceNames`, or let the pod mount what it needs.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict', 'cis'],
    messages: { granted: '{role} may {right}. Name the ones that it needs under `resourceNames`.' },
    aliases: [
      'checkov:CKV2_K8S_5',
      'kics:rbac_roles_with_read_secrets_permissions',
      'kics:service_account_allows_access_secrets',
      'kube-linter:access-to-secrets',
      'kubescape:rule-can-list-get-secrets-v1',
      'kyverno:restrict-secret-role-verbs',
      'trivy:KSV-0041',
      'trivy:KSV-0113',
    ],
    references: [
      'CIS Kubernetes 5.1.2',
      'CWE-250',
      'CWE-522',
      'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#listing-secrets',
    ],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  [
    { ...SECRETS, verbs: READ, allows: 'read every Secret', throughEveryResource: true },
    { ...SECRETS, verbs: WRITE, allows: 'write every Secret' },
  ],
);
