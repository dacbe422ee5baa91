import assert from 'node:assert/strict';
import { apiLifecycle } from '../../server/src/knowledge/kubernetes/api-lifecycle.ts';

const row = (apiVersion: string, kind: string) => {
  const { deprecated, removed, replacement } = apiLifecycle(apiVersion, kind) ?? {};
  return [deprecated, removed, replacement && `${replacement.kind} of ${replacement.apiVersion} since ${replacement.since}`];
};

describe('the life cycle of APIs', () => {
  it('knows when a version was deprecated and removed, and what replaced it', () => {
    assert.deepEqual(row('extensions/v1beta1', 'Ingress'), [14, 22, 'Ingress of networking.k8s.io/v1 since 19']);
    assert.deepEqual(row('policy/v1beta1', 'PodSecurityPolicy'), [21, 25, undefined]);
    assert.deepEqual(row('v1', 'Endpoints'), [33, undefined, 'EndpointSlice of discovery.k8s.io/v1 since 21']);
  });

  it('knows nothing of versions that stay, of other groups and of names that objects have anyway', () => {
    for (const [apiVersion, kind] of [
      ['apps/v1', 'Deployment'],
      ['v1', 'Pod'],
      ['example.com/v1beta1', 'Ingress'],
      ['', ''],
      ['constructor', ''],
    ] as const)
      assert.equal(apiLifecycle(apiVersion, kind), undefined);
  });
});
