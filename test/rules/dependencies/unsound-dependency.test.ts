import { BUILT_IN_ADVISORIES } from '../../../server/src/engine/builtin-advisories.ts';
import { unsoundDependency } from '../../../server/src/rules/dependencies/unsound-dependency.ts';
import { advisories } from '../../support/advisories.ts';
import { testRule } from '../../support/rule-tester.ts';

const known = advisories(
  { id: 'RUSTSEC-1', aliases: ['GHSA-1'], ecosystem: 'crates.io', name: 'a', informational: 'unsound', ranges: [['0', '1.2.3']] },
  { id: 'RUSTSEC-2', ecosystem: 'crates.io', name: 'b', informational: 'unsound', ranges: [['0']] },
  { id: 'RUSTSEC-3', ecosystem: 'crates.io', name: 'a', informational: 'unmaintained', ranges: [['0']] },
  { id: 'RUSTSEC-4', ecosystem: 'crates.io', name: 'c', ranges: [['0']] },
);
const everything = { path: 'Cargo.toml', advisories: known };

testRule(unsoundDependency, {
  clean: [
    { code: '[dependencies]\na = "1.2.3"\n', ...everything },
    { code: '[dependencies]\na = "1"\n', ...everything },
    { code: '[dependencies]\nc = "1"\n', ...everything },
  ],
  caught: [
    {
      path: 'Cargo.toml',
      code: '[dependencies]\nmemoffset = "⟦=0.6.1⟧"\n',
      advisories: BUILT_IN_ADVISORIES,
      says: `memoffset 0.6.1 can break memory safety (RUSTSEC-2023-0045, GHSA-wfg4-322g-9vqv): asking for an offset can read memory that nobody wrote. 0.6.2 is the smallest version without it (built-in facts, ${BUILT_IN_ADVISORIES.date}).`,
      fixed: '[dependencies]\nmemoffset = "=0.6.2"\n',
    },
    {
      code: '[dependencies]\na = "⟦=1.0.0⟧"\n',
      says: 'a 1.0.0 can break memory safety (RUSTSEC-1, GHSA-1): bad things happen. 1.2.3 is the smallest version without it (test data, 2026-11-01).',
      fixed: '[dependencies]\na = "=1.2.3"\n',
      ...everything,
    },
    {
      code: '[dependencies]\na = "⟦0.9.0⟧"\n',
      says: 'Every version that a 0.9.0 admits can break memory safety (RUSTSEC-1, GHSA-1): bad things happen. 1.2.3 is the smallest version without it (test data, 2026-11-01).',
      fixed: '[dependencies]\na = "1.2.3"\n',
      ...everything,
    },
    {
      code: '[dependencies]\nb = "⟦1⟧"\n',
      says: 'Every version that b 1 admits can break memory safety (RUSTSEC-2): bad things happen. No version that fixes it is known. Look for an alternative (test data, 2026-11-01).',
      ...everything,
    },
  ],
});
