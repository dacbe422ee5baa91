import { rbacPortForward } from '../../../server/src/rules/kubernetes/rbac-port-forward.ts';
import { testRule } from '../../support/rule-tester.ts';
import { rightCases, role, rule } from './roles.ts';

const says = (right: string, title = 'Role `app`'): string =>
  `${title} may ${right}, past every NetworkPolicy. Leave it to people who debug.`;
const common = rightCases({
  group: '',
  resource: 'pods/portforward',
  verb: 'create',
  says: (title) => says('forward ports of pods', title),
  kind: 'Role',
});

testRule(rbacPortForward, {
  clean: [
    ...common.clean,
    role(rule('""', 'pods, pods/log', 'create')),
    role(rule('""', 'pods/portforward', 'list')),
    role(rule('""', 'pods/portforward', 'create', '  resourceNames: [db-0]\n')),
  ],
  caught: [
    ...common.caught,
    { code: role(rule('""', '⟦"pods/*"⟧', 'create')), says: says('forward ports of pods') },
    { code: role(rule('""', '⟦"*/portforward"⟧', 'create')), says: says('forward ports of pods') },
    { code: role(rule('""', '⟦pods/portforward⟧', 'get')), says: says('forward ports of pods') },
  ],
});
