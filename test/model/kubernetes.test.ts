import assert from 'node:assert/strict';
import {
  effectiveBoolean,
  effectiveNumber,
  effectiveString,
  isKubernetesCandidatePath,
  kubernetesFacts,
  lookup,
  mountsOf,
  parseImage,
  parseKubernetes,
} from '../../server/src/model/kubernetes/index.ts';
import { keyOf } from '../../server/src/model/yaml/index.ts';

const pod = (spec: string): string => `apiVersion: v1\nkind: Pod\nmetadata: { name: p }\nspec:\n${spec}`;

describe('Kubernetes paths', () => {
  for (const path of ['a.yaml', 'x/b.YML', 'deploy.json', 'charts/a/templates/deployment.yaml', 'kustomization.yaml'])
    it(`reads ${path}`, () => assert.equal(isKubernetesCandidatePath(path), true));
  for (const path of [
    'package.json',
    'a/package-lock.json',
    'pnpm-lock.yaml',
    'tsconfig.json',
    'tsconfig.base.json',
    '.larboard.yaml',
    'docker-compose.yml',
    'a.txt',
    'yaml',
  ])
    it(`leaves ${path} alone`, () => assert.equal(isKubernetesCandidatePath(path), false));
});

describe('Kubernetes files', () => {
  const is = (text: string) => parseKubernetes(text).isKubernetes;
  for (const text of [
    'apiVersion: v1\nkind: Pod\n',
    'kind: Foo\napiVersion: example.com/v1\n',
    '{"apiVersion": "v1", "kind": "Pod"}',
    '# nothing\n---\na: 1\n---\napiVersion: v1\nkind: Pod\n',
    'apiVersion: v1\nkind:\n',
    'apiVersion: v1\nkind: Pod\nspec: [\n  "x\n',
    '{"apiVersion": "v1", "kind": "Pod", "spec": {',
    'apiVersion: {{ .v }}\nkind: Deployment\n',
  ])
    it(`recognises ${JSON.stringify(text)}`, () => assert.equal(is(text), true));
  for (const text of [
    '',
    'a: 1\n',
    'apiVersion: v2\nname: chart\ndescription: kind\n',
    'image: x\nkinds: 1\n# apiVersion\n',
    'apiVersion',
    '- apiVersion: v1\n  kind: Pod\n',
    'x: |\n  apiVersion: v1\n  kind: Pod\n',
  ])
    it(`leaves ${JSON.stringify(text)} alone`, () => assert.equal(is(text), false));

  it('tells no syntax problems of a template', () => {
    const model = parseKubernetes('apiVersion: v1\nkind: Pod\nspec:\n  {{ if x }}\n bad: [\n');
    assert.equal(model.isTemplate, true);
    assert.deepEqual(model.problems, []);
  });

  const QUOTED = 'apiVersion: v1\nkind: Pod\nmetadata: { name: "{{ .x }}" }\n';
  it('takes actions in quotes for a template where charts have theirs', () => {
    assert.equal(parseKubernetes(QUOTED).isTemplate, false);
    assert.equal(parseKubernetes(QUOTED, undefined, 'web/templates/pod.yaml').isTemplate, true);
    const literal = 'apiVersion: v1 # {{ .x }}\nkind: Pod\n';
    assert.equal(parseKubernetes(literal, undefined, 'web/templates/pod.yaml').isTemplate, false);
  });

  for (const name of ['values.yaml', 'values-prod.yml', 'values.prod.yaml', 'prod-values.yaml', 'prod.values.yaml'])
    it(`leaves ${name} alone`, () =>
      assert.equal(parseKubernetes('apiVersion: v1\nkind: Pod\n', undefined, `chart/${name}`).isKubernetes, false));
  it('reads files whose name only looks like that of values', () =>
    assert.equal(parseKubernetes('apiVersion: v1\nkind: Pod\n', undefined, 'myvalues.yaml').isKubernetes, true));
});

