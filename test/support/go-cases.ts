import { advisories } from './advisories.ts';
import type { Caught } from './rule-tester.ts';

const known = {
  path: 'go.mod',
  advisories: advisories(
    { id: 'GO-2', name: 'example.com/one', ecosystem: 'Go', ranges: [['0', '2.0.0']] },
    { id: 'GO-3', name: 'example.com/one/v2', ecosystem: 'Go', ranges: [['0', '3.0.0']] },
    { id: 'GO-4', name: 'example.com/old', ecosystem: 'Go', ranges: [['0', '2.2.0']] },
  ),
};
const says = (subject: string, id: string, safe: string): string =>
  `${subject} is affected by ${id}: bad things happen. ${safe} is the smallest safe version (test data, 2026-11-01).`;

/** Vulnerable modules whose major version matters. */
export const MAJOR_VERSIONS: readonly Caught[] = [
  // From its second major version on a module has another path, so the requirement cannot simply be raised.
  {
    code: 'require (\n\texample.com/one ⟦v1.1.0⟧\n\texample.com/one/v2 ⟦v2.1.0⟧\n)\n',
    says: [says('example.com/one v1.1.0', 'GO-2', '2.0.0'), says('example.com/one/v2 v2.1.0', 'GO-3', '3.0.0')],
    ...known,
  },
  {
    code: 'require example.com/old ⟦v2.1.0+incompatible⟧\n',
    says: says('example.com/old v2.1.0+incompatible', 'GO-4', '2.2.0'),
    fixed: 'require example.com/old v2.2.0+incompatible\n',
    ...known,
  },
];
