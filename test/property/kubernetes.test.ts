import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../server/src/base/edit.ts';
import { snapshot } from '../../server/src/base/snapshot.ts';
import { analyze } from '../../server/src/engine/analyze.ts';
import { NO_REGISTRY } from '../../server/src/engine/registry.ts';
import { NO_ADVISORIES } from '../../server/src/engine/builtin-advisories.ts';
import type { AnyRule } from '../../server/src/engine/rule.ts';
import { WorkspaceIndex } from '../../server/src/engine/workspace-index.ts';
import { type KubernetesFile, kubernetesFacts, parseKubernetes } from '../../server/src/model/kubernetes/index.ts';
import { at, nodesOf, parseYaml, setPath, styleOf, valueOf } from '../../server/src/model/yaml/index.ts';
import { allowPrivilegeEscalation } from '../../server/src/rules/kubernetes/allow-privilege-escalation.ts';
import { capabilitiesDropAll } from '../../server/src/rules/kubernetes/capabilities-drop-all.ts';
import { duplicateKey } from '../../server/src/rules/kubernetes/duplicate-key.ts';
import { hostPath } from '../../server/src/rules/kubernetes/host-path.ts';
import { imageTagLatest } from '../../server/src/rules/kubernetes/image-tag-latest.ts';
import { missingVolume } from '../../server/src/rules/kubernetes/missing-volume.ts';
import { privilegedContainer } from '../../server/src/rules/kubernetes/privileged-container.ts';
import { readOnlyRootFilesystem } from '../../server/src/rules/kubernetes/read-only-root-filesystem.ts';
import { runAsNonRoot } from '../../server/src/rules/kubernetes/run-as-non-root.ts';
import { yamlSyntax } from '../../server/src/rules/kubernetes/yaml-syntax.ts';

const RULES: readonly AnyRule[] = [
  allowPrivilegeEscalation,
  capabilitiesDropAll,
  duplicateKey,
  hostPath,
  imageTagLatest,
  missingVolume,
  privilegedContainer,
  readOnlyRootFilesystem,
  runAsNonRoot,
  yamlSyntax,
];

const DEPLOYMENT = `# The shop
apiVersion: apps/v1
kind: Deployment
metadata:
  name: shop
  labels: { app: shop, tier: "web" }
spec:
  replicas: 2
  selector:
    matchLabels:
      app: shop
  template:
    metadata:
      labels:
        app: shop
    spec:
      securityContext: # of the pod
        runAsUser: 0
      initContainers:
      - name: wait
        image: busybox
        command: ['sh', '-c', "until nslookup db; do sleep 1; done"]
      containers:
      - name: shop
        image: "registry.example.com/shop:latest" # floats
        env:
          - name: GREETING
            value: >-
              hello
              world
        securityContext: {privileged: true, capabilities: {add: [SYS_TIME]}}
        volumeMounts:
        - {name: data, mountPath: /data}
      volumes:
      - name: data
        hostPath:
          path: /var/data
`;
const LIST = `apiVersion: v1\r\nkind: List\r\nitems:\r\n- &svc\r\n  apiVersion: v1\r\n  kind: Service\r\n  metadata: {name: s}\r\n- *svc\r\n---\r\n{"apiVersion": "v1", "kind": "Pod", "spec": {"containers": [{"name": "a", "image": "b"}]}}\r\n`;
const CHART = `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: {{ include "n" . }}\nspec:\n  {{- if .x }}\n  replicas: 1\n  {{- end }}\n  template:\n    spec:\n      hostNetwork: true\n      containers:\n        - image: "{{ .i }}:{{ .t }}"\n          {{- with .sc }}\n          securityContext: {{ toYaml . | nindent 12 }}\n          {{- end }}\n`;
const FILES = [DEPLOYMENT, LIST, CHART, `${DEPLOYMENT}---\n${DEPLOYMENT}`];

/** Text that is more likely to hurt than noise: fragments of YAML in any order. */
const fragments = fc
  .array(
    fc.constantFrom(
      'apiVersion: v1\n',
      'kind: Pod\n',
      'spec:\n',
      '  containers:\n',
      '  - name: a\n',
      '    image: b\n',
      '---\n',
      '...\n',
      '\t',
      ' ',
      '"',
      "'",
      '{',
      '}',
      '[',
      ']',
      ',',
      ': ',
      '- ',
      '? ',
      '&a ',
      '*a',
      '<<: ',
      '!!str ',
      '|\n',
      '>-\n',
      '#',
      '{{ x }}',
      '{%',
      '\r',
      '\r\n',
      '\n',
      '\0',
      '\uFEFF',
      '😀',
      '\uD800',
      '%YAML 1.2\n',
      'items:\n',
      '\\',
      '~',
    ),
    { maxLength: 60 },
  )
  .map((parts) => `apiVersion: v1\nkind: Pod\n${parts.join('')}`);

