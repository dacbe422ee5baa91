import assert from 'node:assert/strict';
import { applyEdits } from '../../server/src/base/edit.ts';
import { snapshot } from '../../server/src/base/snapshot.ts';
import type { Completion } from '../../server/src/service/completion.ts';
import { completionsAt } from '../../server/src/service/kubernetes/completion/completions.ts';
import type { OfferedRule } from '../../server/src/service/suppression-ids.ts';
import { Workspace } from '../../server/src/service/workspace.ts';
import { caret } from '../support/caret.ts';

const PATH = 'shop/web.yaml';
const RULES: readonly OfferedRule[] = [
  ['kubernetes/host-pid', 'Shares the processes of the node', ['checkov:CKV_K8S_17']],
  ['kubernetes/host-ipc', 'Shares the memory of the node'],
];

/** What else lies in the workspace. */
const FILES: Readonly<Record<string, string>> = {
  'shop/config.yaml': `apiVersion: v1
kind: ConfigMap
metadata: { name: settings }
data: { log.level: info, 'on': 'x' }
---
apiVersion: v1
kind: Secret
metadata: { name: keys }
stringData: { token: x }
---
apiVersion: v1
kind: ServiceAccount
metadata: { name: runner }
`,
  'shop/api.yaml': `apiVersion: apps/v1
kind: Deployment
metadata: { name: api }
spec:
  selector: { matchLabels: { app: api } }
  template:
    metadata: { labels: { app: api, tier: back } }
    spec:
      containers: [{ name: api, image: api, ports: [{ name: web, containerPort: 8080 }] }]
---
apiVersion: v1
kind: Service
metadata: { name: api }
spec: { selector: { app: api }, ports: [{ name: http, port: 80 }] }
`,
  'other/config.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: far }\n',
  'other/gateway.yaml': 'apiVersion: istio.example/v1\nkind: Gateway\nmetadata: { name: far }\n',
  'crd.yaml': `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: shops.example.com }
spec:
  group: example.com
  names: { kind: Shop, plural: shops }
  scope: Namespaced
  versions:
    - name: v1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          type: object
          properties:
            spec:
              type: object
              required: [size]
              properties:
                size: { type: string, enum: [small, large] }
                open: { type: boolean }
                tags: { type: array, items: { type: string } }
`,
};

interface Place {
  readonly text: string;
  readonly items: readonly Completion[];
}

/** What is offered at `|`, in the order of an editor. */
function offered(marked: string, path = PATH, settings: unknown = {}): Place {
  const { text, offset } = caret(marked);
  const workspace = new Workspace({ today: '2026-11-27', rules: [], settings });
  for (const [file, content] of Object.entries(FILES)) workspace.set(file, content);
  workspace.set(path, text);
  const parsed = workspace.parsed(path);
  const model = parsed?.kind === 'kubernetes' ? parsed.model : undefined;
  const items = completionsAt(model, snapshot(path, text), offset, workspace.surroundings(path), RULES);
  const order = ({ sortText, label }: Completion): string => sortText ?? label;
  return { text, items: [...items].sort((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0)) };
}

const labels = (marked: string, path?: string): readonly string[] => offered(marked, path).items.map(({ label }) => label);

/** The text after the completion of that label was chosen. */
function chosen(marked: string, label: string): string {
  const { text, items } = offered(marked);
  const item = items.find((each) => each.label === label);
  assert.ok(item, `${label} is not among ${items.map((each) => each.label).join(', ')}`);
  return applyEdits(text, [...(item.others ?? []), item]);
}

const DEPLOYMENT = 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n';
const POD = `${DEPLOYMENT}  selector:\n    matchLabels:\n      app: web\n  template:\n    metadata:\n      labels:\n        app: web\n    spec:\n`;
const CONTAINER = `${POD}      containers:\n        - name: web\n`;

