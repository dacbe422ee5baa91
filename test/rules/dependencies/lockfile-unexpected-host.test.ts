import { lockfileUnexpectedHost } from '../../../server/src/rules/dependencies/lockfile-unexpected-host.ts';
import { testRule } from '../../support/rule-tester.ts';

const SHA = '0123456789abcdef0123456789abcdef01234567';
const NPM = 'https://registry.npmjs.org';
const entry = (name: string, resolved: string): string => `"node_modules/${name}":{"version":"1.0.0","resolved":"${resolved}"}`;
const lock = (...entries: readonly string[]): string => `{"lockfileVersion":3,"packages":{${entries.join(',')}}}`;
const own = (name: string, host: string): string => entry(name, `${host}/${name}/-/${name}-1.0.0.tgz`);
const strange = lock(own('a', NPM), own('b', 'https://evil.example'));
const says = (name = 'b', host = 'evil.example'): string =>
  `${name} is downloaded from ${host}, which is neither the public registry nor named in any setting. Check who changed the lockfile, or allow the host.`;
const path = 'package-lock.json';

testRule(lockfileUnexpectedHost, {
  clean: [
    {
      path,
      code: '{"lockfileVersion":3,"packages":{"node_modules/a":{"version":"1.0.0","resolved":"https://registry.npmjs.org/a/-/a-1.0.0.tgz","integrity":"sha512-aa=="},"node_modules/b":{"version":"1.0.0","resolved":"https://registry.npmjs.org/b/-/b-1.0.0.tgz","integrity":"sha512-bb=="}}}',
      shown: true,
    },
    { path, code: lock(own('a', NPM), own('b', 'https://registry.yarnpkg.com')) },
    { path, code: strange, files: { '.npmrc': 'registry=https://evil.example/\n' } },
    { path, code: strange, files: { '.npmrc': '@o:registry=https://evil.example\n' } },
    { path, code: strange, files: { '.npmrc': 'registry=${NPM_REGISTRY}\n' } },
    { path, code: strange, files: { '.yarnrc.yml': 'npmScopes:\n  o:\n    npmRegistryServer: "https://evil.example"\n' } },
    { path, code: strange, files: { 'bunfig.toml': '[install]\nregistry = "https://evil.example/"\n' } },
    { path, code: strange, dependencies: { allowedHosts: ['evil.example'] } },
    { path, code: strange, dependencies: { allowedHosts: ['*.example'] } },
    { path, code: strange, dependencies: { allowedHosts: ['https://evil.example/npm/'] } },
    { path, code: lock(own('a', 'http://localhost:4873')) },
    { path, code: strange, beside: ['.yarnrc'] },
    {
      path: 'Cargo.lock',
      code: '[[package]]\nname = "a"\nversion = "1.0.0"\nsource = "registry+https://crates.example/index"\n',
      beside: ['.cargo/config.toml'],
    },
    { path, code: lock(entry('a', `git+ssh://git@github.com/u/a.git#${SHA}`)) },
    // The manifest asked for it by its address.
    { path, code: lock('"":{"dependencies":{"a":"https://h.example/a.tgz"}}', entry('a', 'https://h.example/a.tgz')) },
    {
      path,
      code: lock('"":{"dependencies":{"a":"git+https://git.example/a.git"}}', entry('a', `git+https://git.example/a.git#${SHA}`)),
    },
    { path, code: lock('"node_modules/a":{"resolved":"packages/a","link":true}') },
    { path: 'yarn.lock', code: 'a@^1:\n  version "1.0.0"\n  resolved "https://registry.yarnpkg.com/a/-/a-1.0.0.tgz#aa"\n' },
    {
      path: 'uv.lock',
      code: '[[package]]\nname = "a"\nversion = "1"\nsource = { registry = "https://pypi.org/simple" }\nsdist = { url = "https://files.pythonhosted.org/a-1.tar.gz", hash = "sha256:aa" }\n',
    },
    {
      path: 'uv.lock',
      code: '[[package]]\nname = "a"\nversion = "1"\nsource = { registry = "https://download.wheels.example/simple" }\nsdist = { url = "https://files.wheels.example/a-1.tar.gz", hash = "sha256:aa" }\n',
      files: { 'pyproject.toml': '[[tool.uv.index]]\nurl = "https://download.wheels.example/simple"\n' },
    },
    {
      path: 'Cargo.lock',
      code: '[[package]]\nname = "a"\nversion = "1.0.0"\nsource = "registry+https://github.com/rust-lang/crates.io-index"\n',
    },
    // A mirror is set in the environment; repositories of Composer have their archives anywhere, and so have packages their sources.
    {
      path: 'pubspec.lock',
      code: 'packages:\n  a:\n    dependency: "direct main"\n    description:\n      name: a\n      sha256: "cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc"\n      url: "https://mirror.example"\n    source: hosted\n    version: "1.0.0"\n',
    },
    {
      path: 'composer.lock',
      code: '{"packages": [{"name": "a/b", "version": "1.0.0", "dist": {"type": "zip", "url": "https://evil.example/a.zip", "shasum": "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"}}], "packages-dev": []}',
      files: { 'composer.json': '{"repositories":[{"type":"composer","url":"https://repo.example"}]}' },
    },
    {
      path: 'composer.lock',
      code: '{"packages": [{"name": "a/b", "version": "1.0.0", "source": {"type": "git", "url": "https://git.example/a/b.git", "reference": "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"}, "dist": {"type": "zip", "url": "https://api.github.com/repos/a/b/zipball/1", "shasum": "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"}}], "packages-dev": []}',
    },
    // No Gemfile, or one that is a program.
    {
      path: 'Gemfile.lock',
      code: 'GEM\n  remote: https://evil.example/\n  specs:\n    b (1.0.0)\n\nGEM\n  remote: https://gems.example/\n  specs:\n    a (1.0.0)\n\nDEPENDENCIES\n  a\n  b\n',
    },
    {
      path: 'Gemfile.lock',
      code: 'GEM\n  remote: https://evil.example/\n  specs:\n    b (1.0.0)\n\nGEM\n  remote: https://gems.example/\n  specs:\n    a (1.0.0)\n\nDEPENDENCIES\n  a\n  b\n',
      files: { Gemfile: 'source "https://gems.example"\nsource ENV["GEMS"] do\n  gem "b"\nend\n' },
    },
    {
      path: 'Gemfile.lock',
      code: 'GEM\n  remote: https://more.example/\n  specs:\n    b (1.0.0)\n\nGEM\n  remote: https://gems.example/\n  specs:\n    a (1.0.0)\n\nDEPENDENCIES\n  a\n  b\n',
      files: { Gemfile: 'source "https://gems.example"\nsource "https://more.example" do\n  gem "b"\nend\n' },
    },
  ],
  caught: [
    { path, code: strange.replace('https://evil.example/b/-/b-1.0.0.tgz', '⟦$&⟧'), says: says() },
    {
      path,
      code: strange.replace('https://evil.example/b/-/b-1.0.0.tgz', '⟦$&⟧'),
      files: { '.npmrc': 'registry=https://other.example/\n' },
      says: says(),
    },
    {
      path,
      code: strange.replace('https://evil.example/b/-/b-1.0.0.tgz', '⟦$&⟧'),
      dependencies: { allowedHosts: ['other.example', '*.evil.example'] },
      says: says(),
    },
    // Looks like the public one.
    {
      path,
      code: lock(own('a', NPM), own('b', '⟦https://registry.npmjs.org.evil.example').replace('.tgz', '.tgz⟧')),
      says: says('b', 'registry.npmjs.org.evil.example'),
    },
    { path, code: lock(own('a', NPM), entry('b', '⟦https://registry.npmjs.org@evil.example/b.tgz⟧')), says: says() },
    {
      path,
      code: lock('"":{"dependencies":{"a":"^1"}}', own('a', NPM), entry('b', `⟦git+https://git.example/b.git⟧#${SHA}`)),
      says: says('b', 'git.example'),
    },
    // A mirror from somebody's own settings is told once.
    {
      path,
      code: lock(
        own('a', '⟦https://mirror.example').replace('.tgz', '.tgz⟧'),
        ...['b', 'c', 'd', 'e', 'f', 'g'].map((name) => own(name, 'https://mirror.example')),
      ),
      says: 'a and 6 other packages are downloaded from mirror.example, which is neither the public registry nor named in any setting. Name it in the settings of the package manager, or allow it.',
    },
    {
      path: 'yarn.lock',
      code: 'a@^1:\n  version "1.0.0"\n  resolved "⟦https://evil.example/a/-/a-1.0.0.tgz⟧#aa"\n',
      says: says('a'),
    },
    {
      path: 'yarn.lock',
      code: '"@o/a@npm:^1.0.0":\n  version: 1.2.0\n  resolution: "@o/a@npm:1.2.0::__archiveUrl=⟦https%3A%2F%2Fevil.example%2Fa.tgz⟧"\n',
      says: says('@o/a'),
    },
    {
      path: 'pnpm-lock.yaml',
      code: "lockfileVersion: '9.0'\n\npackages:\n\n  a@1.0.0:\n    resolution: {integrity: sha512-aa==, tarball: ⟦https://evil.example/a.tgz⟧}\n",
      says: says('a'),
    },
    {
      path: 'poetry.lock',
      code: '[[package]]\nname = "a"\nversion = "1"\n\n[package.source]\ntype = "legacy"\nurl = "⟦https://evil.example/simple⟧"\n',
      says: says('a'),
    },
    {
      path: 'Cargo.lock',
      code: '[[package]]\nname = "a"\nversion = "1.0.0"\nsource = "registry+⟦https://github.com/evil/index⟧"\n',
      says: says('a', 'github.com'),
    },
    {
      path: 'Cargo.lock',
      code: '[[package]]\nname = "a"\nversion = "1.0.0"\nsource = "sparse+⟦https://evil.example/⟧"\n',
      says: says('a'),
    },
    {
      path: 'composer.lock',
      code: '{"packages": [{"name": "a/b", "version": "1.0.0", "dist": {"type": "zip", "url": "⟦https://evil.example/a.zip⟧", "shasum": "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"}}], "packages-dev": []}',
      says: 'a/b is downloaded from evil.example, which is neither the public registry nor named in any setting. Check who changed the lockfile, or allow the host.',
    },
    {
      path: 'pubspec.lock',
      code: 'packages:\n  a:\n    dependency: "direct main"\n    description:\n      name: a\n      sha256: "cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc"\n      url: "https://pub.dev"\n    source: hosted\n    version: "1.0.0"\n  b:\n    dependency: "direct main"\n    description:\n      name: b\n      sha256: "cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc"\n      url: "⟦https://evil.example⟧"\n    source: hosted\n    version: "1.0.0"\n',
      says: 'b is downloaded from evil.example, which is neither the public registry nor named in any setting. Check who changed the lockfile, or allow the host.',
    },
    {
      path: 'Gemfile.lock',
      code: 'GEM\n  remote: ⟦https://evil.example/⟧\n  specs:\n    b (1.0.0)\n\nGEM\n  remote: https://gems.example/\n  specs:\n    a (1.0.0)\n\nDEPENDENCIES\n  a\n  b\n',
      files: { Gemfile: 'source "https://gems.example"\ngem "b"\n' },
      says: 'b is downloaded from evil.example, which is neither the public registry nor named in any setting. Check who changed the lockfile, or allow the host.',
    },
  ],
});
