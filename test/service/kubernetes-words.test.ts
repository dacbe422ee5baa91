import assert from 'node:assert/strict';
import { hoverAt } from '../../server/src/service/hover.ts';
import { Workspace } from '../../server/src/service/workspace.ts';
import { caret } from '../support/caret.ts';

const PATH = 'shop/web.yaml';

/** The hover at `|`, without findings. */
function hover(marked: string, kubernetesVersion = '1.36', path = PATH): string | undefined {
  const { text, offset } = caret(marked);
  const workspace = new Workspace({ today: '2026-11-27', rules: [], settings: { kubernetes: { version: kubernetesVersion } } });
  workspace.set(
    'shop/config.yaml',
    'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings\n---\napiVersion: v1\nkind: Secret\nmetadata: { name: keys }\n',
  );
  workspace.set(
    'crd.yaml',
    'apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: { name: shops.example.com }\nspec:\n  group: example.com\n  names: { kind: Shop }\n  versions: [{ name: v1, schema: { openAPIV3Schema: { type: object, properties: { spec: { type: object, properties: { size: { type: string, enum: [s, l] } } } } } } }]\n',
  );
  workspace.set('shop/api/Dockerfile', 'FROM scratch\n');
  workspace.set(path, text);
  return hoverAt(workspace, path, offset)?.markdown;
}

const DEPLOYMENT = 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n';
const POD = 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n';

describe('hover over the words of a Kubernetes file', () => {
  const cases: Readonly<Record<string, readonly [marked: string, ...says: RegExp[]]>> = {
    'a field': [
      `${DEPLOYMENT}  repl|icas: 1\n`,
      /^\*\*replicas\*\* · integer$/m,
      /^Number of desired pods\.$/m,
      /\[API reference of Deployment\]\(https:\/\/kubernetes\.io\/docs\/reference\/generated\/kubernetes-api\/v1\.36\/#deployment-v1-apps\)/,
    ],
    'a required field': [`${POD}  contain|ers: []\n`, /^\*\*containers\*\* · list of Container · required$/m],
    'an object': [`${POD}  security|Context: {}\n`, /^\*\*securityContext\*\* · PodSecurityContext$/m],
    'a map': [`${POD}  node|Selector: {}\n`, /map of string/],
    'a field with few values': [`${POD}  restart|Policy: Never\n`, /^One of `Always`, `Never`, `OnFailure`\.$/m],
    'one of few values': [`${POD}  restartPolicy: Nev|er\n`, /^\*\*restartPolicy\*\*/, /^One of /m],
    'a boolean value': [`${POD}  hostPID: tr|ue\n`, /^\*\*hostPID\*\* · boolean/],
    'flow style': [`${DEPLOYMENT}  strategy: { ty|pe: Recreate }\n`, /^\*\*type\*\* · string/],
    JSON: ['{ "apiVersion": "v1", "kind": "Pod", "spec": { "host|PID": true } }', /^\*\*hostPID\*\*/],
    'a field that is new': [`${POD}  hostname|Override: a\n`, /^Since 1\.3\d\.$/m],
    'a volume that is deprecated': [
      `${POD}  volumes:\n    - name: a\n      rb|d: {}\n`,
      /⚠ Deprecated since 1\.28, without effect since 1\.31: use the CSI driver `rbd\.csi\.ceph\.com`\./,
    ],
    'the metadata': [POD.replace('name', 'na|me'), /^\*\*name\*\* · string/],
    'a kind': ['apiVersion: apps/v1\nkind: Deploy|ment\n', /^\*\*Deployment\*\* · `apps\/v1`$/m, /^Keeps a number of /m],
    'an API version': ['apiVersion: apps|/v1\nkind: Deployment\n', /^\*\*Deployment\*\* · `apps\/v1`$/m],
    'an API version that was removed': [
      'apiVersion: policy/v1|beta1\nkind: PodDisruptionBudget\n',
      /^⚠ Deprecated since 1\.21, removed in 1\.25\. Use `policy\/v1` \(since 1\.21\)\.$/m,
      /^Kubernetes 1\.36 serves `policy\/v1`\.$/m,
    ],
    'other API versions': ['apiVersion: autoscaling/v1\nkind: Horizontal|PodAutoscaler\n', /also serves `autoscaling\/v2`/],
    'a custom kind': [
      'apiVersion: example.com/v1\nkind: Sh|op\n',
      /^\*\*Shop\*\* · `example\.com\/v1`$/m,
      /its definition is in the workspace and has `example\.com\/v1`/,
    ],
    'a custom field': [
      'apiVersion: example.com/v1\nkind: Shop\nspec:\n  si|ze: s\n',
      /^\*\*size\*\* · string$/m,
      /^One of `s`, `l`\.$/m,
    ],
    'a reference': [
      `${POD}  volumes: [{ name: a, configMap: { name: sett|ings } }]\n`,
      /^\*\*settings\*\* · ConfigMap, defined in `config\.yaml` line 4$/,
    ],
    'another reference': [`${POD}  imagePullSecrets: [{ name: ke|ys }]\n`, /Secret, defined in `config\.yaml` line 8$/],
    'what a selector picks': [
      `apiVersion: v1\nkind: Service\nmetadata: { name: a }\nspec: { selector: { ap|p: web } }\n---\n${POD.replace('name: web', 'name: web\n  labels: { app: web }')}  containers: []\n`,
      /^Selects the pods of `web\.yaml` line 9$/,
    ],
    'an image that the workspace builds': [
      `${POD}  containers: [{ name: a, image: 'registry.example/ap|i:1' }]\n`,
      /^By its name, built from `api\/Dockerfile`$/,
    ],
    'an item of a List': [
      'apiVersion: v1\nkind: List\nitems:\n  - apiVersion: v1\n    kind: Pod\n    spec: { host|PID: true }\n',
      /^\*\*hostPID\*\*/,
    ],
  };
  for (const [name, [marked, ...says]] of Object.entries(cases)) {
    it(name, () => {
      const markdown = hover(marked) ?? '';
      for (const pattern of says) assert.match(markdown, pattern);
    });
  }

  it('tells what the target version does not have', () => {
    assert.match(hover(`${POD}  hostname|Override: a\n`, '1.30') ?? '', /⚠ Not in Kubernetes 1\.30\. Since 1\.3\d\./);
  });

  it('is silent where there is nothing to say', () => {
    for (const marked of [
      `${POD}  repl|icas: 1\n`,
      `${POD}  # host|PID\n`,
      `${POD}  containers: [{ name: a, image: ngi|nx }]\n`,
      POD.replace('spec', '  labels: { a|pp: x }\nspec'),
      'apiVersion: what.example/v1\nkind: Wh|at\nspec: {}\n',
      `${POD}  volumes: [{ name: a, configMap: { name: els|ewhere } }]\n`,
    ])
      assert.equal(hover(marked), undefined, marked);
    assert.equal(hover('ki|nd: a\nb: c\n'), undefined);
  });

  it('stands behind findings', () => {
    const workspace = new Workspace({ today: '2026-11-27' });
    const text = `${POD}  hostPID: true\n  containers: [{ name: a, image: b }]\n`;
    workspace.set(PATH, text);
    const parts = hoverAt(workspace, PATH, text.indexOf('true'))?.markdown.split('\n\n---\n\n') ?? [];
    assert.ok(parts.length > 1);
    assert.match(parts.at(-1) ?? '', /^\*\*hostPID\*\*/);
  });
});
