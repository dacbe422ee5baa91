import { wrongType } from '../../../server/src/rules/kubernetes/wrong-type.ts';
import { testRule } from '../../support/rule-tester.ts';
import { cronJob, deployment, pod } from './pods.ts';

const quote = (path: string, text: string, found: string) =>
  `\`${path}\` must be a string, but without quotes \`${text}\` is ${found}. Quote it.`;
const unquote = (path: string, text: string, wanted: string) =>
  `\`${path}\` must be ${wanted}, and \`${text}\` is a string. Write it without quotes.`;
const type = (path: string, wanted: string, found: string) =>
  `\`${path}\` must be ${wanted}, and this is ${found}. Correct the value.`;
const env = (value: string) => `containers:\n  - name: app\n    image: a:1\n    env:\n      - name: A\n        value: ${value}\n`;
const container = (text: string) => `containers:\n  - name: app\n    image: a:1\n    ${text}\n`;
const claim = (modes: string) =>
  `apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: { name: a }\nspec:\n  accessModes:${modes}\n`;

const widget = (spec: string) => `apiVersion: example.com/v1\nkind: Widget\nmetadata: { name: w }\nspec: ${spec}\n`;
const crd = {
  'crd.yaml':
    'apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: { name: widgets.example.com }\nspec:\n  group: example.com\n  names: { kind: Widget }\n  versions:\n    - name: v1\n      schema:\n        openAPIV3Schema:\n          type: object\n          properties:\n            spec:\n              type: object\n              properties:\n                size: { type: integer, minimum: 1, maximum: 10 }\n                odd: { type: integer, minimum: 1, exclusiveMinimum: true }\n                name: { type: string, minLength: 2, maxLength: 5, pattern: "^[a-z]+$" }\n                slow: { type: string, pattern: "^(a+)+$" }\n                other: { type: string, pattern: "^(?i)a\\\\z" }\n',
};

