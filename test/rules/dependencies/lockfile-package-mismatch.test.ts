import { lockfilePackageMismatch } from '../../../server/src/rules/dependencies/lockfile-package-mismatch.ts';
import { testRule } from '../../support/rule-tester.ts';

const path = 'package-lock.json';
const SHA = '0123456789abcdef0123456789abcdef01234567';
const entry = (name: string, resolved: string, version = '1.0.0', more = ''): string =>
  `{"lockfileVersion":3,"packages":{"node_modules/${name}":{"version":"${version}",${more}"resolved":"${resolved}"}}}`;
const NPM = 'https://registry.npmjs.org';
const other = (name: string, found: string): string =>
  `${name} is downloaded from an address that names ${found}. Check who changed the lockfile and let the package manager write the entry again.`;
const version = (name: string, own: string, found: string): string =>
  `${name} ${own} is downloaded from an address that names version ${found}. Check who changed the lockfile and let the package manager write the entry again.`;

const berry = (key: string, resolution: string): string =>
  `__metadata:\n  version: 8\n\n"${key}":\n  version: 1.0.0\n  resolution: "${resolution}"\n  checksum: 10c0/aa\n`;
const composer = (source: string, dist: string): string =>
  `{"packages":[{"name":"a/b","version":"1.0.0","source":{"type":"git","url":"${source}","reference":"${SHA}"},"dist":{"type":"zip","url":"${dist}","reference":"${SHA}"}}],"packages-dev":[]}`;
const ARCHIVE = `https://api.github.com/repos/Own/b/zipball/${SHA}`;

