import { totalOrder } from './dialect.ts';
import { remembering } from './remembering.ts';
import type { VersionScheme } from './scheme.ts';
import { compareSemver, parsePartialSemver, type SemVer } from './semver.ts';

const INCOMPATIBLE = '+incompatible';

/**
 * Semantic versions as Go reads them (https://go.dev/ref/mod#versions): an optional `v` here because OSV leaves it out, pseudo-versions as
 * pre-releases, build metadata such as `+incompatible` ignored, `v1` and `v1.2` short for `.0`. A required version is the least one, and
 * minimal version selection takes it unless another module asks for more, which `go mod tidy` writes back into go.mod.
 */
export const goVersions: VersionScheme = remembering({
  ecosystem: 'Go',
  isVersion: (text) => parse(text) !== undefined,
  isPrerelease: (version) => (parse(version)?.prerelease.length ?? 0) > 0,
  compare: totalOrder(parse, compareSemver),
  satisfies(version, requirement) {
    const have = parse(version);
    const want = parse(requirement);
    return have === undefined || want === undefined ? undefined : compareSemver(have, want) >= 0;
  },
  intervals(requirement) {
    const bound = { version: requirement, inclusive: true };
    return parse(requirement) === undefined ? undefined : [{ lower: bound, upper: bound }];
  },
  raise(requirement, version) {
    if (parse(requirement) === undefined || parse(version) === undefined) return undefined;
    if (goVersions.compare(requirement, version) > 0) return undefined;
    const target = version.replace(/^v/, '');
    // A module without a go.mod says so with every version from 2 on; the order of versions does not see it.
    const suffix = requirement.endsWith(INCOMPATIBLE) && /^(?:[2-9]|\d{2,})\.[^+]*$/.test(target) ? INCOMPATIBLE : '';
    return `${requirement.startsWith('v') ? 'v' : ''}${target}${suffix}`;
  },
  pin: (version) => `v${version.replace(/^v/, '')}`,
});

function parse(text: string): SemVer | undefined {
  const version = parsePartialSemver(text.startsWith('v') ? text.slice(1) : text);
  const isPartial = version !== undefined && version.numbers.length < 3;
  return isPartial && (version.prerelease.length > 0 || version.build.length > 0) ? undefined : version;
}
