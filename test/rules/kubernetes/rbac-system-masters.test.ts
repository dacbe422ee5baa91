import { rbacSystemMasters } from '../../../server/src/rules/kubernetes/rbac-system-masters.ts';
import { testRule } from '../../support/rule-tester.ts';
import { binding } from './roles.ts';

const says = (title = 'ClusterRoleBinding `bind`', role = 'cluster-admin'): string =>
  `${title} gives the role \`${role}\` to the group \`system:masters\`, whose members no role can limit. Use a group of your own.`;

testRule(rbacSystemMasters, {
  clean: [
    { code: binding('ClusterRole view', ['Group developers'], 'ClusterRoleBinding'), shown: true },
    binding('ClusterRole cluster-admin', ['Group admins', 'User system:master'], 'ClusterRoleBinding'),
    binding('ClusterRole cluster-admin', ['ServiceAccount kube-system/system:masters'], 'ClusterRoleBinding'),
    binding(
      'ClusterRole cluster-admin',
      ['Group system:masters'],
      'ClusterRoleBinding',
      'labels: { kubernetes.io/bootstrapping: rbac-defaults }',
    ),
    binding('ClusterRole system:masters', ['Group admins'], 'ClusterRoleBinding'),
  ],
  caught: [
    { code: binding('ClusterRole cluster-admin', ['Group ⟦system:masters⟧'], 'ClusterRoleBinding'), says: says() },
    { code: binding('ClusterRole view', ['User bob', "Group ⟦'system:masters'⟧"]), says: says('RoleBinding `bind`', 'view') },
    {
      code: binding('ClusterRole view', ['User ⟦system:masters⟧'], 'ClusterRoleBinding', 'annotations: {}'),
      says: says('ClusterRoleBinding', 'view'),
    },
    {
      code: 'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata: { name: bind }\nroleRef: { kind: ClusterRole, name: view }\nsubjects: [ { kind: Group, name: ⟦system:masters⟧ } ]\n',
      says: says(undefined, 'view'),
    },
  ],
});
