import assert from 'node:assert/strict';
import { advisories } from '../../support/advisories.ts';
import { findingsIn, verdictsIn } from '../../support/told.ts';

const known = advisories(
  { id: 'GHSA-1', name: 'a', ranges: [['0', '1.2.0']] },
  { id: 'GHSA-2', name: 'b', ranges: [['0', '1.2.0']] },
);
const asking = (version: string, name = 'app'): string => JSON.stringify({ name, private: true, dependencies: { a: version } });
const MEMBERS = JSON.stringify({ name: 'shop', private: true, workspaces: ['packages/*'] });

const workspace = (name: string, folder: string, ...asked: readonly string[]): string =>
  `"${name}@workspace:${folder}":\n  version: 0.0.0-use.local\n  resolution: "${name}@workspace:${folder}"\n${asked.length > 0 ? `  dependencies:\n${asked.map((one) => `    ${one}\n`).join('')}` : ''}  languageName: unknown\n  linkType: soft\n\n`;
const entry = (range: string, version: string, name = 'a'): string =>
  `"${name}@npm:${range}":\n  version: ${version}\n  resolution: "${name}@npm:${version}"\n  checksum: 10/aa\n  languageName: node\n  linkType: hard\n\n`;
const lock = (...entries: readonly string[]): string => `__metadata:\n  version: 8\n\n${entries.join('')}`;

const DEFAULT = 'catalog:\n  a: ^1.0.0\n';
const NAMED = 'catalogs:\n  old:\n    a: ^1.0.0\n  new:\n    a: ^2.0.0\n';
const LOCKED = 'vulnerable-dependency: a 1.0.0 (locked in yarn.lock)';

const CASES: readonly (readonly [name: string, files: Readonly<Record<string, string>>, verdicts: readonly string[]])[] = [
  ['a pin', { '.yarnrc.yml': 'catalog:\n  a: 1.0.0\n' }, ['.yarnrc.yml:2 vulnerable-dependency: a 1.0.0']],
  ['with a protocol', { '.yarnrc.yml': 'catalog:\n  a: "npm:1.0.0"\n' }, ['.yarnrc.yml:2 vulnerable-dependency: a 1.0.0']],
  [
    'a range',
    { 'package.json': asking('catalog:'), '.yarnrc.yml': DEFAULT },
    ['.yarnrc.yml:2 range-allows-vulnerable-version: a ^1.0.0'],
  ],
  ['a good range', { 'package.json': asking('catalog:'), '.yarnrc.yml': 'catalog:\n  a: ^1.2.0\n' }, []],
  [
    'locked',
    {
      'package.json': asking('catalog:'),
      '.yarnrc.yml': DEFAULT,
      'yarn.lock': lock(workspace('app', '.', 'a: "catalog:"'), entry('^1.0.0', '1.0.0')),
    },
    [`.yarnrc.yml:2 ${LOCKED}`],
  ],
  [
    'locked in a good version',
    {
      'package.json': asking('catalog:'),
      '.yarnrc.yml': DEFAULT,
      'yarn.lock': lock(workspace('app', '.', 'a: "catalog:"'), entry('^1.0.0', '1.2.0')),
    },
    [],
  ],
  [
    'a named one of two, locked',
    {
      'package.json': MEMBERS,
      'packages/x/package.json': asking('catalog:old', 'x'),
      'packages/y/package.json': asking('catalog:new', 'y'),
      '.yarnrc.yml': NAMED,
      'yarn.lock': lock(
        workspace('shop', '.'),
        workspace('x', 'packages/x', 'a: "catalog:old"'),
        workspace('y', 'packages/y', 'a: "catalog:new"'),
        entry('^1.0.0', '1.0.0'),
        entry('^2.0.0', '2.0.0'),
      ),
    },
    [`.yarnrc.yml:3 ${LOCKED}`],
  ],
  [
    'what brings in others',
    {
      'package.json': asking('catalog:'),
      '.yarnrc.yml': DEFAULT,
      'yarn.lock': lock(
        workspace('app', '.', 'a: "catalog:"'),
        entry('^1.0.0', '1.2.0').replace('  checksum', '  dependencies:\n    b: "npm:^1.0.0"\n  checksum'),
        entry('^1.0.0', '1.0.0', 'b'),
      ),
    },
    ['.yarnrc.yml:2 vulnerable-transitive-dependency: a brings in b 1.0.0 (a › b@1.0.0), which'],
  ],
  ['a key twice: the last one counts', { '.yarnrc.yml': 'catalog:\n  a: 1.0.0\n  a: 1.2.0\n' }, []],
  [
    'a key twice in a catalog of pnpm, which reads none then',
    { 'pnpm-workspace.yaml': 'catalog:\n  a: 1.0.0\n  a: 1.1.0\n' },
    ['pnpm-workspace.yaml:3 vulnerable-dependency: a 1.1.0'],
  ],
];

describe('catalogs of Yarn', () => {
  for (const [name, files, verdicts] of CASES)
    it(`are judged as what they say: ${name}`, () => {
      assert.deepEqual(verdictsIn(files, known), verdicts);
    });

  it('have a key once, like those of pnpm', () => {
    const repeated = (path: string, text: string): string[] =>
      findingsIn({ [path]: text }, known)
        .filter(({ rule }) => rule.endsWith('duplicate-dependency'))
        .map(({ start, message }) => `${start.line} ${message}`);
    const LAST = 'a is declared again further down, and only the last one counts. Remove this one.';
    assert.deepEqual(repeated('.yarnrc.yml', 'catalog:\n  a: 2.0.0\n  a: 2.0.0\n'), [`2 ${LAST}`]);
    assert.deepEqual(repeated('pnpm-workspace.yaml', 'catalogs:\n  x:\n    a: 2.0.0\n    a: 2.1.0\n  y:\n    a: 3.0.0\n'), [
      '4 a is already declared above. Keep one of the two.',
    ]);
  });
});
