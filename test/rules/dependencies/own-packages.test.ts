import assert from 'node:assert/strict';
import { advisories } from '../../support/advisories.ts';
import { verdictsIn } from '../../support/told.ts';

const known = advisories(
  { id: 'GHSA-1', name: 'a', ranges: [['0', '1.2.0']] },
  { id: 'GHSA-2', name: 'g:a', ecosystem: 'Maven', ranges: [['0', '1.2.0']] },
);
const root = (version: string): string =>
  JSON.stringify({ name: 'shop', private: true, workspaces: ['packages/*'], dependencies: { a: version } });
const member = JSON.stringify({ name: 'a', version: '1.0.0' });
const locked = (entry: object): string =>
  JSON.stringify({
    name: 'shop',
    lockfileVersion: 3,
    packages: { '': { name: 'shop', workspaces: ['packages/*'], dependencies: { a: '1.0.0' } }, ...entry },
  });
const pom = (artifact: string, more = ''): string =>
  `<project>\n<groupId>g</groupId><artifactId>${artifact}</artifactId><version>1.0.0</version>\n${more}</project>\n`;
const A =
  '<dependencies><dependency><groupId>g</groupId><artifactId>a</artifactId><version>1.0.0</version></dependency></dependencies>';

const CASES: readonly (readonly [name: string, files: Readonly<Record<string, string>>, verdicts: readonly string[]])[] = [
  ['a pin', { 'package.json': root('1.0.0'), 'packages/a/package.json': member }, []],
  ['a range', { 'package.json': root('^1.0.0'), 'packages/a/package.json': member }, []],
  [
    'asked for by a neighbour',
    {
      'package.json': '{ "private": true, "workspaces": ["packages/*"] }',
      'packages/a/package.json': member,
      'packages/b/package.json': '{ "name": "b", "dependencies": { "a": "1.0.0" } }',
    },
    [],
  ],
  [
    'a version that it does not have',
    { 'package.json': root('0.9.0'), 'packages/a/package.json': member },
    ['package.json:1 vulnerable-dependency: a 0.9.0'],
  ],
  [
    'a package of the same name elsewhere',
    { 'package.json': root('1.0.0'), 'test/a/package.json': member },
    ['package.json:1 vulnerable-dependency: a 1.0.0'],
  ],
  [
    'linked',
    {
      'package.json': root('1.0.0'),
      'package-lock.json': locked({
        'node_modules/a': { resolved: 'packages/a', link: true },
        'packages/a': { name: 'a', version: '1.0.0' },
      }),
    },
    [],
  ],
  [
    'downloaded',
    {
      'package.json': root('1.0.0'),
      'packages/a/package.json': member,
      'package-lock.json': locked({ 'node_modules/a': { version: '1.0.0', integrity: 'sha512-AA==' } }),
    },
    ['package.json:1 vulnerable-dependency: a 1.0.0 (locked in package-lock.json)'],
  ],
  ['a module', { 'a/pom.xml': pom('a'), 'b/pom.xml': pom('b', A) }, []],
  [
    'a module of another version',
    { 'a/pom.xml': pom('a').replace('1.0.0', '1.2.0'), 'b/pom.xml': pom('b', A) },
    ['b/pom.xml:3 vulnerable-dependency: g:a 1.0.0'],
  ],
  [
    'a module whose version the build is given',
    { 'a/pom.xml': pom('a').replace('1.0.0', '${revision}'), 'b/pom.xml': pom('b', A) },
    [],
  ],
  [
    'modules of several versions',
    { 'a/pom.xml': pom('a'), 'a2/pom.xml': pom('a').replace('1.0.0', '1.2.0'), 'b/pom.xml': pom('b', A) },
    [],
  ],
  [
    'a module of Maven, asked for by Gradle',
    { 'a/pom.xml': pom('a'), 'b/build.gradle': "dependencies {\n  implementation 'g:a:1.0.0'\n}\n" },
    ['b/build.gradle:2 vulnerable-dependency: g:a 1.0.0'],
  ],
  ['a module of another build', { 'b/pom.xml': pom('b', A) }, ['b/pom.xml:3 vulnerable-dependency: g:a 1.0.0']],
];

describe('a package of the repository itself', () => {
  for (const [name, files, verdicts] of CASES)
    it(`is none of a registry: ${name}`, () => {
      assert.deepEqual(verdictsIn(files, known), verdicts);
    });
});
