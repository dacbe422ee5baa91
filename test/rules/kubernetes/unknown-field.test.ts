import { unknownField } from '../../../server/src/rules/kubernetes/unknown-field.ts';
import { testRule } from '../../support/rule-tester.ts';
import { deployment, list, pod } from './pods.ts';

const near = (owner: string, field: string, meant: string) =>
  `\`${owner}\` has no field \`${field}\`. Did you mean \`${meant}\`?`;
const nested = (owner: string, field: string, home: string) =>
  `\`${owner}\` has no field \`${field}\`; it belongs to \`${home}\`. Move it there.`;
const unknown = (owner: string, field: string) => `\`${owner}\` has no field \`${field}\`. Delete it, or correct its name.`;
const app = 'containers:\n  - name: app\n    image: a:1\n';
const crd = (schema: string) =>
  `apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: { name: widgets.example.com }\nspec:\n  group: example.com\n  names: { kind: Widget, plural: widgets }\n  scope: Namespaced\n  versions:\n    - name: v1\n      served: true\n      storage: true\n      schema: { openAPIV3Schema: { type: object, properties: { spec: ${schema} } } }\n`;
const widget = (spec: string) => `apiVersion: example.com/v1\nkind: Widget\nmetadata:\n  name: w\nspec:\n${spec}`;
const size = crd(
  '{ type: object, properties: { size: { type: integer }, extra: { type: object, additionalProperties: { type: string } } } }',
);

