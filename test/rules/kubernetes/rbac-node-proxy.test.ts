import { rbacNodeProxy } from '../../../server/src/rules/kubernetes/rbac-node-proxy.ts';
import { testRule } from '../../support/rule-tester.ts';
import { rightCases, role, rule } from './roles.ts';

const says = (right: string, title = 'Role `app`'): string =>
  `${title} may ${right}, which run commands in every pod. Grant \`nodes/metrics\` or \`nodes/stats\` instead.`;
const common = rightCases({
  group: '',
  resource: 'nodes/proxy',
  verb: 'get',
  says: (title) => says('reach the kubelets through `nodes/proxy`', title),
  kind: 'ClusterRole',
});

testRule(rbacNodeProxy, {
  clean: [
    ...common.clean,
    role(rule('""', 'nodes, nodes/metrics, nodes/stats, nodes/log', 'get')),
    role(rule('""', 'services/proxy', 'get')),
    role(rule('""', 'nodes/proxy', 'get', '  resourceNames: [n1]\n')),
  ],
  caught: [
    ...common.caught,
    { code: role(rule('""', 'nodes, ⟦nodes/proxy⟧', 'create')), says: says('reach the kubelets through `nodes/proxy`') },
    { code: role(rule('""', '⟦"*/proxy"⟧', 'get')), says: says('reach the kubelets through `nodes/proxy`') },
    { code: role(rule('""', '⟦"nodes/*"⟧', '"*"')), says: says('reach the kubelets through `nodes/proxy`') },
  ],
});
