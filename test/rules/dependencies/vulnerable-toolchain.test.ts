import { vulnerableToolchain } from '../../../server/src/rules/dependencies/vulnerable-toolchain.ts';
import { advisories } from '../../support/advisories.ts';
import { testRule } from '../../support/rule-tester.ts';

const known = advisories(
  {
    id: 'GO-1',
    aliases: ['CVE-1'],
    ecosystem: 'Go',
    name: 'stdlib',
    ranges: [
      ['0', '1.21.5'],
      ['1.22.0-0', '1.22.3'],
    ],
    summary: 'it breaks',
  },
  { id: 'GO-2', ecosystem: 'Go', name: 'toolchain', ranges: [['1.22.0-0', '1.22.4']], severity: 'low' },
  { id: 'GO-3', ecosystem: 'Go', name: 'stdlib', ranges: [['1.30.0']] },
  { id: 'GO-4', name: 'node', ranges: [['0']] },
);
const everything = { path: 'go.mod', advisories: known };
const tail = (safe: string): string => `${safe} is the smallest safe release (test data, 2026-11-01).`;

testRule(vulnerableToolchain, {
  clean: [
    { code: 'module example.com/m\n\ngo 1.21.5\n', ...everything },
    { code: 'module example.com/m\n\ngo 1.20.1\n', path: 'go.mod' },
    // A language version: which release builds it is not said.
    { code: 'module example.com/m\n\ngo 1.20\n', ...everything },
    { code: 'module example.com/m\n\ngo 1.22.0\n\ntoolchain go1.22.4\n', ...everything },
    { code: 'module example.com/m\n\ngo 1.22\n\ntoolchain default\n', ...everything },
    { ...everything, path: 'package.json', code: '{ "engines": { "node": "1.22.0" } }' },
  ],
  caught: [
    {
      code: 'module example.com/m\n\ngo ⟦1.20.1⟧\n',
      says: `Go 1.20.1 is affected by GO-1 (CVE-1), high: it breaks. ${tail('1.21.5')}`,
      severity: 'low',
      fixed: 'module example.com/m\n\ngo 1.21.5\n',
      ...everything,
    },
    {
      code: 'module example.com/m\n\ngo 1.21.0\n\ntoolchain ⟦go1.22.1⟧\n',
      says: `Go 1.22.1 is affected by GO-1 (CVE-1), high: it breaks. Also affected by GO-2. ${tail('1.22.4')}`,
      fixed: 'module example.com/m\n\ngo 1.21.0\n\ntoolchain go1.22.4\n',
      ...everything,
    },
    {
      code: 'module example.com/m\n\ngo ⟦1.31.0⟧\n',
      says: 'Go 1.31.0 is affected by GO-3, high: bad things happen. No safe release is known (test data, 2026-11-01).',
      severity: 'low',
      ...everything,
    },
  ],
});