testRule(wrongType, {
  clean: [
    // Custom resources within their bounds; patterns that take long or mean something else here are left alone.
    { code: widget('{ size: 10, odd: 1, name: abc, slow: aaab, other: b }'), files: crd },
    { code: widget('{ size: 1, name: abcde }'), files: crd },
    pod(env('"8080"')),
    pod(env('null')),
    pod(env('!!str 8080')),
    pod(env('|\n          1')),
    pod(env('2026-01-31')),
    deployment(env('{{ .Values.port }}')),
    // Numbers are quantities, and whole floats are whole numbers.
    pod(container('resources: { limits: { cpu: 1, memory: 1.5 }, requests: { cpu: "0.5" } }')),
    pod(container('ports: [ { containerPort: 1e3 }, { containerPort: 0o7, protocol: "" } ]')),
    pod(container('readinessProbe: { httpGet: { port: http }, periodSeconds: 10 }')),
    // Other tools fill these in.
    deployment('containers: []\n').replace('spec:\n  selector', 'spec:\n  replicas: ${REPLICAS}\n  selector'),
    pod(container('imagePullPolicy: $(POLICY)')),
    // A rule of its own knows quantities in maps.
    pod(container('resources: { limits: { memory: 1 Gi } }')),
    // The same port of the container at two ports of the node, and one name for two protocols.
    pod(
      container(
        'ports: [ { containerPort: 1, hostPort: 1 }, { containerPort: 1, hostPort: 2 }, { containerPort: 2 }, { containerPort: 2, protocol: UDP } ]',
      ),
    ),
    'apiVersion: v1\nkind: Event\nmetadata: { name: a, creationTimestamp: null }\ncount: 1\nfirstTimestamp: "2026-01-31T12:00:00Z"\n',
  ],
  caught: [
    {
      code: pod(env('⟦8080⟧ # port')),
      says: quote('spec.containers[].env[].value', '8080', 'a number'),
      fixed: pod(env('"8080" # port')),
    },
    {
      code: cronJob(env('⟦yes⟧')),
      says: quote('spec.jobTemplate.spec.template.spec.containers[].env[].value', 'yes', 'a boolean'),
      fixed: cronJob(env('"yes"')),
    },
    {
      code: 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a, labels: { version: ⟦1.10⟧ } }\ndata:\n  A: ⟦010⟧\n',
      says: [quote('metadata.labels.version', '1.10', 'a number'), quote('data.A', '010', 'a number')],
      fixed: 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a, labels: { version: "1.10" } }\ndata:\n  A: "010"\n',
    },
    {
      code: pod(container('securityContext: { privileged: ⟦"true"⟧, runAsUser: ⟦\'1000\'⟧ }')),
      says: [
        unquote('spec.containers[].securityContext.privileged', 'true', 'a boolean'),
        unquote('spec.containers[].securityContext.runAsUser', '1000', 'a whole number'),
      ],
      fixed: pod(container('securityContext: { privileged: true, runAsUser: 1000 }')),
    },
    {
      code: '{"apiVersion":"v1","kind":"Service","metadata":{"name":"a"},"spec":{"ports":[{"port":⟦"80"⟧}]}}',
      says: unquote('spec.ports[].port', '80', 'a whole number of 32 bits'),
      fixed: '{"apiVersion":"v1","kind":"Service","metadata":{"name":"a"},"spec":{"ports":[{"port":80}]}}',
    },
    {
      code: pod(container('imagePullPolicy: ⟦always⟧')),
      says: '`spec.containers[].imagePullPolicy` cannot be `always`. Use `Always`, `IfNotPresent` or `Never`.',
      fixed: pod(container('imagePullPolicy: Always')),
    },
    {
      code: pod(`restartPolicy: ⟦Sometimes⟧\n${env('a')}`),
      says: '`spec.restartPolicy` cannot be `Sometimes`. Use `Always`, `Never` or `OnFailure`.',
    },
    {
      code: claim(' ⟦ReadWriteOnce⟧'),
      says: '`spec.accessModes` must be a list. Put the value into one.',
      fixed: claim(' [ReadWriteOnce]'),
    },
    {
      code: pod('containers:\n  ⟦name: app⟧\n  # of today\n  image: a:1\n'),
      says: '`spec.containers` must be a list. Put the value into one.',
      fixed: pod('containers:\n  - name: app\n    # of today\n    image: a:1\n'),
    },
    {
      code: pod(container('ports: [ { containerPort: ⟦99999999999⟧ } ]')),
      says: type('spec.containers[].ports[].containerPort', 'a whole number of 32 bits', '`99999999999`'),
    },
    {
      code: pod(container('livenessProbe: { httpGet: { port: ⟦1.5⟧ } }')),
      says: type('spec.containers[].livenessProbe.httpGet.port', 'a whole number or a string', '`1.5`'),
    },
    {
      code: pod(container('env: ⟦{ FOO: bar, N: 1 }⟧')),
      says: type('spec.containers[].env', 'a list', 'a mapping'),
      fixed: pod(container('env: [ { name: FOO, value: bar }, { name: "N", value: "1" } ]')),
    },
    {
      code: pod(container('env:\n      ⟦FOO: bar # why⟧\n      N: 1')),
      says: type('spec.containers[].env', 'a list', 'a mapping'),
      fixed: pod(container('env:\n      - name: FOO\n        value: bar # why\n      - name: "N"\n        value: "1"')),
    },
    {
      code: deployment('containers: []\n').replace('spec:\n  selector', 'spec:\n  strategy: ⟦Recreate⟧ # one\n  selector'),
      says: type('spec.strategy', 'a mapping', 'a string'),
      fixed: deployment('containers: []\n').replace(
        'spec:\n  selector',
        'spec:\n  strategy: { type: Recreate } # one\n  selector',
      ),
    },
    {
      code: pod(container('securityContext: { seccompProfile: ⟦RuntimeDefault⟧ }')),
      says: type('spec.containers[].securityContext.seccompProfile', 'a mapping', 'a string'),
      fixed: pod(container('securityContext: { seccompProfile: { type: RuntimeDefault } }')),
    },
    // No type of the API.
    {
      code: deployment('containers: []\n').replace('spec:\n  selector', 'spec:\n  strategy: ⟦Sometimes⟧\n  selector'),
      says: type('spec.strategy', 'a mapping', 'a string'),
    },
    {
      code: pod(
        'volumes:\n  - name: a\n    configMap: ⟦my-map⟧\n  - name: b\n    secret: ⟦"x"⟧\n  - name: c\n    persistentVolumeClaim: ⟦data⟧\n',
      ),
      says: [
        type('spec.volumes[].configMap', 'a mapping', 'a string'),
        type('spec.volumes[].secret', 'a mapping', 'a string'),
        type('spec.volumes[].persistentVolumeClaim', 'a mapping', 'a string'),
      ],
      fixed: pod(
        'volumes:\n  - name: a\n    configMap: { name: my-map }\n  - name: b\n    secret: { secretName: "x" }\n  - name: c\n    persistentVolumeClaim: { claimName: data }\n',
      ),
    },
    {
      code: pod(container('ports: ⟦80⟧')),
      says: type('spec.containers[].ports', 'a list', 'a number'),
      fixed: pod(container('ports: [{ containerPort: 80 }]')),
    },
    {
      code: '{"apiVersion":"v1","kind":"Service","metadata":{"name":"a"},"spec":{"ports":[⟦80⟧]}}',
      says: type('spec.ports[]', 'a mapping', 'a number'),
      fixed: '{"apiVersion":"v1","kind":"Service","metadata":{"name":"a"},"spec":{"ports":[{ "port": 80 }]}}',
    },
    {
      code: 'apiVersion: v1\nkind: Service\nmetadata: { name: a }\nspec:\n  selector:\n    matchLabels:\n      ⟦app: web # ours⟧\n      tier: front\n  ports: []\n',
      says: type('spec.selector.matchLabels', 'a string', 'a mapping'),
      fixed:
        'apiVersion: v1\nkind: Service\nmetadata: { name: a }\nspec:\n  selector:\n    app: web # ours\n    tier: front\n  ports: []\n',
    },
    {
      code: 'apiVersion: v1\nkind: Service\nmetadata: { name: a }\nspec: { selector: { matchLabels: ⟦{ app: web }⟧ } }\n',
      says: type('spec.selector.matchLabels', 'a string', 'a mapping'),
      fixed: 'apiVersion: v1\nkind: Service\nmetadata: { name: a }\nspec: { selector: { app: web } }\n',
    },
    {
      code: pod(container('command: ⟦run --fast "it"⟧')),
      says: '`spec.containers[].command` must be a list. Put the value into one.',
      fixed: pod(container('command: ["sh", "-c", "run --fast \\"it\\""]')),
    },
    {
      code: pod(container('command: ⟦run⟧')),
      says: '`spec.containers[].command` must be a list. Put the value into one.',
      fixed: pod(container('command: [run]')),
    },
    {
      code: pod(container('args: ⟦--port 80⟧')),
      says: '`spec.containers[].args` must be a list. Put the value into one.',
    },
    { code: pod(container('resources: ⟦[ ]⟧')), says: type('spec.containers[].resources', 'a mapping', 'a list') },
    {
      code: pod('volumes: [ { name: a, emptyDir: { sizeLimit: ⟦1 GB⟧ } } ]\ncontainers: []\n'),
      says: type('spec.volumes[].emptyDir.sizeLimit', 'a quantity such as `500m` or `1Gi`', '`1 GB`'),
    },
    {
      code: 'apiVersion: v1\nkind: Secret\nmetadata: { name: a }\ndata: { a: ⟦1⟧ }\n',
      says: type('data.a', 'a string in base64', '`1`'),
    },
    {
      code: pod('containers:\n  - name: app\n    image: a:1\n  - name: ⟦app⟧\n    image: b:1\n'),
      says: 'Two items of `spec.containers` have the same `name`, `app`. The API wants each only once.',
    },
    {
      code: pod(container('ports:\n      - containerPort: 1\n      - containerPort: ⟦1⟧')),
      says: 'Two items of `spec.containers[].ports` have the same `containerPort` and `protocol`, `1`. The API wants each only once.',
      fixed: pod(container('ports:\n      - containerPort: 1')),
    },
    // Of several resources, the one is named.
    {
      code: `apiVersion: v1\nkind: Namespace\nmetadata: { name: a }\n---\n${pod(env('⟦8080⟧'))}`,
      says: '`spec.containers[].env[].value` of Pod `web` must be a string, but without quotes `8080` is a number. Quote it.',
      fixed: `apiVersion: v1\nkind: Namespace\nmetadata: { name: a }\n---\n${pod(env('"8080"'))}`,
    },
    {
      code: widget('{ size: ⟦11⟧, name: ⟦a⟧ }'),
      files: crd,
      says: [
        '`spec.size` cannot be `11`. It must be at most 10.',
        '`spec.name` cannot be `a`. It must be at least 2 characters long.',
      ],
    },
    {
      code: widget('{ size: ⟦0⟧, name: ⟦abcdef⟧ }'),
      files: crd,
      says: [
        '`spec.size` cannot be `0`. It must be at least 1.',
        '`spec.name` cannot be `abcdef`. It must be at most 5 characters long.',
      ],
    },
    {
      code: widget('{ name: ⟦A-b⟧ }'),
      files: crd,
      says: '`spec.name` cannot be `A-b`. It must be text that matches `^[a-z]+$`.',
    },
  ],
});
