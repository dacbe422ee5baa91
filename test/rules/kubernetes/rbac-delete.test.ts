import { rbacDelete } from '../../../server/src/rules/kubernetes/rbac-delete.ts';
import { testRule } from '../../support/rule-tester.ts';
import { rightCases, role, rule } from './roles.ts';

const says = (right: string, title = 'Role `app`'): string =>
  `${title} may ${right}. Narrow it by \`resourceNames\`, or leave it out.`;
const common = rightCases({
  group: 'apps',
  resource: 'deployments',
  verb: 'delete',
  says: (title) => says('delete workloads', title),
  kind: 'Role',
});

testRule(rbacDelete, {
  clean: [
    ...common.clean,
    role(rule('""', 'pods', 'get, create')),
    role(rule('""', 'pods/eviction', 'delete')),
    role(rule('""', 'pods', 'delete', '  resourceNames: [web-0]\n')),
    role(rule('""', 'configmaps', 'delete')),
  ],
  caught: [
    ...common.caught,
    { code: role(rule('""', '⟦pods/log⟧', 'delete')), says: says('delete logs of pods'), severity: 'medium' },
    { code: role(rule('""', '⟦events⟧', 'deletecollection')), says: says('delete events, the traces of what happened') },
    { code: role(rule('events.k8s.io', '⟦events⟧', '"*"')), says: says('delete events, the traces of what happened') },
    { code: role(rule('""', '⟦pods⟧, services', 'delete')), says: says('delete pods') },
    { code: role(rule('""', '⟦secrets⟧', 'delete')), says: says('delete Secrets') },
    { code: role(rule('batch', '⟦jobs⟧', 'deletecollection')), says: says('delete jobs') },
    {
      code: role(rule('""', '⟦namespaces⟧', 'delete'), 'ClusterRole'),
      says: says('delete namespaces with all that is in them', 'ClusterRole `app`'),
    },
    { code: role(rule('""', '⟦services⟧', 'delete')), says: says('delete Services') },
    { code: role(rule('networking.k8s.io', '⟦ingresses⟧', 'delete')), says: says('delete Ingresses') },
  ],
});
