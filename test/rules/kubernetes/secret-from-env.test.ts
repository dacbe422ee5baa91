import { secretFromEnv } from '../../../server/src/rules/kubernetes/secret-from-env.ts';
import { testRule } from '../../support/rule-tester.ts';
import { cronJob, deployment, list, pod } from './pods.ts';

const variable = (name: string, secret = '`db`', container = 'app') =>
  `Container \`${container}\` gets the Secret ${secret} in the variable \`${name}\`. Mount it as a file.`;
const all = (secret: string) => `Container \`app\` gets all of the Secret ${secret} in variables. Mount it as files.`;
const app = (fields: string) => `containers:\n  - name: app\n    image: a:1\n    ${fields.replaceAll('\n', '\n    ')}\n`;
const env = (name: string, reference = 'secretKeyRef:\n        name: db\n        key: password') =>
  `env:\n  - name: ${name}\n    valueFrom:\n      ${reference}`;

testRule(secretFromEnv, {
  clean: [
    pod(app('env:\n  - name: A\n    value: b')),
    pod(app(env('A', 'configMapKeyRef: { name: m, key: k }'))),
    pod(app(env('A', 'fieldRef: { fieldPath: metadata.name }'))),
    pod(app(env('A', 'secretKeyRef:'))),
    pod(app('envFrom:\n  - configMapRef: { name: m }\n  - prefix: A')),
    pod(app('volumeMounts:\n  - name: s\n    mountPath: /s') + 'volumes:\n  - name: s\n    secret: { secretName: db }\n'),
    pod(app('env: {{ .Values.env }}')),
    pod('imagePullSecrets:\n  - name: registry\n'),
    'apiVersion: example.com/v1\nkind: App\nspec:\n  env:\n    - name: A\n      valueFrom: { secretKeyRef: { name: s, key: k } }\n',
  ],
  caught: [
    {
      code: pod(app(env('PASSWORD').replace('secretKeyRef', '⟦secretKeyRef⟧'))),
      says: variable('PASSWORD'),
      fixed: pod(
        `${app(
          'env:\n  - name: PASSWORD_FILE\n    value: /etc/secrets/db/password\nvolumeMounts:\n  - name: secret-db\n    mountPath: /etc/secrets/db\n    readOnly: true',
        )}volumes:\n  - name: secret-db\n    secret:\n      secretName: db\n`,
      ),
    },
    {
      code: deployment(
        `${app(`${env('PASSWORD').replace('secretKeyRef', '⟦secretKeyRef⟧')}\nvolumeMounts:\n  - name: s\n    mountPath: /s/`)}volumes:\n  - name: s\n    secret:\n      secretName: db\n`,
      ),
      says: variable('PASSWORD'),
      fixed: deployment(
        `${app('env:\n  - name: PASSWORD_FILE\n    value: /s/password\nvolumeMounts:\n  - name: s\n    mountPath: /s/')}volumes:\n  - name: s\n    secret:\n      secretName: db\n`,
      ),
    },
    {
      code: cronJob(
        `${app(`${env('A', '⟦secretKeyRef⟧: { name: db, key: a }')}\nvolumeMounts:\n  - name: x\n    mountPath: /x`)}volumes:\n  - name: x\n    emptyDir: {}\n`,
      ),
      says: variable('A'),
      fixed: cronJob(
        `${app(
          'env:\n  - name: A_FILE\n    value: /etc/secrets/db/a\nvolumeMounts:\n  - name: x\n    mountPath: /x\n  - name: secret-db\n    mountPath: /etc/secrets/db\n    readOnly: true',
        )}volumes:\n  - name: x\n    emptyDir: {}\n  - name: secret-db\n    secret:\n      secretName: db\n`,
      ),
    },
    { code: list(app('envFrom:\n  - configMapRef: { name: m }\n  - ⟦secretRef⟧: { name: db }')), says: all('`db`') },
    { code: pod(app('envFrom:\n  - ⟦secretRef⟧:\n      name: {{ .name }}')), says: all('it names') },
    { code: pod(app('os: x\n' + env('A', '⟦secretKeyRef⟧: { name: Db_1, key: a }'))), says: variable('A', '`Db_1`') },
    {
      code: pod(`os: { name: windows }\n${app(env('A', '⟦secretKeyRef⟧: { name: db, key: a }'))}`),
      says: variable('A'),
    },
    {
      path: 'pod.json',
      code: '{"apiVersion": "v1", "kind": "Pod", "spec": {"initContainers": [{"name": "i", "env": [{"name": "A", "valueFrom": {⟦"secretKeyRef"⟧: {"name": "db", "key": "a"}}}]}]}}',
      says: variable('A', '`db`', 'i'),
      fixed:
        '{"apiVersion": "v1", "kind": "Pod", "spec": {"initContainers": [{"name": "i", "env": [{"name": "A_FILE", "value": "/etc/secrets/db/a"}], "volumeMounts": [{ "name": "secret-db", "mountPath": "/etc/secrets/db", "readOnly": true }]}], "volumes": [{ "name": "secret-db", "secret": { "secretName": "db" } }]}}',
    },
  ],
});