describe('completion of keys in Kubernetes files', () => {
  const cases: Readonly<Record<string, readonly [marked: string, first: readonly string[], absent?: string]>> = {
    'what is required comes first': [`${DEPLOYMENT}  |\n`, ['selector', 'template', 'minReadySeconds']],
    'a half-typed key': [`${DEPLOYMENT}  rep|\n`, ['selector', 'template', 'minReadySeconds']],
    'no key that is there': [`${DEPLOYMENT}  replicas: 1\n  |\n  template: {}\n`, ['selector', 'minReadySeconds'], 'replicas'],
    'an empty value': [`${DEPLOYMENT}  strategy:\n    |\n`, ['rollingUpdate', 'type']],
    'another indentation': [`${DEPLOYMENT}    |\n`, ['selector', 'template']],
    'the outer mapping': [`${DEPLOYMENT}  strategy:\n    type: Recreate\n  |\n`, ['selector', 'template']],
    'the root': [`apiVersion: v1\nkind: Pod\n|\n`, ['metadata', 'spec'], 'status'],
    'a new item': [`${POD}      containers:\n        - |\n`, ['name', 'image', 'args']],
    'a new item, the blank missing': [`${POD}      containers:\n        -|\n`, ['name', 'image', 'args']],
    'a list without a dash': [`${POD}      containers:\n        |\n`, ['- name', '- image']],
    'behind an item': [`${CONTAINER}        |\n`, ['- name', '- image']],
    'inside an item': [`${CONTAINER}          |\n`, ['image', 'args'], 'name'],
    'flow style': [`${DEPLOYMENT}  strategy: { | }\n`, ['rollingUpdate', 'type']],
    'flow style behind a comma': [`${DEPLOYMENT}  strategy: { type: Recreate, r| }\n`, ['rollingUpdate'], 'type'],
    'flow style over several lines': [`${DEPLOYMENT}  strategy: {\n    |\n  }\n`, ['rollingUpdate', 'type']],
    JSON: ['{ "apiVersion": "v1", "kind": "Pod", "spec": { "|" } }', ['containers']],
    'JSON without quotes': ['{\n  "apiVersion": "v1",\n  "kind": "Pod",\n  "spec": {\n    |\n  }\n}\n', ['containers']],
    'a custom resource': ['apiVersion: example.com/v1\nkind: Shop\nspec:\n  |\n', ['size', 'open', 'tags']],
    'the metadata of an unknown kind': ['apiVersion: a.example/v1\nkind: What\nmetadata:\n  |\n', ['name', 'annotations']],
    'a second document': [`${DEPLOYMENT}---\n|\n`, ['apiVersion', 'kind', 'metadata']],
    'an item of a List': ['apiVersion: v1\nkind: List\nitems:\n  - apiVersion: v1\n    kind: Pod\n    |\n', ['metadata', 'spec']],
    'labels that a selector asks for': ['apiVersion: v1\nkind: Service\nspec:\n  selector:\n    |\n', ['app', 'tier']],
    'labels of the own pods': [POD.replace('app: web\n  template', '|\n  template'), ['app', 'tier']],
    'labels that the selector demands': [POD.replace('        app: web\n    spec', '        |\n    spec'), ['app']],
    'usual resources': [
      `${CONTAINER}          resources:\n            limits:\n              cpu: 1\n              |\n`,
      ['memory', 'ephemeral-storage'],
      'cpu',
    ],
    'usual labels': ['apiVersion: v1\nkind: Pod\nmetadata:\n  labels: { | }\n', ['app.kubernetes.io/name']],
    'labels of namespaces': [
      'apiVersion: v1\nkind: Namespace\nmetadata:\n  labels:\n    |\n',
      ['pod-security.kubernetes.io/enforce'],
    ],
    'JSON with tabs': ['{\n\t"apiVersion": "v1",\n\t"kind": "Pod",\n\t"spec": {\n\t\t"|"\n\t}\n}\n', ['containers']],
    'what nobody leaves out': ['apiVersion: v1\nkind: Pod\nmetadata:\n  |\n', ['name', 'annotations']],
    'the key of an existing entry': [`${DEPLOYMENT}  repl|icas: 1\n`, ['selector', 'template']],
    'a merge': [`${DEPLOYMENT}  strategy:\n    <<: { | }\n`, ['rollingUpdate', 'type']],
    'a template': [`${DEPLOYMENT}  replicas: {{ .Values.replicas }}\n  |\n`, ['selector', 'template'], 'replicas'],
  };
  for (const [name, [marked, first, absent]] of Object.entries(cases)) {
    it(name, () => {
      const all = labels(marked);
      assert.deepEqual(all.slice(0, first.length), first);
      if (absent !== undefined) assert.ok(!all.includes(absent));
    });
  }

  it('writes what stands below a key in the style of the document', () => {
    assert.equal(chosen(`${DEPLOYMENT}  rep|\n`, 'replicas'), `${DEPLOYMENT}  replicas: \n`);
    assert.equal(chosen(`${DEPLOYMENT}  |\n`, 'template'), `${DEPLOYMENT}  template:\n    \n`);
    assert.equal(chosen(`${POD}      |\n`, 'containers'), `${POD}      containers:\n        - \n`);
    const flush = `${POD}      volumes:\n      - name: a\n`;
    assert.equal(chosen(`${flush}      c|\n`, 'containers'), `${flush}      containers:\n      - \n`);
    assert.equal(chosen(`${POD}      containers:\n        -|\n`, 'name'), `${POD}      containers:\n        - name: \n`);
    assert.equal(chosen(`${CONTAINER}        |\n`, '- env'), `${CONTAINER}        - env:\n            - \n`);
    assert.equal(
      chosen('apiVersion: v1\r\nkind: Pod\r\nme|\r\n', 'metadata'),
      'apiVersion: v1\r\nkind: Pod\r\nmetadata:\r\n  \r\n',
    );
  });

  it('keeps what follows', () => {
    assert.equal(chosen(`${DEPLOYMENT}  repl|icas: 1\n`, 'paused'), `${DEPLOYMENT}  paused: 1\n`);
    assert.equal(chosen(`${DEPLOYMENT}  re| # why\n`, 'replicas'), `${DEPLOYMENT}  replicas:  # why\n`);
    assert.equal(chosen(`${DEPLOYMENT}  strategy: {|}\n`, 'type'), `${DEPLOYMENT}  strategy: {type: }\n`);
  });

  it('quotes in JSON', () => {
    const json = (spec: string): string => `{ "apiVersion": "v1", "kind": "Pod", "spec": { ${spec} } }`;
    assert.equal(chosen(json('"ho|"'), 'hostPID'), json('"hostPID": '));
    assert.equal(chosen(json('|'), 'hostPID'), json('"hostPID": '));
    assert.equal(chosen(json('"ho|": true'), 'hostPID'), json('"hostPID": true'));
  });

  it('knows the target version', () => {
    const at = (version: string): readonly string[] =>
      offered(`${POD}      |\n`, PATH, { kubernetes: { version } }).items.map(({ label }) => label);
    assert.ok(at('1.34').includes('resources'));
    assert.ok(!at('1.28').includes('resources'));
  });

  it('says type, meaning and age', () => {
    const item = offered(`${POD}      |\n`).items.find(({ label }) => label === 'hostUsers');
    assert.equal(item?.detail, 'boolean');
    assert.match(item.documentation ?? '', /user namespace/);
    const old = offered(`${POD}      volumes:\n        - |\n`).items.find(({ label }) => label === 'rbd');
    assert.match(old?.documentation ?? '', /Deprecated since 1\.28, without effect since 1\.31/);
  });
});