describe('Kubernetes resources', () => {
  it('flattens lists, also inside lists, and keeps the order', () => {
    const text = `apiVersion: v1\nkind: List\nitems:\n  - { apiVersion: v1, kind: Service, metadata: { name: a, namespace: prod } }\n  - apiVersion: v1\n    kind: List\n    items: [ { apiVersion: apps/v1, kind: Deployment, metadata: { name: b } } ]\n---\napiVersion: v1\nkind: Pod\nmetadata: { generateName: c- }\n`;
    const { resources } = parseKubernetes(text);
    assert.deepEqual(
      resources.map(({ kind, group, version, name, namespace }) => [kind, group, version, name, namespace]),
      [
        ['Service', '', 'v1', 'a', 'prod'],
        ['Deployment', 'apps', 'v1', 'b', undefined],
        ['Pod', '', 'v1', 'c-', undefined],
      ],
    );
    assert.deepEqual(
      resources.map(({ nameSpan }) => text.slice(nameSpan.start, nameSpan.end)),
      ['a', 'b', 'c-'],
    );
  });
  it('is not dropped by one wrong field', () => {
    const { resources, workloads } = parseKubernetes(
      'apiVersion: v1\nkind: Pod\nmetadata: 5\nspec:\n  volumes: no\n  containers:\n    - name: [x]\n      image: 7\n    - 3\n',
    );
    assert.equal(resources.length, 1);
    assert.equal(workloads[0]?.containers.length, 1);
  });
  it('knows patches', () => {
    const partial = (text: string) => parseKubernetes(text).resources.map(({ isPartial }) => isPartial);
    assert.deepEqual(partial('apiVersion: apps/v1\nkind: Deployment\nspec: { replicas: 2 }\n'), [true]);
    assert.deepEqual(partial('apiVersion: apps/v1\nkind: Deployment\nspec: { selector: {} }\n'), [false]);
    const deployment = (spec: string): string => `apiVersion: apps/v1\nkind: Deployment\nspec: { template: { ${spec} } }\n`;
    assert.deepEqual(partial(deployment('spec: { containers: [{ name: a, image: b }] }')), [true]);
    assert.deepEqual(partial(deployment('metadata: { labels: { a: b } }, spec: { containers: [{ name: a }] }')), [true]);
    assert.deepEqual(partial(deployment('metadata: { labels: { a: b } }, spec: { containers: [{ name: a, image: b }] }')), [
      false,
    ]);
    assert.deepEqual(partial('apiVersion: v1\nkind: Pod\n$patch: delete\n'), [true]);
    assert.deepEqual(partial('apiVersion: v1\nkind: Pod\n---\napiVersion: v1\nkind: Service\nspec: {{ x }}\n'), [true, true]);
  });
});

describe('Kubernetes templates', () => {
  const SPEC = 'spec: { selector: { matchLabels: {} }, template: { spec: { containers: [{ name: a, image: b }] } } }\n';
  const titles = (head: string): readonly string[] => parseKubernetes(`${head}\n${SPEC}`).workloads.map(({ title }) => title);

  it('have the usual API group where the version is computed', () => {
    const { resources } = parseKubernetes('apiVersion: {{ x }}\nkind: NetworkPolicy\n---\napiVersion: {{ x }}\nkind: Service\n');
    assert.deepEqual(
      resources.map(({ kind, group, apiVersion }) => [kind, group, apiVersion]),
      [
        ['NetworkPolicy', 'networking.k8s.io', ''],
        ['Service', '', ''],
      ],
    );
  });
  it('have workloads where version or kind is computed', () => {
    assert.deepEqual(titles('apiVersion: {{ x }}\nkind: Deployment'), ['Deployment']);
    assert.deepEqual(titles('apiVersion: apps/v1\nkind: {{ x }}\nmetadata: { name: web }'), ['Workload `web`']);
  });
  it('have none where a kind is missing or of somebody else', () => {
    assert.deepEqual(titles('apiVersion: apps/v1\nkind:'), []);
    assert.deepEqual(titles('apiVersion: {{ x }}\nkind: Website'), []);
  });
});

