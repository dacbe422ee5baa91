import assert from 'node:assert/strict';
import { createAnalyzer } from '../../server/src/index.ts';

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
