import { secretPlaintextManifest } from '../../../server/src/rules/kubernetes/secret-plaintext-manifest.ts';
import { testRule } from '../../support/rule-tester.ts';

const secret = (fields: string) => `apiVersion: v1\nkind: Secret\nmetadata:\n  name: web\n${fields}`;
const plain = (keys: string, name = 'web') =>
  `Secret \`${name}\` has the value of ${keys} in plain text. Keep it encrypted or in a store, and replace it.`;
const encoded = (keys: string, secret = 'Secret `web`') =>
  `${secret} has the value of ${keys} in Base64, which everybody can read. Keep it encrypted or in a store, and replace it.`;
const base64 = (text: string) => Buffer.from(text).toString('base64');

testRule(secretPlaintextManifest, {
  clean: [
    secret(''),
    secret('data: {}\n'),
    secret('data:\n  password: ""\n'),
    secret('data:\n  password:\n'),
    secret('data:\n  password: {{ .Values.password | b64enc }}\n'),
    secret('data:\n  password: "{{ .Values.password | b64enc }}"\n'),
    secret('stringData:\n  password: ${DB_PASSWORD}\n  token: $(TOKEN)\n'),
    secret(
      'stringData:\n  password: <password>\n  token: REPLACE_ME\n  key: changeme\n  url: postgres://app:<password>@db/app\n',
    ),
    secret('data:\n  password: <path:secret/data/web#password>\n'),
    secret(`data:\n  password: ${base64('<your password>')}\n  other: ${base64('changeme')}\n`),
    secret('stringData:\n  password: vault:secret/data/web#password\n'),
    secret('data:\n  password: ENC[AES256_GCM,data:p673w==,iv:YY=,aad:UQ=,tag:A=]\nsops:\n  kms: []\n'),
    secret('data:\n  password: aHVudGVyMg==\nsops: { kms: [] }\n'),
    secret('type: kubernetes.io/service-account-token\n'),
    secret(`data:\n  ca.crt: ${base64('-----BEGIN CERTIFICATE-----\nMIIB\n')}\n  namespace: ${base64('web')}\n`),
    secret('stringData:\n  username: ada\n  url: https://git.example.com/repo\n  type: git\n'),
    'apiVersion: bitnami.com/v1alpha1\nkind: SealedSecret\nspec:\n  encryptedData:\n    password: AgBy8hCM8\n',
    'apiVersion: external-secrets.io/v1\nkind: ExternalSecret\nspec:\n  data:\n    - secretKey: password\n',
    'apiVersion: v1\nkind: ConfigMap\ndata:\n  password: hunter2\n',
  ],
  caught: [
    { code: secret('stringData:\n  ⟦password⟧: hunter2\n'), says: plain('`password`') },
    {
      code: secret('type: Opaque\ndata:\n  username: YWRtaW4=\n  ⟦password⟧: MWYyZDFlMmU2N2Rm # why\n'),
      says: encoded('`password`'),
    },
    {
      code: secret(`data:\n  ⟦token⟧: ${base64('abc-7')}\n  key: ${base64('def-8')}\nstringData:\n`),
      says: encoded('`token` and of 1 more'),
    },
    {
      code: secret('data:\n  token: YWJjLTc=\nstringData: { ⟦key⟧: def-8 }\n'),
      says: encoded('`key` and of 1 more').replace('in Base64', 'in plain text or Base64'),
    },
    { code: secret(`stringData:\n  ⟦password⟧: password\n`), says: plain('`password`') },
    {
      code: secret(
        `type: kubernetes.io/tls\ndata:\n  tls.crt: ${base64('-----BEGIN CERTIFICATE-----\n')}\n  ⟦tls.key⟧: ${base64(`-----BEGIN PRIVATE KEY-----\nMIIB\n`)}\n`,
      ),
      says: encoded('`tls.key`'),
    },
    { code: secret('stringData:\n  ⟦url⟧: postgres://app:hunter2@db/app\n'), says: plain('`url`') },
    {
      code: secret('stringData:\n  ⟦config.yaml⟧: |\n    user: ada\n    pin: 4711-x\n  {{ .a }}: b\n'),
      says: plain('`config.yaml`'),
    },
    {
      code: 'apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: Secret\n  data:\n    ⟦pin⟧: NDcxMQ==\n',
      says: encoded('`pin`', 'Secret'),
    },
    {
      path: 'secret.json',
      code: '{"apiVersion": "v1", "kind": "Secret", "metadata": {"name": "web"}, "data": {⟦"pin"⟧: "NDcxMQ=="}}',
      says: encoded('`pin`'),
    },
  ],
});
