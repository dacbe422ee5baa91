import { rangeAllowsVulnerableVersion } from '../../../server/src/rules/dependencies/range-allows-vulnerable-version.ts';
import { advisories } from '../../support/advisories.ts';
import { testRule } from '../../support/rule-tester.ts';

const known = advisories(
  { id: 'GHSA-1', aliases: ['CVE-1'], name: 'a', ranges: [['0', '1.2.3']], summary: 'it breaks' },
  { id: 'GHSA-2', name: 'a', ranges: [['1.4.0', '1.5.0']], severity: 'low' },
  { id: 'GHSA-3', name: 'b', ranges: [['1.5.0', '2.0.0']] },
  { id: 'GHSA-4', name: 'c', ranges: [['0', '1.0.0']], informational: 'unsound' },
  ...(['PyPI', 'crates.io', 'RubyGems', 'Packagist'] as const).map((ecosystem) => ({
    id: 'X-1',
    ecosystem,
    name: 'a',
    ranges: [['0', '1.2.3']] as const,
  })),
  { id: 'X-2', ecosystem: 'Packagist', name: 'acme/two', ranges: [['0', '2.0.0']] },
  { id: 'X-2', ecosystem: 'PyPI', name: 'two', ranges: [['0', '2.0']] },
  {
    id: 'X-3',
    ecosystem: 'Packagist',
    name: 'acme/branches',
    ranges: [
      ['4.3.0', '4.4.13'],
      ['5.0.0', '5.1.5'],
    ],
  },
  {
    id: 'X-3',
    name: 'branches',
    ranges: [
      ['4.3.0', '4.4.13'],
      ['5.0.0', '5.1.5'],
    ],
  },
  { id: 'X-4', name: 'old', ranges: [['0', '5.1.5']] },
  { id: 'X-5', name: 'halves', ranges: [['4.5.0', '5.1.5']] },
  {
    id: 'X-7',
    name: 'gap',
    ranges: [
      ['6.0.0', '6.3.1'],
      ['7.0.0', '7.5.2'],
    ],
  },
  {
    id: 'X-6',
    ecosystem: 'Maven',
    name: 'g:spring',
    ranges: [
      ['0', '5.2.20.RELEASE'],
      ['5.3.0', '5.3.18'],
    ],
  },
  { id: 'X-2', ecosystem: 'Maven', name: 'g:two', ranges: [['0', '2.0.0']] },
);
const everything = { advisories: known };
const says = (subject: string, ids: string, what: string, safe: string): string =>
  `${subject} also admits versions that are affected by ${ids}: ${what} Raise the floor to ${safe} (test data, 2026-11-01).`;
const TWO = 'it breaks. Also affected by GHSA-2.';
const ONE = 'bad things happen.';

