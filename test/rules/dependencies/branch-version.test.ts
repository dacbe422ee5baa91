import { branchVersion } from '../../../server/src/rules/dependencies/branch-version.ts';
import { testRule } from '../../support/rule-tester.ts';

const SHA = '0123456789abcdef0123456789abcdef01234567';
const says = (name: string, branch: string): string =>
  `${name} follows the branch "${branch}", whose code changes under the same name. Require a release.`;
const lock = (name: string, dist: object = { type: 'zip' }): string =>
  JSON.stringify(
    {
      packages: [{ name, version: 'dev-main', source: { type: 'git', url: 'https://git.example/a.git', reference: SHA }, dist }],
    },
    null,
    4,
  );

testRule(branchVersion, {
  clean: [
    { path: 'composer.json', code: '{"require": {"a/b": "^1.0", "c/d": "1.2.*", "e/f": "^2.0@dev", "g/h": "@dev", "i/j": "*"}}' },
    { path: 'composer.json', code: `{"require": {"a/b": "dev-main#${SHA}", "c/d": "dev-main#${SHA.slice(0, 8)} as 1.0.0"}}` },
    { path: 'composer.json', code: '{"require": {"a/b": "^1.0 || dev-main", "c/d": "dev-main|2.*"}}' },
    { path: 'composer.json', code: '{"require-dev": {"roave/security-advisories": "dev-latest"}}' },
    {
      path: 'composer.json',
      code: '{"conflict": {"a/b": "dev-main"}, "replace": {"c/d": "self.version"}, "suggest": {"e/f": "dev-main"}}',
    },
    { path: 'composer.json', code: '{"require": {"php": "8.1.x-dev", "ext-json": "*"}}' },
    { path: 'composer.json', code: '{"require": {"a/dev-main": "1.0.0-dev", "b/c": "1.0.0-beta1"}}' },
    {
      path: 'app/composer.json',
      code: '{"require": {"acme/core": "dev-main"}}',
      files: { 'core/composer.json': '{"name": "acme/core"}' },
    },
    {
      path: 'composer.json',
      code: '{"require": {"acme/core": "dev-main"}, "repositories": [{"type": "path", "url": "../core"}]}',
    },
    {
      path: 'composer.json',
      code: '{"require": {"acme/core": "dev-main"}}',
      files: { 'composer.lock': lock('acme/core', { type: 'path' }) },
    },
    {
      path: 'composer.json',
      code: '{"require": {"a/b": "dev-main"}, "repositories": [{"type": "package", "package": {"name": "a/b", "version": "dev-main"}}]}',
    },
    { path: 'composer.lock', code: lock('a/b') },
    // A module without tags has nothing else, and who asks for it indirectly did not choose it.
    { path: 'go.mod', code: 'module m\n\nrequire a.example/b v0.0.0-20240101000000-0123456789ab\n' },
    { path: 'go.mod', code: 'module m\n\nrequire a.example/b/v2 v2.0.0-20240101000000-0123456789ab\n' },
    { path: 'go.mod', code: 'module m\n\nrequire a.example/b v1.2.4-0.20240101000000-0123456789ab // indirect\n' },
    {
      path: 'go.mod',
      code: 'module m\n\nrequire a.example/b v1.2.4-0.20240101000000-0123456789ab\n\nreplace a.example/b => ../b\n',
    },
    { path: 'go.mod', code: 'module m\n\nrequire a.example/b v1.2.4-rc.1\n' },
    { path: 'go.mod', code: 'module a.example/a\n\nrequire a.example/b v1.2.4-0.20240101000000-0123456789ab\n' },
    { path: 'go.mod', code: 'module github.com/o/a\n\nrequire github.com/o/b v1.2.4-0.20240101000000-0123456789ab\n' },
    {
      path: 'go.mod',
      code: 'module m\n\nrequire (\n\ta.example/b v1.2.3\n\ta.example/c latest\n\ta.example/d 0123456789ab\n)\n',
    },
    { path: 'go.mod', code: 'module m\n\nreplace a.example/b => ../b\n\nreplace a.example/c => a.example/d v1.0.0\n' },
  ],
  caught: [
    ...(
      [
        ['v1.2.4-0.20240131150405-0123456789ab', 'v1.2.3'],
        ['v1.3.0-rc.1.0.20240131150405-0123456789ab', 'v1.3.0-rc.1'],
        ['v4.0.1-0.20240131150405-0123456789ab+incompatible', 'v4.0.0'],
      ] as const
    ).map(([version, tag]) => ({
      path: 'go.mod',
      code: `module m\n\nrequire a.example/b ⟦${version}⟧\n`,
      says: `a.example/b ${version} is a commit of 2024-01-31 after ${tag}, not a release: what it changes is told nowhere, and advisories speak of releases. Require the next release as soon as there is one.`,
      severity: 'info' as const,
    })),
    {
      path: 'go.mod',
      code: 'module github.com/o/a\n\nrequire github.com/p/b ⟦v1.2.4-0.20240131000000-0123456789ab⟧\n',
      says: 'github.com/p/b v1.2.4-0.20240131000000-0123456789ab is a commit of 2024-01-31 after v1.2.3, not a release: what it changes is told nowhere, and advisories speak of releases. Require the next release as soon as there is one.',
      severity: 'info',
    },
    { path: 'composer.json', code: '{"require": {"a/b": "⟦dev-main⟧"}}', says: says('a/b', 'dev-main') },
    { path: 'composer.json', code: '{"require": {"a/b": "⟦1.0.x-dev⟧"}}', says: says('a/b', '1.0.x-dev') },
    { path: 'composer.json', code: '{"require-dev": {"A/b": "⟦dev-feature/x⟧ as 1.2.3"}}', says: says('A/b', 'dev-feature/x') },
    {
      path: 'composer.json',
      code: '{"require": {"a/b": "⟦2.x-dev⟧@dev", "c/d": " ⟦main-dev⟧"}}',
      says: [says('a/b', '2.x-dev'), says('c/d', 'main-dev')],
    },
    { path: 'composer.json', code: '{"require": {"a/b": "⟦dev-main⟧ || dev-next"}}', says: says('a/b', 'dev-main') },
    {
      path: 'composer.json',
      code: '{"require": {"a/b": "⟦dev-main⟧ as 1.0.0"}}',
      files: { 'composer.lock': lock('a/b') },
      says: says('a/b', 'dev-main'),
      fixed: `{"require": {"a/b": "dev-main#${SHA} as 1.0.0"}}`,
    },
    {
      path: 'composer.json',
      code: '{"require": {"a/b": "⟦dev-main⟧"}, "repositories": [{"type": "path", "url": "../core"}]}',
      files: { 'composer.lock': lock('a/b') },
      says: says('a/b', 'dev-main'),
      fixed: `{"require": {"a/b": "dev-main#${SHA}"}, "repositories": [{"type": "path", "url": "../core"}]}`,
    },
    { path: 'go.mod', code: 'module m\n\nrequire a.example/b ⟦master⟧\n', says: says('a.example/b', 'master') },
    {
      path: 'go.mod',
      code: 'module m\n\nrequire (\n\ta.example/b ⟦feature/x⟧ // why\n\ta.example/c v1.0.0\n)\n\nreplace a.example/c => a.example/d ⟦main⟧\n',
      says: [says('a.example/b', 'feature/x'), says('a.example/c', 'main')],
    },
  ],
});
