import assert from 'node:assert/strict';
import { allAffected, schemeOf, someAffected } from '../../../server/src/model/dependencies/index.ts';

/** Ecosystem, requirement, where an affected range begins and ends, whether some and whether all of what the requirement admits is affected. */
const CASES: readonly (readonly [string, string, string, string | undefined, some: boolean, all: boolean])[] = [
  ['NuGet', '[106.0.0,107.0.0)', '107.0.0-preview.1', '112.0.0', false, false],
  ['NuGet', '[106.0.0-alpha,107.0.0)', '107.0.0-preview.1', '112.0.0', true, false],
  ['NuGet', '[106.0.0,107.0.0-preview.2)', '107.0.0-preview.1', '112.0.0', true, false],
  ['NuGet', '[106.0.0,107.0.0]', '107.0.0-preview.1', '112.0.0', true, false],
  ['NuGet', '[106.0.0,107.0.0)', '0', '107.0.0-preview.1', true, true],
  ['NuGet', '[106.0.0,107.0.0)', '0', '106.9.0', true, false],
  ['npm', '>=1.0.0 <2.0.0', '2.0.0-rc.1', '2.0.1', false, false],
  ['npm', '>=1.0.0-beta.1 <2.0.0', '2.0.0-rc.1', '2.0.1', false, false],
  ['npm', '>=2.0.0-beta.1 <2.0.0', '2.0.0-rc.1', '2.0.1', true, false],
  ['npm', '<2.0.0', '0', '2.0.0-rc.1', true, true],
  ['crates.io', '>=1.0.0, <2.0.0', '2.0.0-rc.1', '2.0.1', false, false],
  ['crates.io', '>=1.0.0, <2.0.0', '0', '2.0.0-rc.1', true, true],
  ['Hex', '>= 1.0.0 and < 2.0.0', '2.0.0-rc.1', '2.0.1', false, false],
  ['Hex', '>= 1.0.0-dev and < 2.0.0', '2.0.0-rc.1', '2.0.1', true, false],
  ['RubyGems', '>= 1.0, < 2.0', '2.0.0.rc1', '2.0.1', false, false],
  ['RubyGems', '>= 1.0.beta, < 2.0', '2.0.0.rc1', '2.0.1', true, false],
  ['RubyGems', '< 2.0', '0', '2.0.0.beta1', true, true],
  ['Packagist', '>=1.0 <2.0', '2.0.0-rc1', '2.0.1', false, false],
  ['Pub', '>=1.0.0 <2.0.0', '2.0.0-rc.1', '2.0.1', false, false],
  ['PyPI', '>=1.0,<2.0', '2.0rc1', '2.0.1', false, false],
  // Maven takes what is there.
  ['Maven', '[1.0,2.0)', '2.0-rc1', '2.0.1', true, false],
];

describe('the end of a range that does not belong to it', () => {
  for (const [ecosystem, requirement, introduced, fixed, some, all] of CASES)
    it(`leaves its pre-releases out as ${ecosystem} does: ${requirement} and ${introduced} to ${fixed}`, () => {
      const scheme = schemeOf(ecosystem);
      assert.ok(scheme);
      const affected = { ranges: [{ introduced, ...(fixed !== undefined && { fixed }) }] };
      assert.equal(someAffected(scheme, requirement, affected), some);
      assert.equal(allAffected(scheme, requirement, affected), all);
    });
});