describe('placeholders', () => {
  const pod = (spec: string) => parseKubernetes(`apiVersion: v1\nkind: Pod\nspec: { ${spec} }\n`);
  it('are no literal values', () => {
    for (const text of ['${IMAGE}', '"${IMAGE:-a:1}"', '$(params.image)', "'$(tt.params[0])'"]) {
      const { workloads } = pod(`containers: [{ name: a, image: ${text} }]`);
      assert.equal(workloads[0]?.containers[0]?.image, undefined, text);
    }
  });
  it('may stand where YAML does not allow them', () => {
    const { problems, workloads } = pod(
      'hostNetwork: ${HOST}, containers: [{ name: a, image: "a:1", ports: [{ containerPort: ${PORT} }] }]',
    );
    assert.deepEqual(problems, []);
    assert.equal(workloads[0]?.containers[0]?.image?.value, 'a:1');
  });
  it('excuse no mistake beside them', () => assert.equal(pod('hostNetwork: ${HOST}, b: ]').problems.length, 1));
});

describe('Kubernetes workloads', () => {
  const inner =
    'spec: { containers: [ { name: c, image: i:1 } ], initContainers: [ { name: a } ], ephemeralContainers: [ { name: e } ] }';
  const shapes: Readonly<Record<string, string>> = {
    'v1/Pod': inner,
    'v1/PodTemplate': `template: { ${inner} }`,
    'v1/ReplicationController': `spec: { template: { ${inner} } }`,
    'apps/v1/Deployment': `spec: { template: { ${inner} } }`,
    'apps/v1/StatefulSet': `spec: { template: { ${inner} } }`,
    'apps/v1/DaemonSet': `spec: { template: { ${inner} } }`,
    'extensions/v1beta1/ReplicaSet': `spec: { template: { ${inner} } }`,
    'batch/v1/Job': `spec: { template: { ${inner} } }`,
    'batch/v1/CronJob': `spec: { jobTemplate: { spec: { template: { ${inner} } } } }`,
    'apps.openshift.io/v1/DeploymentConfig': `spec: { template: { ${inner} } }`,
    'argoproj.io/v1alpha1/Rollout': `spec: { template: { ${inner} } }`,
    'serving.knative.dev/v1/Service': `spec: { template: { ${inner} } }`,
    'sources.knative.dev/v1/ContainerSource': `spec: { template: { ${inner} } }`,
    'agents.x-k8s.io/v1alpha1/Sandbox': `spec: { podTemplate: { ${inner} } }`,
    'extensions.agents.x-k8s.io/v1alpha1/SandboxTemplate': `spec: { podTemplate: { ${inner} } }`,
    'apps.kruise.io/v1alpha1/CloneSet': `spec: { template: { ${inner} } }`,
    'apps.kruise.io/v1beta1/StatefulSet': `spec: { template: { ${inner} } }`,
    'keda.sh/v1alpha1/ScaledJob': `spec: { jobTargetRef: { template: { ${inner} } } }`,
  };
  for (const [type, body] of Object.entries(shapes)) {
    it(`reads ${type}`, () => {
      const kind = type.slice(type.lastIndexOf('/') + 1);
      const text = `apiVersion: ${type.slice(0, type.lastIndexOf('/'))}\nkind: ${kind}\nmetadata: { name: w }\n${body}\n`;
      const [workload] = parseKubernetes(text).workloads;
      assert.deepEqual(
        workload?.containers.map(({ list, name }) => `${list} ${name}`),
        ['initContainers a', 'containers c', 'ephemeralContainers e'],
      );
      assert.equal(workload.title, `${kind} \`w\``);
      assert.equal(text.slice(workload.specKey.start, workload.specKey.end), 'spec');
    });
  }
  for (const type of [
    'v1/Service',
    'example.com/v1/Pod',
    'kustomize.config.k8s.io/v1beta1/Kustomization',
    'argoproj.io/v1alpha1/Application',
  ])
    it(`does not judge ${type}`, () => {
      const at = type.lastIndexOf('/');
      assert.deepEqual(
        parseKubernetes(`apiVersion: ${type.slice(0, at)}\nkind: ${type.slice(at + 1)}\nspec: { containers: [ { name: c } ] }\n`)
          .workloads,
        [],
      );
    });
  it('reads the annotations of the pods, not of what makes them', () => {
    const annotations = (text: string) =>
      parseKubernetes(text).workloads.map((workload) => workload.annotations?.entries.map((entry) => keyOf(entry)));
    const job =
      'apiVersion: batch/v1\nkind: Job\nmetadata: { annotations: { a: b } }\nspec: { template: { metadata: { annotations: { c: d } }, spec: {} } }\n';
    assert.deepEqual(annotations(job), [['c']]);
    assert.deepEqual(annotations('apiVersion: v1\nkind: Pod\nmetadata: { annotations: { a: b } }\nspec: {}\n'), [['a']]);
    assert.deepEqual(annotations('apiVersion: v1\nkind: Pod\nspec: {}\n'), [undefined]);
  });
  it('reads volumes, mounts, Windows and user namespaces', () => {
    const [workload] = parseKubernetes(
      pod(
        '  os: { name: windows }\n  hostUsers: false\n  volumes: [ { name: v } ]\n  containers:\n    - volumeMounts: [ { name: v, mountPath: /x } ]\n      volumeDevices: [ { name: w } ]\n',
      ),
    ).workloads;
    assert.equal(workload?.isWindows, true);
    assert.equal(workload.hasUserNamespace, true);
    assert.deepEqual(
      workload.volumes.map(({ name }) => name),
      ['v'],
    );
    const [container] = workload.containers;
    assert.ok(container);
    assert.deepEqual(
      mountsOf(container).map(({ name }) => name.text),
      ['v', 'w'],
    );
  });
});

