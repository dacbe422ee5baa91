import { parseSets, setClause, setIntervals, type BracketedSet } from '../brackets.ts';
import type { Clause } from '../clause.ts';
import { comparisonIntervals, writtenClause } from '../comparison.ts';
import { schemeFor, totalOrder } from '../dialect.ts';
import { contains } from '../interval.ts';
import { parseLooseSemver } from '../semver.ts';
import { floatingLowest, parseFloating, floatingClause } from './floating.ts';
import { compareNuget, parseNuget } from './version.ts';

const compare = totalOrder((text) => parseLooseSemver(text.trim()), compareNuget);

/**
 * Requirements of NuGet (https://learn.microsoft.com/nuget/concepts/package-versioning#version-ranges): a bare version is the least one, and it
 * is the one taken unless something else asks for more, so a verdict is about it; brackets are intervals; `*` floats, and is held to admit what it floats over.
 */
export const nugetVersions = schemeFor({
  ecosystem: 'NuGet',
  isVersion: (text) => parseNuget(text) !== undefined,
  isPrerelease: (version) => (parseNuget(version)?.prerelease.length ?? 0) > 0,
  compare,
  parse(requirement) {
    const text = requirement.trim();
    const start = requirement.indexOf(text);
    const clause = parseClause(requirement, text, { start, end: start + text.length });
    return clause && [{ start: clause.start, end: clause.end, clauses: [clause] }];
  },
  clean: (version) => version.trim().replace(/\+.*$/, ''),
  least: (version) => version,
  conjunction: () => ',',
  pin: (version) => `[${version}]`,
});

function parseClause(requirement: string, text: string, place: { start: number; end: number }): Clause | undefined {
  if (parseNuget(text)) {
    const clause = writtenClause({ kind: 'least', operator: '', space: '', text }, place, comparisonIntervals('exact', text));
    return { ...clause, admits: (version) => compare(version, text) >= 0 };
  }
  const floating = parseFloating(text);
  if (floating) return floatingClause(text, floating, place, compare);
  const sets = parseSets(requirement);
  const set = sets?.length === 1 ? sets[0] : undefined;
  return set && bracketClause(set);
}

function bracketClause(set: BracketedSet): Clause | undefined {
  if (set.open === ']' || set.close === '[' || (set.lower === '' && (set.upper ?? '') === '')) return undefined;
  // The lower bound may float: that only says which of the admitted versions is taken.
  const floating = parseFloating(set.lower);
  const lower = floating ? floatingLowest(floating) : set.lower;
  if ([lower, set.upper ?? ''].some((bound) => bound !== '' && parseNuget(bound) === undefined)) return undefined;
  const intervals = setIntervals(compare, { ...set, lower });
  if (intervals.length === 0) return undefined;
  return setClause(set, intervals, (version) =>
    intervals.some(({ upper }) => upper !== undefined && !contains(compare, { upper }, version)),
  );
}
