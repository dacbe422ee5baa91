import assert from 'node:assert/strict';
import { createAnalyzer } from '../../server/src/index.ts';
import { Workspace } from '../../server/src/service/workspace.ts';

const DEPLOYMENT = `apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - name: app
          image: registry.example/web:1.2.3
`;

/** The rules that speak about a file. */
function rulesIn(path: string, files: Readonly<Record<string, string>>): readonly string[] {
  const { findings } = createAnalyzer({ config: { profile: 'all' } }).analyze(
    Object.entries(files).map(([name, text]) => ({ path: name, text })),
  );
  return findings.filter((finding) => finding.path === path).map(({ rule }) => rule);
}

describe('kustomizations', () => {
  const files = { 'base/deployment.yaml': DEPLOYMENT, 'base/kustomization.yaml': 'resources: [deployment.yaml]\n' };

  it('make what is missing in a patch no finding', () => {
    const patch = { 'prod/web.yaml': DEPLOYMENT };
    const own = rulesIn('prod/web.yaml', patch);
    assert.ok(own.includes('kubernetes/capabilities-drop-all'), own.join());
    const listed = rulesIn('prod/web.yaml', {
      ...files,
      ...patch,
      'prod/kustomization.yaml': 'resources: [../base]\npatches:\n  - path: web.yaml\n',
    });
    assert.ok(!listed.includes('kubernetes/capabilities-drop-all'), listed.join());
  });

  it('still judge what a patch says', () => {
    const rules = rulesIn('prod/web.yaml', {
      ...files,
      'prod/web.yaml': DEPLOYMENT.replace('          image', '          securityContext: { privileged: true }\n          image'),
      'prod/kustomization.yaml': 'resources: [../base]\npatches:\n  - path: web.yaml\n',
    });
    assert.ok(rules.includes('kubernetes/privileged-container'), rules.join());
  });

  it('are no resources themselves', () => {
    assert.deepEqual(rulesIn('base/kustomization.yaml', files), []);
  });
});