describe('effective settings', () => {
  const effective = (podContext: string, containerContext: string) => {
    const [workload] = parseKubernetes(
      pod(`  securityContext: ${podContext}\n  containers:\n    - name: c\n      securityContext: ${containerContext}\n`),
    ).workloads;
    const container = workload?.containers[0];
    assert.ok(workload && container);
    const nonRoot = effectiveBoolean(workload, container, 'runAsNonRoot');
    const user = effectiveNumber(workload, container, 'runAsUser');
    const seccomp = effectiveString(workload, container, 'seccompProfile', 'type');
    return [nonRoot, user, seccomp].map((setting) =>
      setting && setting !== 'unknown' ? `${setting.value} ${setting.from}` : setting,
    );
  };
  const cases: readonly (readonly [string, string, readonly unknown[]])[] = [
    ['{ runAsNonRoot: true, runAsUser: 1 }', '{}', ['true pod', '1 pod', undefined]],
    [
      '{ runAsNonRoot: true, runAsUser: 1 }',
      '{ runAsNonRoot: false, runAsUser: 0 }',
      ['false container', '0 container', undefined],
    ],
    ['{ seccompProfile: { type: a } }', '{ runAsUser: ~ }', [undefined, undefined, 'a pod']],
    ['{ runAsUser: 1 }', '{ runAsUser: null, seccompProfile: { type: b } }', [undefined, '1 pod', 'b container']],
    ['{ runAsUser: "1" }', '{ seccompProfile: { type: 5 } }', [undefined, 'unknown', 'unknown']],
    ['5', '{ runAsNonRoot: yes }', ['true container', 'unknown', 'unknown']],
  ];
  for (const [podContext, containerContext, expected] of cases)
    it(`pod ${podContext}, container ${containerContext}`, () =>
      assert.deepEqual(effective(podContext, containerContext), expected));
});

describe('lookup', () => {
  const base = parseKubernetes(pod('  a: { b: 1 }\n  c:\n  d: *x\n')).workloads[0]?.spec;
  const state = (...path: readonly string[]) => lookup(base, ...path).state;
  it('tells present, absent and unknown apart', () => {
    assert.equal(state('a', 'b'), 'present');
    assert.equal(state('a', 'x', 'y'), 'absent');
    assert.equal(state('c', 'x'), 'absent');
    assert.equal(state('a', 'b', 'c'), 'unknown');
    assert.equal(state('d', 'x'), 'unknown');
  });
});

describe('image references', () => {
  const cases: readonly (readonly [string, unknown])[] = [
    ['nginx', { name: 'nginx', tag: undefined, digest: undefined }],
    ['nginx:1', { name: 'nginx', tag: '1', digest: undefined }],
    ['host:5000/a/b', { name: 'host:5000/a/b', tag: undefined, digest: undefined }],
    ['host:5000/a/b:c@sha256:d', { name: 'host:5000/a/b', tag: 'c', digest: 'sha256:d' }],
    ['$(IMAGE)', undefined],
    ['IMAGE', undefined],
    ['host.example/team/APP_NAME:1', undefined],
    ['host.example/My_App:1', { name: 'host.example/My_App', tag: '1', digest: undefined }],
    ['Host.example/app:V1', { name: 'Host.example/app', tag: 'V1', digest: undefined }],
    [':x', undefined],
  ];
  for (const [text, expected] of cases) it(text, () => assert.deepEqual(parseImage(text), expected));
});

