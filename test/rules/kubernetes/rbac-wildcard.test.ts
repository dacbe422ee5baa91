import { rbacWildcard } from '../../../server/src/rules/kubernetes/rbac-wildcard.ts';
import { testRule } from '../../support/rule-tester.ts';

const role = (rules: string, kind = 'ClusterRole') =>
  `apiVersion: rbac.authorization.k8s.io/v1\nkind: ${kind}\nmetadata:\n  name: admin\nrules:\n${rules}`;
const says = (fields: string, kind = 'ClusterRole `admin`') =>
  `${kind} grants every value of ${fields} with \`*\`. List what is needed.`;

testRule(rbacWildcard, {
  clean: [
    role('  - apiGroups: [""]\n    resources: [pods]\n    verbs: [get, list]\n'),
    role('  []\n'),
    role('  - apiGroups: {{ .groups }}\n    resources: {{ .resources }}\n    verbs: [get]\n'),
    role('  - nonResourceURLs: ["*"]\n    verbs: [get]\n'),
    role('  - resources: ["pods/*"]\n    verbs: [get]\n'),
    role('  - verbs: "*"\n'),
    role('  - verbs: ["*"]\n').replace('name: admin', 'name: system:admin'),
    role('  - verbs: ["*"]\n').replace('name: admin', 'labels: { kubernetes.io/bootstrapping: rbac-defaults }'),
    'apiVersion: v1\nkind: Role\nrules:\n  - verbs: ["*"]\n',
    'apiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nrules:\n  - verbs: ["*"]\n',
    'apiVersion: networking.k8s.io/v1\nkind: Ingress\nspec:\n  rules:\n    - host: "*"\n',
  ],
  caught: [
    { code: role('  - apiGroups: [""]\n    resources: [pods]\n    verbs: [⟦"*"⟧]\n'), says: says('`verbs`') },
    {
      code: role('  - apiGroups: ["*"]\n    resources: ["*"]\n    verbs:\n      - get\n      - ⟦"*"⟧ # all\n'),
      says: says('`verbs` and `resources` and `apiGroups`'),
    },
    {
      code: role("- apiGroups: [apps]\n  resources:\n  - ⟦'*'⟧\n  verbs: [get]\n", 'Role'),
      says: says('`resources`', 'Role `admin`'),
    },
    { code: role('  - { apiGroups: [⟦"*"⟧], resources: [pods], verbs: [get] }\n'), says: says('`apiGroups`'), severity: 'low' },
    { code: role('  - verbs: [get, ⟦"*"⟧]\n  - resources: [⟦"*/*"⟧]\n'), says: [says('`verbs`'), says('`resources`')] },
    { code: role('  - verbs: &all [⟦"*"⟧]\n'), says: says('`verbs`') },
    { code: role('  {{- if .x }}\n  - verbs: [⟦"*"⟧]\n  {{- end }}\n'), says: says('`verbs`') },
    {
      code: 'apiVersion: v1\nkind: List\nitems:\n  - apiVersion: rbac.authorization.k8s.io/v1\n    kind: Role\n    rules: [ { verbs: [⟦"*"⟧] } ]\n',
      says: says('`verbs`', 'Role'),
    },
    {
      code: role('  - verbs: [⟦"*"⟧]\n').replace('rbac.authorization.k8s.io', 'authorization.openshift.io'),
      says: says('`verbs`'),
    },
    {
      path: 'role.json',
      code: '{"apiVersion": "rbac.authorization.k8s.io/v1", "kind": "ClusterRole", "metadata": {"name": "admin"}, "rules": [{"verbs": [⟦"*"⟧]}]}',
      says: says('`verbs`'),
    },
  ],
});
