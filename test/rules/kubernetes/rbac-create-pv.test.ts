import { rbacCreatePv } from '../../../server/src/rules/kubernetes/rbac-create-pv.ts';
import { testRule } from '../../support/rule-tester.ts';
import { rightCases, role, rule } from './roles.ts';

const says = (right: string, title = 'Role `app`'): string =>
  `${title} may ${right}, also ones that are directories of a node. Leave that to the storage provisioner.`;
const common = rightCases({
  group: '',
  resource: 'persistentvolumes',
  verb: 'create',
  says: (title) => says('create PersistentVolumes', title),
  kind: 'ClusterRole',
});

testRule(rbacCreatePv, {
  clean: [
    ...common.clean,
    role(rule('""', 'persistentvolumeclaims', 'create')),
    role(rule('""', 'persistentvolumes', 'get, delete, patch')),
    role(rule('""', 'persistentvolumes/status', 'create')),
  ],
  caught: [
    ...common.caught,
    { code: role(rule('""', 'nodes, ⟦persistentvolumes⟧', 'get, create')), says: says('create PersistentVolumes') },
  ],
});
