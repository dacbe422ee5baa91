import { lockfileIntegrityConflict } from '../../../server/src/rules/dependencies/lockfile-integrity-conflict.ts';
import { registry } from '../../support/registry.ts';
import { testRule } from '../../support/rule-tester.ts';

const path = 'package-lock.json';
const entry = (place: string, integrity: string, version = '1.0.0'): string =>
  `"${place}":{"version":"${version}","integrity":"${integrity}"}`;
const lock = (...entries: readonly string[]): string => `{"lockfileVersion":3,"packages":{${entries.join(',')}}}`;
const own = lock(entry('node_modules/a', 'sha512-aa=='));
const says = (name: string, other: string): string =>
  `${name} 1.0.0 has another hash here than in ${other}, so the two are not the same file. Compare both with the registry.`;
const yarn = (integrity: string): string =>
  `a@^1:\n  version "1.0.0"\n  resolved "https://r.example/a.tgz"\n  integrity ${integrity}\n`;
const berry = (checksum: string): string =>
  `"a@npm:^1":\n  version: 1.0.0\n  resolution: "a@npm:1.0.0"\n  checksum: ${checksum}\n`;
const cargo = (checksum: string): string =>
  `[[package]]\nname = "a"\nversion = "⟦1.0.0⟧"\nsource = "registry+https://r.example/index"\nchecksum = "${checksum}"\n`;
const sum = (hash: string, ofFile: string): string => `a v1.0.0 h1:${hash}=\na v1.0.0/go.mod h1:${ofFile}=\n`;
const plain = (text: string): string => text.replaceAll(/[⟦⟧]/g, '');

const known = registry({
  a: { versions: { '1.0.0': { integrity: ['sha512-cc==', 'sha1-dd='] } } },
  b: { versions: { '1.0.0': {} } },
});
const asking = (name: string) => ({ 'package.json': `{"name":"app","dependencies":{"${name}":"^1"}}` });
const asked = (name: string, integrity: string, more = ''): string =>
  `{"lockfileVersion":3,"packages":{"":{"dependencies":{"${name}":"^1"}},"node_modules/${name}":{"version":"1.0.0"${more},"integrity":"${integrity}"}}}`;
const unlike =
  'a 1.0.0 has another hash here than npm.example gives, so what was locked is not what the registry has. Find out why before you install it.';

