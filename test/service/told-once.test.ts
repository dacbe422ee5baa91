import assert from 'node:assert/strict';
import { createAnalyzer } from '../../server/src/index.ts';

const INSECURE = 'dependencies/composer-insecure-http';
const TLS = 'dependencies/composer-disable-tls';

const rulesIn = (config: object): readonly string[] =>
  createAnalyzer({ config, today: '2026-11-23' })
    .analyze([{ path: 'composer.json', text: '{ "config": { "secure-http": false } }' }])
    .findings.map(({ rule }) => rule)
    .filter((rule) => rule === INSECURE || rule === TLS);

describe('what two rules tell of the same place', () => {
  it('is told once in every profile', () => {
    for (const profile of ['recommended', 'strict', 'all']) assert.deepEqual(rulesIn({ profile }), [TLS]);
  });

  it('is told by the other one where the first is off, and by one that someone set', () => {
    assert.deepEqual(rulesIn({ rules: { [TLS]: 'off' } }), [INSECURE]);
    assert.deepEqual([...rulesIn({ rules: { [INSECURE]: 'high' } })].sort(), [TLS, INSECURE].sort());
  });
});