function check(text: string, model: KubernetesFile = parseKubernetes(text)): void {
  const inside = ({ start, end }: { readonly start: number; readonly end: number }, what: string) => {
    assert.ok(start >= 0 && start <= end && end <= text.length, `${what} ${start}–${end} in ${text.length}`);
    for (const offset of [start, end])
      assert.ok(!(text[offset - 1] === '\r' && text[offset] === '\n' && what !== 'node'), `${what} splits CRLF`);
  };
  for (const document of model.yaml.documents) for (const node of nodesOf(document.root)) inside(node.span, 'node');
  for (const { span } of model.problems) inside(span, 'problem');
  for (const { span, covers } of model.comments) {
    inside(span, 'comment');
    inside(covers, 'cover');
  }
  kubernetesFacts(model);
  const env = {
    advisories: NO_ADVISORIES,
    registry: NO_REGISTRY,
    today: '2026-11-23',
    kubernetesVersion: '1.36',
    requiredLabels: new Map(),
    requiredAnnotations: new Map(),
    allowedRegistries: [],
    labels: new Map(),
    strictLabels: false,
    policies: [],
    workspace: new WorkspaceIndex().view(() => undefined),
  };
  const { findings, failures } = analyze(
    { kind: 'kubernetes', file: snapshot('a.yaml', text), model, env },
    RULES.map((rule) => ({ rule })),
  );
  assert.deepEqual(failures, []);
  for (const { span, fixes } of findings) {
    inside(span, 'finding');
    for (const { edits } of fixes) applyEdits(text, edits);
  }
}

describe('any text', () => {
  it('made of fragments is read and judged', () =>
    fc.assert(
      fc.property(fragments, (text) => check(text)),
      { numRuns: 600 },
    ));
  it('made of noise is read', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => check(`apiVersion: v1\nkind: Pod\n${text}`)),
      { numRuns: 300 },
    ));
});

describe('half-typed files', () => {
  it('are read at every length', () => {
    for (const text of FILES) for (let end = 0; end <= text.length; end += 11) check(text.slice(0, end));
  });
  it('are read without any one character', () => {
    for (const text of FILES) for (let gone = 0; gone < text.length; gone += 7) check(text.slice(0, gone) + text.slice(gone + 1));
  });
});

describe('parsing with an earlier model', () => {
  const edit = fc.record({
    file: fc.constantFrom(...FILES),
    from: fc.nat(2000),
    length: fc.nat(12),
    put: fc.constantFrom('', 'a', '\n', '---\n', '"', ': ', '  ', '\n---\na: &x 1\nb: *x\n'),
  });
  it('gives what a fresh parse gives', () =>
    fc.assert(
      fc.property(edit, ({ file, from, length, put }) => {
        const start = from % file.length;
        const edited = file.slice(0, start) + put + file.slice(start + length);
        assert.deepEqual(parseYaml(edited, parseYaml(file)), parseYaml(edited));
      }),
      { numRuns: 300 },
    ));
});

describe('inserting any key into any mapping', () => {
  it('changes nothing else and can be read back', () => {
    for (const text of [DEPLOYMENT, LIST]) {
      const { documents } = parseYaml(text);
      for (const [number, document] of documents.entries()) {
        for (const node of nodesOf(document.root)) {
          if (node.kind !== 'mapping') continue;
          const style = styleOf(text, document.root, snapshot('a', text).eol);
          const edits = setPath({ text, style }, node, ['inserted', 'deeply'], 'true');
          assert.ok(edits, `no edit for ${text.slice(node.span.start, node.span.end)}`);
          const changed = applyEdits(text, edits);
          assert.ok(edits.every(({ span }) => span.start === span.end));
          const after = parseYaml(changed).documents[number];
          assert.deepEqual(after?.problems, []);
          const found = [...nodesOf(after.root)].filter(
            (one) => one.kind === 'mapping' && valueOf(at(one, 'inserted', 'deeply')) === true,
          );
          assert.equal(found.length, 1);
          assert.equal([...nodesOf(after.root)].length, [...nodesOf(document.root)].length + 4);
        }
      }
    }
  });
});
