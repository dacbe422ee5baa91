import { rbacAuthenticatedBinding } from '../../../server/src/rules/kubernetes/rbac-authenticated-binding.ts';
import { testRule } from '../../support/rule-tester.ts';
import { binding, documents, role, rule } from './roles.ts';

const says = (title = 'ClusterRoleBinding `bind`', name = 'app'): string =>
  `${title} gives the role \`${name}\` to every user and every pod of the cluster. Bind a group of your own.`;
const wide = (roleRef: string, subject = 'system:authenticated'): string =>
  binding(roleRef, [`Group ${subject}`], 'ClusterRoleBinding');
const MARKED = '⟦system:authenticated⟧';

testRule(rbacAuthenticatedBinding, {
  clean: [
    wide('ClusterRole app', 'developers'),
    wide('ClusterRole system:basic-user'),
    wide('ClusterRole system:discovery'),
    wide('ClusterRole app').replace('name: bind', 'name: system:bind'),
    binding('ClusterRole app', ['ServiceAccount system:authenticated']),
    documents(role(rule('""', 'nodes, namespaces', 'get, list, watch'), 'ClusterRole'), wide('ClusterRole app')),
    documents(role(rule('authorization.k8s.io', 'selfsubjectaccessreviews', 'create'), 'ClusterRole'), wide('ClusterRole app')),
    documents(
      role(rule('""', '"services/proxy"', 'get, create', '  resourceNames: [sealed-secrets]\n')),
      binding('Role app', ['Group system:authenticated']),
    ),
    {
      code: wide('ClusterRole app'),
      path: 'rbac/bind.yaml',
      files: { 'rbac/role.yaml': role(rule('""', 'pods', 'get'), 'ClusterRole') },
    },
  ],
  caught: [
    { code: wide('ClusterRole app', MARKED), says: says() },
    { code: wide('ClusterRole edit', MARKED), says: says(undefined, 'edit') },
    { code: binding('Role app', ['User bob', `Group ${MARKED}`]), says: says('RoleBinding `bind`') },
    { code: documents(role(rule('""', 'secrets', 'get'), 'ClusterRole'), wide('ClusterRole app', MARKED)), says: says() },
    { code: documents(role(rule('""', 'pods', 'get, delete'), 'ClusterRole'), wide('ClusterRole app', MARKED)), says: says() },
    { code: documents(role(rule('"*"', '"*"', '"*"'), 'ClusterRole'), wide('ClusterRole app', MARKED)), says: says() },
    { code: documents(role(rule('""', 'nodes/proxy', 'get'), 'ClusterRole'), wide('ClusterRole app', MARKED)), says: says() },
    {
      code: wide('ClusterRole app', MARKED),
      path: 'rbac/bind.yaml',
      files: { 'rbac/role.yaml': role(rule('""', 'pods/exec', 'create'), 'ClusterRole') },
      says: says(),
    },
  ],
});
