import { workloadTakeoverRole } from '../../../server/src/rules/kubernetes/workload-takeover-role.ts';
import { testRule } from '../../support/rule-tester.ts';
import { binding, documents, role, rule } from './roles.ts';

const says = (right: string, workload = 'Pod `web`', account = 'web', title = 'ClusterRoleBinding `bind`'): string =>
  `${workload} runs as \`${account}\`, which may ${right} through ${title}. Bind a role that lists what it needs.`;
const pod = (spec: string, namespace = 'namespace: ci'): string =>
  `apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n  ${namespace}\nspec:\n${spec}  containers: [ { name: web, image: a:1 } ]\n`;
const web = (account = 'web'): string => pod(`  serviceAccountName: ${account}\n`);
const wide = (roleRef: string, subject = 'ServiceAccount ci/web'): string => binding(roleRef, [subject], 'ClusterRoleBinding');
const bound = (resources: string, verbs: string, group = '""'): string =>
  documents(role(rule(group, resources, verbs), 'ClusterRole'), wide('ClusterRole app'));
const SECRETS = bound('secrets', 'list');
const ACCOUNT =
  'apiVersion: v1\nkind: ServiceAccount\nmetadata: { name: web, namespace: ci }\nautomountServiceAccountToken: false\n';

testRule(workloadTakeoverRole, {
  clean: [
    web(),
    documents(web('other'), SECRETS),
    documents(web(), bound('pods, nodes, services', 'get, list, watch')),
    documents(web(), bound('secrets', 'get', 'example.com')),
    documents(web(), wide('ClusterRole view')),
    documents(web(), wide('ClusterRole unknown')),
    documents(web(), wide('ClusterRole cluster-admin', 'User web')),
    documents(web(), wide('ClusterRole cluster-admin', 'ServiceAccount other/web')),
    documents(web(), binding('ClusterRole cluster-admin', ['ServiceAccount ci/web'])),
    documents(web(), role(rule('""', 'secrets', 'get', '  resourceNames: [db]\n'), 'ClusterRole'), wide('ClusterRole app')),
    documents(pod('  serviceAccountName: web\n  automountServiceAccountToken: false\n'), SECRETS),
    documents(web(), SECRETS, ACCOUNT),
    documents(web('{{ .Values.account }}'), SECRETS),
    // An account of the same name in a namespace that nobody wrote down.
    {
      code: pod('  serviceAccountName: web\n', 'labels: {}'),
      path: 'a/pod.yaml',
      files: { 'b/rbac.yaml': wide('ClusterRole cluster-admin') },
    },
  ],
  caught: [
    { code: documents(web('⟦web⟧'), SECRETS), says: says('read every Secret of the cluster') },
    { code: documents(pod('  serviceAccount: ⟦"web"⟧\n'), wide('ClusterRole cluster-admin')), says: says('do everything') },
    {
      code: documents(
        pod('', 'namespace: ci').replace('spec:', '⟦spec⟧:'),
        wide('ClusterRole cluster-admin', 'ServiceAccount ci/default'),
      ),
      says: says('do everything', undefined, 'default'),
    },
    { code: documents(web('⟦web⟧'), bound('"*"', '"*"', '"*"')), says: says('do everything') },
    { code: documents(web('⟦web⟧'), bound('"*"', 'get')), says: says('read every Secret of the cluster') },
    { code: documents(web('⟦web⟧'), bound('pods', 'create')), says: says('create pods in every namespace') },
    { code: documents(web('⟦web⟧'), bound('pods/exec', 'create')), says: says('run commands in every pod') },
    {
      code: documents(web('⟦web⟧'), bound('clusterroles', 'escalate', 'rbac.authorization.k8s.io')),
      says: says('give itself any role'),
    },
    {
      code: documents(
        web('⟦web⟧'),
        role(rule('""', 'serviceaccounts/token', 'create')),
        binding('Role app', ['ServiceAccount ci/web'], 'RoleBinding', 'name: bind\n  namespace: kube-system'),
      ),
      says: says('create tokens of every ServiceAccount', undefined, undefined, 'RoleBinding `bind`'),
    },
    {
      code: documents(
        'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec:\n  selector: {}\n  template:\n    spec:\n      serviceAccountName: ⟦web⟧\n      containers: []\n',
        SECRETS,
      ),
      says: says('read every Secret of the cluster', 'Deployment `web`'),
    },
    {
      code: web('⟦web⟧'),
      path: 'a/pod.yaml',
      files: {
        'rbac/bind.yaml': wide('ClusterRole app'),
        'rbac/role.yaml': role(rule('""', 'nodes/proxy', 'get'), 'ClusterRole'),
      },
      says: says('reach every kubelet'),
    },
  ],
});
