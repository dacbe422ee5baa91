import { compareText, orderOf, type Order } from '../scheme.ts';
import { compareSemver, identifierOrder, identifiers, type SemVer } from '../semver.ts';

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

const LARGEST = 2 ** 31;

/** NuGet reads numbers with a sign and of 32 bits; longer ones, such as a date and time, are texts to it. */
function numberOf(identifier: string): number | undefined {
  const value = /^-?\d+$/.test(identifier) ? Number(identifier) : LARGEST;
  return value >= -LARGEST && value < LARGEST ? value : undefined;
}

/** Letter case does not count in pre-releases. */
const compareIdentifier = identifierOrder(
  numberOf,
  (a, b) => orderOf(a - b),
  (x, y) => compareText(x.toUpperCase(), y.toUpperCase()),
);

export const compareNuget = (a: SemVer, b: SemVer): Order => compareSemver(a, b, compareIdentifier);
