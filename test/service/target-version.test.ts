import assert from 'node:assert/strict';
import { createAnalyzer } from '../../server/src/index.ts';

const CRON = 'apiVersion: batch/v1beta1\nkind: CronJob\nmetadata: { name: tidy }\n';
const CHART = (kubeVersion: string): string => `apiVersion: v2\nname: tidy\nversion: 1.0.0\n${kubeVersion}`;

/** What is said about an API version that 1.25 removed and 1.21 deprecated. */
function said(kubeVersion: string, config: object = {}): readonly string[] {
  const files = [
    { path: 'tidy/Chart.yaml', text: CHART(kubeVersion) },
    { path: 'tidy/templates/cron.yaml', text: CRON },
  ];
  return createAnalyzer({ config })
    .analyze(files)
    .findings.map(({ rule }) => rule)
    .filter((rule) => rule.endsWith('-api-version'));
}

describe('the Kubernetes version that a file is checked against', () => {
  it('is the newest that its chart allows', () => {
    assert.deepEqual(said(''), ['kubernetes/removed-api-version']);
    assert.deepEqual(said('kubeVersion: ">=1.19.0-0"\n'), ['kubernetes/removed-api-version']);
    assert.deepEqual(said('kubeVersion: ">= 1.19.0, < 1.25.0"\n'), ['kubernetes/deprecated-api-version']);
    assert.deepEqual(said('kubeVersion: ">= 1.16.0 < 1.21.0"\n'), []);
    assert.deepEqual(said('kubeVersion: nonsense\n'), ['kubernetes/removed-api-version']);
  });

  it('is the configured one before that', () => {
    assert.deepEqual(said('kubeVersion: "< 1.21.0"\n', { kubernetes: { version: '1.24' } }), [
      'kubernetes/deprecated-api-version',
    ]);
    assert.deepEqual(said('kubeVersion: "< 1.21.0"\n', { kubernetes: { version: 'auto' } }), []);
  });
});
