import { secretDataNotBase64 } from '../../../server/src/rules/kubernetes/secret-data-not-base64.ts';
import { testRule } from '../../support/rule-tester.ts';

const secret = (fields: string) => `apiVersion: v1\nkind: Secret\nmetadata:\n  name: web\n${fields}`;
const invalid = (key: string) =>
  `The value of \`${key}\` is not Base64, and Kubernetes rejects it. Encode it, or put it under \`stringData\`.`;
const type = (key: string) =>
  `The value of \`${key}\` is no text, and Kubernetes rejects it. Put its Base64 here, or the value in quotes under \`stringData\`.`;
const newline = (key: string) =>
  `The decoded value of \`${key}\` ends in a line break, as \`echo\` without \`-n\` leaves it. Encode it without.`;
const base64 = (text: string) => Buffer.from(text).toString('base64');

testRule(secretDataNotBase64, {
  clean: [
    secret(`data:\n  password: ${base64('hunter2')}\n  other: "${base64('x')}"\n  none: ""\n  null:\n`),
    secret(`data:\n  long: |\n    ${base64('abc')}\n    ${base64('def')}\n`),
    secret(`data:\n  config.yaml: ${base64('a: b\n')}\n  id_rsa: ${base64('x\n')}\n  tls.crt: ${base64('x\n')}\n`),
    secret(`data:\n  lines: ${base64('a\nb\n')}\n`),
    secret('stringData:\n  password: not base64!\n'),
    secret('data:\n  password: {{ .Values.password }}\n  token: "{{ .Values.token }}"\n'),
    secret('data:\n  password: ${PASSWORD}\n  a: <base64 of the password>\n  b: REPLACE_ME\n  c: __TOKEN__\n'),
    secret('data:\n  password: ENC[AES256_GCM,data:x]\nsops: {}\n'),
    'apiVersion: v1\nkind: ConfigMap\ndata:\n  a: not base64!\nbinaryData:\n  b: aGk=\n',
    'apiVersion: example.com/v1\nkind: Secret\ndata:\n  a: not base64!\n',
  ],
  caught: [
    {
      code: secret('data:\n  region: ⟦eu-west-1⟧ # why\n'),
      says: invalid('region'),
      fixed: secret('data:\n  region: ZXUtd2VzdC0x # why\n'),
    },
    {
      code: secret("data:\n  a: aGk=\n  b: ⟦'not base64!'⟧\n"),
      says: invalid('b'),
      fixed: secret("data:\n  a: aGk=\n  b: 'bm90IGJhc2U2NCE='\n"),
    },
    { code: secret('data: { a: ⟦aGk⟧ }\n'), says: invalid('a'), fixed: secret('data: { a: YUdr }\n') },
    {
      code: secret('data:\n  port: ⟦5432⟧\n  on: ⟦true⟧\n'),
      says: [type('port'), type('on')],
      fixed: secret('data:\n  port: NTQzMg==\n  on: dHJ1ZQ==\n'),
    },
    {
      code: secret('data:\n  a: "⟦ä€😀⟧"\n'.replace('"⟦ä€😀⟧"', '⟦"ä€😀"⟧')),
      says: invalid('a'),
      fixed: secret(`data:\n  a: "${base64('ä€😀')}"\n`),
    },
    {
      code: secret(`data:\n  password: ⟦${base64('hunter2\n')}⟧\n`),
      says: newline('password'),
      severity: 'medium',
      fixed: secret(`data:\n  password: ${base64('hunter2')}\n`),
    },
    { code: secret('data:\n  a: ⟦|\n    not base64!⟧\n'), says: invalid('a') },
    {
      code: 'apiVersion: v1\nkind: ConfigMap\nbinaryData:\n  a: ⟦b c⟧\n',
      says: 'The value of `a` is not Base64, and Kubernetes rejects it. Encode it, or put it under `data`.',
      fixed: 'apiVersion: v1\nkind: ConfigMap\nbinaryData:\n  a: YiBj\n',
    },
    {
      path: 's.json',
      code: '{"apiVersion": "v1", "kind": "Secret", "data": {"a": ⟦"hunter2"⟧}}',
      says: invalid('a'),
      fixed: '{"apiVersion": "v1", "kind": "Secret", "data": {"a": "aHVudGVyMg=="}}',
    },
  ],
});
