import { lockfileMissingIntegrity } from '../../../server/src/rules/dependencies/lockfile-missing-integrity.ts';
import { testRule } from '../../support/rule-tester.ts';

const path = 'package-lock.json';
const SHA = '0123456789abcdef0123456789abcdef01234567';
const lock = (packages: Readonly<Record<string, object>>): string => JSON.stringify({ lockfileVersion: 3, packages });
const a = { version: '1.0.0', resolved: 'https://r.example/a/-/a-1.0.0.tgz' };
const hashed = { ...a, integrity: 'sha512-aa==' };
const one = (name: string, version = '1.0.0'): string =>
  `${name} ${version} has no hash, so whatever is downloaded under that version is accepted. Let the package manager write the lockfile again.`;
const all = (name: string, count: number, version = '1.0.0'): string =>
  `${name} ${version} and ${count === 1 ? '1 other package' : `${count} other packages`} have no hash, so whatever is downloaded under their versions is accepted. Let a current version of the package manager write the lockfile again.`;
const mark = (code: string, name: string): string => code.replace(name, `⟦${name}⟧`);

testRule(lockfileMissingIntegrity, {
  clean: [
    {
      path,
      code: '{"lockfileVersion":3,"packages":{"node_modules/a":{"version":"1.0.0","resolved":"https://registry.npmjs.org/a/-/a-1.0.0.tgz","integrity":"sha512-aa=="}}}',
      shown: true,
    },
    { path, code: lock({ '': {}, 'node_modules/a': hashed }) },
    { path, code: lock({ 'node_modules/a': { resolved: 'packages/a', link: true } }) },
    { path, code: lock({ 'node_modules/a': { ...a, resolved: `git+ssh://git@git.example/a.git#${SHA}` } }) },
    { path, code: lock({ 'node_modules/a': { version: '1.0.0', resolved: 'file:a.tgz' } }) },
    { path, code: lock({ 'node_modules/b': hashed, 'node_modules/b/node_modules/a': { version: '1.0.0', inBundle: true } }) },
    { path, code: lock({ 'packages/a': { version: '1.0.0' } }) },
    { path, code: '{"lockfileVersion":1,"dependencies":{"a":{"version":"1.0.0","bundled":true}}}' },
    { path: 'yarn.lock', code: `a@^1:\n  version "1.0.0"\n  resolved "https://r.example/a.tgz#${SHA}"\n` },
    {
      path: 'yarn.lock',
      code: '"a@npm:^1":\n  version: 1.0.0\n  resolution: "a@npm:1.0.0"\n  conditions: os=linux & cpu=x64\n  languageName: node\n',
    },
    {
      path: 'pnpm-lock.yaml',
      code: "lockfileVersion: '9.0'\n\npackages:\n\n  a@https://codeload.github.com/u/a/tar.gz/0123456789abcdef0123456789abcdef01234567:\n    resolution: {tarball: https://codeload.github.com/u/a/tar.gz/0123456789abcdef0123456789abcdef01234567}\n    version: 1.0.0\n",
    },
    { path: 'Cargo.lock', code: '[[package]]\nname = "app"\nversion = "1.0.0"\n' },
    {
      path: 'Pipfile.lock',
      code: '{"default":{"a":{"version":"==1.0","hashes":["sha256:aa"]},"b":{"path":".","editable":true}}}',
    },
    { path: 'requirements.txt', code: 'a==1.0\n' },
    // Bundler writes hashes when it is told to, pub since Dart 2.19.
    {
      path: 'Gemfile.lock',
      code: 'GEM\n  remote: https://gems.example/\n  specs:\n    a (1.0.0)\n    b (1.0.0)\n\nDEPENDENCIES\n  a\n',
    },
    {
      path: 'pubspec.lock',
      code: 'packages:\n  a:\n    dependency: "direct main"\n    description:\n      name: a\n      url: "https://pub.dev"\n    source: hosted\n    version: "1.0.0"\n  b:\n    dependency: "direct main"\n    description:\n      name: b\n      url: "https://pub.dev"\n    source: hosted\n    version: "1.0.0"\n',
    },
    {
      path: 'mix.lock',
      code: '%{\n  "a": {:hex, :a, "1.0.0", "cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc", [:mix], []},\n}\n',
    },
  ],
  caught: [
    { path, code: mark(lock({ 'node_modules/a': a, 'node_modules/b': hashed }), 'node_modules/a'), says: one('a') },
    {
      path,
      code: mark(lock({ 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': hashed }), 'node_modules/a'),
      says: one('a'),
    },
    { path, code: mark(lock({ 'node_modules/a': a }), 'node_modules/a'), says: one('a') },
    { path, code: mark(lock({ 'node_modules/a': a, 'node_modules/b': a }), 'node_modules/a'), says: all('a', 1) },
    {
      path,
      code: '{"lockfileVersion":1,"dependencies":{"⟦a⟧":{"version":"1.0.0","resolved":"https://r.example/a.tgz"},"b":{"version":"1.0.0","integrity":"sha512-aa=="}}}',
      says: one('a'),
    },
    {
      path,
      code: mark(
        lock({
          ...Object.fromEntries(['a', 'b', 'c', 'd', 'e', 'f'].map((name) => [`node_modules/${name}`, a])),
          'node_modules/g': hashed,
        }),
        'node_modules/a',
      ),
      says: all('a', 5),
    },
    {
      path: 'yarn.lock',
      code: '⟦a⟧@^1:\n  version "1.0.0"\n  resolved "https://r.example/a.tgz"\n\nb@^1:\n  version "1.0.0"\n  resolved "https://r.example/b.tgz"\n  integrity sha512-aa==\n',
      says: one('a'),
    },
    {
      path: 'pnpm-lock.yaml',
      code: "lockfileVersion: '9.0'\n\npackages:\n\n  ⟦a⟧@1.0.0:\n    resolution: {tarball: https://r.example/a.tgz}\n",
      says: one('a'),
    },
    {
      path: 'bun.lock',
      code: '{\n  "lockfileVersion": 1,\n  "packages": {\n    "⟦a⟧": ["a@1.0.0", "", {}],\n  }\n}\n',
      says: one('a'),
    },
    {
      path: 'Cargo.lock',
      code: '[[package]]\nname = "⟦a⟧"\nversion = "1.0.0"\nsource = "registry+https://r.example/index"\n',
      says: one('a'),
    },
    {
      path: 'Pipfile.lock',
      code: '{"default":{"⟦a⟧":{"version":"==1.0"},"b":{"version":"==1.0","hashes":["sha256:aa"]}}}',
      says: one('a', '1.0'),
    },
    { path: 'poetry.lock', code: '[[package]]\nname = "⟦a⟧"\nversion = "1.0"\nfiles = []\n', says: one('a', '1.0') },
    {
      path: 'Gemfile.lock',
      code: 'GEM\n  remote: https://gems.example/\n  specs:\n    a (1.0.0)\n    ⟦b⟧ (1.0.0)\n\nDEPENDENCIES\n  a\n\nCHECKSUMS\n  a (1.0.0) sha256=cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc\n  b (1.0.0)\n',
      says: 'b 1.0.0 has no hash, so whatever is downloaded under that version is accepted. Let the package manager write the lockfile again.',
    },
    {
      path: 'pubspec.lock',
      code: 'packages:\n  a:\n    dependency: "direct main"\n    description:\n      name: a\n      sha256: "cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc"\n      url: "https://pub.dev"\n    source: hosted\n    version: "1.0.0"\n  ⟦b⟧:\n    dependency: "direct main"\n    description:\n      name: b\n      url: "https://pub.dev"\n    source: hosted\n    version: "1.0.0"\n',
      says: 'b 1.0.0 has no hash, so whatever is downloaded under that version is accepted. Let the package manager write the lockfile again.',
    },
    {
      path: 'mix.lock',
      code: '%{\n  "⟦a⟧": {:hex, :a, "1.0.0"},\n}\n',
      says: 'a 1.0.0 has no hash, so whatever is downloaded under that version is accepted. Let the package manager write the lockfile again.',
    },
    {
      path: 'packages.lock.json',
      code: '{"version":1,"dependencies":{"net9.0":{"⟦A⟧":{"type":"Direct","requested":"[1.0.0, )","resolved":"1.0.0"},"B":{"type":"Transitive","resolved":"1.0.0","contentHash":"aa=="},"c":{"type":"Project"}}}}',
      says: 'A 1.0.0 has no hash, so whatever is downloaded under that version is accepted. Let the package manager write the lockfile again.',
    },
  ],
});
