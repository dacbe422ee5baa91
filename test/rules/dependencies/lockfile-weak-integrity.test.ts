import { lockfileWeakIntegrity } from '../../../server/src/rules/dependencies/lockfile-weak-integrity.ts';
import { testRule } from '../../support/rule-tester.ts';

const path = 'package-lock.json';
const SHA = '0123456789abcdef0123456789abcdef01234567';
const entry = (name: string, integrity: string): string =>
  `"node_modules/${name}":{"version":"1.0.0","integrity":"${integrity}"}`;
const lock = (...entries: readonly string[]): string => `{"lockfileVersion":3,"packages":{${entries.join(',')}}}`;
const one = (name: string, algorithm = 'SHA-1', version = '1.0.0'): string =>
  `${name} ${version} is protected by ${algorithm} only, which can be forged. Let the package manager write the entry again.`;

testRule(lockfileWeakIntegrity, {
  clean: [
    { path, code: lock(entry('a', 'sha512-aa==')) },
    { path, code: lock(entry('a', 'sha1-aa= sha512-bb==')) },
    { path, code: lock('"node_modules/a":{"version":"1.0.0"}') },
    {
      path: 'yarn.lock',
      code: `a@^1:\n  version "1.0.0"\n  resolved "https://r.example/a.tgz#${SHA}"\n  integrity sha512-aa==\n`,
    },
    {
      path: 'Cargo.lock',
      code: `[[package]]\nname = "a"\nversion = "1.0.0"\nsource = "registry+https://r.example/index"\nchecksum = "${SHA}"\n`,
    },
    { path: 'Pipfile.lock', code: '{"default":{"a":{"version":"==1.0","hashes":["md5:aa","sha256:aa"]}}}' },
    // Composer knows no other.
    {
      path: 'composer.lock',
      code: '{"packages": [{"name": "a/b", "version": "1.0.0", "dist": {"type": "zip", "url": "https://files.example/a.zip", "shasum": "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"}}], "packages-dev": []}',
    },
  ],
  caught: [
    { path, code: lock(entry('a', '⟦sha1-aa=⟧'), entry('b', 'sha512-aa==')), says: one('a') },
    { path, code: lock(entry('a', '⟦md5-aa==⟧')), says: one('a', 'MD5') },
    {
      path,
      code: '{"lockfileVersion":1,"dependencies":{"a":{"version":"1.0.0","integrity":"⟦sha1-aa=⟧"}}}',
      says: one('a'),
    },
    { path: 'yarn.lock', code: `a@^1:\n  version "1.0.0"\n  resolved "https://r.example/a.tgz#⟦${SHA}⟧"\n`, says: one('a') },
    {
      path: 'yarn.lock',
      code: 'a@^1:\n  version "1.0.0"\n  resolved "https://r.example/a.tgz"\n  integrity ⟦sha1-aa=⟧\n',
      says: one('a'),
    },
    {
      path: 'pnpm-lock.yaml',
      code: "lockfileVersion: '9.0'\n\npackages:\n\n  a@1.0.0:\n    resolution: {integrity: ⟦sha1-aa=⟧}\n",
      says: one('a'),
    },
    { path: 'Pipfile.lock', code: '{"default":{"a":{"version":"==1.0","hashes":["⟦md5:aa⟧"]}}}', says: one('a', 'MD5', '1.0') },
    {
      path: 'poetry.lock',
      code: '[[package]]\nname = "a"\nversion = "1.0"\nfiles = [\n    {file = "a.tar.gz", hash = "⟦md5:aa⟧"},\n]\n',
      says: one('a', 'MD5', '1.0'),
    },
    {
      path,
      code: lock(entry('a', '⟦sha1-aa=⟧'), ...['b', 'c', 'd', 'e', 'f'].map((name) => entry(name, 'sha1-aa='))),
      says: 'a 1.0.0 and 5 other packages are protected by SHA-1 only, which can be forged. Let a current version of the package manager write the lockfile again.',
    },
  ],
});
