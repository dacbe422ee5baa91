import { secretInEnvValue } from '../../../server/src/rules/kubernetes/secret-in-env-value.ts';
import { testRule } from '../../support/rule-tester.ts';
import { cronJob, deployment, list, pod } from './pods.ts';

const named = (variable: string) => `\`${variable}\` has its secret value in the manifest. Move it into a Secret and replace it.`;
const form = (variable: string, label: string) =>
  `The value of \`${variable}\` contains ${label}. Move it into a Secret and replace it.`;
const env = (items: string) => `containers:\n  - name: app\n    image: a:1\n    env:\n${items.replaceAll(/^(?=.)/gm, '      ')}`;
const from = (key: string) => `- name: ${key}\n  valueFrom:\n    secretKeyRef:\n      name: web\n      key: ${key}\n`;
/** Put together here, so that no scanner takes this file for a leak. */
const github = `ghp_aB3dE5gH7jK9mN1pQ2rS4tU6vW8xY0zA1bC2`;

testRule(secretInEnvValue, {
  clean: [
    ...[
      'vault:secret/data/x#y',
      'op://vault/item/password',
      'ref+awssecrets://app/db#password',
      'ref+vault:x/y',
      '${DB_PASSWORD_FROM_CI}',
      'arn:aws:secretsmanager:eu-west-1:111122223333:secret:db',
      'arn:aws-us-gov:ssm:us-gov-west-1:111122223333:parameter/db',
      'sm://project/db',
      'secretref:db-password',
    ].map((reference) => pod(env(`- name: DB_PASSWORD\n  value: '${reference}'\n`))),
    pod(env('- name: DB_PASSWORD\n  valueFrom: { secretKeyRef: { name: s, key: k } }\n')),
    pod(env('- name: DB_PASSWORD_FILE\n  value: /run/secrets/db\n')),
    pod(env('- name: DB_PASSWORD\n  value: /run/secrets/db\n')),
    pod(env('- name: DB_PASSWORD\n  value: $(OTHER)\n')),
    pod(env('- name: DB_PASSWORD\n  value: "{{ .Values.password }}"\n')),
    pod(env('- name: DB_PASSWORD\n  value: {{ .Values.password }}\n')),
    pod(env('- name: DB_PASSWORD\n  value: changeme\n')),
    pod(env('- name: DB_PASSWORD\n  value: ""\n')),
    pod(env('- name: DB_PASSWORD\n')),
    pod(env('- name: TOKEN\n  value: https://auth.example.com/token\n')),
    pod(env('- name: GREETING\n  value: hello\n')),
    pod(env('- name: PWD\n  value: app\n')),
    pod(env('- name: SORT_KEY\n  value: test\n')),
    pod(env('- name: DATABASE_URL\n  value: postgres://app:pass@db/app\n')),
    pod(env('- name: DATABASE_URL\n  value: postgres://app:aaaaaaaa@db/app\n')),
    pod(env('- name: ALLOW_EMPTY_PASSWORD\n  value: "yes"\n')),
    pod(env('- name: DB_EXISTING_SECRET\n  value: grafana-credentials\n')),
    pod(env('- name: DB_SECRET_NAME\n  value: db-7\n')),
    pod(env('- name: DB_PASSWORD\n  value: <the password>\n')),
    pod(env('- name: DB_PASSWORD\n  value: ENC[AES256_GCM,data:x]\n')),
    pod(env('- name: MAX_TOKENS\n  value: "4096"\n')),
    'apiVersion: v1\nkind: Secret\nstringData:\n  DB_PASSWORD: hunter2-and-more\n',
  ],
  caught: [
    {
      code: pod(env('- name: DATABASE_URL\n  value: mysql://root:⟦toor⟧@db/app\n')),
      says: form('DATABASE_URL', 'a password in a URL'),
      fixed: pod(env(from('DATABASE_URL'))),
    },
    {
      code: pod(env('- name: SECRET_KEY\n  value: ⟦test⟧\n')),
      says: named('SECRET_KEY'),
      fixed: pod(env(from('SECRET_KEY'))),
    },
    {
      code: pod(env('- name: AZURE_BATCH_KEY\n  value: ⟦Zm9vYmFy⟧\n')),
      says: named('AZURE_BATCH_KEY'),
      fixed: pod(env(from('AZURE_BATCH_KEY'))),
    },
    {
      code: pod(env('- name: pwd\n  value: ⟦hunter22⟧\n')),
      says: named('pwd'),
      fixed: pod(env(from('pwd'))),
    },
    {
      code: pod(env('- name: POSTGRES_PASSWORD\n  value: ⟦password⟧\n')),
      says: named('POSTGRES_PASSWORD'),
      fixed: pod(env(from('POSTGRES_PASSWORD'))),
    },
    {
      code: pod(env('- name: DB_PASSWORD\n  value: ⟦vault-opened-7⟧\n')),
      says: named('DB_PASSWORD'),
      fixed: pod(env(from('DB_PASSWORD'))),
    },
    {
      code: pod(env('- name: DB_PASSWORD\n  value: ⟦hunter2⟧\n')),
      says: named('DB_PASSWORD'),
      fixed: pod(env(from('DB_PASSWORD'))),
    },
    {
      code: deployment(env(`- name: GREETING\n  value: ⟦${github}⟧ # mine\n- name: OTHER\n  value: x\n`)),
      says: form('GREETING', 'a GitHub token'),
      fixed: deployment(env(`${from('GREETING').replace('valueFrom:', 'valueFrom: # mine')}- name: OTHER\n  value: x\n`)),
    },
    {
      code: cronJob(env('- name: DATABASE\n  value: "postgres://app:⟦hunter2⟧@db:5432/app"\n')),
      says: form('DATABASE', 'a password in a URL'),
      fixed: cronJob(env(from('DATABASE'))),
    },
    {
      code: list(env("- value: ⟦'s3cr3t-v4lue'⟧\n  name: apiKey\n")),
      says: named('apiKey'),
      fixed: list(env('- valueFrom:\n    secretKeyRef:\n      name: web\n      key: apiKey\n  name: apiKey\n')),
    },
    {
      code: pod('initContainers:\n  - name: i\n    env: [ { name: DB_PASSWORD, value: ⟦hunter2⟧ } ]\n'),
      says: named('DB_PASSWORD'),
      fixed: pod(
        'initContainers:\n  - name: i\n    env: [ { name: DB_PASSWORD, valueFrom: { secretKeyRef: { name: web, key: DB_PASSWORD } } } ]\n',
      ),
    },
    {
      code: 'apiVersion: v1\nkind: Pod\nspec:\n  ephemeralContainers:\n    - env:\n        - { name: DB_PASSWORD, value: ⟦hunter2⟧ }\n',
      says: named('DB_PASSWORD'),
    },
    {
      code: pod(
        `x: &env\n  - name: DB_PASSWORD\n    value: ⟦hunter2⟧\ncontainers:\n  - name: a\n    env: *env\n  - name: b\n    env: *env\n`,
      ),
      says: named('DB_PASSWORD'),
      fixed: pod(
        `x: &env\n  ${from('DB_PASSWORD').replaceAll('\n', '\n  ').trimEnd()}\ncontainers:\n  - name: a\n    env: *env\n  - name: b\n    env: *env\n`,
      ),
    },
    {
      code: 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: {{ .name }}\nspec:\n  template:\n    spec:\n      containers:\n        - env:\n            - name: DB_PASSWORD\n              value: ⟦hunter2⟧\n',
      says: named('DB_PASSWORD'),
    },
    {
      path: 'pod.json',
      code: '{"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "web"}, "spec": {"containers": [{"env": [{"name": "DB_PASSWORD", "value": ⟦"hunter2"⟧}]}]}}',
      says: named('DB_PASSWORD'),
      fixed:
        '{"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "web"}, "spec": {"containers": [{"env": [{"name": "DB_PASSWORD", "valueFrom": { "secretKeyRef": { "name": "web", "key": "DB_PASSWORD" } }}]}]}}',
    },
  ],
});
