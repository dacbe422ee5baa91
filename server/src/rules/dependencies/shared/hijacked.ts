import type { Advisory } from '../../../knowledge/advisory.ts';
import { isAffected, leapBetween, type VersionScheme } from '../../../model/dependencies/index.ts';

/**
 * The good release that is nearest to one that was hijacked: above it in the same major version, else before it in that one, else any above. A vulnerable one is still
 * better than malware, but only where there is no other.
 * @param safe the smallest version above that is known to be mended
 */
export function goodRelease(
  scheme: VersionScheme,
  version: string,
  affecting: readonly Advisory[],
  safe: string | undefined,
  known: readonly Advisory[],
): string | undefined {
  const named = [safe ?? [], ...affecting.map(({ instead }) => instead ?? [])].flat();
  const distance = (one: string): number =>
    (leapBetween(scheme.ecosystem, version, one) === undefined ? 0 : 2) + (scheme.compare(one, version) < 0 ? 1 : 0);
  const nearest = [...new Set(named)].toSorted((a, b) => {
    const isBelow = distance(a) % 2 === 1;
    return distance(a) - distance(b) || (isBelow ? scheme.compare(b, a) : scheme.compare(a, b));
  });
  const isFree = (one: string, from: readonly Advisory[]): boolean => !from.some((advisory) => isAffected(scheme, one, advisory));
  const malware = known.filter(({ kind }) => kind === 'malicious');
  return nearest.find((one) => isFree(one, known)) ?? nearest.find((one) => isFree(one, malware));
}