describe('completion of values in Kubernetes files', () => {
  const cases: Readonly<Record<string, readonly [marked: string, all: readonly string[]]>> = {
    'the values of an enumeration': [`${CONTAINER}          imagePullPolicy: |\n`, ['Always', 'IfNotPresent', 'Never']],
    'the blank missing': [`${CONTAINER}          imagePullPolicy:|\n`, ['Always', 'IfNotPresent', 'Never']],
    'in quotes': [`${CONTAINER}          imagePullPolicy: "A|"\n`, ['Always', 'IfNotPresent', 'Never']],
    'in flow style': [`${DEPLOYMENT}  strategy: { type: | }\n`, ['Recreate', 'RollingUpdate']],
    'a boolean': [`${POD}      hostPID: |\n`, ['false', 'true']],
    'a boolean in quotes': [`${POD}      hostPID: "|"\n`, []],
    'items of a list': [
      'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nspec:\n  policyTypes:\n    - |\n',
      ['Egress', 'Ingress'],
    ],
    'a list without a dash': [
      'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nspec:\n  policyTypes:\n    |\n',
      ['- Egress', '- Ingress'],
    ],
    'values of a custom resource': ['apiVersion: example.com/v1\nkind: Shop\nspec:\n  size: |\n', ['large', 'small']],
    'kinds of a version': ['apiVersion: apps/v1\nkind: |\n', ['DaemonSet', 'Deployment', 'ReplicaSet', 'StatefulSet']],
    'custom kinds': ['apiVersion: example.com/v1\nkind: |\n', ['Shop']],
    'versions of a kind, the newest first': [
      'kind: HorizontalPodAutoscaler\napiVersion: |\nmetadata:\n  name: a\n',
      ['autoscaling/v2', 'autoscaling/v1'],
    ],
    'versions of a custom kind': ['apiVersion: |\nkind: Shop\n', ['example.com/v1']],
    'ConfigMaps, the near ones first': [
      `${CONTAINER}          envFrom:\n            - configMapRef:\n                name: |\n`,
      ['settings', 'far'],
    ],
    Secrets: [`${POD}      volumes: [{ name: a, secret: { secretName: | } }]\n`, ['keys']],
    'service accounts': [`${POD}      serviceAccountName: |\n`, ['runner']],
    'keys of a ConfigMap': [
      `${CONTAINER}          env:\n            - name: A\n              valueFrom:\n                configMapKeyRef:\n                  name: settings\n                  key: |\n`,
      ['log.level', 'on'],
    ],
    'services of an Ingress': [
      'apiVersion: networking.k8s.io/v1\nkind: Ingress\nspec:\n  defaultBackend:\n    service:\n      name: |\n',
      ['api'],
    ],
    'names of ports of a service': [
      'apiVersion: networking.k8s.io/v1\nkind: Ingress\nspec:\n  defaultBackend: { service: { name: api, port: { name: | } } }\n',
      ['http'],
    ],
    'numbers of ports of a service': [
      'apiVersion: networking.k8s.io/v1\nkind: Ingress\nspec:\n  defaultBackend: { service: { name: api, port: { number: | } } }\n',
      ['80'],
    ],
    'what is scaled': [
      'apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nspec:\n  scaleTargetRef:\n    kind: Deployment\n    name: |\n',
      ['api'],
    ],
    'kinds that are scaled': [
      'apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nspec:\n  scaleTargetRef:\n    kind: |\n',
      ['Deployment', 'StatefulSet', 'ReplicaSet'],
    ],
    'kinds of subjects': [
      'apiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nsubjects:\n  - kind: |\n',
      ['ServiceAccount', 'User', 'Group'],
    ],
    'values of labels': ['apiVersion: v1\nkind: Service\nspec:\n  selector:\n    app: |\n', ['api']],
    'keys of expressions': [`${DEPLOYMENT}  selector:\n    matchExpressions:\n      - key: |\n`, ['app', 'tier']],
    'values of expressions': [
      `${DEPLOYMENT}  selector:\n    matchExpressions:\n      - key: tier\n        values: [|]\n`,
      ['back'],
    ],
    'ports of the pods of a service': [
      'apiVersion: v1\nkind: Service\nspec:\n  selector: { app: api }\n  ports:\n    - targetPort: |\n',
      ['web', '8080'],
    ],
    'volumes of the pod': [
      `${POD}      volumes:\n        - name: data\n          emptyDir: {}\n      containers:\n        - name: web\n          volumeMounts:\n            - name: |\n`,
      ['data'],
    ],
    'ports of the container': [
      `${CONTAINER}          ports:\n            - name: http\n              containerPort: 80\n          livenessProbe:\n            httpGet:\n              port: |\n`,
      ['http', '80'],
    ],
    'a number of a probe': [
      `${CONTAINER}          ports:\n            - name: http\n              containerPort: 80\n          livenessProbe:\n            grpc:\n              port: |\n`,
      ['80'],
    ],
    'values that the selector demands': [POD.replace('app: web\n    spec', 'app: |\n    spec'), ['web']],
    'kinds of a foreign version that other files have': ['apiVersion: istio.example/v1\nkind: |\n', ['Gateway']],
    'versions of a foreign kind': ['kind: Gateway\napiVersion: |\n', ['istio.example/v1']],
    'kinds of a version that nobody knows': ['apiVersion: else.example/v1\nkind: |\n', []],
    'usual values': [
      `${POD}      affinity: { podAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: | }] } }\n`,
      ['kubernetes.io/hostname', 'topology.kubernetes.io/zone', 'topology.kubernetes.io/region'],
    ],
    'values of usual labels': [
      'apiVersion: v1\nkind: Namespace\nmetadata: { labels: { pod-security.kubernetes.io/enforce: | } }\n',
      ['privileged', 'baseline', 'restricted'],
    ],
    'usual items': [`${CONTAINER}          securityContext: { capabilities: { drop: [|] } }\n`, ['ALL']],
    'no item that is there': [
      'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nspec:\n  policyTypes: [Egress, |]\n',
      ['Ingress'],
    ],
    namespaces: [
      'apiVersion: v1\nkind: Namespace\nmetadata: { name: prod }\n---\napiVersion: v1\nkind: Pod\nmetadata:\n  namespace: |\n',
      ['prod'],
    ],
    'ids in a comment': [`${DEPLOYMENT}  # larboard-ignore |\n`, ['kubernetes/host-ipc', 'kubernetes/host-pid']],
    "another tool's ids in a comment": [`${DEPLOYMENT}  # checkov:skip=|\n`, ['CKV_K8S_17']],
    'ids in the annotation': [
      'apiVersion: v1\nkind: Pod\nmetadata:\n  annotations:\n    larboard.dev/ignore: "kubernetes/host-pid: why; kub|"\n',
      ['kubernetes/host-ipc', 'kubernetes/host-pid'],
    ],
    'ids in an empty annotation': [
      'apiVersion: v1\nkind: Pod\nmetadata:\n  annotations:\n    larboard.dev/ignore.web: |\n',
      ['kubernetes/host-ipc', 'kubernetes/host-pid'],
    ],
  };
  for (const [name, [marked, all]] of Object.entries(cases)) {
    it(name, () => {
      assert.deepEqual(labels(marked), all);
    });
  }

  it('writes them so that they stay what they are', () => {
    assert.equal(chosen(`${POD}      hostPID:|\n`, 'true'), `${POD}      hostPID: true\n`);
    const key = `${CONTAINER}          env: [{ name: A, valueFrom: { configMapKeyRef: { name: settings, key: | } } }]\n`;
    assert.equal(chosen(key, 'on'), key.replace('|', '"on"'));
    const json = (kind: string): string => `{ "apiVersion": "apps/v1", "kind": ${kind} }`;
    assert.equal(chosen(json('|'), 'Deployment'), json('"Deployment"'));
    assert.equal(chosen(json('"|"'), 'Deployment'), json('"Deployment"'));
  });
});

