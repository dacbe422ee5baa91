import { rbacDefaultSaBinding } from '../../../server/src/rules/kubernetes/rbac-default-sa-binding.ts';
import { testRule } from '../../support/rule-tester.ts';
import { binding } from './roles.ts';

const says = (title = 'RoleBinding `bind`', role = 'view'): string =>
  `${title} gives the role \`${role}\` to every pod that names no ServiceAccount. Create an account for the one that needs it.`;

testRule(rbacDefaultSaBinding, {
  clean: [
    binding('ClusterRole view', ['ServiceAccount app/web', 'ServiceAccount app/default-web', 'User default', 'Group default']),
    binding('ClusterRole default', ['ServiceAccount default/web']),
    binding('ClusterRole view', ['ServiceAccount {{ .Values.account | default "default" }}']),
    binding('ClusterRole view', ['User system:serviceaccount:default:web']),
    binding('ClusterRole view', ['ServiceAccount kube-system/default'], 'ClusterRoleBinding', 'name: system:addon'),
  ],
  caught: [
    { code: binding('ClusterRole view', ['ServiceAccount ⟦default⟧']), says: says() },
    { code: binding('Role reader', ['User bob', 'ServiceAccount app/⟦"default"⟧']), says: says(undefined, 'reader') },
    {
      code: binding('ClusterRole view', ['ServiceAccount app/⟦default⟧'], 'ClusterRoleBinding'),
      says: says('ClusterRoleBinding `bind`'),
    },
    { code: binding('ClusterRole view', ['User ⟦system:serviceaccount:app:default⟧']), says: says() },
    { code: binding('ClusterRole view', ['ServiceAccount a/⟦default⟧', 'ServiceAccount b/⟦default⟧']), says: [says(), says()] },
  ],
});
