import { compareText, type Order } from '../scheme.ts';
import { compareSemver, identifiers, type SemVer } from '../semver.ts';

const NUGET = /^\s*(\d+)(?:\.(\d+))?(?:\.(\d+))?(?:\.(\d+))?(?:-([0-9A-Za-z.-]+))?(?:\+([0-9A-Za-z.-]+))?\s*$/;

/** One to four numbers, zeros in front of these and of numbers in a pre-release allowed (https://learn.microsoft.com/nuget/concepts/package-versioning). */
export function parseNuget(text: string): SemVer | undefined {
  const match = text.length > 300 ? null : NUGET.exec(text);
  if (match === null) return undefined;
  const prerelease = identifiers(match[5]);
  const build = identifiers(match[6]);
  if (prerelease.includes('') || build.includes('')) return undefined;
  return { numbers: match.slice(1, 5).filter(Boolean), prerelease, build };
}

/** Letter case does not count in pre-releases. */
export const compareNuget = (a: SemVer, b: SemVer): Order =>
  compareSemver(a, b, (x, y) => compareText(x.toUpperCase(), y.toUpperCase()));