describe('completion in a file that is not yet one of Kubernetes', () => {
  it('offers what every object begins with', () => {
    assert.deepEqual(labels('api|'), ['apiVersion', 'kind', 'metadata']);
    assert.deepEqual(labels('kind: Pod\na|'), ['apiVersion', 'metadata']);
    assert.deepEqual(labels('kind: StatefulSet\napiVersion: |\n'), ['apps/v1']);
    assert.deepEqual(labels('apiVersion: |').slice(0, 3), ['apps/v1', 'autoscaling/v2', 'batch/v1']);
  });

  it('writes the version with the kind', () => {
    assert.equal(chosen('kind: Dep|\n', 'Deployment'), 'apiVersion: apps/v1\nkind: Deployment\n');
    assert.equal(chosen('kind: |', 'HorizontalPodAutoscaler'), 'apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler');
    assert.equal(chosen('apiVersion:\nkind: |', 'Pod'), 'apiVersion:\nkind: Pod');
    assert.equal(chosen('metadata: { name: a }\nkind: |\r\n', 'Pod'), 'metadata: { name: a }\napiVersion: v1\nkind: Pod\r\n');
    const list = 'apiVersion: v1\nkind: List\nitems:\n  - metadata: {}\n    kind: |\n  - { apiVersion: v1, kind: Pod }\n';
    assert.equal(chosen(list, 'Pod'), list.replace('    kind: |', '    apiVersion: v1\n    kind: Pod'));
  });

  it('is silent in other files', () => {
    for (const marked of ['|', 'name: |', 'on:\n  |', 'na|', 'kind: x\nname: y\n|', '# api|'])
      assert.deepEqual(labels(marked), [], marked);
    assert.deepEqual(labels('apiVersion: v1\nkind: Pod\nspec:\n  |', 'kustomization.yaml'), []);
    assert.deepEqual(labels('name: a\nversion: 1.0.0\napiVersion: v2\n|', 'Chart.yaml'), []);
  });
});