describe('overlays', () => {
  const DROP = 'kubernetes/capabilities-drop-all';
  const base = {
    'base/deployment.yaml': DEPLOYMENT,
    'base/kustomization.yaml': 'resources: [deployment.yaml]\n',
  };
  const HARD = 'securityContext: { capabilities: { drop: [ALL] } }';
  const merge = (name: string, container = 'app'): string =>
    `apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: ${name} }\nspec: { template: { spec: { containers: [{ name: ${container}, ${HARD} }] } } }\n`;
  const OPERATIONS =
    '- op: add\n  path: /spec/template/spec/containers/0/securityContext\n  value: { capabilities: { drop: [ALL] } }\n';
  const indented = (text: string): string => text.replaceAll(/^(?=.)/gm, '      ');
  const overlay = (patches: string): string => `resources: [../base]\n${patches}`;
  const inline = (patch: string, target = ''): string => overlay(`patches:\n  - ${target}patch: |-\n${indented(patch)}`);
  const saysMissing = (files: Readonly<Record<string, string>>): boolean =>
    rulesIn('base/deployment.yaml', { ...base, ...files }).includes(DROP);

  const supplied: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    'a patch file': { 'prod/kustomization.yaml': overlay('patches: [{ path: p.yaml }]\n'), 'prod/p.yaml': merge('web') },
    'a patch file of the old field': {
      'prod/kustomization.yaml': overlay('patchesStrategicMerge: [p.yaml]\n'),
      'prod/p.yaml': merge('web'),
    },
    'a patch in the kustomization': { 'prod/kustomization.yaml': inline(merge('web')) },
    'a patch with a target': {
      'prod/kustomization.yaml': inline(merge('any'), 'target: { kind: Deployment, name: "w.*" }\n    '),
    },
    'operations for a target': {
      'prod/kustomization.yaml': inline(OPERATIONS, 'target: { group: apps, kind: Deployment }\n    '),
    },
    'operations in a file': {
      'prod/kustomization.yaml': overlay('patchesJson6902: [{ path: p.yaml, target: { kind: Deployment, name: web } }]\n'),
      'prod/p.yaml': OPERATIONS,
    },
    'a component': {
      'prod/kustomization.yaml': overlay('components: [../hard]\n'),
      'hard/kustomization.yaml': `kind: Component\npatches:\n  - patch: |-\n${indented(merge('web'))}`,
    },
    'an overlay of an overlay': {
      'stage/kustomization.yaml': inline(merge('web')),
      'prod/kustomization.yaml': 'resources: [../stage]\n',
    },
    'all overlays': { 'prod/kustomization.yaml': inline(merge('web')), 'test/kustomization.yaml': inline(merge('web')) },
    'the base itself': { 'base/kustomization.yaml': inline(merge('web')).replace('../base', 'deployment.yaml') },
  };
  for (const [by, files] of Object.entries(supplied))
    it(`supply what a base leaves out: by ${by}`, () => assert.equal(saysMissing(files), false));

  const missing: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    'no overlay patches': { 'prod/kustomization.yaml': overlay('') },
    'one of the overlays does not patch': {
      'prod/kustomization.yaml': inline(merge('web')),
      'test/kustomization.yaml': overlay(''),
    },
    'another object is patched': { 'prod/kustomization.yaml': inline(merge('other')) },
    'another container is patched': { 'prod/kustomization.yaml': inline(merge('web', 'proxy')) },
    'a target takes another object': { 'prod/kustomization.yaml': inline(merge('web'), 'target: { name: api }\n    ') },
    'a target is by labels that are not there': {
      'prod/kustomization.yaml': inline(OPERATIONS, 'target: { labelSelector: "tier=front" }\n    '),
    },
    'an operation leads nowhere': {
      'prod/kustomization.yaml': inline(OPERATIONS.replace('/0/', '/7/'), 'target: { kind: Deployment }\n    '),
    },
    'an overlay only sets the namespace': {
      'prod/kustomization.yaml': overlay('namespace: prod\nlabels: [{ pairs: { a: b } }]\n'),
    },
    'a patch gives another name': {
      'prod/kustomization.yaml': inline(
        '- { op: add, path: /metadata/namespace, value: x }\n- { op: replace, path: /metadata/name, value: y }\n',
        'target: { kind: Deployment }\n    ',
      ),
    },
    'the patch is not there': { 'prod/kustomization.yaml': overlay('patches: [{ path: p.yaml }]\n') },
    'a patch says something else': {
      'prod/kustomization.yaml': inline(merge('web').replace(HARD, 'securityContext: { runAsUser: 10001 }')),
    },
  };
  for (const [where, files] of Object.entries(missing))
    it(`leave the finding on the base where ${where}`, () => assert.equal(saysMissing(files), true));

  it('may set how many pods a workload has', () => {
    const pdb =
      'apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: { name: web }\nspec: { minAvailable: 1, selector: { matchLabels: { app: web } } }\n';
    const blocks = (files: Readonly<Record<string, string>>): boolean =>
      rulesIn('prod/pdb.yaml', { ...base, 'prod/pdb.yaml': pdb, ...files }).includes('kubernetes/pdb-blocks-eviction');
    const prod = 'resources: [../base, pdb.yaml]\n';
    const count = '- { op: add, path: /spec/replicas, value: 3 }\n';
    assert.equal(blocks({ 'prod/kustomization.yaml': prod }), true);
    for (const scale of [
      'replicas: [{ name: web, count: 3 }]\n',
      `patches:\n  - target: { kind: Deployment }\n    patch: |-\n${indented(count)}`,
      'patches: [{ path: p.yaml }]\n',
    ]) {
      const patch = 'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec: { replicas: 3 }\n';
      assert.equal(blocks({ 'prod/kustomization.yaml': prod + scale, 'prod/p.yaml': patch }), false, scale);
    }
    assert.equal(blocks({ 'prod/kustomization.yaml': `${prod}replicas: [{ name: other, count: 3 }]\n` }), true);
  });

  it('supply the namespace', () => {
    const says = (kustomization: string): boolean =>
      rulesIn('base/deployment.yaml', { ...base, 'prod/kustomization.yaml': kustomization }).includes(
        'kubernetes/limit-range-quota',
      );
    assert.equal(says(overlay('')), true);
    assert.equal(says(overlay('namespace: prod\n')), false);
  });

  it('supply what the objects of a list leave out', () => {
    const list = `apiVersion: v1\nkind: List\nitems:\n- ${DEPLOYMENT.trim().replaceAll('\n', '\n  ')}\n`;
    const listed = { 'base/deployment.yaml': list };
    assert.equal(saysMissing(listed), true);
    assert.equal(saysMissing({ ...listed, 'prod/kustomization.yaml': inline(merge('web')) }), false);
    assert.equal(saysMissing({ ...listed, 'prod/kustomization.yaml': inline(merge('other')) }), true);
  });

  it('may change what a base says', () => {
    const image = 'base/deployment.yaml';
    const floating = { ...base, [image]: DEPLOYMENT.replace(':1.2.3', '') };
    const says = (kustomization: string): boolean =>
      rulesIn(image, { ...floating, 'prod/kustomization.yaml': kustomization }).includes('kubernetes/image-tag-latest');
    assert.equal(says(overlay('')), true);
    assert.equal(says(overlay('images: [{ name: registry.example/web, newTag: 1.2.3 }]\n')), false);
    assert.equal(says(overlay('images: [{ name: other, newTag: 1.2.3 }]\n')), true);
  });

  it('leave by itself what they only half supply', () => {
    const shown = (files: Readonly<Record<string, string>>): readonly string[] => {
      const all = Object.entries({ ...base, ...files }).map(([path, text]) => ({ path, text }));
      return createAnalyzer()
        .analyze(all)
        .findings.map(({ rule }) => rule);
    };
    const half = merge('web').replace(HARD, 'securityContext: { runAsUser: 10001 }');
    assert.ok(shown({}).includes('kubernetes/security-context-missing'));
    assert.ok(!shown({}).includes('kubernetes/allow-privilege-escalation'));
    const left = shown({ 'prod/kustomization.yaml': inline(half) });
    assert.ok(!left.includes('kubernetes/security-context-missing'), left.join());
    assert.ok(left.includes('kubernetes/allow-privilege-escalation'), left.join());
  });

  it('are looked at again when a patch changes', () => {
    const workspace = new Workspace({ today: '2026-01-01', commandLine: { profile: 'all' } });
    const files = { ...base, 'prod/kustomization.yaml': overlay('patches: [{ path: p.yaml, target: { kind: Deployment } }]\n') };
    for (const [path, text] of Object.entries(files)) workspace.set(path, text);
    const says = (): boolean => workspace.report('base/deployment.yaml').findings.some(({ rule }) => rule === DROP);
    workspace.set('prod/p.yaml', '[]\n');
    assert.equal(says(), true);
    const { revision } = workspace;
    workspace.set('prod/p.yaml', OPERATIONS);
    assert.notEqual(workspace.revision, revision);
    assert.equal(says(), false);
    workspace.delete('prod/p.yaml');
    assert.equal(says(), true);
  });

  it('may take each other in without end', () => {
    const circle = {
      'a/kustomization.yaml': 'resources: [../b, ../base]\n',
      'b/kustomization.yaml': 'resources: [../a, ../base]\n',
    };
    assert.equal(saysMissing(circle), true);
  });
});
