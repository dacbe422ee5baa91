import { ADVISORIES_DATE, advisoriesOfPackage, isKnownAdvisory } from '../knowledge/advisories/index.ts';
import type { Advisories } from './advisories.ts';

/** Knows nothing: what rules are given where no data is wanted. */
export const NO_ADVISORIES: Advisories = { source: 'none', date: '1970-01-01', forPackage: () => [] };

/** The landmark vulnerabilities and malicious packages that Larboard knows by itself, offline. */
export const BUILT_IN_ADVISORIES: Advisories = {
  source: 'built-in facts',
  date: ADVISORIES_DATE,
  forPackage: advisoriesOfPackage,
  knows: isKnownAdvisory,
};
