import { rbacConfigmapWrite } from '../../../server/src/rules/kubernetes/rbac-configmap-write.ts';
import { testRule } from '../../support/rule-tester.ts';
import { rightCases, role, rule } from './roles.ts';

const says = (right: string, title = 'Role `app`'): string => `${title} may ${right}. Narrow it by \`resourceNames\`.`;
const CLUSTER = 'change the ConfigMaps that steer the cluster (`coredns`, `aws-auth`)';
const common = rightCases({
  group: '',
  resource: 'configmaps',
  verb: 'patch',
  says: (title) => says(CLUSTER, title),
  kind: 'ClusterRole',
});

testRule(rbacConfigmapWrite, {
  clean: [
    ...common.clean,
    role(rule('""', 'configmaps', 'get, list, watch')),
    role(rule('""', 'configmaps', 'update', '  resourceNames: [leader]\n')),
    role(rule('""', 'configmaps/status', 'update')),
  ],
  caught: [
    ...common.caught,
    { code: role(rule('""', '⟦configmaps⟧', 'create'), 'Role', 'namespace: kube-system'), says: says(CLUSTER, 'Role') },
    {
      code: role(rule('""', '⟦configmaps⟧', 'update', '  resourceNames: [aws-auth]\n'), 'ClusterRole'),
      says: says(CLUSTER, 'ClusterRole `app`'),
    },
    {
      code: role(rule('""', '⟦configmaps⟧', 'update', '  resourceNames: [other, coredns]\n'), 'ClusterRole'),
      says: says(CLUSTER, 'ClusterRole `app`'),
    },
    {
      code: role(rule('""', '⟦configmaps⟧', 'create'), 'Role'),
      says: says('change ConfigMaps of its namespace', 'Role `app`'),
      severity: 'info',
    },
  ],
});
