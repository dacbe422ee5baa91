import { advisories } from './advisories.ts';
import type { Caught } from './rule-tester.ts';

const known = advisories(
  { id: 'GHSA-1', name: 'a', ranges: [['0', '1.2.3']], summary: 'it breaks' },
  { id: 'RUSTSEC-1', name: 'a', ecosystem: 'crates.io', ranges: [['0', '1.2.3']], summary: 'it breaks' },
  { id: 'GHSA-2', name: 'g:a', ecosystem: 'Maven', ranges: [['0', '1.2.3']], summary: 'it breaks' },
  { id: 'PYSEC-1', name: 'a', ecosystem: 'PyPI', ranges: [['0', '1.2.3']], summary: 'it breaks' },
);
const says = (lockfile: string, id: string, note = ''): string =>
  `a 1.0.0 (locked in ${lockfile}${note}) is affected by ${id}: it breaks. 1.2.3 is the smallest safe version (test data, 2026-11-01).`;

const manifest = (a: string): string =>
  `{ "dependencies": { "b": "^1.0.0" }, "devDependencies": { "a": "${a}", "c": "^1.0.0" } }`;
const lock = (asker: 'b' | 'c'): string =>
  JSON.stringify({
    packages: {
      '': { dependencies: { b: '^1.0.0' }, devDependencies: { a: '^1.0.0', c: '^1.0.0' } },
      'node_modules/a': { version: '1.0.0' },
      'node_modules/b': { version: '1.0.0', dependencies: { d: '1' } },
      'node_modules/c': { version: '1.0.0', dev: true },
      'node_modules/d': { version: '1.0.0', dependencies: asker === 'b' ? { a: '1' } : {} },
    },
  });
const project = (a: string): string => `[project]\nname = "p"\ndependencies = ["b"]\n\n[dependency-groups]\ndev = ["a${a}"]\n`;
const uv = `[[package]]
name = "p"
source = { virtual = "." }
dependencies = [{ name = "b" }]

[package.dev-dependencies]
dev = [{ name = "a" }]

[[package]]
name = "a"
version = "1.0.0"
source = { registry = "https://pypi.example/simple" }

[[package]]
name = "b"
version = "1.0.0"
source = { registry = "https://pypi.example/simple" }
dependencies = [{ name = "a" }]
`;

const crates = (...versions: readonly string[]): string =>
  [
    `[[package]]\nname = "p"\nversion = "0.1.0"\ndependencies = [\n${versions.map((version) => ` "a ${version}",\n`).join('')}]\n`,
    ...versions.map(
      (version) =>
        `[[package]]\nname = "a"\nversion = "${version}"\nsource = "registry+https://github.com/rust-lang/crates.io-index"\n`,
    ),
  ].join('\n');
const crate = (a: string): string =>
  `[package]\nname = "p"\n\n[dependencies]\na = "${a}"\nnewer = { package = "a", version = "2.0" }\n`;

/** What only the lockfile tells: that production brings in what development asks for, and which of several versions is meant. */
export const BY_LOCKFILE: readonly Caught[] = [
  {
    code: manifest('⟦^1.0.0⟧'),
    files: { 'package-lock.json': lock('b') },
    advisories: known,
    severity: 'high',
    says: says('package-lock.json', 'GHSA-1'),
    fixed: manifest('^1.2.3'),
  },
  {
    code: manifest('⟦^1.0.0⟧'),
    files: { 'package-lock.json': lock('c') },
    advisories: known,
    severity: 'medium',
    says: says('package-lock.json', 'GHSA-1', ', development only'),
    fixed: manifest('^1.2.3'),
  },
  {
    path: 'pyproject.toml',
    code: project('⟦>=1⟧'),
    files: { 'uv.lock': uv },
    advisories: known,
    severity: 'high',
    says: says('uv.lock', 'PYSEC-1'),
    fixed: project('>=1.2.3'),
  },
  {
    path: 'Cargo.toml',
    code: crate('⟦1⟧'),
    files: { 'Cargo.lock': crates('1.0.0', '2.0.1') },
    advisories: known,
    says: says('Cargo.lock', 'RUSTSEC-1'),
    fixed: crate('1.2.3'),
  },
  {
    path: 'build.gradle',
    code: "dependencies {\n  implementation 'g:a:⟦1.0.0⟧'\n  testImplementation 'g:a:2.0.0'\n}\n",
    files: { 'gradle.lockfile': 'g:a:1.0.0=runtimeClasspath\ng:a:2.0.0=testRuntimeClasspath\nempty=\n' },
    advisories: known,
    says: 'g:a 1.0.0 is affected by GHSA-2: it breaks. 1.2.3 is the smallest safe version (test data, 2026-11-01).',
    fixed: "dependencies {\n  implementation 'g:a:1.2.3'\n  testImplementation 'g:a:2.0.0'\n}\n",
  },
  {
    path: 'build.gradle',
    code: "dependencies {\n  implementation 'g:a:⟦[1.0,2)⟧'\n}\n",
    files: { 'gradle.lockfile': 'g:a:1.0.0=runtimeClasspath\ng:a:2.0.0=testRuntimeClasspath\nempty=\n' },
    advisories: known,
    says: `g:${says('gradle.lockfile', 'GHSA-2')}`,
    fixed: "dependencies {\n  implementation 'g:a:[1.2.3,2)'\n}\n",
  },
];
