import Range from 'semver/classes/range.js';
import SemVer from 'semver/classes/semver.js';
import { totalOrder } from './dialect.ts';
import { raiseNpm } from './npm-raise.ts';
import { remembering } from './remembering.ts';
import { orderOf, type Bound, type Interval, type VersionScheme } from './scheme.ts';
import { compareSemver, identifierOrder, parseLooseSemver } from './semver.ts';

/** Longer requirements are not written by people; the limit keeps the range parser's regular expressions cheap. */
const MAX_REQUIREMENT = 1000;
const PARTIAL = /^[v=\s]*(\d+)(?:\.(\d+))?\s*$/;

/** Node's semver as npm itself uses it: loose. A partial version is filled with zeros. */
export const npmVersions: VersionScheme = remembering({
  ecosystem: 'npm',
  isVersion: (text) => parse(text) !== undefined,
  isPrerelease: (version) => (parse(version)?.prerelease.length ?? 0) > 0,
  compare(a, b) {
    const x = parse(a);
    const y = parse(b);
    return x !== undefined && y !== undefined ? orderOf(x.compare(y)) : compareLoose(a, b);
  },
  satisfies(version, requirement) {
    const parsed = parse(version);
    const range = rangeOf(requirement);
    return parsed === undefined || range === undefined ? undefined : range.test(parsed);
  },
  intervals: (requirement) => rangeOf(requirement)?.set.flatMap(intervalOf),
  raise: (requirement, version) =>
    parse(version) === undefined || rangeOf(requirement) === undefined
      ? undefined
      : raiseNpm(requirement, version.trim().replace(/^[v=]+|\+.*$/g, ''), npmVersions),
  pin: (version) => version,
});

/** Node's semver reads numbers as JavaScript has them. */
const compareIdentifier = identifierOrder(
  (text) => (/^\d+$/.test(text) ? Number(text) : undefined),
  (a, b) => (a < b ? -1 : a > b ? 1 : 0),
);

/** The same order for what npm refuses, such as a version with four numbers. */
const compareLoose = totalOrder(
  (text) => {
    const parsed = parse(text);
    if (parsed === undefined) return parseLooseSemver(text.trim());
    const { major, minor, patch, prerelease } = parsed;
    return { numbers: [major, minor, patch].map(String), prerelease: prerelease.map(String), build: [] };
  },
  (a, b) => compareSemver(a, b, compareIdentifier),
);

function parse(text: string): SemVer | undefined {
  try {
    return new SemVer(text, { loose: true });
  } catch {
    const partial = PARTIAL.exec(text.slice(0, 100));
    return partial === null ? undefined : zeroFilled(partial[1] ?? '0', partial[2] ?? '0');
  }
}

function zeroFilled(major: string, minor: string): SemVer | undefined {
  try {
    return new SemVer(`${major}.${minor}.0`);
  } catch {
    return undefined;
  }
}

function rangeOf(requirement: string): Range | undefined {
  if (requirement.length > MAX_REQUIREMENT) return undefined;
  try {
    return new Range(requirement, { loose: true });
  } catch {
    return undefined;
  }
}

/** The intersection of a comparator set; nothing when it is empty. */
function intervalOf(set: Range['set'][number]): readonly Interval[] {
  let lower: Bound | undefined;
  let upper: Bound | undefined;
  for (const { operator, semver } of set) {
    // "Any version" is a comparator whose version has no text.
    if (typeof semver.version !== 'string') continue;
    const bound = { version: semver.version, inclusive: operator !== '<' && operator !== '>' };
    if (operator !== '<' && operator !== '<=') lower = tighter(lower, bound, 1);
    if (operator !== '>' && operator !== '>=') upper = tighter(upper, bound, -1);
  }
  if (lower !== undefined && upper !== undefined) {
    const order = npmVersions.compare(lower.version, upper.version);
    if (order > 0 || (order === 0 && !(lower.inclusive && upper.inclusive))) return [];
  }
  if (upper?.version === '0.0.0-0' && !upper.inclusive) return [];
  return [{ ...(lower && { lower }), ...(upper && { upper }) }];
}

function tighter(old: Bound | undefined, bound: Bound, sign: 1 | -1): Bound {
  if (old === undefined) return bound;
  const order = npmVersions.compare(bound.version, old.version) * sign;
  return order > 0 || (order === 0 && !bound.inclusive) ? bound : old;
}
