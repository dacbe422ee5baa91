import { ADVISORIES_DATE, advisoriesOfPackage, advisoriesOfRuntime, isKnownAdvisory } from '../knowledge/advisories/index.ts';
import type { Advisory } from '../knowledge/advisory.ts';
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

/** What is known of a language's runtime: built in alone, because the databases of packages do not have them. */
export const runtimeAdvisories = (product: string): readonly Advisory[] =>
  advisoriesOfRuntime(product).map((fact) => ({
    ...fact,
    origin: { source: BUILT_IN_ADVISORIES.source, date: BUILT_IN_ADVISORIES.date },
  }));
