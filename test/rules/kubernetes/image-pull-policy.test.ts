import { imagePullPolicy } from '../../../server/src/rules/kubernetes/image-pull-policy.ts';
import { testRule } from '../../support/rule-tester.ts';
import { cronJob, deployment, list, pod } from './pods.ts';

const unset = (container = 'app') =>
  `Container \`${container}\` uses the image that its node already has under this tag. Set \`imagePullPolicy: Always\`.`;
const cached = (policy: string, container = 'app') =>
  `\`imagePullPolicy: ${policy}\` lets container \`${container}\` use an old image of the same tag. Set it to \`Always\`, or add a digest.`;
const container = (fields: string) => `containers:\n  - name: app\n    ${fields.replaceAll('\n', '\n    ')}\n`;
const digest = `@sha256:${'0'.repeat(64)}`;

testRule(imagePullPolicy, {
  clean: [
    pod(container('image: nginx:1.27\nimagePullPolicy: Always')),
    pod(container('image: nginx')),
    pod(container('image: nginx:latest')),
    pod(container('image: registry.example.com:5000/nginx')),
    pod(container(`image: nginx${digest}`)),
    pod(container(`image: nginx:1.27${digest}\nimagePullPolicy: IfNotPresent`)),
    pod(container(`image: nginx:1.27${digest}\nimagePullPolicy: Never`)),
    pod(container('image: "{{ .Values.image }}"\nimagePullPolicy: IfNotPresent')),
    pod(container('image: nginx:1.27\nimagePullPolicy: {{ .Values.policy }}')),
    pod(container('image: nginx:1.27\n{{ toYaml .x }}: y')),
    pod(container('imagePullPolicy: IfNotPresent')),
    pod(container('image: auto\nimagePullPolicy: IfNotPresent')),
    'apiVersion: apps/v1\nkind: Deployment\nspec:\n  template:\n    spec:\n      containers:\n        - name: app\n          image: nginx:1.27\n',
  ],
  caught: [
    {
      code: pod(container('image: ⟦nginx:1.27⟧ # why\nports: []')),
      says: unset(),
      severity: 'info',
      fixed: pod(container('image: nginx:1.27 # why\nimagePullPolicy: Always\nports: []')),
    },
    {
      code: deployment(container('image: nginx:1.27\nimagePullPolicy: ⟦IfNotPresent⟧')),
      says: cached('IfNotPresent'),
      fixed: deployment(container('image: nginx:1.27\nimagePullPolicy: Always')),
    },
    {
      code: cronJob(container('image: nginx\nimagePullPolicy: ⟦"Never"⟧')),
      says: cached('Never'),
      fixed: cronJob(container('image: nginx\nimagePullPolicy: Always')),
    },
    {
      code: list('initContainers:\n  - image: ⟦a:1⟧\n    name: init\nephemeralContainers:\n  - name: debug\n    image: ⟦b:1⟧\n'),
      says: [unset('init'), unset('debug')],
      severity: 'info',
      fixed: list(
        'initContainers:\n  - image: a:1\n    imagePullPolicy: Always\n    name: init\nephemeralContainers:\n  - name: debug\n    image: b:1\n    imagePullPolicy: Always\n',
      ),
    },
    {
      code: pod(container('image: nginx:1.27\nimagePullPolicy: ⟦IfNotPresent⟧\n{{ toYaml .x }}: y')),
      says: cached('IfNotPresent'),
      fixed: pod(container('image: nginx:1.27\nimagePullPolicy: Always\n{{ toYaml .x }}: y')),
    },
    {
      code: pod('containers: [ { name: app, image: nginx:latest, imagePullPolicy: ⟦Never⟧ } ]\n'),
      says: cached('Never'),
      fixed: pod('containers: [ { name: app, image: nginx:latest, imagePullPolicy: Always } ]\n'),
    },
    {
      path: 'pod.json',
      code: '{"apiVersion": "v1", "kind": "Pod", "spec": {"containers": [{"name": "app", "image": ⟦"a:1"⟧}]}}',
      says: unset(),
      severity: 'info',
      fixed:
        '{"apiVersion": "v1", "kind": "Pod", "spec": {"containers": [{"name": "app", "image": "a:1", "imagePullPolicy": "Always"}]}}',
    },
  ],
});
