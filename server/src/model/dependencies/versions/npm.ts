import Range from 'semver/classes/range.js';
import SemVer from 'semver/classes/semver.js';
import { raiseNpm } from './npm-raise.ts';
import { remembering } from './remembering.ts';
import { compareText, orderOf, type Bound, type Interval, type VersionScheme } from './scheme.ts';

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
    if (x !== undefined && y !== undefined) return orderOf(x.compare(y));
    if (x === undefined && y === undefined) return compareText(a, b);
    return x === undefined ? -1 : 1;
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
