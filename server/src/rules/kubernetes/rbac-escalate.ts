import { type Right, WRITE } from './support/permission.ts';
import { roleRule } from './support/role-permission.ts';

const RBAC = {
  groups: ['rbac.authorization.k8s.io', 'authorization.openshift.io'],
  resources: ['clusterroles', 'roles', 'clusterrolebindings', 'rolebindings'],
};
/** Attributes of a user (`userextras/scopes`) are part of who one is. */
const PEOPLE = {
  groups: ['', 'authentication.k8s.io'],
  resources: ['users', 'groups', 'serviceaccounts', 'uids', 'userextras', 'userextras/scopes'],
};
/** Nobody writes these verbs by accident, so they count on all resources as well. */
const AT_VERB: Pick<Right, 'atVerb' | 'throughEveryResource'> = { atVerb: true, throughEveryResource: true };

export const rbacEscalate = roleRule(
  {
    id: 'kubernetes/rbac-escalate',
    title: 'Role can give itself more rights',
    why: 'The API server lets nobody grant more than they have, unless they may `escalate` or `bind`; `impersonate` goes around it by being someone else. Each of them makes a role as strong as the strongest one in reach. Whoever writes roles and bindings passes on all rights that they have. Leave these to administrators, and narrow `bind` and `impersonate` by `resourceNames` where a controller needs them.',
    severity: 'high',
    confidence: 'high',
    profiles: ['recommended', 'strict', 'cis'],
    messages: { granted: '{role} may {right}. Leave that to administrators.' },
    aliases: [
      'checkov:CKV2_K8S_1',
      'checkov:CKV2_K8S_3',
      'checkov:CKV_K8S_157',
      'checkov:CKV_K8S_158',
      'kics:rbac_roles_allow_privilege_escalation',
      'kics:rbac_roles_with_impersonate_permission',
      'kubescape:rule-can-bind-escalate',
      'kubescape:rule-can-impersonate-users-groups-v1',
      'kyverno:restrict-escalation-verbs-roles',
      'trivy:KSV-0043',
      'trivy:KSV-0050',
      'trivy:KSV-0051',
      'trivy:KSV-0052',
      'trivy:KSV-0055',
    ],
    references: [
      'CIS Kubernetes 5.1.8',
      'CWE-269',
      'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#escalate-verb',
    ],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  [
    { ...RBAC, verbs: ['escalate'], allows: 'write roles with more rights than its own', ...AT_VERB },
    {
      ...RBAC,
      verbs: ['bind'],
      allows: 'bind roles with more rights than its own',
      neverOn: ['cluster-admin', 'admin', 'edit'],
      ...AT_VERB,
    },
    {
      ...PEOPLE,
      verbs: ['impersonate'],
      allows: 'act as someone else',
      neverOn: ['system:masters', 'system:admin', 'system:kube-*'],
      ...AT_VERB,
    },
    // It has no meaning on roles, but who writes it there has it in mind.
    { ...RBAC, verbs: ['impersonate'], allows: 'act as someone else', ...AT_VERB },
    { ...RBAC, verbs: WRITE, allows: 'change roles and bindings', severity: 'medium' },
  ],
);