testRule(rangeAllowsVulnerableVersion, {
  clean: [
    // The pre-releases of a fixed version are below it in some orders, but nobody is given one without asking.
    ...['^2.0', '2.*', '2.0.*', '~2.0', '>=2.0 <3', '^2.0 || ^3.0'].map((range) => ({
      path: 'composer.json',
      code: `{ "require": { "acme/two": "${range}" } }`,
      ...everything,
    })),
    ...['==2.*', '==2.0.*', '~=2.0', '>=2,<3'].map((range) => ({
      path: 'requirements.txt',
      code: `two${range}\n`,
      ...everything,
    })),
    { path: 'build.gradle', code: "dependencies { implementation 'g:two:2.+' }\n", ...everything },
    // What a package is built with is always the newest.
    { path: 'pyproject.toml', code: '[build-system]\nrequires = ["setuptools>=61"]\n' },
    { code: '{ "dependencies": { "a": "^1.5.0" } }', ...everything },
    { code: '{ "dependencies": { "a": "^1.0.0" } }' },
    // All of it is affected, or it is a pin: that is told as such.
    { code: '{ "dependencies": { "a": "~1.1.0" } }', ...everything },
    { code: '{ "dependencies": { "a": "1.0.0" } }', ...everything },
    // Whoever takes everything has another problem.
    { code: '{ "dependencies": { "a": "*" } }', ...everything },
    { code: '{ "dependencies": { "a": "latest", "b": "" } }', ...everything },
    { code: '{ "dependencies": { "c": ">=0.5.0" } }', ...everything },
    { code: '{ "peerDependencies": { "a": "^1.0.0" } }', ...everything },
    { code: '{ "dependencies": { "a": "^1.0.0" }, "overrides": { "a": "^1.5.0" } }', ...everything },
    {
      code: '{ "dependencies": { "a": "^1.0.0" } }',
      files: { 'package-lock.json': '{ "packages": { "": { "dependencies": { "a": "^1.0.0" } } } }' },
      ...everything,
    },
    { path: 'requirements.txt', code: 'a\nother>=1\n', ...everything },
    { path: 'requirements.txt', code: '-c constraints.txt\na>=1.0\n', ...everything },
    { path: 'Cargo.toml', code: '[dependencies]\na = "1.2.3"\n', ...everything },
  ],
  caught: [
    {
      code: '{ "dependencies": { "a": "⟦^1.0.0⟧" } }',
      says: says('a ^1.0.0', 'GHSA-1 (CVE-1)', TWO, '1.5.0'),
      fixed: '{ "dependencies": { "a": "^1.5.0" } }',
      ...everything,
    },
    {
      code: '{ "devDependencies": { "a": "⟦>=1.0.0 <3⟧" } }',
      says: says('a >=1.0.0 <3', 'GHSA-1 (CVE-1)', TWO, '1.5.0'),
      fixed: '{ "devDependencies": { "a": ">=1.5.0 <3" } }',
      ...everything,
    },
    {
      code: '{ "dependencies": { "b": "⟦^1.0.0⟧" } }',
      says: 'b ^1.0.0 also admits versions that are affected by GHSA-3: bad things happen. Its newest versions are affected, so a higher floor does not help. Ask for another range (test data, 2026-11-01).',
      ...everything,
    },
    {
      code: '{ "dependencies": { "gap": "⟦6 - 7.0⟧" } }',
      says: 'gap 6 - 7.0 also admits versions that are affected by X-7: bad things happen. 6.3.1 is safe, but later versions in the range are affected again. Narrow the range (test data, 2026-11-01).',
      ...everything,
    },
    {
      code: '{ "dependencies": { "gap": "⟦6.x || 7.0.0⟧" } }',
      says: says('gap 6.x || 7.0.0', 'X-7', ONE, '6.3.1'),
      fixed: '{ "dependencies": { "gap": "^6.3.1" } }',
      ...everything,
    },
    // Each alternative is raised within itself.
    {
      path: 'composer.json',
      code: '{ "require": { "acme/branches": "⟦^4.4|^5.0|^6.0⟧" } }',
      says: says('acme/branches ^4.4|^5.0|^6.0', 'X-3', ONE, '4.4.13 and 5.1.5'),
      fixed: '{ "require": { "acme/branches": "^4.4.13|^5.1.5|^6.0" } }',
      ...everything,
    },
    {
      code: '{ "dependencies": { "branches": "⟦^4.4.0 || ^5.2.0⟧" } }',
      says: says('branches ^4.4.0 || ^5.2.0', 'X-3', ONE, '4.4.13'),
      fixed: '{ "dependencies": { "branches": "^4.4.13 || ^5.2.0" } }',
      ...everything,
    },
    // One of which nothing is good goes, one of which something is stays.
    {
      code: '{ "dependencies": { "old": "⟦^4.0.0 || ^5.0.0 || ^6.0.0⟧" } }',
      says: says('old ^4.0.0 || ^5.0.0 || ^6.0.0', 'X-4', ONE, '5.1.5'),
      fixed: '{ "dependencies": { "old": "^5.1.5 || ^6.0.0" } }',
      ...everything,
    },
    {
      code: '{ "dependencies": { "halves": "⟦^4.0.0 || ^5.0.0⟧" } }',
      says: says('halves ^4.0.0 || ^5.0.0', 'X-5', ONE, '5.1.5'),
      ...everything,
    },
    {
      code: '{ "dependencies": { "mine": "npm:old@⟦>=4⟧" } }',
      says: says('mine (old) >=4', 'X-4', ONE, '5.1.5'),
      fixed: '{ "dependencies": { "mine": "npm:old@>=5.1.5" } }',
      ...everything,
    },
    {
      code: '{ "dependencies": { "old": "⟦~5.0.0 || ^6.0.0⟧" } }',
      says: 'old ~5.0.0 || ^6.0.0 also admits versions that are affected by X-4: bad things happen. Only ^6.0.0 of it admits none. Leave the rest out (test data, 2026-11-01).',
      fixed: '{ "dependencies": { "old": "^6.0.0" } }',
      ...everything,
    },
    {
      path: 'pom.xml',
      code: '<project><dependencies><dependency><groupId>g</groupId><artifactId>spring</artifactId><version>⟦[5.0,5.3.17]⟧</version></dependency></dependencies></project>',
      says: 'g:spring [5.0,5.3.17] also admits versions that are affected by X-6: bad things happen. 5.2.20.RELEASE is safe, but later versions in the range are affected again. Narrow the range (test data, 2026-11-01).',
      ...everything,
    },
    {
      path: 'requirements.txt',
      code: 'a⟦>=1.0,<2⟧\n',
      says: says('a >=1.0,<2', 'X-1', ONE, '1.2.3'),
      fixed: 'a>=1.2.3,<2\n',
      ...everything,
    },
    {
      path: 'pyproject.toml',
      code: '[tool.poetry.dependencies]\na = "⟦^1.0⟧"\n',
      says: says('a ^1.0', 'X-1', ONE, '1.2.3'),
      fixed: '[tool.poetry.dependencies]\na = "^1.2.3"\n',
      ...everything,
    },
    {
      path: 'Cargo.toml',
      code: '[dependencies]\na = "⟦1⟧"\n',
      says: says('a 1', 'X-1', ONE, '1.2.3'),
      fixed: '[dependencies]\na = "1.2.3"\n',
      ...everything,
    },
  ],
});