describe('completion where nothing fits', () => {
  const cases: Readonly<Record<string, string>> = {
    'a comment': `${DEPLOYMENT}  # repl|\n`,
    'a comment behind a value': `${DEPLOYMENT}  replicas: 1 # r|\n`,
    'a block scalar': 'apiVersion: v1\nkind: ConfigMap\ndata:\n  a: >\n    kind: |\n',
    'too deep': `${DEPLOYMENT}  replicas: 1\n    |\n`,
    'a string without known values': `${CONTAINER}          image: |\n`,
    'free keys': 'apiVersion: v1\nkind: ConfigMap\ndata:\n  |\n',
    'behind a finished value': `${DEPLOYMENT}  paused: true |\n`,
    'in front of a key': `${DEPLOYMENT} |   replicas: 1\n`,
    'inside of an indentation': `${DEPLOYMENT}| replicas: 1\n`,
    'an object on the line of its key': `${DEPLOYMENT}  strategy: |\n`,
    'the marker of a document': `${DEPLOYMENT}--|-\n`,
    'an action of a template': `${DEPLOYMENT}  replicas: {{ |}}\n`,
  };
  for (const [name, marked] of Object.entries(cases)) {
    it(name, () => {
      assert.deepEqual(labels(marked), []);
    });
  }
});
