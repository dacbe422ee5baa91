import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { snapshot } from '../../server/src/base/snapshot.ts';
import { RULES } from '../../server/src/rules/index.ts';
import type { JsonReport } from '../../server/src/service/json-report.ts';
import { ROOT } from '../support/imports.ts';
import { findingsOf } from '../support/rule-tester.ts';

const PAGES = path.join(ROOT, 'docs', 'rules', 'kubernetes');
const EXAMPLE = /\n`app\.yaml`\n[^]*\n(?:Fine|Fixed):\n\n(`{3,})ya?ml\n([^]*?)\n\1\n/;
/** Examples show only what matters to their rule, so fields are missing everywhere. */
const ACTIVE = RULES.filter(
  ({ on, meta }) =>
    on === 'kubernetes' && meta.profiles.includes('recommended') && meta.id !== 'kubernetes/missing-required-field',
);

/** People copy what a page shows as right, so nothing in it may be dangerous. */
describe('examples of right manifests on the pages of rules', () => {
  for (const name of readdirSync(PAGES)) {
    const example = EXAMPLE.exec(readFileSync(path.join(PAGES, name), 'utf8'))?.[2];
    if (example === undefined) continue;
    it(name, () => {
      const { text } = snapshot('app.yaml', `${example}\n`);
      const grave = findingsOf(ACTIVE, text, '1.36').filter(({ severity }) => severity === 'critical' || severity === 'high');
      assert.deepEqual(
        grave.map(({ rule, message }) => `${rule}: ${message}`),
        [],
      );
    });
  }
});

/** What only a registry or downloaded advisory data can tell. */
const NEEDS_MORE = [
  ...['license-change', 'missing-provenance', 'outdated-major', 'package-not-found', 'provenance-downgrade'],
  ...['release-too-new', 'yanked-version'],
];

/** People try Larboard on these, and the pictures show them. */
describe('the shop in examples/', () => {
  it('makes every rule about packages speak that needs no network', function () {
    this.timeout(60_000);
    const main = path.join(ROOT, 'server/src/cli/main.ts');
    const args = ['--import', 'tsx', main, 'scan', 'examples', '--profile', 'all', '--format', 'json', '--fail-on', 'never'];
    const { stdout, status, stderr } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8', maxBuffer: 2 ** 27 });
    assert.equal(status, 0, stderr);
    const report = JSON.parse(stdout) as JsonReport;
    assert.deepEqual(report.failures, []);
    const spoken = new Set(report.findings.map(({ rule }) => rule));
    assert.deepEqual(
      RULES.filter(({ on }) => on === 'dependencies')
        .map(({ meta }) => meta.id.replace('dependencies/', ''))
        .filter((name) => !spoken.has(`dependencies/${name}`))
        .sort(),
      [...NEEDS_MORE].sort(),
    );
  });

  it('names no host but examples and public registries', () => {
    const files = readdirSync(path.join(ROOT, 'examples'), { recursive: true, withFileTypes: true }).filter((each) =>
      each.isFile(),
    );
    for (const file of files) {
      const text = readFileSync(path.join(file.parentPath, file.name), 'utf8');
      for (const [, host = ''] of text.matchAll(/\b(?:https?|git|ssh)(?:\\)?:\/\/(?:[^/\s@"']*@)?([\w.-]+)/g))
        assert.match(host, PUBLIC, `${file.name}: ${host}`);
    }
  });
});

const PUBLIC =
  /\.example$|^(?:127\.0\.0\.1|redis|localhost|registry\.npmjs\.org|registry\.yarnpkg\.com|pypi\.org|files\.pythonhosted\.org|rubygems\.org|api\.nuget\.org|github\.com|schema\.gradle\.org|maven\.apache\.org|www\.w3\.org)$/;
