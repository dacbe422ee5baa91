/** Ids of the databases that OSV gathers (https://ossf.github.io/osv-schema/#id-modified-fields), of Snyk, and the old ones of npm (`npm:name:20160722`). */
const ADVISORY =
  /^(?:CVE-\d{4}-\d{4,}|GHSA(?:-[0-9a-z]{4}){3}|(?:PYSEC|GO|RUSTSEC|MAL|GSD|OSV|BIT|DRUPAL|ELA|EEF|PSF|HSEC|OSVDB)-\w+(?:-\w+)*|SNYK-[a-z]+-\w+(?:-\w+)*|npm:[\w.@/-]+:\d{8})$/i;

/** The id of an advisory in the one spelling in which ids are compared; undefined for any other text. */
export const advisoryId = (text: string): string | undefined => (ADVISORY.test(text) ? text.toUpperCase() : undefined);

/** An id as its database writes it, for people: GitHub's are in lower case. */
export const shownAdvisory = (id: string): string => id.replace(/^GHSA-.*$/s, (whole) => `GHSA${whole.slice(4).toLowerCase()}`);

/** The rules that accepting a package, or an advisory of it, is about. */
export const ADVISORY_RULES = [
  'dependencies/vulnerable-dependency',
  'dependencies/vulnerable-transitive-dependency',
  'dependencies/range-allows-vulnerable-version',
  'dependencies/vulnerability-without-fix',
  'dependencies/vulnerable-toolchain',
  'dependencies/malicious-package',
  'dependencies/unmaintained-dependency',
  'dependencies/unsound-dependency',
] as const;
