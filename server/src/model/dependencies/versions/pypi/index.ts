import { compareText, type Bound, type Interval, type VersionScheme } from '../scheme.ts';
import { raisePython } from './raise.ts';
import { clauseAdmits, clauseIntervals, parseSpecifier } from './specifier.ts';
import { comparePython, isPythonPrerelease, parsePython } from './version.ts';

/** PEP 440: versions and specifiers of Python packages. */
export const pypiVersions: VersionScheme = {
  ecosystem: 'PyPI',
  isVersion: (text) => parsePython(text) !== undefined,
  isPrerelease(version) {
    const parsed = parsePython(version);
    return parsed !== undefined && isPythonPrerelease(parsed);
  },
  compare(a, b) {
    const x = parsePython(a);
    const y = parsePython(b);
    if (x !== undefined && y !== undefined) return comparePython(x, y);
    if (x === undefined && y === undefined) return compareText(a, b);
    return x === undefined ? -1 : 1;
  },
  satisfies(version, requirement) {
    const parsed = parsePython(version);
    const clauses = parseSpecifier(requirement);
    if (parsed === undefined || clauses === undefined) return undefined;
    return clauses.every((clause) => clauseAdmits(clause, parsed, version));
  },
  intervals(requirement) {
    let result: readonly Interval[] = [{}];
    const clauses = parseSpecifier(requirement);
    if (clauses === undefined) return undefined;
    for (const clause of clauses) {
      const more = clauseIntervals(clause);
      if (more === undefined) return undefined;
      // Each `!=` doubles at most; a hand-written specifier has a handful.
      result = result.flatMap((a) => more.flatMap((b) => intersection(a, b))).slice(0, 100);
    }
    return result;
  },
  raise: (requirement, version) => raisePython(requirement, version.trim().replace(/^v/i, ''), pypiVersions),
  pin: (version) => `==${version}`,
};

function intersection(a: Interval, b: Interval): readonly Interval[] {
  const lower = tighter(a.lower, b.lower, 1);
  const upper = tighter(a.upper, b.upper, -1);
  if (lower !== undefined && upper !== undefined) {
    const order = pypiVersions.compare(lower.version, upper.version);
    if (order > 0 || (order === 0 && !(lower.inclusive && upper.inclusive))) return [];
  }
  return [{ ...(lower && { lower }), ...(upper && { upper }) }];
}

function tighter(a: Bound | undefined, b: Bound | undefined, sign: 1 | -1): Bound | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  const order = pypiVersions.compare(a.version, b.version) * sign;
  return order > 0 || (order === 0 && !a.inclusive) ? a : b;
}
