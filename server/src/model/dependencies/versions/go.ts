import { compareDigits, compareText, orderOf, type Order, type VersionScheme } from './scheme.ts';

const NUMBER = '(0|[1-9]\\d*)';
const VERSION = new RegExp(`^v?${NUMBER}(?:\\.${NUMBER}(?:\\.${NUMBER}(?:-([0-9A-Za-z.-]+))?(?:\\+[0-9A-Za-z.-]+)?)?)?$`);

interface GoVersion {
  readonly numbers: readonly string[];
  readonly prerelease: readonly string[];
}

/**
 * Semantic versions as Go reads them (https://go.dev/ref/mod#versions): an optional `v` here because OSV leaves it out, pseudo-versions as
 * pre-releases, build metadata such as `+incompatible` ignored, `v1` and `v1.2` short for `.0`. A required version is the least one, and
 * minimal version selection takes it unless another module asks for more, which `go mod tidy` writes back into go.mod.
 */
export const goVersions: VersionScheme = {
  ecosystem: 'Go',
  isVersion: (text) => parse(text) !== undefined,
  isPrerelease: (version) => (parse(version)?.prerelease.length ?? 0) > 0,
  compare(a, b) {
    const x = parse(a);
    const y = parse(b);
    if (x !== undefined && y !== undefined) return compareParsed(x, y);
    if (x === undefined && y === undefined) return compareText(a, b);
    return x === undefined ? -1 : 1;
  },
  satisfies(version, requirement) {
    const have = parse(version);
    const want = parse(requirement);
    return have === undefined || want === undefined ? undefined : compareParsed(have, want) >= 0;
  },
  intervals(requirement) {
    const bound = { version: requirement, inclusive: true };
    return parse(requirement) === undefined ? undefined : [{ lower: bound, upper: bound }];
  },
  raise(requirement, version) {
    if (parse(requirement) === undefined || parse(version) === undefined) return undefined;
    if (goVersions.compare(requirement, version) > 0) return undefined;
    return requirement.startsWith('v') ? `v${version.replace(/^v/, '')}` : version.replace(/^v/, '');
  },
  pin: (version) => `v${version.replace(/^v/, '')}`,
};

function parse(text: string): GoVersion | undefined {
  if (text.length > 300) return undefined;
  const match = VERSION.exec(text);
  if (match === null) return undefined;
  const [, major = '0', minor = '0', patch = '0', pre] = match;
  const prerelease = pre === undefined ? [] : pre.split('.');
  if (prerelease.some((part) => part === '' || /^0\d+$/.test(part))) return undefined;
  return { numbers: [major, minor, patch], prerelease };
}

function compareParsed(a: GoVersion, b: GoVersion): Order {
  for (let index = 0; index < 3; index++) {
    const order = compareDigits(a.numbers[index] ?? '0', b.numbers[index] ?? '0');
    if (order !== 0) return order;
  }
  if (a.prerelease.length === 0 || b.prerelease.length === 0) return orderOf(b.prerelease.length - a.prerelease.length);
  return comparePrereleases(a.prerelease, b.prerelease);
}

/** Semantic Versioning 2.0.0, item 11: numbers below texts, numbers by value, a prefix below what it starts. */
function comparePrereleases(a: readonly string[], b: readonly string[]): Order {
  for (let index = 0; index < Math.min(a.length, b.length); index++) {
    const x = a[index] ?? '';
    const y = b[index] ?? '';
    const order = /^\d+$/.test(x) ? (/^\d+$/.test(y) ? compareDigits(x, y) : -1) : /^\d+$/.test(y) ? 1 : compareText(x, y);
    if (order !== 0) return order;
  }
  return orderOf(a.length - b.length);
}
