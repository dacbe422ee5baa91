/**
 * Abbreviations that ICU, and so `Intl`, takes for time zones, and the database of IANA, which Kubernetes reads, does not have
 * (https://www.iana.org/time-zones; ICU's list in `icu4c/source/tools/tzcode/icuzones`). As of 2026-11.
 */
export const ICU_ONLY_TIME_ZONES: ReadonlySet<string> = new Set([
  'ACT',
  'AET',
  'AGT',
  'ART',
  'AST',
  'BET',
  'BST',
  'CAT',
  'CNT',
  'CST',
  'CTT',
  'EAT',
  'ECT',
  'IET',
  'IST',
  'JST',
  'MIT',
  'NET',
  'NST',
  'PLT',
  'PNT',
  'PRT',
  'PST',
  'SST',
  'VST',
]);
