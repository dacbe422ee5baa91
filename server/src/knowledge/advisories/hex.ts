import type { Advisory } from '../advisory.ts';
import { hex } from './fact.ts';

/** Ids and ranges as in the GitHub Advisory Database (https://github.com/advisories, CC-BY-4.0); summaries are ours. */
export const HEX_ADVISORIES: readonly Advisory[] = [
  hex('hackney', 'CVE-2025-1211', 'medium', '<1.21.0', 'an address can lead to another host than it seems to'),
  hex('phoenix', 'CVE-2022-42975', 'high', '<1.6.14', 'a wildcard in the allowed origins lets foreign sites open sockets'),
];
