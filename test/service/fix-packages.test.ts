import assert from 'node:assert/strict';
import { applyEdits } from '../../server/src/base/edit.ts';
import { fixPackages, hasSeveralToFix } from '../../server/src/service/dependencies/fix-packages.ts';
import { Workspace } from '../../server/src/service/workspace.ts';
import { advisories } from '../support/advisories.ts';

const ADVISORIES = advisories(
  { id: 'GHSA-1', name: 'one', ranges: [['0', '1.2.0']] },
  { id: 'GHSA-2', name: 'two', ranges: [['0', '2.4.0']] },
  { id: 'GHSA-3', name: 'major', ranges: [['0', '3.0.0']] },
  { id: 'GHSA-4', name: 'deep', ranges: [['0', '1.1.0']] },
  { id: 'MAL-1', name: 'evil', kind: 'malicious', ranges: [['0']] },
);

const manifest = (dependencies: Readonly<Record<string, string>>): string =>
  `${JSON.stringify({ name: 'shop', private: true, dependencies }, null, 2)}\n`;

function workspaceOf(texts: Readonly<Record<string, string>>): Workspace {
  const workspace = new Workspace({ today: '2026-11-28', advisories: ADVISORIES });
  for (const [path, text] of Object.entries(texts)) workspace.set(path, text, 7);
  return workspace;
}

function fixed(texts: Readonly<Record<string, string>>, paths: readonly string[]): Readonly<Record<string, string>> {
  const workspace = workspaceOf(texts);
  const { files } = fixPackages(workspace, paths);
  for (const [path, text] of Object.entries(texts)) {
    assert.equal(workspace.snapshot(path)?.text, text, `${path} is not as before`);
    assert.equal(workspace.snapshot(path)?.version, 7);
  }
  for (const { before, after, edits } of files) assert.equal(applyEdits(before, edits), after);
  return Object.fromEntries(files.map(({ path, after }) => [path, after]));
}

describe('all vulnerable packages at once', () => {
  it('are raised, but to no new major version, and nothing else is touched', () => {
    const rest = { major: '2.0.0', evil: '1.0.0', fine: '*' };
    assert.deepEqual(fixed({ 'package.json': manifest({ one: '1.0.0', two: '~2.1.0', ...rest }) }, ['package.json']), {
      'package.json': manifest({ one: '1.2.0', two: '~2.4.0', ...rest }),
    });
  });

  it('are raised where the version is written, and what they bring in is forced', () => {
    const lock = JSON.stringify({
      lockfileVersion: 3,
      packages: {
        '': { name: 'shop', dependencies: { one: '1.0.0', top: '^1.0.0' } },
        'node_modules/one': { version: '1.0.0' },
        'node_modules/top': { version: '1.0.0', dependencies: { deep: '^1.0.0' } },
        'node_modules/deep': { version: '1.0.5' },
      },
    });
    const text = manifest({ one: '1.0.0', top: '^1.0.0' });
    const after = fixed({ 'package.json': text, 'package-lock.json': lock }, ['package.json'])['package.json'] ?? '';
    assert.deepEqual(JSON.parse(after), {
      name: 'shop',
      private: true,
      dependencies: { one: '1.2.0', top: '^1.0.0' },
      overrides: { deep: '^1.1.0' },
    });
  });

  it('of several files are raised together', () => {
    const texts = { 'a/package.json': manifest({ one: '1.0.0' }), 'b/package.json': manifest({ two: '2.0.0' }) };
    assert.deepEqual(fixed(texts, Object.keys(texts)), {
      'a/package.json': manifest({ one: '1.2.0' }),
      'b/package.json': manifest({ two: '2.4.0' }),
    });
    assert.deepEqual(Object.keys(fixed(texts, ['b/package.json'])), ['b/package.json']);
  });

  it('are offered where there are at least two', () => {
    const several = (dependencies: Readonly<Record<string, string>>): boolean =>
      hasSeveralToFix(workspaceOf({ 'package.json': manifest(dependencies) }), 'package.json');
    assert.ok(several({ one: '1.0.0', two: '2.0.0' }));
    assert.ok(!several({ one: '1.0.0', major: '2.0.0', evil: '1.0.0' }));
  });
});
