import assert from 'node:assert/strict';
import { goSumMissingEntry } from '../../../server/src/rules/dependencies/go-sum-missing-entry.ts';
import { maliciousPackage } from '../../../server/src/rules/dependencies/malicious-package.ts';
import { vulnerabilityWithoutFix } from '../../../server/src/rules/dependencies/vulnerability-without-fix.ts';
import { vulnerableDependency } from '../../../server/src/rules/dependencies/vulnerable-dependency.ts';
import { vulnerableTransitiveDependency } from '../../../server/src/rules/dependencies/vulnerable-transitive-dependency.ts';
import { Workspace } from '../../../server/src/service/workspace.ts';
import { advisories } from '../../support/advisories.ts';

const known = advisories(
  { id: 'GHSA-1', name: 'c', severity: 'low', ranges: [['0', '1.2.3']] },
  { id: 'GHSA-2', name: 'c', severity: 'critical', ranges: [['2.0.0', '2.1.0']] },
  { id: 'GHSA-3', name: 'd', severity: 'high', ranges: [['0', '1.1.0']] },
  { id: 'GHSA-4', name: 'm', severity: 'high', ranges: [['0', '2.0.0']] },
  { id: 'GHSA-5', name: 'n', severity: 'high', ranges: [['0']] },
  { id: 'MAL-1', name: 'evil', kind: 'malicious', severity: 'critical', ranges: [['0']] },
);

const lock = JSON.stringify({
  packages: {
    '': { dependencies: { a: '^1.0.0', b: '^1.0.0' } },
    'node_modules/a': { version: '1.0.0', dependencies: { c: '1', d: '1', x: '1' } },
    'node_modules/b': { version: '1.0.0', dependencies: { d: '1', evil: '1' } },
    'node_modules/c': { version: '1.0.0' },
    'node_modules/d': { version: '1.0.0' },
    'node_modules/evil': { version: '1.0.0' },
    'node_modules/x': { version: '1.0.0', dependencies: { c: '2' } },
    'node_modules/x/node_modules/c': { version: '2.0.0' },
  },
});

function workspace(files: Readonly<Record<string, string>>): Workspace {
  const result = new Workspace({
    today: '2026-11-23',
    rules: [maliciousPackage, vulnerabilityWithoutFix, vulnerableDependency, vulnerableTransitiveDependency],
    advisories: known,
  });
  for (const [path, text] of Object.entries(files)) result.set(path, text);
  return result;
}

const manifest = '{\n  "dependencies": {\n    "a": "^1.0.0",\n    "b": "^1.0.0"\n  }\n}\n';

describe('vulnerable packages that dependencies bring in', () => {
  const files = workspace({ 'package.json': manifest, 'package-lock.json': lock });

  it('are told once for each dependency and version, worst first', () => {
    assert.deepEqual(
      files.report('package.json').findings.map(({ severity, message }) => `${severity} ${message.split(',', 1)[0]}`),
      [
        'critical a brings in c 2.0.0 (a › x › c@2.0.0)',
        'high a brings in d 1.0.0 (a › d@1.0.0)',
        'low a brings in c 1.0.0 (a › c@1.0.0)',
        'high b brings in d 1.0.0 (b › d@1.0.0)',
      ],
    );
  });

  it('are overridden together, once and for all', () => {
    const { text } = files.fixAll('package.json', ['safe', 'suggested']);
    assert.deepEqual(JSON.parse(text), {
      dependencies: { a: '^1.0.0', b: '^1.0.0' },
      overrides: { 'c@2': '^2.1.0', d: '^1.1.0', 'c@1': '^1.2.3' },
    });
    const again = workspace({ 'package.json': text, 'package-lock.json': lock });
    assert.deepEqual(again.report('package.json').findings, []);
    assert.equal(again.fixAll('package.json', ['safe', 'suggested']).applied, 0);
  });

  it('are malicious in the lockfile, with the way there', () => {
    const [finding] = files.report('package-lock.json').findings;
    assert.equal(finding?.rule, 'dependencies/malicious-package');
    assert.deepEqual(
      finding.related.map(({ note }) => note),
      ['Brought in by b › evil@1.0.0.'],
    );
  });
});

it('all fixes of a file leave new major versions and removals to a person', () => {
  const files = workspace({ 'package.json': '{ "dependencies": { "m": "1.0.0", "d": "1.0.0", "n": "1.0.0" } }' });
  assert.deepEqual(
    files.report('package.json').findings.flatMap(({ fixes }) => fixes.map(({ title }) => title)),
    ['Raise m to 2.0.0, a new major version', 'Raise d to 1.1.0', 'Remove n'],
  );
  assert.equal(
    files.fixAll('package.json', ['safe', 'suggested']).text,
    '{ "dependencies": { "m": "1.0.0", "d": "1.1.0", "n": "1.0.0" } }',
  );
});

it('raising in go.mod leaves the hashes in go.sum to the go command', () => {
  const files = new Workspace({
    today: '2026-11-23',
    rules: [vulnerableDependency, goSumMissingEntry],
    advisories: advisories({ id: 'GO-1', ecosystem: 'Go', name: 'm.example/a', severity: 'low', ranges: [['0', '1.1.0']] }),
  });
  files.set('go.mod', 'module m.example/x\n\ngo 1.22\n\nrequire m.example/a v1.0.0\n');
  files.set('go.sum', `m.example/a v1.0.0 h1:${'A'.repeat(43)}=\nm.example/a v1.0.0/go.mod h1:${'A'.repeat(43)}=\n`);
  assert.match(files.fixAll('go.mod', ['safe', 'suggested']).text, /m\.example\/a v1\.1\.0/);
});
