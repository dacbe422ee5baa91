import type { Advisories } from './advisories.ts';

/** Knows nothing: what rules are given where no data is wanted. */
export const NO_ADVISORIES: Advisories = { source: 'none', date: '1970-01-01', forPackage: () => [] };
