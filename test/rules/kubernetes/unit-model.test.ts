import assert from 'node:assert/strict';
import { createAnalyzer } from '../../../server/src/index.ts';

const DEPLOYMENT = `apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  replicas: 2
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - name: app
          image: registry.example/web:1.2.3
`;
const SCALER = `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web }
spec:
  minReplicas: 3
  maxReplicas: 5
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web }
`;
const BUDGET = `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: web }
spec:
  minAvailable: 2
  selector: { matchLabels: { app: web } }
`;

/** What one rule says about a file, and where its related place is. */
function said(rule: string, path: string, files: Readonly<Record<string, string>>) {
  const { findings } = createAnalyzer({ config: { profile: 'all' } }).analyze(
    Object.entries(files).map(([name, text]) => ({ path: name, text })),
  );
  return findings
    .filter((finding) => finding.rule === rule && finding.path === path)
    .map(({ message, related }) => [message, ...related.map((each) => `${each.path} ${each.start.line}`)]);
}

describe('rules about resources of other files', () => {
  it('see an autoscaler', () => {
    const [finding] = said('kubernetes/hpa-replicas-conflict', 'web.yaml', {
      'web.yaml': DEPLOYMENT,
      'a.yaml': `# top\n${SCALER}`,
    });
    assert.match(finding?.[0] ?? '', /`web`/);
    assert.equal(finding?.[1], 'a.yaml 4');
  });

  it('see the pods of a budget, and the budget of pods', () => {
    const files = { 'web.yaml': DEPLOYMENT, 'budget.yaml': BUDGET };
    const [finding] = said('kubernetes/pdb-blocks-eviction', 'budget.yaml', files);
    assert.equal(finding?.[1], 'web.yaml 3');
    assert.deepEqual(said('kubernetes/pdb-missing', 'web.yaml', files), []);
    assert.equal(said('kubernetes/pdb-missing', 'web.yaml', { 'web.yaml': DEPLOYMENT }).length, 1);
    // More pods than the budget keeps.
    assert.deepEqual(said('kubernetes/pdb-blocks-eviction', 'budget.yaml', { ...files, 'scaler.yaml': SCALER }), []);
  });

  it('see the defaults of a LimitRange', () => {
    const range =
      'apiVersion: v1\nkind: LimitRange\nmetadata: { name: all }\nspec: { limits: [{ type: Container, defaultRequest: { memory: 1Gi } }] }\n';
    assert.equal(said('kubernetes/memory-requests', 'web.yaml', { 'web.yaml': DEPLOYMENT }).length, 1);
    assert.deepEqual(said('kubernetes/memory-requests', 'web.yaml', { 'web.yaml': DEPLOYMENT, 'range.yaml': range }), []);
  });

  it('take a namespace that is not written for any, and overlays for alternatives', () => {
    const set =
      'apiVersion: apps/v1\nkind: StatefulSet\nmetadata: { name: db }\nspec:\n  serviceName: db\n  selector: { matchLabels: { app: db } }\n  template:\n    metadata: { labels: { app: db } }\n    spec: { containers: [{ name: db, image: a:1 }] }\n';
    const service = (more: string): string =>
      `apiVersion: v1\nkind: Service\nmetadata: { name: db, namespace: prod }\nspec: { ${more}selector: { app: db } }\n`;
    const rule = 'kubernetes/statefulset-service-name';
    assert.deepEqual(said(rule, 'set.yaml', { 'set.yaml': set, 'service.yaml': service('clusterIP: None, ') }), []);
    assert.equal(said(rule, 'set.yaml', { 'set.yaml': set, 'service.yaml': service('') }).length, 1);
    const overlays = {
      'base/kustomization.yaml': 'resources: [set.yaml]\n',
      'base/set.yaml': set,
      'a/kustomization.yaml': 'namespace: a\nresources: [../base, service.yaml]\n',
      'a/service.yaml': service('clusterIP: None, '),
      'b/kustomization.yaml': 'resources: [other.yaml]\n',
      'b/other.yaml': service(''),
    };
    assert.deepEqual(said(rule, 'base/set.yaml', overlays), []);
  });

  it('do not report at the places of other files', () => {
    const claim =
      'apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: { name: data }\nspec: { accessModes: [ReadWriteOnce] }\n';
    const files = { 'web.yaml': DEPLOYMENT, 'claim.yaml': claim };
    assert.equal(said('kubernetes/statefulset-storage', 'claim.yaml', files).length, 1);
    assert.deepEqual(said('kubernetes/statefulset-storage', 'web.yaml', files), []);
  });
});
