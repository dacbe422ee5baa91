import { saTokenSecret } from '../../../server/src/rules/kubernetes/sa-token-secret.ts';
import { testRule } from '../../support/rule-tester.ts';

const secret = (title: string) =>
  `${title} is a token of a ServiceAccount that never expires. Ask for short-lived ones with the TokenRequest API.`;
const listed = (token: string) =>
  `The ServiceAccount \`app\` keeps the token \`${token}\` in a Secret, where it never expires. Remove it.`;
const typed = (type: string) => `apiVersion: v1\nkind: Secret\nmetadata: { name: t }\ntype: ${type}\n`;
const sa = (secrets: string) => `apiVersion: v1\nkind: ServiceAccount\nmetadata: { name: app }\n${secrets}`;

testRule(saTokenSecret, {
  clean: [
    typed('Opaque'),
    typed('kubernetes.io/dockerconfigjson'),
    typed('{{ .Values.type }}'),
    'apiVersion: v1\nkind: Secret\nmetadata:\n  annotations: { kubernetes.io/service-account.name: app }\n',
    typed('kubernetes.io/service-account-token').replace('kind: Secret', 'kind: ConfigMap'),
    sa('secrets:\n  - name: registry\n'),
    sa('imagePullSecrets:\n  - name: app-token-x\n'),
    sa('secrets: {{ .Values.secrets }}\n'),
  ],
  caught: [
    { code: typed('⟦kubernetes.io/service-account-token⟧'), says: secret('Secret `t`') },
    {
      code: 'apiVersion: v1\nkind: List\nitems:\n  - kind: Secret\n    apiVersion: v1\n    type: ⟦"kubernetes.io/service-account-token"⟧ # ci\n',
      says: secret('Secret'),
    },
    { code: sa('secrets:\n  - name: ⟦app-token-x7k2p⟧\n  - name: other\n'), says: listed('app-token-x7k2p') },
    {
      path: 'secret.json',
      code: '{"apiVersion": "v1", "kind": "Secret", "type": ⟦"kubernetes.io/service-account-token"⟧}',
      says: secret('Secret'),
    },
  ],
});
