import assert from 'node:assert/strict';
import { createAnalyzer } from '../../server/src/index.ts';

const POD = 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: app\n      image: a:1\n';
const REQUESTS = ['kubernetes/cpu-requests', 'kubernetes/memory-requests'];

/** The rules that speak of a text in a profile. */
function rulesOn(text: string, config?: unknown): ReadonlySet<string> {
  const { findings } = createAnalyzer({ config }).analyze([{ path: 'a.yaml', text }]);
  return new Set(findings.map(({ rule }) => rule));
}

describe('findings that another one sums up', () => {
  it('are left to it by the default profile: a container without resources is one matter', () => {
    const rules = rulesOn(POD);
    assert.ok(rules.has('kubernetes/memory-limits'));
    assert.deepEqual(
      REQUESTS.filter((rule) => rules.has(rule)),
      [],
    );
  });

  it('speak for themselves where the container has some, but for the memory that a limit would request', () => {
    const rules = rulesOn(`${POD}      resources:\n        limits:\n          cpu: 1\n`);
    assert.ok(rules.has('kubernetes/memory-limits'));
    assert.deepEqual(
      REQUESTS.filter((rule) => rules.has(rule)),
      ['kubernetes/cpu-requests'],
    );
  });

  it('speak for themselves in the profile strict', () => {
    const rules = rulesOn(POD, { profile: 'strict' });
    assert.deepEqual(
      REQUESTS.filter((rule) => rules.has(rule)),
      REQUESTS,
    );
  });
});