describe('Kubernetes comments and annotations', () => {
  it('say what they cover', () => {
    const text = 'apiVersion: v1\nkind: Pod # behind\n# above\n# two\n\nspec:\n  a: "# no"\n# last\n';
    assert.deepEqual(
      parseKubernetes(text).comments.map(({ text: comment, covers }) => [comment, text.slice(covers.start, covers.end)]),
      [
        ['behind', 'kind: Pod # behind'],
        ['above', 'spec:'],
        ['two', 'spec:'],
        ['last', ''],
      ],
    );
  });
  it('annotations cover their resource', () => {
    const text =
      '---\napiVersion: v1\nkind: Pod\nmetadata:\n  annotations:\n    larboard.dev/ignore: "x: y"\nspec: {}\n---\na: 1\n';
    const [annotation] = parseKubernetes(text).annotations;
    assert.equal(annotation?.name, 'larboard.dev/ignore');
    assert.equal(text.slice(annotation.span.start, annotation.span.end), '"x: y"');
    assert.equal(text.slice(annotation.covers.start, annotation.covers.end).endsWith('spec: {}'), true);
  });
});

describe('Kubernetes facts', () => {
  it('are plain data about resources and workloads', () => {
    const text = `apiVersion: v1\nkind: Service\nmetadata: { name: s, labels: { a: b } }\nspec: { selector: { app: p } }\n---\n${pod('  securityContext: { runAsNonRoot: true }\n  containers: [ { name: c, image: i:1 } ]\n')}`;
    const facts = kubernetesFacts(parseKubernetes(text));
    assert.deepEqual(JSON.parse(JSON.stringify(facts)), JSON.parse(JSON.stringify(structuredClone(facts))));
    assert.deepEqual(facts.resources[0]?.selection?.selector.labels, { app: 'p' });
    const container = facts.workloads[0]?.containers[0];
    assert.equal(container?.image?.value, 'i:1');
    assert.ok(container.runAsNonRoot && container.runAsNonRoot !== 'unknown');
    assert.equal(text.slice(container.runAsNonRoot.span.start, container.runAsNonRoot.span.end), 'true');
    assert.equal(container.runAsUser, undefined);
  });

  it('tell who may do what', () => {
    const text = [
      'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: { name: r, labels: { to: all } }\naggregationRule: { clusterRoleSelectors: [ { matchLabels: { to: r } } ] }\nrules:\n- { apiGroups: [""], resources: [pods, {{ .x }}], verbs: get }\n',
      'apiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nmetadata: { name: b, namespace: n }\nroleRef: { kind: ClusterRole, name: r }\nsubjects: [ { kind: User, name: u }, { kind: Group } ]\n',
      'apiVersion: v1\nkind: ServiceAccount\nmetadata: { name: a }\nautomountServiceAccountToken: false\n',
      'apiVersion: v1\nkind: Pod\nmetadata: { name: p }\nspec: { serviceAccountName: a, containers: [] }\n',
    ].join('---\n');
    const { roles, bindings, accounts, uses } = kubernetesFacts(parseKubernetes(text)).rbac;
    const [role, rule] = [roles[0], roles[0]?.rules[0]];
    assert.ok(role && rule);
    assert.deepEqual([role.title, role.labels, role.aggregates], ['ClusterRole `r`', { to: 'all' }, [{ to: 'r' }]]);
    assert.deepEqual([rule.resources?.words.map((word) => word.text), rule.resources?.isComplete], [['pods'], false]);
    assert.deepEqual([rule.verbs, rule.resourceNames], [{ words: [], isComplete: false }, undefined]);
    assert.deepEqual([bindings[0]?.role?.name.text, bindings[0]?.subjects.map(({ name }) => name.text)], ['r', ['u']]);
    assert.deepEqual([accounts[0]?.name, accounts[0]?.mountsToken], ['a', false]);
    assert.deepEqual([uses[0]?.title, uses[0]?.account.text, uses[0]?.mountsToken], ['Pod `p`', 'a', undefined]);
  });
});
