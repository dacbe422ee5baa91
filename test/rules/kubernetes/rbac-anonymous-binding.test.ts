import { rbacAnonymousBinding } from '../../../server/src/rules/kubernetes/rbac-anonymous-binding.ts';
import { testRule } from '../../support/rule-tester.ts';
import { binding, documents } from './roles.ts';

const says = (title = 'RoleBinding `bind`', role = 'the role `view`'): string =>
  `${title} gives ${role} to everyone without credentials. Bind it to an account.`;

testRule(rbacAnonymousBinding, {
  clean: [
    { code: binding('ClusterRole view', ['Group developers']), shown: true },
    binding('ClusterRole view', ['User alice', 'Group system:authenticated', 'ServiceAccount app/web']),
    binding(
      'ClusterRole system:public-info-viewer',
      ['Group system:authenticated', 'Group system:unauthenticated'],
      'ClusterRoleBinding',
    ),
    binding('Role kubeadm:bootstrap-signer-clusterinfo', ['User system:anonymous']),
    binding('ClusterRole view', ['Group system:unauthenticated'], 'ClusterRoleBinding', 'name: system:view'),
    binding('ClusterRole view', ['ServiceAccount system:anonymous']),
    binding('ClusterRole view', ['User {{ .Values.user }}']),
    binding('ClusterRole view', ['User system:anonymous']).replace('rbac.authorization.k8s.io/v1', 'example.com/v1'),
  ],
  caught: [
    { code: binding('ClusterRole view', ['User ⟦system:anonymous⟧']), says: says() },
    {
      code: binding('ClusterRole view', ['Group ⟦"system:unauthenticated"⟧'], 'ClusterRoleBinding'),
      says: says('ClusterRoleBinding `bind`'),
    },
    {
      code: binding('Role reader', ['User bob', 'Group ⟦system:anonymous⟧', 'Group ⟦system:unauthenticated⟧']),
      says: [says(undefined, 'the role `reader`'), says(undefined, 'the role `reader`')],
    },
    {
      code: binding('Role {{ .Values.role }}', ['User ⟦system:anonymous⟧'], 'RoleBinding', 'name: {{ .Release.Name }}'),
      says: says('RoleBinding', 'its role'),
    },
    {
      code: documents(binding('ClusterRole view', ['User bob']), binding('ClusterRole view', ['User ⟦system:anonymous⟧'])),
      says: says(),
    },
    {
      path: 'binding.json',
      code: '{"apiVersion": "authorization.openshift.io/v1", "kind": "RoleBinding", "roleRef": {"kind": "ClusterRole", "name": "view"}, "subjects": [{"kind": "User", "name": ⟦"system:anonymous"⟧}]}',
      says: says('RoleBinding'),
    },
  ],
});
