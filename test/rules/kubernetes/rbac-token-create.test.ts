import { rbacTokenCreate } from '../../../server/src/rules/kubernetes/rbac-token-create.ts';
import { testRule } from '../../support/rule-tester.ts';
import { rightCases, role, rule } from './roles.ts';

const says = (right: string, title = 'Role `app`'): string =>
  `${title} may ${right} and so be any of them. Narrow it by \`resourceNames\`.`;
const common = rightCases({
  group: '',
  resource: 'serviceaccounts/token',
  verb: 'create',
  says: (title) => says('create tokens of ServiceAccounts', title),
  kind: 'Role',
});

testRule(rbacTokenCreate, {
  clean: [
    ...common.clean,
    role(rule('""', 'serviceaccounts', 'create')),
    role(rule('""', 'serviceaccounts/token', 'get')),
    role(rule('""', 'serviceaccounts/token', 'create', '  resourceNames: [web]\n')),
  ],
  caught: [
    ...common.caught,
    { code: role(rule('""', '⟦"serviceaccounts/*"⟧', 'create')), says: says('create tokens of ServiceAccounts') },
    { code: role(rule('""', '⟦"*/token"⟧', 'create')), says: says('create tokens of ServiceAccounts') },
  ],
});
