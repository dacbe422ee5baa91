import { defaultServiceAccountToken } from '../../../server/src/rules/kubernetes/default-service-account-token.ts';
import { testRule } from '../../support/rule-tester.ts';

const SAYS = 'Pods that name no ServiceAccount mount the token of `default`. Set `automountServiceAccountToken: false`.';
const sa = (name: string, rest = '') => `apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: ${name}\n${rest}`;

testRule(defaultServiceAccountToken, {
  clean: [
    sa('default', 'automountServiceAccountToken: false\n'),
    sa('app'),
    sa('default', 'automountServiceAccountToken: {{ .Values.mount }}\n'),
    sa('default', '{{- with .Values.secrets }}\n'),
    sa('default').replace('ServiceAccount', 'ConfigMap'),
    sa('{{ .Values.name }}'),
  ],
  caught: [
    { code: sa('⟦default⟧'), says: SAYS, fixed: sa('default', 'automountServiceAccountToken: false\n') },
    {
      code: sa('default', 'automountServiceAccountToken: ⟦true⟧ # legacy\nsecrets: []\n'),
      says: SAYS,
      fixed: sa('default', 'automountServiceAccountToken: false # legacy\nsecrets: []\n'),
    },
    {
      code: 'apiVersion: v1\nkind: List\nitems:\n  - apiVersion: v1\n    kind: ServiceAccount\n    metadata: { name: ⟦default⟧, namespace: a }\n',
      says: SAYS,
      fixed:
        'apiVersion: v1\nkind: List\nitems:\n  - apiVersion: v1\n    kind: ServiceAccount\n    metadata: { name: default, namespace: a }\n    automountServiceAccountToken: false\n',
    },
    {
      path: 'sa.json',
      code: '{"apiVersion": "v1", "kind": "ServiceAccount", "metadata": {"name": ⟦"default"⟧}}',
      says: SAYS,
      fixed:
        '{"apiVersion": "v1", "kind": "ServiceAccount", "metadata": {"name": "default"}, "automountServiceAccountToken": false}',
    },
  ],
});