testRule(lockfilePackageMismatch, {
  clean: [
    { path: 'yarn.lock', code: berry('a@npm:^1.0.0, a@npm:^1.0.1', 'a@npm:1.0.0') },
    { path: 'yarn.lock', code: berry('a@npm:b@^1.0.0', 'b@npm:1.0.0') },
    { path: 'yarn.lock', code: berry('b@npm:^1.0.0, a@npm:b@^1.0.0', 'b@npm:1.0.0') },
    {
      path: 'yarn.lock',
      code: berry('a@patch:a@npm%3A1.0.0#./p.patch', 'a@patch:a@npm%3A1.0.0#./p.patch::version=1.0.0&hash=aa'),
    },
    { path: 'composer.lock', code: composer('https://github.com/own/b.git', ARCHIVE) },
    { path: 'composer.lock', code: composer('git@github.com:own/b.git', ARCHIVE) },
    { path: 'composer.lock', code: composer('https://git.example/x/y.git', ARCHIVE) },
    { path: 'composer.lock', code: composer('https://github.com/own/b.git', 'https://mirror.example/x.zip') },
    ...[
      ['a', `${NPM}/a/-/a-1.0.0.tgz`],
      ['@o/a', `${NPM}/@o/a/-/a-1.0.0.tgz`],
      ['@o/a', `${NPM}/@o%2fa/-/a-1.0.0.tgz`],
      ['@o/a', 'https://art.example/artifactory/api/npm/npm/@o/a/-/@o/a-1.0.0.tgz'],
      ['a', 'https://art.example/artifactory/api/npm/npm/a/-/a-1.0.0.tgz'],
      ['a', 'https://nexus.example/repository/npm-group/a/-/a-1.0.0.tgz'],
      ['@o/a', 'https://git.example/api/v4/projects/7/packages/npm/@o/a/-/@o/a-1.0.0.tgz'],
      ['a', 'https://x-1.d.codeartifact.eu.example/npm/store/a/-/a-1.0.0.tgz'],
      ['@o/a', 'https://pkgs.example/o/_packaging/feed/npm/registry/@o/a/-/a-1.0.0.tgz'],
      ['@o/a', `https://npm.pkg.github.com/download/@o/a/1.0.0/${SHA}`],
      ['a', 'https://mirror.example/a/download/a-1.0.0.tgz?cache=0&sync_timestamp=1'],
      ['a', 'https://codeload.github.com/u/b/tar.gz/v2.0.0'],
      ['a', 'https://h.example/whatever-2.0.0.tgz'],
      ['a', `git+ssh://git@github.com/u/b.git#${SHA}`],
      ['JSONStream', `${NPM}/JSONStream/-/JSONStream-1.0.0.tgz`],
      ['a-2', `${NPM}/a-2/-/a-2-1.0.0.tgz`],
      ['a', `${NPM}/a/-/a-latest.tgz`],
      ['a', `${NPM}/a/-/%zz.tgz`],
      ['a', 'https://github.com/u/r/releases/download/v2.0.0/r.tgz'],
      ['a', 'https://gitlab.example/u/r/-/archive/v2/x-2.0.0.tgz'],
      ['@o/a', 'https://npm.example/@o/a/-/1.0.0/a-1.0.0.tgz'],
    ].map(([name = '', url = '']) => ({ path, code: entry(name, url) })),
    { path, code: entry('a', `${NPM}/b/-/b-1.0.0.tgz`, '1.0.0', '"name":"b",') },
    { path, code: entry('a', `${NPM}/a/-/a-1.0.0.tgz`, '1.0.0+build.7') },
    { path, code: entry('a', `${NPM}/a/-/a-1.0.0-rc.1.tgz`, '1.0.0-rc.1') },
    {
      path,
      code: `{"lockfileVersion":1,"dependencies":{"a":{"version":"npm:b@1.0.0","resolved":"${NPM}/b/-/b-1.0.0.tgz"}}}`,
    },
    { path: 'yarn.lock', code: `"a@npm:b@^1.0.0":\n  version "1.0.0"\n  resolved "${NPM}/b/-/b-1.0.0.tgz#${SHA}"\n` },
    {
      path: 'yarn.lock',
      code: `a@^1.0.0, "a@npm:@o/b@1.0.0":\n  version "1.0.0"\n  resolved "${NPM}/@o/b/-/b-1.0.0.tgz#${SHA}"\n`,
    },
    {
      path: 'yarn.lock',
      code: `a@^1.0.0:\n  version "1.0.0"\n  resolved "${NPM}/@o/b/-/b-1.0.0.tgz#${SHA}"\n`,
      files: { 'package.json': '{"resolutions":{"a":"npm:@o/b@1.0.0"}}' },
    },
    {
      path: 'bun.lock',
      code: '{\n  "lockfileVersion": 1,\n  "packages": {\n    "a": ["a@1.0.0", "https://r.example/", {}, "sha512-aa=="],\n  }\n}\n',
    },
    {
      path: 'uv.lock',
      code: '[[package]]\nname = "my-pkg"\nversion = "1.0"\nsource = { registry = "https://r.example/simple" }\nsdist = { url = "https://f.example/aa/My_Pkg-1.0.tar.gz", hash = "sha256:aa" }\nwheels = [\n    { url = "https://f.example/my_pkg-1.0.0-py3-none-any.whl", hash = "sha256:aa" },\n    { url = "https://f.example/my_pkg-1.0-cp312-cp312-linux_x86_64.whl", hash = "sha256:aa" },\n]\n',
    },
    {
      path: 'uv.lock',
      code: '[[package]]\nname = "torch"\nversion = "2.3.0+cpu"\nsource = { registry = "https://r.example/simple" }\nwheels = [\n    { url = "https://f.example/torch-2.3.0%2Bcpu-cp312-cp312-linux_x86_64.whl", hash = "sha256:aa" },\n]\n',
    },
  ],
  caught: [
    {
      path: 'yarn.lock',
      code: berry('⟦a⟧@npm:^1.0.0', 'evil@npm:1.0.0'),
      says: 'a is resolved to evil, which its entry does not ask for. Check who changed the lockfile and let the package manager write the entry again.',
    },
    {
      path: 'composer.lock',
      code: composer('https://github.com/own/b.git', `⟦https://api.github.com/repos/evil/b/zipball/${SHA}⟧`),
      says: 'a/b is downloaded from the repository evil/b, while its source is own/b. Check who changed the lockfile and let the package manager write the entry again.',
    },
    { path, code: entry('a', `⟦${NPM}/b/-/b-1.0.0.tgz⟧`), says: other('a', 'b') },
    { path, code: entry('@o/a', `⟦${NPM}/a/-/a-1.0.0.tgz⟧`), says: other('@o/a', 'a') },
    { path, code: entry('a', `⟦${NPM}/@evil/a/-/a-1.0.0.tgz⟧`), says: other('a', '@evil/a') },
    { path, code: entry('a', `⟦${NPM}/a/-/b-1.0.0.tgz⟧`), says: other('a', 'b') },
    { path, code: entry('a', `⟦${NPM}/a/-/a-1.0.1.tgz⟧`), says: version('a', '1.0.0', '1.0.1') },
    { path, code: entry('a', '⟦https://art.example/api/npm/npm/@o/b/-/@o/b-1.0.0.tgz⟧'), says: other('a', '@o/b') },
    { path, code: entry('@o/a', `⟦https://npm.pkg.github.com/download/@o/b/1.0.0/${SHA}⟧`), says: other('@o/a', '@o/b') },
    {
      path,
      code: entry('@o/a', `⟦https://npm.pkg.github.com/download/@o/a/2.0.0/${SHA}⟧`),
      says: version('@o/a', '1.0.0', '2.0.0'),
    },
    { path, code: entry('a', `⟦${NPM}/b/-/b-1.0.0.tgz⟧`, '1.0.0', '"name":"c",'), says: other('a', 'b') },
    {
      path,
      code: `{"lockfileVersion":1,"dependencies":{"a":{"version":"1.0.0","resolved":"⟦${NPM}/b/-/b-1.0.0.tgz⟧"}}}`,
      says: other('a', 'b'),
    },
    {
      path: 'yarn.lock',
      code: `a@^1.0.0:\n  version "1.0.0"\n  resolved "⟦${NPM}/b/-/b-1.0.0.tgz⟧#${SHA}"\n`,
      says: other('a', 'b'),
    },
    {
      path: 'yarn.lock',
      code: `a@^1.0.0:\n  version "1.0.0"\n  resolved "⟦${NPM}/a/-/a-0.9.0.tgz⟧#${SHA}"\n`,
      says: version('a', '1.0.0', '0.9.0'),
    },
    {
      path: 'pnpm-lock.yaml',
      code: "lockfileVersion: '9.0'\n\npackages:\n\n  a@1.0.0:\n    resolution: {integrity: sha512-aa==, tarball: ⟦https://r.example/b/-/b-1.0.0.tgz⟧}\n",
      says: other('a', 'b'),
    },
    {
      path: 'uv.lock',
      code: '[[package]]\nname = "a"\nversion = "1.0"\nsource = { registry = "https://r.example/simple" }\nwheels = [\n    { url = "⟦https://f.example/b-1.0-py3-none-any.whl⟧", hash = "sha256:aa" },\n]\n\n[[package]]\nname = "c"\nversion = "1.0"\nsource = { registry = "https://r.example/simple" }\nsdist = { url = "⟦https://f.example/c-2.0.tar.gz⟧", hash = "sha256:aa" }\n',
      says: [other('a', 'b'), version('c', '1.0', '2.0')],
    },
  ],
});