testRule(unknownField, {
  clean: [
    deployment(app),
    // Set by the server, or of a patch.
    'apiVersion: v1\nkind: Pod\nmetadata: { name: a, creationTimestamp: null, managedFields: [ { fieldsV1: { f:a: {} } } ] }\nspec: {}\nstatus: { anything: 1 }\n',
    'apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec:\n  $patch: replace\n  $setElementOrder/containers: [ { name: a } ]\n',
    // Anything may stand there.
    'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a, annotations: { x: y } }\ndata: { any: "1" }\n',
    crd('{ type: object, x-kubernetes-preserve-unknown-fields: true, default: { a: 1 }, $ref: "#/x" }'),
    // Kinds that nobody knows, or that only an older version served.
    'apiVersion: example.com/v1\nkind: Widget\nspec: { anything: 1 }\n',
    'apiVersion: extensions/v1beta1\nkind: Ingress\nspec: { backend: { serviceName: a, servicePort: 80 } }\n',
    {
      code: 'apiVersion: flowcontrol.apiserver.k8s.io/v1beta3\nkind: FlowSchema\nspec: { anything: 1 }\n',
      kubernetesVersion: '1.34',
    },
    // Templates: a name that is not literal, and an action on a line of its own.
    pod(`${app}    {{ .key }}: 1\n    {{- toYaml .x | nindent 4 }}\n`),
    pod(`${app}    \${EXTRA}: 1\n`),
    // The values of a chart under another name.
    'apiVersion: apps/v1\nkind: StatefulSet\nimage: { tag: a }\nglobal: {}\n',
    // Broken syntax.
    'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: a }\nspec:\n  replicas: 1\n    matchLabel: { a: b }\n  template:\n    metadata: { labels: { a: b } }\n    spec: { containers: [ { name: a, image: b, x: 1 } ] }\n',
    // Anchors at the top, and a merge.
    `x-common: &c\n  image: a:1\n${pod('containers:\n  - <<: *c\n    name: app\n')}`,
    { code: pod(`${app}    restartPolicyRules: []\n`), kubernetesVersion: '1.34' },
    { code: widget('  size: 1\n  extra: { a: b }\n'), files: { 'crd.yaml': size } },
    { code: widget('  other: 1\n'), files: { 'elsewhere/crd.yaml': size } },
  ],
  caught: [
    {
      code: pod('containers:\n  - name: app\n    image: a:1\n    ⟦imagepullPolicy⟧: Always # why\n'),
      says: near('spec.containers[]', 'imagepullPolicy', 'imagePullPolicy'),
      fixed: pod('containers:\n  - name: app\n    image: a:1\n    imagePullPolicy: Always # why\n'),
    },
    {
      // The beginning of a longer name.
      code: pod(`⟦terminationGracePeriod⟧: 60\n${app}`),
      says: near('spec', 'terminationGracePeriod', 'terminationGracePeriodSeconds'),
      fixed: pod(`terminationGracePeriodSeconds: 60\n${app}`),
    },
    {
      code: '{"apiVersion":"v1","kind":"Service","metadata":{"name":"a"},"spec":{⟦"selectors"⟧:{"a":"b"}}}',
      says: near('spec', 'selectors', 'selector'),
      fixed: '{"apiVersion":"v1","kind":"Service","metadata":{"name":"a"},"spec":{"selector":{"a":"b"}}}',
    },
    {
      code: deployment(`⟦runAsNonRoot⟧: true\n${app}`),
      says: nested('spec.template.spec', 'runAsNonRoot', 'spec.template.spec.securityContext'),
      fixed: deployment(`${app}securityContext:\n  runAsNonRoot: true\n`),
    },
    {
      code: pod(
        `securityContext:\n  runAsUser: 1000\n  # none of them\n  ⟦capabilities⟧:\n    drop:\n      - ALL # really\n${app}    securityContext:\n      privileged: false\n`,
      ),
      says: nested('spec.securityContext', 'capabilities', 'spec.containers[].securityContext'),
      fixed: pod(
        `securityContext:\n  runAsUser: 1000\n${app}    securityContext:\n      privileged: false\n      # none of them\n      capabilities:\n        drop:\n          - ALL # really\n`,
      ),
    },
    {
      code: `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\n⟦replicas⟧: 3\nspec:\n  minReadySeconds: 1\n`,
      says: nested('Deployment', 'replicas', 'spec'),
      fixed: `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  minReadySeconds: 1\n  replicas: 3\n`,
    },
    {
      code: pod(`${app}    ⟦nodeSelector⟧:\n      a: b\n`),
      says: nested('spec.containers[]', 'nodeSelector', 'spec'),
      fixed: pod(`${app}nodeSelector:\n  a: b\n`),
    },
    {
      code: pod('containers:\n  - name: app\n    image: a:1\n  - name: b\n    image: b:1\n⟦privileged⟧: true\n'),
      says: nested('spec', 'privileged', 'spec.containers[].securityContext'),
    },
    {
      code: pod(
        'containers:\n  - name: app\n    image: a:1\n    livenessProbe:\n      ⟦path⟧: /x\n      httpGet: { path: /y, port: 80 }\n',
      ),
      says: unknown('spec.containers[].livenessProbe', 'path'),
      fixed: pod('containers:\n  - name: app\n    image: a:1\n    livenessProbe:\n      httpGet: { path: /y, port: 80 }\n'),
    },
    {
      code: list(`${app}    ⟦privileges⟧: all\n`),
      says: unknown('spec.containers[]', 'privileges'),
      fixed: list(app),
    },
    {
      code: pod(`${app}    ⟦restartPolicyRules⟧: []\n`),
      kubernetesVersion: '1.31',
      says: '`spec.containers[]` has the field `restartPolicyRules` only since Kubernetes 1.34, and the target is 1.31. Delete it, or raise the target.',
      fixed: pod(app),
    },
    {
      code: pod(`${app}⟦workloadRef⟧: { name: a }\n`),
      says: '`spec` lost the field `workloadRef` after Kubernetes 1.35, and the target is 1.36. Delete it.',
      fixed: pod(app),
    },
    {
      code: widget('  size: 1\n  ⟦colour⟧: red\n'),
      files: { 'crds/widget.yaml': size },
      says: unknown('spec', 'colour'),
      fixed: widget('  size: 1\n'),
    },
    // The only field of its object takes the object along.
    {
      code: pod(`securityContext:\n  ⟦readOnlyRootFilesystem⟧: true\n${app}`),
      says: nested('spec.securityContext', 'readOnlyRootFilesystem', 'spec.containers[].securityContext'),
      fixed: pod(`${app}    securityContext:\n      readOnlyRootFilesystem: true\n`),
    },
    {
      code: pod(`${app}    ⟦DB_HOST⟧: db\n`),
      says: unknown('spec.containers[]', 'DB_HOST'),
      fixed: pod(app),
    },
    {
      code: 'apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: { name: a }\nspec:\n  selector:\n    ⟦app⟧: web # a\n  minAvailable: 1\n',
      says: nested('spec.selector', 'app', 'spec.selector.matchLabels'),
      fixed:
        'apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: { name: a }\nspec:\n  selector:\n    matchLabels:\n      app: web # a\n  minAvailable: 1\n',
    },
    {
      code: pod(`${app}volumes:\n  - name: v\n    secret:\n      ⟦name⟧: s\n`),
      says: near('spec.volumes[].secret', 'name', 'secretName'),
      fixed: pod(`${app}volumes:\n  - name: v\n    secret:\n      secretName: s\n`),
    },
    // Literal text of a template is as wrong as any.
    {
      code: pod(`${app}    ⟦imagePullPolice⟧: {{ .policy }}\n`),
      says: near('spec.containers[]', 'imagePullPolice', 'imagePullPolicy'),
      fixed: pod(`${app}    imagePullPolicy: {{ .policy }}\n`),
    },
    // The pod around a container before the probes in it.
    {
      code: pod(`${app}    ⟦terminationGracePeriodSeconds⟧: 60\n`),
      says: nested('spec.containers[]', 'terminationGracePeriodSeconds', 'spec'),
      fixed: pod(`${app}terminationGracePeriodSeconds: 60\n`),
    },
    {
      code: pod(`${app}    livenessProbe:\n      ⟦command⟧: [a]\n`),
      says: nested('spec.containers[].livenessProbe', 'command', 'spec.containers[].livenessProbe.exec'),
      fixed: pod(`${app}    livenessProbe:\n      exec:\n        command: [a]\n`),
    },
    // One slip, moved as one.
    {
      code: pod(`${app}    livenessProbe:\n      ⟦path⟧: /healthz # up?\n      port: 8080\n      periodSeconds: 5\n`),
      says: '`spec.containers[].livenessProbe` has no fields `path` and `port`; they belong to `spec.containers[].livenessProbe.httpGet`. Move them there.',
      fixed: pod(
        `${app}    livenessProbe:\n      httpGet:\n        path: /healthz # up?\n        port: 8080\n      periodSeconds: 5\n`,
      ),
    },
    {
      code: 'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: a }\nspec:\n  selector: { ⟦app⟧: web, tier: front }\n  replicas: 1\n',
      says: '`spec.selector` has no fields `app` and `tier`; they belong to `spec.selector.matchLabels`. Move them there.',
      fixed:
        'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: a }\nspec:\n  selector: { matchLabels: { app: web, tier: front } }\n  replicas: 1\n',
    },
    {
      code: pod(`⟦privileged⟧: true\n${app}`),
      says: nested('spec', 'privileged', 'spec.containers[].securityContext'),
      fixed: pod(`${app}    securityContext:\n      privileged: true\n`),
    },
    // What is required and missing was meant.
    {
      code: deployment(`${app}volumes:\n  - name: v\n    persistentVolumeClaim:\n      ⟦name⟧: data\n`),
      says: near('spec.template.spec.volumes[].persistentVolumeClaim', 'name', 'claimName'),
      fixed: deployment(`${app}volumes:\n  - name: v\n    persistentVolumeClaim:\n      claimName: data\n`),
    },
    {
      code: pod(`${app}    ports:\n      - ⟦port⟧: 80\n`),
      says: near('spec.containers[].ports[]', 'port', 'containerPort'),
      fixed: pod(`${app}    ports:\n      - containerPort: 80\n`),
    },
    {
      code: 'apiVersion: v1\nkind: Service\nmetadata: { name: a }\nspec:\n  ports:\n    - ⟦containerPort⟧: 80\n',
      says: near('spec.ports[]', 'containerPort', 'port'),
      fixed: 'apiVersion: v1\nkind: Service\nmetadata: { name: a }\nspec:\n  ports:\n    - port: 80\n',
    },
    // The form of older versions of the API, as one finding.
    {
      code: 'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: { name: a }\nspec:\n  rules:\n    - http:\n        paths:\n          - path: /\n            backend:\n              ⟦serviceName⟧: a # ours\n              servicePort: 80\n          - path: /b\n            pathType: Exact\n            backend: { service: { name: b, port: { number: 80 } } }\n',
      says: '`spec.rules[].http.paths[].backend` has no field `serviceName` since `networking.k8s.io/v1`. Name the Service by `service.name`, and its port by `service.port`.',
      fixed:
        'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: { name: a }\nspec:\n  rules:\n    - http:\n        paths:\n          - path: /\n            pathType: ImplementationSpecific\n            backend:\n              service:\n                name: a # ours\n                port:\n                  number: 80\n          - path: /b\n            pathType: Exact\n            backend: { service: { name: b, port: { number: 80 } } }\n',
    },
    // Of several resources, the one is named.
    {
      code: `apiVersion: v1\nkind: Namespace\nmetadata: { name: a }\n---\n${pod('containers:\n  - name: app\n    image: a:1\n    ⟦imagepullPolicy⟧: Always\n')}`,
      says: '`spec.containers[]` of Pod `web` has no field `imagepullPolicy`. Did you mean `imagePullPolicy`?',
      fixed: `apiVersion: v1\nkind: Namespace\nmetadata: { name: a }\n---\n${pod('containers:\n  - name: app\n    image: a:1\n    imagePullPolicy: Always\n')}`,
    },
    // An object whose place is deeper is not renamed.
    {
      code: 'apiVersion: batch/v1\nkind: CronJob\nmetadata: { name: a }\nspec:\n  schedule: "@daily"\n  ⟦template⟧:\n    spec:\n      containers: []\n',
      says: nested('spec', 'template', 'spec.jobTemplate.spec'),
      fixed:
        'apiVersion: batch/v1\nkind: CronJob\nmetadata: { name: a }\nspec:\n  schedule: "@daily"\n  jobTemplate:\n    spec:\n      template:\n        spec:\n          containers: []\n',
    },
    // What a list holds is judged once its key is right.
    {
      code: pod('⟦container⟧:\n  - name: app\n    image: a:1\n    tty: 1\n'),
      says: near('spec', 'container', 'containers'),
      fixed: pod('containers:\n  - name: app\n    image: a:1\n    tty: 1\n'),
    },
    {
      code: 'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: { name: a }\nspec:\n  ⟦backend⟧:\n    serviceName: b\n    servicePort: http\n',
      says: '`spec` has no field `backend` since `networking.k8s.io/v1`. Name the Service by `service.name`, and its port by `service.port`.',
      fixed:
        'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: { name: a }\nspec:\n  defaultBackend:\n    service:\n      name: b\n      port:\n        name: http\n',
    },
  ],
});
