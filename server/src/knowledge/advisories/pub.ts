import type { Advisory } from '../advisory.ts';
import { pub } from './fact.ts';

/** Ids and ranges as in the GitHub Advisory Database (https://github.com/advisories, CC-BY-4.0); summaries are ours. */
export const PUB_ADVISORIES: readonly Advisory[] = [
  pub('archive', 'GHSA-9v85-q87q-g4vg CVE-2023-39139', 'high', '<3.3.8', 'a link in an archive writes files outside'),
  pub('dio', 'GHSA-jwpw-q68h-r678 CVE-2021-31402', 'high', '<5.0.0', 'a line break in the method of a request adds headers'),
  pub('http', 'GHSA-4rgh-jx4f-qfcq CVE-2020-35669', 'medium', '<0.13.3', 'a line break in the method of a request adds headers'),
];
