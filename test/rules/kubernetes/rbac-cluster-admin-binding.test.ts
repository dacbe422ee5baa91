import { rbacClusterAdminBinding } from '../../../server/src/rules/kubernetes/rbac-cluster-admin-binding.ts';
import { testRule } from '../../support/rule-tester.ts';
import { binding, documents, role, rule } from './roles.ts';

const CLUSTER = 'of the whole cluster';
const NAMESPACE = 'of its namespace';
const admin = (scope: string, name = 'cluster-admin', kind = 'ClusterRoleBinding'): string =>
  `${kind} \`bind\` makes its subjects administrators ${scope} with \`${name}\`. Bind a role that lists what they need.`;
const everything = (scope: string, kind = 'ClusterRoleBinding'): string =>
  `${kind} \`bind\` grants every right ${scope}, because the role \`app\` does. List in the role what is needed.`;
const wide = (roleRef: string, subject = 'ServiceAccount ci/deploy'): string => binding(roleRef, [subject], 'ClusterRoleBinding');
const near = (roleRef: string): string => binding(roleRef, ['ServiceAccount ci/deploy']);
const all = (kind = 'ClusterRole'): string => role(rule('"*"', '"*"', '"*"'), kind);

testRule(rbacClusterAdminBinding, {
  clean: [
    wide('ClusterRole view'),
    near('ClusterRole edit'),
    near('Role admin'),
    near('Role cluster-admin'),
    wide('ClusterRole cluster-admin').replace(
      'name: bind',
      'name: bind\n  labels: { kubernetes.io/bootstrapping: rbac-defaults }',
    ),
    wide('ClusterRole {{ .Values.role }}'),
    wide('ClusterRole app'),
    documents(role(rule('"*"', '"*"', 'get'), 'ClusterRole'), wide('ClusterRole app')),
    documents(role(rule('apps', '"*"', '"*"'), 'ClusterRole'), wide('ClusterRole app')),
    documents(role(rule('"*"', 'pods', '"*"'), 'ClusterRole'), wide('ClusterRole app')),
    documents(all('Role'), wide('ClusterRole app')),
    documents(
      all('Role').replace('name: app', 'name: app\n  namespace: a'),
      near('Role app').replace('name: bind', 'name: bind\n  namespace: b'),
    ),
    // Two roles are as near as each other.
    {
      code: wide('ClusterRole app'),
      files: { 'a/role.yaml': all(), 'b/role.yaml': role(rule('""', 'pods', 'get'), 'ClusterRole') },
    },
  ],
  caught: [
    {
      code: binding('ClusterRole ⟦cluster-admin⟧', ['Group system:masters', 'User bob'], 'ClusterRoleBinding'),
      says: admin(CLUSTER),
    },
    {
      code: 'apiVersion: authorization.openshift.io/v1\nkind: ClusterRoleBinding\nmetadata:\n  name: bind\nroleRef:\n  name: ⟦cluster-admin⟧\nsubjects: []\n',
      says: admin(CLUSTER),
    },
    { code: wide('ClusterRole ⟦cluster-admin⟧'), says: admin(CLUSTER) },
    { code: near('ClusterRole ⟦"cluster-admin"⟧'), says: admin(NAMESPACE, 'cluster-admin', 'RoleBinding') },
    { code: wide('ClusterRole ⟦admin⟧'), says: admin(CLUSTER, 'admin') },
    { code: wide('ClusterRole ⟦edit⟧'), says: admin(CLUSTER, 'edit'), severity: 'medium' },
    { code: near('ClusterRole ⟦admin⟧'), says: admin(NAMESPACE, 'admin', 'RoleBinding'), severity: 'low' },
    { code: binding('ClusterRole ⟦cluster-admin⟧', ['Group {{ .Values.group }}'], 'ClusterRoleBinding'), says: admin(CLUSTER) },
    { code: documents(wide('ClusterRole ⟦app⟧'), all()), says: everything(CLUSTER) },
    { code: documents(near('Role ⟦app⟧'), all('Role')), says: everything(NAMESPACE, 'RoleBinding') },
    {
      code: documents(near('ClusterRole ⟦app⟧'), role(rule('""', '"*"', 'get, "*"'), 'ClusterRole')),
      says: everything(NAMESPACE, 'RoleBinding'),
    },
    {
      code: wide('ClusterRole ⟦app⟧'),
      path: 'a/bind.yaml',
      files: { 'a/role.yaml': all(), 'b/role.yaml': role('  []\n', 'ClusterRole') },
      says: everything(CLUSTER),
    },
    {
      code: documents(
        `${role('  []\n', 'ClusterRole')}aggregationRule:\n  clusterRoleSelectors:\n  - matchLabels: { to: app }\n`,
        all().replace('name: app', 'name: part\n  labels: { to: app }'),
        wide('ClusterRole ⟦app⟧'),
      ),
      says: everything(CLUSTER),
    },
    {
      path: 'b.json',
      code: '{"apiVersion": "rbac.authorization.k8s.io/v1", "kind": "ClusterRoleBinding", "metadata": {"name": "bind"}, "roleRef": {"kind": "ClusterRole", "name": ⟦"cluster-admin"⟧}}',
      says: admin(CLUSTER),
    },
  ],
});
