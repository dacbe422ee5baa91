import { lockfileIntegrityConflict } from '../../../server/src/rules/dependencies/lockfile-integrity-conflict.ts';
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
const plain = (text: string): string => text.replaceAll(/[⟦⟧]/g, '');

testRule(lockfileIntegrityConflict, {
  clean: [
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
  ],
  caught: [
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
    { path: 'Cargo.lock', code: cargo('aa'), files: { 'b/Cargo.lock': plain(cargo('bb')) }, says: says('a', 'b/Cargo.lock') },
  ],
});
