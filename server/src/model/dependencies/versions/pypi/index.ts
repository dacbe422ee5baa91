import { totalOrder } from '../dialect.ts';
import { intersectAll } from '../interval.ts';
import { remembering } from '../remembering.ts';
import type { Order, VersionScheme } from '../scheme.ts';
import { compareLegacy } from './legacy.ts';
import { isPoetry, poetryScheme } from './poetry.ts';
import { raisePython } from './raise.ts';
import { clauseAdmits, clauseIntervals, parseSpecifier } from './specifier.ts';
import { comparePython, isPythonPrerelease, parsePython } from './version.ts';

const comparePypi = totalOrder(parsePython, (a, b): Order => comparePython(a, b), compareLegacy);

const order = {
  isVersion: (text: string): boolean => parsePython(text) !== undefined,
  isPrerelease(version: string): boolean {
    const parsed = parsePython(version);
    return parsed !== undefined && isPythonPrerelease(parsed);
  },
  compare: comparePypi,
};

const poetry = poetryScheme(order);

/** PEP 440: versions and specifiers of Python packages; and what Poetry adds to them. */
export const pypiVersions: VersionScheme = remembering({
  ecosystem: 'PyPI',
  ...order,
  satisfies(version, requirement) {
    if (isPoetry(requirement)) return poetry.satisfies(version, requirement);
    const parsed = parsePython(version);
    const clauses = parseSpecifier(requirement);
    if (parsed === undefined || clauses === undefined) return undefined;
    return clauses.every((clause) => clauseAdmits(clause, parsed, version));
  },
  intervals(requirement) {
    if (isPoetry(requirement)) return poetry.intervals(requirement);
    const clauses = parseSpecifier(requirement)?.map(clauseIntervals);
    return clauses?.every((intervals) => intervals !== undefined) ? intersectAll(comparePypi, clauses) : undefined;
  },
  raise: (requirement, version) =>
    isPoetry(requirement)
      ? poetry.raise(requirement, version.trim().replace(/^v/i, ''))
      : raisePython(requirement, version.trim().replace(/^v/i, ''), pypiVersions),
  pin: (version) => `==${version}`,
});
