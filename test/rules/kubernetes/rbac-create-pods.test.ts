import { rbacCreatePods } from '../../../server/src/rules/kubernetes/rbac-create-pods.ts';
import { testRule } from '../../support/rule-tester.ts';
import { rightCases, role, rule } from './roles.ts';

const says = (right: string, title = 'Role `app`'): string =>
  `${title} may ${right}, and so use every ServiceAccount and Secret of the namespace. Grant it only to what deploys.`;
const common = rightCases({
  group: '',
  resource: 'pods',
  verb: 'create',
  says: (title) => says('create pods', title),
  kind: 'Role',
});

testRule(rbacCreatePods, {
  clean: [
    ...common.clean,
    role(rule('""', 'pods', 'get, list, watch, delete')),
    role(rule('metrics.k8s.io', 'pods', 'create')),
    role(rule('""', 'pods/status, pods/eviction, pods/binding', 'create, patch')),
    role(rule('apps', 'deployments/scale, deployments/status', 'update')),
    role(rule('apps', 'pods', 'create')),
    role(rule('apps', 'deployments', 'patch', '  resourceNames: [web]\n')),
  ],
  caught: [
    ...common.caught,
    { code: role(rule('apps', '⟦deployments⟧, statefulsets', 'create, update')), says: says('create workloads') },
    { code: role(rule('extensions', 'ingresses, ⟦daemonsets⟧', '"*"')), says: says('create workloads') },
    { code: role(rule('""', '⟦deployments⟧', 'create')), says: says('create workloads') },
    { code: role(rule('batch', '⟦cronjobs⟧', 'create')), says: says('create jobs') },
    { code: role(rule('batch', '⟦jobs⟧', 'patch')), says: says('change what jobs run') },
    { code: role(rule('apps', '⟦replicasets⟧', 'update')), says: says('change what workloads run') },
    { code: role(rule('"", apps', '⟦pods⟧, deployments', 'create')), says: says('create pods') },
    { code: role(rule('""', '⟦pods⟧', 'get, patch')), says: says('change what pods run') },
    { code: role(rule('""', '⟦"*"⟧', 'get, create')), says: says('create pods') },
  ],
});
