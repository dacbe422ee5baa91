import { lockfileInsecureUrl } from '../../../server/src/rules/dependencies/lockfile-insecure-url.ts';
import { testRule } from '../../support/rule-tester.ts';

const SHA = '0123456789abcdef0123456789abcdef01234567';
const lock = (resolved: string, version = '1.0.0'): string =>
  `{"lockfileVersion":3,"packages":{"node_modules/a":{"version":"${version}","resolved":"${resolved}"}}}`;
const says = (host: string, name = 'a', protocol = 'plain HTTP'): string =>
  `${name} is downloaded from ${host} over ${protocol}, where anyone on the way can replace it. Use HTTPS.`;

const several = (first: string, rest: string): string =>
  `{"lockfileVersion":3,"packages":{${Array.from('abcdef', (name, at) => `"node_modules/${name}":{"version":"1.0.0","resolved":"${at === 0 ? first : rest}://r.example/${name}/-/${name}-1.0.0.tgz"}`).join(',')}}}`;

testRule(lockfileInsecureUrl, {
  clean: [
    { path: 'package-lock.json', code: lock('https://registry.npmjs.org/a/-/a-1.0.0.tgz') },
    { path: 'package-lock.json', code: lock('http://localhost:4873/a/-/a-1.0.0.tgz') },
    { path: 'package-lock.json', code: lock('http://127.0.0.1:4873/a/-/a-1.0.0.tgz') },
    { path: 'package-lock.json', code: lock(`git+ssh://git@git.example/u/a.git#${SHA}`) },
    { path: 'package-lock.json', code: lock('file:a.tgz') },
    { path: 'package-lock.json', code: '{"packages":{"node_modules/http":{"version":"1.0.0","link":true,"resolved":"http"}}}' },
    '{"dependencies":{"a":"http://h.example/a.tgz"}}',
    { path: 'yarn.lock', code: `a@^1:\n  version "1.0.0"\n  resolved "https://r.example/a.tgz#${SHA}"\n` },
    { path: 'uv.lock', code: '[[package]]\nname = "a"\nversion = "1"\nsource = { registry = "https://r.example/simple" }\n' },
  ],
  caught: [
    {
      path: 'package-lock.json',
      code: several('⟦http⟧', 'http'),
      says: 'a and 5 other packages are downloaded from r.example over plain HTTP, where anyone on the way can replace them. Use HTTPS.',
      fixed: several('https', 'https'),
    },
    {
      path: 'package-lock.json',
      code: lock('⟦http⟧://registry.npmjs.org/a/-/a-1.0.0.tgz'),
      says: says('registry.npmjs.org'),
      fixed: lock('https://registry.npmjs.org/a/-/a-1.0.0.tgz'),
    },
    {
      path: 'npm-shrinkwrap.json',
      code: '{"lockfileVersion":1,"dependencies":{"a":{"version":"1.0.0","resolved":"⟦HTTP⟧://r.example:8080/a.tgz"}}}',
      says: says('r.example:8080'),
      fixed: '{"lockfileVersion":1,"dependencies":{"a":{"version":"1.0.0","resolved":"https://r.example:8080/a.tgz"}}}',
    },
    {
      path: 'package-lock.json',
      code: lock(`git+⟦http⟧://git.example/u/a.git#${SHA}`),
      says: says('git.example'),
      fixed: lock(`git+https://git.example/u/a.git#${SHA}`),
    },
    {
      path: 'package-lock.json',
      code: lock(`⟦git⟧://github.com/u/a.git#${SHA}`),
      says: says('github.com', 'a', 'the git protocol'),
      fixed: lock(`git+https://github.com/u/a.git#${SHA}`),
    },
    {
      path: 'package-lock.json',
      code: lock('⟦http⟧:\\/\\/r.example\\/a.tgz'),
      says: says('r.example'),
      fixed: lock('https:\\/\\/r.example\\/a.tgz'),
    },
    {
      path: 'yarn.lock',
      code: `a@^1:\n  version "1.0.0"\n  resolved "⟦http⟧://r.example/a/-/a-1.0.0.tgz#${SHA}"\n\nb@^1:\n  version "1.0.0"\n  resolved "https://r.example/b.tgz"\n`,
      says: says('r.example'),
      fixed: `a@^1:\n  version "1.0.0"\n  resolved "https://r.example/a/-/a-1.0.0.tgz#${SHA}"\n\nb@^1:\n  version "1.0.0"\n  resolved "https://r.example/b.tgz"\n`,
    },
    {
      path: 'pnpm-lock.yaml',
      code: "lockfileVersion: '9.0'\n\npackages:\n\n  a@1.0.0:\n    resolution: {integrity: sha512-aa==, tarball: ⟦http⟧://r.example/a.tgz}\n",
      says: says('r.example'),
      fixed:
        "lockfileVersion: '9.0'\n\npackages:\n\n  a@1.0.0:\n    resolution: {integrity: sha512-aa==, tarball: https://r.example/a.tgz}\n",
    },
    {
      path: 'uv.lock',
      code: '[[package]]\nname = "a"\nversion = "1"\nsource = { registry = "⟦http⟧://r.example/simple" }\nsdist = { url = "http://r.example/a-1.tar.gz", hash = "sha256:aa" }\n',
      says: says('r.example'),
      fixed:
        '[[package]]\nname = "a"\nversion = "1"\nsource = { registry = "https://r.example/simple" }\nsdist = { url = "https://r.example/a-1.tar.gz", hash = "sha256:aa" }\n',
    },
    {
      path: 'Pipfile.lock',
      code: '{"_meta":{"sources":[{"name":"own","url":"⟦http⟧://r.example/simple"}]},"default":{}}',
      says: 'The packages of this lockfile are downloaded from r.example over plain HTTP, where anyone on the way can replace them. Use HTTPS.',
      fixed: '{"_meta":{"sources":[{"name":"own","url":"https://r.example/simple"}]},"default":{}}',
    },
    {
      path: 'Cargo.lock',
      code: '[[package]]\nname = "a"\nversion = "1.0.0"\nsource = "registry+⟦http⟧://r.example/index"\n',
      says: says('r.example'),
      fixed: '[[package]]\nname = "a"\nversion = "1.0.0"\nsource = "registry+https://r.example/index"\n',
    },
    {
      path: 'composer.lock',
      code: '{"packages": [{"name": "a/b", "version": "1.0.0", "dist": {"type": "zip", "url": "⟦http⟧://files.example/a.zip", "shasum": "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"}}], "packages-dev": []}',
      says: 'a/b is downloaded from files.example over plain HTTP, where anyone on the way can replace it. Use HTTPS.',
      fixed:
        '{"packages": [{"name": "a/b", "version": "1.0.0", "dist": {"type": "zip", "url": "https://files.example/a.zip", "shasum": "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"}}], "packages-dev": []}',
    },
    {
      path: 'pubspec.lock',
      code: 'packages:\n  a:\n    dependency: "direct main"\n    description:\n      name: a\n      sha256: "cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc"\n      url: "⟦http⟧://files.example"\n    source: hosted\n    version: "1.0.0"\n',
      says: 'a is downloaded from files.example over plain HTTP, where anyone on the way can replace it. Use HTTPS.',
      fixed:
        'packages:\n  a:\n    dependency: "direct main"\n    description:\n      name: a\n      sha256: "cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc"\n      url: "https://files.example"\n    source: hosted\n    version: "1.0.0"\n',
    },
  ],
});
