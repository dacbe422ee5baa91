import assert from 'node:assert/strict';
import { applyEdits } from '../../server/src/base/edit.ts';
import { snapshot } from '../../server/src/base/snapshot.ts';
import { parseYaml } from '../../server/src/model/yaml/index.ts';
import { hoverAt } from '../../server/src/service/hover.ts';
import { completionsAt } from '../../server/src/service/kubernetes/completion/completions.ts';
import { Workspace } from '../../server/src/service/workspace.ts';

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
      annotations:
        larboard.dev/ignore: "kubernetes/host-pid: why"
    spec:
      containers:
      - name: shop
        image: "shop:1" # floats
        args: [a, 'b']
        
        envFrom:
        - configMapRef: {name: settings}
      - 
      volumes:
        - name: data
          configMap:
            name: settings
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
data:
  text: |
    kind: nothing
    a: b
`;

const TEXTS: Readonly<Record<string, string>> = {
  'block style': DEPLOYMENT,
  'CRLF and a byte order mark': `\uFEFF${DEPLOYMENT.replaceAll('\n', '\r\n')}`,
  JSON: '{\n  "apiVersion": "v1",\n  "kind": "Service",\n  "metadata": { "name": "a" },\n  "spec": {\n    "type": "",\n    "ports": [{ "port": 80 }, {}]\n  }\n}\n',
  'flow style': 'apiVersion: v1\nkind: Pod\nspec: {hostPID: , containers: [{name: a, }, {}], volumes: []}\n',
  'half-typed':
    'apiVersion: apps/v1\nkind: Deployment\nspec:\n  repl\n  template:\n    spec:\n      containers:\n        -\n      host:\n    \n  \n',
  broken: 'apiVersion: v1\nkind: Pod\nspec:\n  a: "b\n  c: [\n   d: }\n- x\n\t- y: {{ z }}\n',
  'a template':
    '{{- if .Values.on }}\napiVersion: v1\nkind: Pod\nmetadata:\n  name: {{ .Release.Name }}\nspec:\n  {{- with .Values.x }}\n  hostPID: \n  {{- end }}\n{{- end }}\n',
  anchors:
    'apiVersion: v1\nkind: Pod\nspec: &s\n  containers: &c\n    - &d {name: a}\n    - *d\n  <<: *s\n  initContainers: *c\n',
  'a List': 'apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: Pod\n  spec:\n    \n- \n',
};

const problemsIn = (text: string): number => parseYaml(text).documents.reduce((sum, { problems }) => sum + problems.length, 0);

describe('property: completion and hover of Kubernetes files', () => {
  for (const [name, text] of Object.entries(TEXTS)) {
    it(`${name}: no place throws, and what is chosen breaks nothing`, function () {
      this.timeout(60_000);
      const workspace = new Workspace({ today: '2026-11-27' });
      workspace.set('a.yaml', text);
      const parsed = workspace.parsed('a.yaml');
      assert.equal(parsed?.kind, 'kubernetes');
      const before = problemsIn(text);
      let seen = 0;
      for (let offset = 0; offset <= text.length; offset++) {
        hoverAt(workspace, 'a.yaml', offset);
        const file = snapshot('a.yaml', text);
        const items = completionsAt(parsed.model, file, offset, workspace.surroundings('a.yaml'), [['a/b', 'c']]);
        for (const [index, item] of items.entries()) {
          assert.ok(item.span.start <= offset && offset <= item.span.end, `${item.label} is not at ${offset}`);
          // Neighbours in the list differ little in what they write.
          if (index > 3 && (index + offset) % 7 !== 0) continue;
          seen++;
          const after = applyEdits(text, [...(item.others ?? []), item]);
          assert.ok(
            problemsIn(after) <= before,
            `${item.label} at ${offset} breaks ${JSON.stringify(after.slice(0, offset + 40))}`,
          );
        }
      }
      if (name !== 'broken') assert.ok(seen > 0, 'something is offered somewhere');
    });
  }
});
