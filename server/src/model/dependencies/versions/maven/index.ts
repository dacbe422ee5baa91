import { parseSets, setClause, setIntervals } from '../brackets.ts';
import type { Alternative, Clause } from '../clause.ts';
import { schemeFor } from '../dialect.ts';
import { below, contains, from, only } from '../interval.ts';
import { incremented, leadingNumbers } from '../precision.ts';
import { raiseWritten } from '../raise-clause.ts';
import type { Interval } from '../scheme.ts';
import { compareMaven, isMavenPrerelease } from './version.ts';

/** What a repository's path may hold; neither a property nor a range. */
const VERSION = /^\w[^\s[\](),$!<>:"'/\\|?*]*$/;
/** Gradle's "whatever starts so" (https://docs.gradle.org/current/userguide/dynamic_versions.html). */
const PREFIX = /^(?:\d[\w.-]*)?\+$/;
const NEWEST = /^(?:latest\.[a-z]+|LATEST|RELEASE)$/;
/** Gradle's short form of "strictly", and optionally "prefer". */
const STRICTLY = /^(.*?)(\s*!!\s*)(\S*)$/s;

/** Behind numbers: below every pre-release that there is. */
const EARLIEST = '-alpha'.repeat(8);

const isVersion = (text: string): boolean => VERSION.test(text) && !PREFIX.test(text) && !NEWEST.test(text);

/**
 * Requirements of Maven (https://maven.apache.org/pom.html#dependency-version-requirement-specification) and of Gradle. A bare version is a soft one: what
 * it names is taken unless something else asks for more, so what is above satisfies it, and for a verdict it is the version that it names.
 */
export const mavenVersions = schemeFor({
  ecosystem: 'Maven',
  isVersion,
  isPrerelease: isMavenPrerelease,
  compare: compareMaven,
  parse(requirement) {
    const strictly = STRICTLY.exec(requirement);
    if (strictly === null) return parseRange(requirement);
    const [, range = '', marks = '', preferred = ''] = strictly;
    const alternatives = parseRange(range, true);
    if (preferred === '' || !alternatives) return alternatives;
    if (!isVersion(preferred)) return undefined;
    const start = range.length + marks.length;
    const preference: Clause = { start, end: requirement.length, intervals: [{}], raise: (text) => ({ text, floor: false }) };
    return alternatives.length === 1
      ? alternatives.map(({ clauses }) => ({ start: 0, end: requirement.length, clauses: [...clauses, preference] }))
      : undefined;
  },
  clean: (version) => version.trim(),
  least: (version) => `[${version},)`,
  conjunction: () => ',',
  pin: (version) => version,
});

function parseRange(written: string, isStrict = false): readonly Alternative[] | undefined {
  const text = written.trim();
  const start = written.indexOf(text);
  const place = { start, end: start + text.length };
  const clause = PREFIX.test(text) ? prefixClause(text, place) : isVersion(text) ? softClause(text, place, isStrict) : undefined;
  if (clause !== undefined) return [{ ...place, clauses: [clause] }];
  if (NEWEST.test(text)) return [{ ...place, clauses: [{ ...place, intervals: [{}], raise: () => ({ text, floor: true }) }] }];
  const sets = parseSets(written);
  if (sets?.every(({ lower, upper = '' }) => [lower, upper].every((bound) => bound === '' || isVersion(bound))) !== true)
    return undefined;
  const alternatives = sets.map((set) => {
    const intervals = setIntervals(compareMaven, set);
    const isBeyond = (version: string): boolean =>
      intervals.some(({ upper }) => upper !== undefined && !contains(compareMaven, { upper }, version));
    return { start: set.start, end: set.end, clauses: [setClause(set, intervals, isBeyond)] };
  });
  return isAscending(alternatives.map(({ clauses }) => clauses[0]?.intervals[0])) ? alternatives : undefined;
}

/** Maven refuses sets that are empty, overlap, or are not in order. */
const isAscending = (intervals: readonly (Interval | undefined)[]): boolean =>
  intervals.every((interval, index) => {
    const end = intervals[index - 1]?.upper?.version;
    const start = interval?.lower?.version;
    return interval !== undefined && (end === undefined || (start !== undefined && compareMaven(start, end) >= 0));
  });

/** Repositories know versions by their text: no zeros are added or taken away. */
const softClause = (text: string, place: { start: number; end: number }, isStrict: boolean): Clause => ({
  ...place,
  intervals: [only(text)],
  admits: (version) => (isStrict ? compareMaven(version, text) === 0 : compareMaven(version, text) >= 0),
  raise: (version) => ({ text: version, floor: true }),
});

function prefixClause(text: string, place: { start: number; end: number }): Clause {
  const prefix = text.slice(0, -1);
  const numbers = leadingNumbers(prefix);
  const end = numbers.length === 0 ? undefined : incremented(numbers, numbers.length - 1).join('.');
  const starting = (version: string): string => `[${version},${end ?? ''})`;
  const written = { kind: 'prefix' as const, operator: '', space: '', text, starting };
  return {
    ...place,
    // `1.2+` also takes 1.20 and what follows it.
    intervals: [
      {
        ...(numbers.length > 0 && from(`${numbers.join('.')}${EARLIEST}`)),
        ...(prefix.endsWith('.') && end !== undefined && below(end)),
      },
    ],
    admits: (version) => version.startsWith(prefix),
    raise: (version, admitted) => raiseWritten(written, version, admitted),
  };
}
