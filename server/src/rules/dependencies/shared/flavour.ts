import { isAffected, type VersionScheme } from '../../../model/dependencies/index.ts';
import type { Advisory } from '../../../knowledge/advisory.ts';

/** What the same release is built for, as the ends of some versions of Maven say: `32.0.0-jre`, `12.4.2.jre11`. */
const FLAVOUR = /[-.](?:jre\d*|android)$/;

/** `safe` for what `version` is built for: advisories name the first version of a release, whichever it is for. */
export function inFlavourOf(
  scheme: VersionScheme,
  version: string,
  safe: string | undefined,
  known: readonly Advisory[],
): string | undefined {
  if (scheme.ecosystem !== 'Maven' || safe === undefined || !FLAVOUR.test(safe)) return safe;
  // What was published before there were flavours was for Java's own runtime.
  const own = FLAVOUR.exec(version)?.[0] ?? (safe.endsWith('-android') ? '-jre' : undefined);
  if (own === undefined) return safe;
  const same = safe.replace(FLAVOUR, own);
  return known.some((advisory) => isAffected(scheme, same, advisory)) ? safe : same;
}
