import { roleRule } from './support/role-permission.ts';

export const rbacPortForward = roleRule(
  {
    id: 'kubernetes/rbac-port-forward',
    title: 'Role forwards ports of pods',
    why: 'Port forwarding reaches every port that a container listens on, also those that no Service shows and no NetworkPolicy lets in, because the connection comes from the kubelet. Leave it to people who debug, for as long as they do.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: { granted: '{role} may {right}, past every NetworkPolicy. Leave it to people who debug.' },
    aliases: ['kics:rbac_roles_with_portforwarding_permissions', 'kubescape:rule-can-portforward-v1'],
    references: [
      'CWE-250',
      'https://kubernetes.io/docs/tasks/access-application-cluster/port-forward-access-application-cluster/',
    ],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  [{ groups: [''], resources: ['pods/portforward'], verbs: ['create', 'get'], allows: 'forward ports of pods' }],
);
