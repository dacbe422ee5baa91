import assert from 'node:assert/strict';
import { vulnerableDependency } from '../../server/src/rules/dependencies/vulnerable-dependency.ts';
import { Workspace } from '../../server/src/service/workspace.ts';
import { advisories } from '../support/advisories.ts';

const ID = 'GHSA-aaaa-bbbb-cccc';
const OTHER = 'GHSA-xxxx-xxxx-xxxx';
const known = advisories({ id: ID, aliases: ['CVE-2024-1111'], name: 'a', ranges: [['0', '1.2.3']] });
const manifest = (more = ''): string => `{ ${more}"name": "p", "dependencies": { "a": "1.0.0" } }`;
const LOCKFILE = JSON.stringify({
  name: 'p',
  lockfileVersion: 3,
  packages: {
    '': { name: 'p', dependencies: { a: '1.0.0' } },
    'node_modules/a': { version: '1.0.0' },
    'node_modules/@s/b': { version: '1.0.0' },
  },
});

/** What is said of suppressions: the words that each finding marks, by file. */
function said(files: Readonly<Record<string, string>>, commandLine?: object): Readonly<Record<string, readonly string[]>> {
  const workspace = new Workspace({
    today: '2026-11-28',
    rules: [vulnerableDependency],
    advisories: { ...known, knows: (id) => !id.startsWith('CVE-1999') },
    ...(commandLine && { commandLine }),
  });
  for (const [path, text] of Object.entries(files)) workspace.set(path, text);
  return Object.fromEntries(
    Object.entries(files).flatMap(([path, text]) => {
      const words = workspace
        .report(path)
        .findings.filter(({ rule }) => rule.startsWith('larboard/'))
        .map(({ span }) => text.slice(span.start, span.end));
      return words.length > 0 ? [[path, words]] : [];
    }),
  );
}

describe('suppressions that nothing needs', () => {
  const lists: Readonly<Record<string, readonly [path: string, text: string]>> = {
    Yarn: ['.yarnrc.yml', `npmAuditIgnoreAdvisories:\n  - ${ID}\n  - ${OTHER}\n`],
    pnpm: ['pnpm-workspace.yaml', `auditConfig:\n  ignoreGhsas:\n    - ${ID}\n    - ${OTHER}\n`],
    'pnpm, since 11': ['pnpm-workspace.yaml', `audit:\n  ignore: [${ID}, ${OTHER}]\n`],
    'pnpm in package.json': ['package.json', manifest(`"pnpm": { "auditConfig": { "ignoreGhsas": ["${ID}", "${OTHER}"] } }, `)],
    Composer: ['composer.json', `{ "config": { "audit": { "ignore": ["${OTHER}"] } } }`],
    'npm-audit-resolver': [
      'audit-resolve.json',
      `{"decisions":{"${ID}|a":{"decision":"ignore"},"${OTHER}|a":{"decision":"ignore"},"1234|a":{"decision":"ignore"}}}`,
    ],
    MSBuild: [
      'Directory.Build.props',
      `<Project><ItemGroup><NuGetAuditSuppress Include="https://github.com/advisories/${OTHER}" /></ItemGroup></Project>`,
    ],
  };
  for (const [tool, [path, text]] of Object.entries(lists))
    it(`are told in the file of ${tool}`, () => {
      const told = Object.entries(said({ 'package.json': manifest(), [path]: text }));
      assert.deepEqual(
        told.map(([where, words]) => [where, words.length, words.join('').includes(OTHER)]),
        [[path, 1, true]],
      );
    });

  it('are told once where two files accept the same, and none of those is needless', () => {
    const files = {
      'package.json': manifest(),
      '.yarnrc.yml': `npmAuditIgnoreAdvisories:\n  - ${ID}\n`,
      'osv-scanner.toml': '[[IgnoredVulns]]\nid = "CVE-2024-1111"\n',
      'audit-ci.json': `{"allowlist":["${ID}|x>a","${ID}|y>a","a"]}`,
    };
    assert.deepEqual(said(files), {});
  });

  it('of packages, are told where all is locked and none of the name is', () => {
    const audit = { 'audit-ci.json': '{"allowlist":["a","@s/b","left-pad","@t/*"]}' };
    assert.deepEqual(said({ ...audit, 'package.json': manifest(), 'package-lock.json': LOCKFILE }), {
      'audit-ci.json': ['left-pad', '@t/*'],
    });
    // What it brings in is not known.
    assert.deepEqual(said({ ...audit, 'package.json': manifest() }), {});
    const listed = { 'package.json': manifest('"exhortignore": ["a", "left-pad"], '), 'package-lock.json': LOCKFILE };
    assert.deepEqual(said(listed), { 'package.json': ['left-pad'] });
    const yarn = { '.yarnrc.yml': 'npmAuditExcludePackages:\n  - "@s/*"\n  - left-pad\n' };
    assert.deepEqual(said({ ...yarn, 'package.json': manifest(), 'package-lock.json': LOCKFILE }), {
      '.yarnrc.yml': ['left-pad'],
    });
  });

  it('are not told of advisories that would not be known, in files that are left out, or where nothing so mild is', () => {
    const files = { 'package.json': manifest(), '.yarnrc.yml': `npmAuditIgnoreAdvisories:\n  - CVE-1999-0001\n` };
    assert.deepEqual(said(files), {});
    const unused = { ...files, '.yarnrc.yml': `npmAuditIgnoreAdvisories:\n  - ${OTHER}\n` };
    assert.deepEqual(Object.keys(said(unused)), ['.yarnrc.yml']);
    assert.deepEqual(said(unused, { exclude: ['.yarnrc.yml'] }), {});
    assert.deepEqual(said(unused, { minimumSeverity: 'low' }), {});
  });
});
