import type { Advisory } from '../knowledge/advisory.ts';

/** An advisory as a database has it: many do not say how bad it is. Page and origin follow from the rest. */
export interface KnownAdvisory extends Omit<Advisory, 'severity' | 'url' | 'origin'> {
  readonly severity?: Advisory['severity'];
}

/** A record that affects all versions of a package and says no more than that it is malware: the great majority of npm's records. */
export const isWholeMalware = ({ id, kind, ranges, versions, informational }: KnownAdvisory): boolean =>
  kind === 'malicious' &&
  /^MAL-[1-9]\d{3}-(?:0|[1-9]\d{0,8})$/.test(id) &&
  informational === undefined &&
  versions === undefined &&
  ranges.length === 1 &&
  ranges[0]?.introduced === '0' &&
  ranges[0].fixed === undefined &&
  ranges[0].lastAffected === undefined;

/** What is said of malware whose record has no words of its own. */
export const MALWARE_SUMMARY = 'it was reported as malware to the OpenSSF';
