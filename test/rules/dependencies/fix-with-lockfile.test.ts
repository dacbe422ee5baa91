import assert from 'node:assert/strict';
import { duplicateDependency } from '../../../server/src/rules/dependencies/duplicate-dependency.ts';
import { lockfileDrift } from '../../../server/src/rules/dependencies/lockfile-drift.ts';
import { vulnerableDependency } from '../../../server/src/rules/dependencies/vulnerable-dependency.ts';
import { wildcardVersionRange } from '../../../server/src/rules/dependencies/wildcard-version-range.ts';
import { Workspace } from '../../../server/src/service/workspace.ts';
import { advisories } from '../../support/advisories.ts';

const lock = (range: string): string =>
  JSON.stringify({
    lockfileVersion: 3,
    packages: { '': { dependencies: { a: range } }, 'node_modules/a': { version: '1.0.0' } },
  });

function workspace(manifest: string, lockfile: string): Workspace {
  const result = new Workspace({
    today: '2026-11-23',
    rules: [duplicateDependency, lockfileDrift, vulnerableDependency, wildcardVersionRange],
    advisories: advisories({ id: 'GHSA-1', name: 'a', severity: 'low', ranges: [['0', '1.2.0']] }),
  });
  result.set('package.json', manifest);
  result.set('package-lock.json', lockfile);
  return result;
}

describe('fixes of manifests with a lockfile', () => {
  it('are offered although the lockfile has to follow', () => {
    const files = workspace('{"dependencies":{"a":"^1.0.0"}}', lock('^1.0.0'));
    const [finding] = files.report('package.json').findings;
    assert.equal(finding?.severity, 'low');
    assert.deepEqual(
      files.provenFixes(finding).map(({ title }) => title),
      ['Raise a to ^1.2.0'],
    );
    assert.equal(files.fixAll('package.json', ['safe', 'suggested']).text, '{"dependencies":{"a":"^1.2.0"}}');
  });

  it('leave a lockfile alone by itself', () => {
    const files = workspace('{"dependencies":{"a":"^1.0.0"}}', lock('^1.0.0'));
    assert.deepEqual(files.fixAll('package.json').edits, []);
    assert.deepEqual(files.report('package-lock.json').findings, []);
  });

  it('remove the ignored one of two declarations', () => {
    const files = workspace('{"dependencies":{"a":"1.0.0","a":"1.5.0"}}', JSON.stringify({ packages: {} }));
    assert.equal(files.fixAll('package.json').text, '{"dependencies":{"a":"1.5.0"}}');
  });
});
