import { rbacDanglingRole } from '../../../server/src/rules/kubernetes/rbac-dangling-role.ts';
import { testRule } from '../../support/rule-tester.ts';
import { binding, documents, role, rule } from './roles.ts';

const READ = rule('""', 'pods', 'get');
const account = (name: string, namespace = 'ci'): string =>
  `apiVersion: v1\nkind: ServiceAccount\nmetadata: { name: ${name}, namespace: ${namespace} }\n`;
const bind = (roleRef: string, subject = 'User bob', kind = 'RoleBinding'): string => binding(roleRef, [subject], kind);
const missing = (kind: string, name: string, title = 'RoleBinding'): string =>
  `${title} \`bind\` names the ${kind} \`${name}\`, which is not among those beside it. Create it, or correct the name.`;
const misspelt = (kind: string, name: string, nearest: string): string =>
  `RoleBinding \`bind\` names the ${kind} \`${name}\`, which is not among those beside it. Did you mean \`${nearest}\`?`;
const wrongKind = (name: string, other: string): string => {
  const kind = other === 'Role' ? 'ClusterRole' : 'Role';
  return `RoleBinding \`bind\` names the ${kind} \`${name}\`, but \`${name}\` is a ${other}. Write \`kind: ${other}\`.`;
};

testRule(rbacDanglingRole, {
  clean: [
    bind('Role reader'),
    documents(role(READ), bind('Role app')),
    documents(role(READ), bind('Role "${ROLE}"')),
    documents(role(READ), bind('Role "${APP}-role"')),
    documents(role(READ), bind('ClusterRole view')),
    documents(role(READ, 'ClusterRole'), bind('ClusterRole system:node')),
    documents(role(READ, 'ClusterRole'), bind('Role reader')),
    documents(role(READ, 'Role', 'name: {{ .Release.Name }}'), bind('Role reader')),
    documents(
      role(READ, 'Role', 'name: app\n  namespace: a'),
      bind('Role reader').replace('name: bind', 'name: bind\n  namespace: b'),
    ),
    documents(role(READ), bind('Role {{ .Values.role }}')),
    documents(account('web'), bind('ClusterRole view', 'ServiceAccount ci/web')),
    documents(account('web'), bind('ClusterRole view', 'ServiceAccount web')),
    documents(account('web'), bind('ClusterRole view', 'ServiceAccount ci/default')),
    documents(account('web'), bind('ClusterRole view', 'ServiceAccount monitoring/prometheus')),
    documents(account('web').replace(', namespace: ci', ''), bind('ClusterRole view', 'ServiceAccount monitoring/prometheus')),
    documents(account('{{ .Values.name }}'), bind('ClusterRole view', 'ServiceAccount ci/web')),
    bind('ClusterRole view', 'ServiceAccount ci/web'),
    // The role stands in another folder of the workspace, or only others do.
    {
      code: documents(role(READ), bind('Role reader')),
      path: 'a/bind.yaml',
      files: { 'b/role.yaml': role(READ, 'Role', 'name: reader') },
    },
    { code: bind('Role reader'), path: 'a/bind.yaml', files: { 'b/role.yaml': role(READ) } },
  ],
  caught: [
    {
      code: documents(role(READ, 'Role', 'name: reader'), bind('Role ⟦raeder⟧')),
      says: misspelt('Role', 'raeder', 'reader'),
      fixed: documents(role(READ, 'Role', 'name: reader'), bind('Role reader')),
    },
    { code: documents(role(READ), bind('Role ⟦reader⟧')), says: missing('Role', 'reader') },
    {
      code: documents(role(READ, 'ClusterRole'), bind('Role ⟦app⟧')),
      says: wrongKind('app', 'ClusterRole'),
      fixed: documents(role(READ, 'ClusterRole'), bind('ClusterRole app')),
    },
    {
      code: documents(role(READ), bind('ClusterRole ⟦app⟧')),
      says: wrongKind('app', 'Role'),
      fixed: documents(role(READ), bind('Role app')),
    },
    {
      code: documents(
        role(READ),
        role(READ, 'ClusterRole', 'name: other'),
        bind('ClusterRole ⟦app⟧', 'User bob', 'ClusterRoleBinding'),
      ),
      says: missing('ClusterRole', 'app', 'ClusterRoleBinding'),
    },
    {
      code: documents(account('webserver'), bind('ClusterRole view', "ServiceAccount ci/⟦'web-server'⟧")),
      says: misspelt('ServiceAccount', 'web-server', 'webserver'),
      fixed: documents(account('webserver'), bind('ClusterRole view', "ServiceAccount ci/'webserver'")),
    },
    {
      code: documents(account('web'), bind('ClusterRole view', 'ServiceAccount ci/⟦prometheus⟧')),
      says: missing('ServiceAccount', 'prometheus'),
    },
    { code: bind('Role ⟦reader⟧'), path: 'a/bind.yaml', files: { 'a/role.yaml': role(READ) }, says: missing('Role', 'reader') },
  ],
});
