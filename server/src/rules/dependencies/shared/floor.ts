import type { Fix } from '../../../engine/fix.ts';
import type { Advisory } from '../../../knowledge/advisory.ts';
import {
  allAffected,
  isAffected,
  raiseFloor,
  raiseRange,
  someAffected,
  type Dependency,
  type VersionScheme,
} from '../../../model/dependencies/index.ts';
import { raised } from './fixes.ts';

interface Floor {
  /** One for each alternative that has to be raised. */
  readonly versions: readonly [string, ...string[]];
  readonly fixes: readonly Fix[];
}

/** What stands between the alternatives of a requirement: in npm, Composer and Poetry a line or two, in Hex a word. */
const BETWEEN = /(\s*\|\|?\s*|\s+or\s+)/;

/** From where on a range admits nothing that is affected. */
export function floorOf(
  text: string,
  dependency: Dependency,
  scheme: VersionScheme,
  known: readonly Advisory[],
): Floor | undefined {
  const { ecosystem, requirement = '' } = dependency;
  const single = floorIn(scheme, requirement, known, (version) => raiseRange(ecosystem, requirement, version));
  const parts = requirement.trim().split(BETWEEN);
  if (parts.length === 1) return single && { versions: [single.version], fixes: raised(text, dependency, single.version) };
  const kept = raisedAlternatives(ecosystem, parts, scheme, known);
  const [first = single?.version, ...others] = kept?.versions ?? [];
  if (first === undefined) return undefined;
  const fixes = kept ? raised(text, dependency, first, undefined, () => kept.range) : [];
  return { versions: [first, ...others], fixes };
}

/** What remains of a requirement without the alternatives that are affected as a whole, where nothing has to be raised in it. */
export function unaffectedPart(
  { ecosystem, requirement = '' }: Dependency,
  scheme: VersionScheme,
  known: readonly Advisory[],
): string | undefined {
  const kept = raisedAlternatives(ecosystem, requirement.trim().split(BETWEEN), scheme, known);
  return kept?.versions.length === 0 ? kept.range : undefined;
}

/** The smallest version within `requirement` from which on it admits nothing that is affected. */
function floorIn(
  scheme: VersionScheme,
  requirement: string,
  known: readonly Advisory[],
  raise: (version: string) => string | undefined,
): { readonly version: string; readonly range: string } | undefined {
  const candidates = known
    .flatMap(({ ranges }) => ranges.flatMap(({ fixed }) => fixed ?? []))
    .filter((fixed) => scheme.satisfies(fixed, requirement) === true)
    .toSorted((a, b) => scheme.compare(a, b));
  for (const version of candidates) {
    // Where the text cannot be changed from here, what has to be done stays the same.
    const range = raise(version);
    if (range !== undefined && !known.some((advisory) => someAffected(scheme, range, advisory))) return { version, range };
  }
  return undefined;
}

/** The highest version within `requirement` that mends something and is not affected itself, although what is above it may be. */
export const mendedWithin = (scheme: VersionScheme, requirement: string, known: readonly Advisory[]): string | undefined =>
  known
    .flatMap(({ ranges }) => ranges.flatMap(({ fixed }) => fixed ?? []))
    .filter((fixed) => scheme.satisfies(fixed, requirement) === true)
    .filter((fixed) => !known.some((advisory) => isAffected(scheme, fixed, advisory)))
    .toSorted((a, b) => scheme.compare(b, a))[0];

/**
 * Each alternative raised within itself: whoever supports two major versions goes on to do so. One that is affected as a whole goes. Undefined where one can
 * neither stay nor go, or none would stay.
 */
function raisedAlternatives(
  ecosystem: string,
  parts: readonly string[],
  scheme: VersionScheme,
  known: readonly Advisory[],
): { readonly versions: readonly string[]; readonly range: string } | undefined {
  const versions: string[] = [];
  let range = '';
  for (const [index, part] of parts.entries()) {
    if (index % 2 === 1) continue;
    const affecting = known.filter((advisory) => someAffected(scheme, part, advisory));
    const floor =
      affecting.length > 0
        ? floorIn(scheme, part, known, (version) => raiseFloor(ecosystem, part, version))
        : { range: part, version: undefined };
    if (floor === undefined) {
      if (affecting.some((advisory) => allAffected(scheme, part, advisory))) continue;
      return undefined;
    }
    if (floor.version !== undefined) versions.push(floor.version);
    range += (range === '' ? '' : (parts[index - 1] ?? '')) + floor.range;
  }
  return range === '' ? undefined : { versions, range };
}
