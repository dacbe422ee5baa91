import { missingRequiredField } from '../../../server/src/rules/kubernetes/missing-required-field.ts';
import { testRule } from '../../support/rule-tester.ts';
import { deployment, pod } from './pods.ts';

const missing = (owner: string, field: string) => `${owner} needs the field \`${field}\`. Add it.`;
const app = 'containers:\n  - name: app\n    image: a:1\n';
const workload = (selector: string, labels = '      labels: { app: web }\n') =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\n⟦spec⟧:\n  template:\n    metadata:\n${labels}    spec:\n      containers:\n        - name: app\n          image: a:1\n${selector}`;
const ingress = (path: string) =>
  `apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: { name: a }\nspec:\n  rules:\n    - http:\n        paths:\n          - ${path}\n            backend: { service: { name: a } }\n`;

testRule(missingRequiredField, {
  clean: [
    deployment(app),
    // Patches: in a folder of them, of a workload without a selector, and of a container without an image.
    {
      path: 'overlays/prod/cron.yaml',
      code: 'apiVersion: batch/v1\nkind: CronJob\nmetadata: { name: a }\nspec: { schedule: "@daily" }\n',
    },
    'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: a }\nspec: { replicas: 3 }\n',
    'apiVersion: batch/v1\nkind: CronJob\nmetadata: { name: a }\nspec: { jobTemplate: { spec: { template: { spec: { containers: [ { name: a, tty: true } ] } } } } }\n',
    // Templates write the rest.
    pod('containers:\n  - image: a:1\n    {{- include "x" . | nindent 4 }}\n'),
    // Broken syntax.
    'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: a }\nspec:\n  replicas: 1\n    matchLabel: { a: b }\n  template:\n    metadata: { labels: { a: b } }\n    spec: { containers: [ { name: a, image: b, x: 1 } ] }\n',
    // Merges bring it in.
    pod('containers:\n  - &a\n    name: app\n    image: a:1\n  - { <<: *a, tty: true }\n'),
    // The server writes the status.
    'apiVersion: v1\nkind: Service\nmetadata: { name: a }\nspec: { ports: [ { port: 1 } ] }\nstatus: { conditions: [ {} ] }\n',
    // Required until 1.32 only.
    `apiVersion: apps/v1\nkind: StatefulSet\nmetadata: { name: a }\nspec: { selector: {}, template: { spec: { containers: [ { name: a, image: b } ] } } }\n`,
  ],
  caught: [
    {
      code: pod('containers:\n  - ⟦image⟧: ghcr.io/org/my_app:1 # ours\n'),
      says: missing('An item of `spec.containers`', 'name'),
      fixed: pod('containers:\n  - image: ghcr.io/org/my_app:1 # ours\n    name: my-app\n'),
    },
    {
      code: workload(''),
      says: missing('`spec`', 'selector'),
      fixed: `${workload('').replace(/[⟦⟧]/g, '')}  selector:\n    matchLabels:\n      app: web\n`,
    },
    {
      code: ingress('⟦path⟧: /'),
      says: missing('An item of `spec.rules[].http.paths`', 'pathType'),
      fixed: ingress('path: /').replace('{ name: a } }\n', '{ name: a } }\n            pathType: Prefix\n'),
    },
    {
      code: 'apiVersion: batch/v1\nkind: CronJob\nmetadata: { name: a }\n⟦spec⟧: { jobTemplate: {} }\n',
      says: missing('`spec`', 'schedule'),
    },
    {
      code: '{"apiVersion":"v1","kind":"Service","metadata":{"name":"a"},"spec":{"ports":[{⟦"targetPort"⟧:80}]}}',
      says: missing('An item of `spec.ports`', 'port'),
    },
    {
      code: 'apiVersion: rbac.authorization.k8s.io/v1\n⟦kind⟧: RoleBinding\nmetadata: { name: a }\n',
      says: missing('`RoleBinding`', 'roleRef'),
    },
    {
      kubernetesVersion: '1.31',
      code: 'apiVersion: apps/v1\nkind: StatefulSet\nmetadata: { name: a }\n⟦spec⟧: { selector: {}, template: { spec: { containers: [ { name: a, image: b } ] } } }\n',
      says: missing('`spec`', 'serviceName'),
    },
    {
      code: pod('⟦volumes⟧: []\n').replace('⟦volumes⟧', 'volumes').replace('spec:', '⟦spec⟧:'),
      says: missing('`spec`', 'containers'),
    },
    {
      code: 'apiVersion: example.com/v1\nkind: Widget\nmetadata: { name: a }\n⟦spec⟧: { colour: red }\n',
      files: {
        'widget-crd.yaml':
          'apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: { name: widgets.example.com }\nspec: { group: example.com, names: { kind: Widget }, versions: [ { name: v1, schema: { openAPIV3Schema: { type: object, properties: { spec: { type: object, required: [ size ], properties: { size: { type: integer }, colour: { type: string } } } } } } } ] }\n',
      },
      says: missing('`spec`', 'size'),
    },
    // Written under another name, which `recommended` hears from the rule about unknown fields.
    {
      code: pod(`${app}    ports:\n      - ⟦port⟧: 80\n`),
      says: missing('An item of `spec.containers[].ports`', 'containerPort'),
    },
    // Of several resources, the one is named.
    {
      code: `${pod('containers:\n  - ⟦image⟧: a:1\n')}---\napiVersion: v1\nkind: Namespace\nmetadata: { name: a }\n`,
      says: missing('An item of `spec.containers` of Pod `web`', 'name'),
      fixed: `${pod('containers:\n  - image: a:1\n    name: a\n')}---\napiVersion: v1\nkind: Namespace\nmetadata: { name: a }\n`,
    },
  ],
});
