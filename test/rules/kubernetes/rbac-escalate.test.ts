import { rbacEscalate } from '../../../server/src/rules/kubernetes/rbac-escalate.ts';
import { testRule } from '../../support/rule-tester.ts';
import { rightCases, role, rule } from './roles.ts';

const says = (right: string, title = 'Role `app`'): string => `${title} may ${right}. Leave that to administrators.`;
const ESCALATE = 'write roles with more rights than its own';
const BIND = 'bind roles with more rights than its own';
const common = rightCases({
  group: 'rbac.authorization.k8s.io',
  resource: 'clusterroles',
  verb: 'bind',
  atVerb: true,
  says: (title) => says(BIND, title),
  saysAll: (title) => says(ESCALATE, title),
  kind: 'ClusterRole',
});

testRule(rbacEscalate, {
  clean: [
    ...common.clean,
    role(rule('""', 'users', 'impersonate', '  resourceNames: [system:serviceaccount:ci:deploy]\n')),
    role(rule('rbac.authorization.k8s.io', 'roles', 'get, list, watch')),
    role(rule('rbac.authorization.k8s.io', 'clusterroles', 'bind', '  resourceNames: [reader]\n')),
    role(rule('""', 'users', 'impersonate', '  resourceNames: [bob]\n')),
    role(rule('""', 'pods', 'bind, escalate, impersonate')),
    role(rule('authorization.k8s.io', 'selfsubjectaccessreviews', 'create')),
  ],
  caught: [
    ...common.caught,
    { code: role(rule('rbac.authorization.k8s.io', 'clusterroles', '⟦impersonate⟧')), says: says('act as someone else') },
    { code: role(rule('""', 'serviceaccounts', '⟦"*"⟧')), says: says('act as someone else') },
    {
      code: role(rule('rbac.authorization.k8s.io', 'roles', '⟦escalate⟧')),
      says: says(ESCALATE),
    },
    {
      code: role(rule('rbac.authorization.k8s.io', 'roles, clusterroles', 'bind, ⟦escalate⟧')),
      says: says(ESCALATE),
    },
    { code: role(rule('rbac.authorization.k8s.io', 'rolebindings', '⟦bind⟧')), says: says(BIND) },
    {
      code: role(rule('rbac.authorization.k8s.io', 'clusterroles', '⟦bind⟧', '  resourceNames: [reader, cluster-admin]\n')),
      says: says(BIND),
    },
    { code: role(rule('""', 'users, groups', '⟦impersonate⟧')), says: says('act as someone else') },
    { code: role(rule('authentication.k8s.io', '"userextras/*"', '⟦impersonate⟧')), says: says('act as someone else') },
    {
      code: role(rule('""', 'groups', '⟦impersonate⟧', '  resourceNames: [system:masters]\n')),
      says: says('act as someone else'),
    },
    { code: role(rule('"*"', '"*"', '⟦impersonate⟧')), says: says('act as someone else') },
    {
      code: role(rule('rbac.authorization.k8s.io', '⟦clusterrolebindings⟧', 'create')),
      says: says('change roles and bindings'),
      severity: 'medium',
    },
    {
      code: role(rule('rbac.authorization.k8s.io', '⟦rolebindings⟧', 'get, patch'), 'Role'),
      says: says('change roles and bindings', 'Role `app`'),
      severity: 'medium',
    },
  ],
});
