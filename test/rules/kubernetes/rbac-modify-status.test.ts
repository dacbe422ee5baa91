import { rbacModifyStatus } from '../../../server/src/rules/kubernetes/rbac-modify-status.ts';
import { testRule } from '../../support/rule-tester.ts';
import { rightCases, role, rule } from './roles.ts';

const says = (right: string, title = 'Role `app`'): string =>
  `${title} may ${right}. Leave that to the controllers of the cluster.`;
const STATUS = 'write the status of Services and so claim addresses of others (CVE-2020-8554)';
const ENDPOINTS = 'point Services at pods of its choice';
const common = rightCases({
  group: '',
  resource: 'services/status',
  verb: 'patch',
  says: (title) => says(STATUS, title),
  kind: 'ClusterRole',
});

testRule(rbacModifyStatus, {
  clean: [
    ...common.clean,
    role(rule('""', 'services, endpoints', 'get, list, watch')),
    role(rule('""', 'pods/status', 'patch')),
    role(rule('discovery.k8s.io', 'endpoints', 'create')),
    role(rule('""', 'endpoints', 'update', '  resourceNames: [mine]\n')),
    role(rule('""', 'services', 'delete')),
  ],
  caught: [
    ...common.caught,
    { code: role(rule('""', '⟦endpoints⟧', 'create')), says: says(ENDPOINTS) },
    { code: role(rule('discovery.k8s.io', '⟦endpointslices⟧', 'deletecollection')), says: says(ENDPOINTS) },
    {
      code: role(rule('""', '⟦endpoints⟧', 'create'), 'ClusterRole', 'name: system:aggregate-to-edit'),
      says: says(ENDPOINTS, 'ClusterRole `system:aggregate-to-edit`'),
    },
    {
      code: role(rule('networking.k8s.io', '⟦networkpolicies⟧', 'delete')),
      says: says('open the NetworkPolicies'),
      severity: 'low',
    },
    {
      code: role(rule('networking.k8s.io', '⟦ingresses⟧', 'update')),
      says: says('change where requests from outside go'),
      severity: 'info',
    },
    { code: role(rule('""', '⟦services⟧', 'create')), says: says('change where traffic of Services goes'), severity: 'info' },
    { code: role(rule('""', '⟦"services/*"⟧', 'update')), says: says(STATUS) },
  ],
});
