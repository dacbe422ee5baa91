import { rbacPodExec } from '../../../server/src/rules/kubernetes/rbac-pod-exec.ts';
import { testRule } from '../../support/rule-tester.ts';
import { rightCases, role, rule } from './roles.ts';

const says = (right: string, title = 'Role `app`'): string =>
  `${title} may ${right}, with all that these may do. Leave it to people who debug.`;
const common = rightCases({
  group: '',
  resource: 'pods/exec',
  verb: 'create',
  says: (title) => says('run commands in pods', title),
  kind: 'Role',
});

testRule(rbacPodExec, {
  clean: [
    ...common.clean,
    role(rule('""', 'pods, pods/log, pods/portforward', 'create, get')),
    role(rule('""', 'pods/exec', 'list, watch')),
    role(rule('""', 'pods/exec', 'create', '  resourceNames: [db-0]\n')),
    role(rule('""', '"*"', 'get, list')),
    role(rule('""', 'services/*', 'create')),
  ],
  caught: [
    ...common.caught,
    { code: role(rule('""', 'pods, ⟦pods/exec⟧', 'get')), says: says('run commands in pods') },
    { code: role(rule('""', '⟦pods/attach⟧', 'create')), says: says('attach to the processes of pods') },
    { code: role(rule('""', 'pods/attach, ⟦pods/exec⟧', 'create')), says: says('run commands in pods') },
    { code: role(rule('""', '⟦"*/exec"⟧', 'create')), says: says('run commands in pods') },
    { code: role(rule('""', '⟦"pods/*"⟧', 'create')), says: says('run commands in pods') },
    { code: role(rule('""', '⟦pods/ephemeralcontainers⟧', 'patch')), says: says('add containers to running pods') },
    { code: role(rule('""', '⟦"*"⟧', 'get, create'), 'ClusterRole'), says: says('run commands in pods', 'ClusterRole `app`') },
  ],
});
