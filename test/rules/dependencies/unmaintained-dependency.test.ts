import { unmaintainedDependency } from '../../../server/src/rules/dependencies/unmaintained-dependency.ts';
import { advisories } from '../../support/advisories.ts';
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

testRule(unmaintainedDependency, {
  clean: [
    { code: '[dependencies]\nnew = "1"\n', ...everything, shown: true },
    { code: '[dependencies]\nodd = "1"\nnote = "1"\nhole = "1"\n', ...everything },
    { code: '[dependencies]\nold = { path = "../old" }\n', ...everything },
    { code: '[dependencies]\nback = "2"\n', ...everything },
    // What others bring in is theirs to replace.
    { code: '[package]\nname = "app"\n\n[dependencies]\nmid = "1"\n', files: { 'Cargo.lock': lock }, ...everything },
  ],
  caught: [
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
