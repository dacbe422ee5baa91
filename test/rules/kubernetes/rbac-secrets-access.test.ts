import { rbacSecretsAccess } from '../../../server/src/rules/kubernetes/rbac-secrets-access.ts';
import { testRule } from '../../support/rule-tester.ts';
import { rightCases, role, rule } from './roles.ts';

const says = (right: string, title = 'Role `app`'): string =>
  `${title} may ${right}. Name the ones that it needs under \`resourceNames\`.`;
const common = rightCases({
  group: '',
  resource: 'secrets',
  verb: 'list',
  says: (title) => says('read every Secret', title),
  kind: 'Role',
});

testRule(rbacSecretsAccess, {
  clean: [
    ...common.clean,
    role(rule('""', 'secrets', 'get', '  resourceNames:\n  {{- toYaml .Values.names | nindent 4 }}\n')),
    role('- apiGroups:\n  {{- toYaml .Values.groups | nindent 4 }}\n  resources: [secrets]\n  verbs: [get]\n'),
    role(rule('""', 'secrets', 'get', '  resourceNames: [db]\n')),
    role(rule('""', 'secrets', 'get', '  resourceNames: ["{{ .Values.name }}"]\n')),
    role(rule('bitnami.com', 'sealedsecrets, secrets', 'get')),
    role(rule('""', '"*/status"', 'get')),
  ],
  caught: [
    ...common.caught,
    { code: role(rule('""', '⟦secrets⟧', 'get', '  resourceNames:\n')), says: says('read every Secret') },
    { code: role(rule('""', 'configmaps, ⟦secrets⟧', 'get, list')), says: says('read every Secret') },
    { code: role(rule('""', '⟦"*"⟧', 'get')), says: says('read every Secret') },
    { code: role(rule('"*"', '⟦"*/*"⟧', 'watch')), says: says('read every Secret') },
    { code: role(rule('""', '⟦secrets⟧', 'create')), says: says('write every Secret') },
    { code: role(rule('""', '⟦secrets⟧', 'patch, delete')), says: says('write every Secret') },
    { code: role('- resources: [⟦secrets⟧]\n  verbs: [get]\n'), says: says('read every Secret') },
    {
      code: role(`${rule('""', '⟦secrets⟧', 'get')}${rule('""', '⟦secrets⟧', 'create')}`),
      says: [says('read every Secret'), says('write every Secret')],
    },
  ],
});
