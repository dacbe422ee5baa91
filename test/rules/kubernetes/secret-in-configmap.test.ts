import { secretInConfigmap } from '../../../server/src/rules/kubernetes/secret-in-configmap.ts';
import { testRule } from '../../support/rule-tester.ts';

const map = (data: string, name = 'web') => `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\n${data}`;
const data = (entries: string) => map(`data:\n  ${entries.replaceAll('\n', '\n  ').trimEnd()}\n`);
const named = (name: string) => `\`${name}\` has its secret value in ConfigMap \`web\`. Move it into a Secret and replace it.`;
const form = (key: string, label: string) =>
  `\`${key}\` of ConfigMap \`web\` contains ${label}. Move it into a Secret and replace it.`;
/** Put together here, so that no scanner takes this file for a leak. */
const github = `ghp_aB3dE5gH7jK9mN1pQ2rS4tU6vW8xY0zA1bC2`;
const begin = (kind: string) => `-----BEGIN ${kind}-----`;

testRule(secretInConfigmap, {
  clean: [
    data('LOG_LEVEL: debug\nDB_HOST: db\n'),
    data('DB_PASSWORD_FILE: /run/secrets/db\nTOKEN_PATH: /var/token\n'),
    data('DB_PASSWORD: ""\nDB_TOKEN:\n'),
    data('DB_PASSWORD: ${DB_PASSWORD}\nA_TOKEN: $(A)\n'),
    data('DB_PASSWORD: "{{ .Values.password }}"\n'),
    data('DB_PASSWORD: {{ .Values.password }}\n'),
    data('DB_PASSWORD: changeme\nAPI_KEY: <your key>\n'),
    data('existingSecret: grafana-credentials\nsecretName: grafana\n'),
    data('ALLOW_EMPTY_PASSWORD: "yes"\nMAX_TOKENS: "4096"\n'),
    data('token-url: https://auth.example.com/token\naccess-token: https://auth.example.com\n'),
    data(
      'application.properties: |\n  spring.datasource.password=${DB_PASSWORD}\n  # password=hunter2\n  password.encoder=bcrypt\n',
    ),
    data('config.yaml: |\n  oidc:\n    clientSecret: $oidc.clientSecret\n  bearer_token_file: /var/run/token\n'),
    data('config.json: |\n  { "password": "", "tokenUrl": "https://x/y", "passwordPolicy": "strict" }\n'),
    data('start.sh: |\n  password=$1\n  token=hunter2-and-more\n'),
    data('messages_en.properties: |\n  login.password=Password\n  login.token=Code\n'),
    data('main.tf: |\n  password = var.password\n'),
    data('openapi.schema.json: |\n  { "password": "string" }\n'),
    data('imagePullSecret: regcred\ntls_secret: web-tls\n'),
    data(
      'config.yaml: |\n  password_policy: strict\n  csrf_token: enabled\n  token: null\n  secret: { name: db }\n  key: token\n',
    ),
    data('start: |\n  #!/bin/sh\n  token=hunter2-and-more\n'),
    data('main.py: |\n  token = request.token\n  password = getpass()\n'),
    data('fluent.conf: |\n  password = "#{ENV[\'DB_PASSWORD\']}"\n  password = %(ENV_PASSWORD)s\n'),
    data(`ca.crt: |\n  ${begin('CERTIFICATE')}\n  MIIB\n`),
    data('url: postgres://user:pass@db/app\n'),
    'apiVersion: v1\nkind: ConfigMap\nbinaryData:\n  password: aHVudGVyMg==\n',
    'apiVersion: example.com/v1\nkind: ConfigMap\ndata:\n  DB_PASSWORD: hunter2\n',
    'apiVersion: v1\nkind: Secret\nstringData:\n  DB_PASSWORD: hunter2\n',
  ],
  caught: [
    {
      code: data('DB_HOST: db\nDB_PASSWORD: ⟦hunter2⟧ # why\n'),
      says: named('DB_PASSWORD'),
      fixed: data('DB_HOST: db\n'),
    },
    {
      code: map('data: { db.password: ⟦"hunter2"⟧, host: db }\n'),
      says: named('db.password'),
      fixed: map('data: { host: db }\n'),
    },
    {
      code: data('DB_PASSWORD: ⟦password⟧\nB: c\n'),
      says: named('DB_PASSWORD'),
      fixed: data('B: c\n'),
    },
    {
      code: data(
        'application.properties: |\n  # the database\n  user=hunter2\n  spring.datasource.password = ⟦hunter2⟧\n  url=x\n',
      ),
      says: named('spring.datasource.password'),
    },
    {
      code: data('config.yaml: |\n  user: ada\n  auth:\n    - password: \'⟦s3cr3t!⟧\' # mine\n      apiKey: "⟦b0ttle⟧"\n'),
      says: [named('password'), named('apiKey')],
    },
    { code: data('app.json: |\n  {"db": {"user": "ada", "password": "⟦hunter2⟧"}}\n'), says: named('password') },
    {
      code: data('app.json: |\n  {"password": "⟦hunter2⟧", "apiKey": "⟦hunter2⟧"}\n  {"password": "⟦hunter2⟧"}\n'),
      says: [named('password'), named('apiKey'), named('password')],
    },
    { code: data('web.xml: |\n  <user>ada</user><password>⟦hunter2⟧</password>\n'), says: named('password') },
    { code: data('cs: Server=db;User Id=sa;Password=⟦hunter2⟧;Encrypt=true\n'), says: named('Password') },
    {
      code: data(`start.sh: |\n  export A=1\n  curl -H "Authorization: ⟦${github}⟧"\n`),
      says: form('start.sh', 'a GitHub token'),
    },
    {
      code: data(`API_TOKEN: ⟦${github}⟧\nB: c\n`),
      says: form('API_TOKEN', 'a GitHub token'),
      fixed: data('B: c\n'),
    },
    { code: data(`tls.pem: |\n  ⟦${begin('RSA PRIVATE KEY')}⟧\n  MIIB\n`), says: form('tls.pem', 'a private key') },
    { code: data('DATABASE_URL: postgres://app:⟦hunter2⟧@db:5432/app\n'), says: form('DATABASE_URL', 'a password in a URL') },
    { code: data('⟦env⟧: "A=b\\nDB_PASSWORD=hunter2"\n'), says: named('DB_PASSWORD') },
    {
      code: 'apiVersion: v1\nkind: List\nitems:\n  - apiVersion: v1\n    kind: ConfigMap\n    metadata: { name: web }\n    data:\n      a: b\n      token: ⟦abc-7⟧\n',
      says: named('token'),
      fixed:
        'apiVersion: v1\nkind: List\nitems:\n  - apiVersion: v1\n    kind: ConfigMap\n    metadata: { name: web }\n    data:\n      a: b\n',
    },
    {
      path: 'map.json',
      code: '{"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "web"}, "data": {"a": "b", "api-key": ⟦"b0ttle"⟧}}',
      says: named('api-key'),
      fixed: '{"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "web"}, "data": {"a": "b"}}',
    },
  ],
});