testRule(lockfileIntegrityConflict, {
  clean: [
    { path, code: asked('a', 'sha512-cc=='), files: asking('a'), registry: known },
    { path, code: asked('a', 'sha256-aa=='), files: asking('a'), registry: known },
    { path, code: asked('a', 'sha512-aa=='), files: asking('a') },
    { path, code: asked('b', 'sha512-aa=='), files: asking('b'), registry: known },
    // Not asked for by a manifest, so the registry is not asked for it.
    {
      path,
      code: asked('b', 'sha512-aa==').replace('}}}', '},"node_modules/a":{"version":"1.0.0","integrity":"sha512-aa=="}}}'),
      files: asking('b'),
      registry: known,
    },
    {
      path,
      code: asked('a', 'sha512-aa==', ',"resolved":"https://other.example/a/-/a-1.0.0.tgz"'),
      files: asking('a'),
      registry: known,
    },
    { path, code: asked('a', 'sha512-aa==').replace('"1.0.0"', '"1.2.0"'), files: asking('a'), registry: known },
    { path, code: asked('a', 'sha512-aa=='), files: { ...asking('a'), 'a/package.json': '{"name":"a"}' }, registry: known },
    { path: 'yarn.lock', code: yarn('sha1-dd='), files: asking('a'), registry: known },
    { path: 'yarn.lock', code: berry('10c0/bb'), files: asking('a'), registry: known },
    { path, code: own },
    { path, code: own, files: { 'b/package-lock.json': own } },
    { path, code: own, files: { 'b/package-lock.json': lock(entry('node_modules/a', 'sha512-bb==', '2.0.0')) } },
    { path, code: own, files: { 'b/package-lock.json': lock(entry('node_modules/a', 'sha1-bb=')) } },
    { path, code: own, files: { 'b/yarn.lock': yarn('sha512-aa==') } },
    { path, code: own, files: { 'b/yarn.lock': berry('10c0/bb') } },
    {
      path: 'yarn.lock',
      code: `${berry('10c0/aa')}\n"a@patch:a@npm%3A^1#~builtin<compat/a>":\n  version: 1.0.0\n  resolution: "a@patch:a@npm%3A1.0.0#~builtin<compat/a>::version=1.0.0&hash=5786d5"\n  checksum: 10c0/bb\n`,
    },
    { path: 'yarn.lock', code: berry('10c0/aa'), files: { 'b/yarn.lock': berry('8/bb') } },
    { path: 'Cargo.lock', code: plain(cargo('aa')), files: { 'b/Cargo.lock': plain(cargo('aa')) } },
    { path: 'go.sum', code: sum('aa', 'bb'), files: { 'b/go.sum': sum('aa', 'bb'), 'go.work.sum': 'a v1.0.0/go.mod h1:bb=\n' } },
    { path: 'go.sum', code: sum('aa', 'bb'), files: { 'b/go.sum': sum('aa', 'bb').replaceAll('v1.0.0', 'v1.0.1') } },
    { path: 'go.sum', code: sum('aa', 'bb'), files: { 'b/go.sum': 'a v1.0.0 h2:cc=\n', 'Cargo.lock': plain(cargo('cc')) } },
  ],
  caught: [
    { path, code: asked('a', 'sha512-aa==').replace('"1.0.0"', '"⟦1.0.0⟧"'), files: asking('a'), registry: known, says: unlike },
    {
      path,
      code: asked('a', 'sha1-aa=', ',"resolved":"https://registry.npmjs.org/a/-/a-1.0.0.tgz"').replace('"1.0.0"', '"⟦1.0.0⟧"'),
      files: asking('a'),
      registry: known,
      says: unlike,
    },
    {
      path: 'yarn.lock',
      code: yarn('sha512-aa==').replace('"1.0.0"', '"⟦1.0.0⟧"').replace('r.example/a', 'registry.yarnpkg.com/a/-/a-1.0.0'),
      files: asking('a'),
      registry: known,
      says: unlike,
    },
    {
      path: 'pnpm-lock.yaml',
      code: "lockfileVersion: '9.0'\n\nimporters:\n\n  .:\n    dependencies:\n      a:\n        specifier: ^1\n        version: 1.0.0\n\npackages:\n\n  a@⟦1.0.0⟧:\n    resolution: {integrity: sha512-aa==}\n\nsnapshots:\n\n  a@1.0.0: {}\n",
      files: asking('a'),
      registry: known,
      says: unlike,
    },
    {
      path,
      code: own.replace('1.0.0', '⟦1.0.0⟧'),
      files: { 'b/package-lock.json': lock(entry('node_modules/a', 'sha512-bb==')) },
      says: says('a', 'b/package-lock.json'),
    },
    {
      path,
      code: own.replace('1.0.0', '⟦1.0.0⟧'),
      files: { 'b/yarn.lock': yarn('sha512-bb==') },
      says: says('a', 'b/yarn.lock'),
    },
    {
      path,
      code: lock(entry('node_modules/a', 'sha512-aa=='), entry('node_modules/b/node_modules/a', 'sha512-bb==', '⟦1.0.0⟧')),
      says: says('a', 'another entry of this file'),
    },
    {
      path: 'go.sum',
      code: sum('aa', 'bb').replace('v1.0.0', '⟦v1.0.0⟧'),
      files: { 'b/go.sum': sum('cc', 'bb') },
      says: says('a', 'b/go.sum').replace('1.0.0', 'v1.0.0'),
    },
    {
      path: 'go.sum',
      code: sum('aa', 'bb').replace('v1.0.0/', '⟦v1.0.0⟧/'),
      files: { 'go.work.sum': sum('aa', 'cc') },
      says: says('a', 'go.work.sum').replace('1.0.0', 'v1.0.0'),
    },
    {
      path: 'go.sum',
      code: `a v1.0.0 h1:aa=\na ⟦v1.0.0⟧ h1:bb=\n`,
      says: says('a', 'another entry of this file').replace('1.0.0', 'v1.0.0'),
    },
    { path: 'Cargo.lock', code: cargo('aa'), files: { 'b/Cargo.lock': plain(cargo('bb')) }, says: says('a', 'b/Cargo.lock') },
  ],
});
