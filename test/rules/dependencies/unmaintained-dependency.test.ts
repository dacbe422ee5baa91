import { unmaintainedDependency } from '../../../server/src/rules/dependencies/unmaintained-dependency.ts';
import { advisories } from '../../support/advisories.ts';
import { registry } from '../../support/registry.ts';
import { testRule } from '../../support/rule-tester.ts';

const known = advisories(
  {
    id: 'RUSTSEC-1',
    ecosystem: 'crates.io',
    name: 'old',
    informational: 'unmaintained',
    ranges: [['0']],
    summary: 'nobody answers',
  },
  { id: 'RUSTSEC-2', ecosystem: 'crates.io', name: 'odd', informational: 'unsound', ranges: [['0']] },
  { id: 'RUSTSEC-3', ecosystem: 'crates.io', name: 'note', informational: 'notice', ranges: [['0']] },
  { id: 'RUSTSEC-4', ecosystem: 'crates.io', name: 'hole', ranges: [['0']] },
  { id: 'RUSTSEC-5', ecosystem: 'crates.io', name: 'back', informational: 'unmaintained', ranges: [['0', '2.0.0']] },
);
const everything = { path: 'Cargo.toml', advisories: known };
const lock =
  '[[package]]\nname = "app"\nversion = "0.1.0"\ndependencies = [\n "mid",\n "old",\n]\n\n[[package]]\nname = "mid"\nversion = "1.0.0"\nsource = "registry+https://index.example/"\ndependencies = [\n "old",\n]\n\n[[package]]\nname = "old"\nversion = "0.3.1"\nsource = "registry+https://index.example/"\n';
const says = (subject: string): string =>
  `${subject} is no longer maintained (RUSTSEC-1): nobody answers. Move to a maintained alternative (test data, 2026-11-01).`;

const on = (day: string, more: object = {}) => ({ published: `${day}T10:00:00.000Z`, ...more });
const published = registry({
  '@types/old': { versions: { '1.0.0': on('2014-12-02') } },
  old: { versions: { '1.0.0': on('2014-12-02'), '1.1.0': on('2015-12-02') } },
  edge: { versions: { '1.0.0': on('2021-11-23') } },
  nearly: { versions: { '1.0.0': on('2021-11-24') } },
  young: { versions: { '1.0.0': on('2015-01-01'), '2.0.0-rc.1': on('2022-01-01') } },
  unsaid: { versions: { '1.0.0': on('2015-01-01'), '2.0.0': {} } },
  gone: { versions: { '1.0.0': on('2015-01-01', { deprecated: 'use b' }) } },
});
const asks = (name: string, range = '^1.0.0', section = 'dependencies') => ({
  code: `{"${section}":{"${name}":"${range}"}}`,
  registry: published,
});
const silent = (name: string, last: string, years: number): string =>
  `${name} had its last release on ${last}, ${years} years ago (npm.example). Make sure that somebody still maintains it.`;

testRule(unmaintainedDependency, {
  clean: [
    { code: '{"dependencies":{"old":"^1.0.0"}}' },
    ...['@types/old', 'nearly', 'young', 'unsaid', 'gone', 'other'].map((name) => asks(name)),
    asks('old', '^1.0.0', 'peerDependencies'),
    asks('old', 'file:../old'),
    { ...asks('old'), files: { 'old/package.json': '{"name":"old"}' } },
    { code: '[dependencies]\nodd = "1"\nnote = "1"\nhole = "1"\n', ...everything },
    { code: '[dependencies]\nold = { path = "../old" }\n', ...everything },
    { code: '[dependencies]\nback = "2"\n', ...everything },
    // What others bring in is theirs to replace.
    { code: '[package]\nname = "app"\n\n[dependencies]\nmid = "1"\n', files: { 'Cargo.lock': lock }, ...everything },
  ],
  caught: [
    { ...asks('old', '⟦^1.0.0⟧'), says: silent('old', '2015-12-02', 10), severity: 'info' },
    { ...asks('edge', '⟦*⟧', 'devDependencies'), says: silent('edge', '2021-11-23', 5), severity: 'info' },
    { code: '[dependencies]\nold = "⟦0.3⟧"\n', says: says('Every version that old 0.3 admits'), ...everything },
    {
      code: '[package]\nname = "app"\n\n[dev-dependencies]\nold = { version = "⟦0.3⟧", features = [] }\n',
      files: { 'Cargo.lock': lock },
      says: says('old 0.3.1 (locked in Cargo.lock)'),
      ...everything,
    },
    {
      ...everything,
      path: 'Cargo.lock',
      code: lock.replace('"0.3.1"', '"⟦0.3.1⟧"'),
      says: says('old 0.3.1'),
    },
  ],
});
