import { totalOrder } from '../dialect.ts';
import { intersectAll } from '../interval.ts';
import type { VersionScheme } from '../scheme.ts';
import { raisePython } from './raise.ts';
import { clauseAdmits, clauseIntervals, parseSpecifier } from './specifier.ts';
import { comparePython, isPythonPrerelease, parsePython } from './version.ts';

const comparePypi = totalOrder(parsePython, (a, b) => comparePython(a, b));

/** PEP 440: versions and specifiers of Python packages. */
export const pypiVersions: VersionScheme = {
  ecosystem: 'PyPI',
  isVersion: (text) => parsePython(text) !== undefined,
  isPrerelease(version) {
    const parsed = parsePython(version);
    return parsed !== undefined && isPythonPrerelease(parsed);
  },
  compare: comparePypi,
  satisfies(version, requirement) {
    const parsed = parsePython(version);
    const clauses = parseSpecifier(requirement);
    if (parsed === undefined || clauses === undefined) return undefined;
    return clauses.every((clause) => clauseAdmits(clause, parsed, version));
  },
  intervals(requirement) {
    const clauses = parseSpecifier(requirement)?.map(clauseIntervals);
    return clauses?.every((intervals) => intervals !== undefined) ? intersectAll(comparePypi, clauses) : undefined;
  },
  raise: (requirement, version) => raisePython(requirement, version.trim().replace(/^v/i, ''), pypiVersions),
  pin: (version) => `==${version}`,
};
