import assert from 'node:assert/strict';
import { advisories } from '../../support/advisories.ts';
import { verdictsIn } from '../../support/told.ts';

const known = advisories({ id: 'GHSA-1', name: 'http', ecosystem: 'Pub', ranges: [['0', '0.13.3']] });
const pubspec = (version: string, overrides = ''): string => `name: a\ndependencies:\n  http: ${version}\n${overrides}`;
const overriding = (entry: string): string => `dependency_overrides:\n  http:${entry}\n`;
const lock = (version: string, source = 'hosted'): string =>
  `packages:\n  http:\n    dependency: "direct overridden"\n    description:\n      name: http\n    source: ${source}\n    version: "${version}"\n`;
const PATH = '\n    path: ../http';

const CASES: readonly (readonly [name: string, files: Readonly<Record<string, string>>, verdicts: readonly string[]])[] = [
  ['none', { 'pubspec.yaml': pubspec('0.13.0') }, ['pubspec.yaml:3 vulnerable-dependency: http 0.13.0']],
  ['one in the file itself', { 'pubspec.yaml': pubspec('0.13.0', overriding(' 1.5.0')) }, []],
  ['a folder in the file itself', { 'pubspec.yaml': pubspec('0.13.0', overriding(PATH)) }, []],
  ['a folder for a range', { 'pubspec.yaml': pubspec('^0.13.0', overriding(PATH)) }, []],
  ['one beside', { 'pubspec.yaml': pubspec('0.13.0'), 'pubspec_overrides.yaml': overriding(' 1.5.0') }, []],
  ['one beside for a range', { 'pubspec.yaml': pubspec('^0.13.0'), 'pubspec_overrides.yaml': overriding(' ^1.5.0') }, []],
  ['a folder beside', { 'pubspec.yaml': pubspec('0.13.0'), 'pubspec_overrides.yaml': overriding(PATH) }, []],
  [
    'a folder beside, locked',
    {
      'pubspec.yaml': pubspec('0.13.0'),
      'pubspec_overrides.yaml': overriding(PATH),
      'pubspec.lock': lock('0.13.0', 'path'),
    },
    [],
  ],
  [
    'one beside, locked',
    { 'pubspec.yaml': pubspec('0.13.0'), 'pubspec_overrides.yaml': overriding(' 1.5.0'), 'pubspec.lock': lock('1.5.0') },
    [],
  ],
  [
    'one beside that takes the place of the one in the file',
    { 'pubspec.yaml': pubspec('0.13.0', overriding(' 0.13.1')), 'pubspec_overrides.yaml': overriding(' 1.5.0') },
    [],
  ],
  [
    'a vulnerable one beside',
    { 'pubspec.yaml': pubspec('1.5.0'), 'pubspec_overrides.yaml': overriding(' 0.13.0') },
    ['pubspec_overrides.yaml:2 vulnerable-dependency: http 0.13.0'],
  ],
  [
    'one of another package beside',
    { 'pubspec.yaml': pubspec('0.13.0'), 'other/pubspec_overrides.yaml': overriding(' 1.5.0') },
    ['pubspec.yaml:3 vulnerable-dependency: http 0.13.0'],
  ],
];

describe('an override of Pub decides which version is judged', () => {
  for (const [name, files, verdicts] of CASES)
    it(name, () => {
      assert.deepEqual(verdictsIn(files, known), verdicts);
    });
});
