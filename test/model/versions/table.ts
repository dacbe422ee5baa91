import assert from 'node:assert/strict';
import type { Ecosystem } from '../../../server/src/base/ecosystem.ts';
import { compareVersions, raiseRange, satisfies, schemeOf } from '../../../server/src/model/dependencies/index.ts';

interface Table {
  /** Versions from the least, separated by ` < ` and, where equal, by ` = `. */
  readonly orders: readonly string[];
  /** Requirement, versions that satisfy it, versions that do not. */
  readonly ranges: readonly (readonly [requirement: string, inside: string, outside: string])[];
  /** Neither a version nor a requirement. */
  readonly unreadable: readonly string[];
  /** Requirement, version, what it is raised to. */
  readonly raises: readonly (readonly [requirement: string, version: string, raised: string | undefined])[];
}

const words = (text: string): readonly string[] => text.split(' ').filter(Boolean);

/** Tests one ecosystem against what its documentation says. */
export function describeVersions(ecosystem: Ecosystem, { orders, ranges, unreadable, raises }: Table): void {
  describe(`${ecosystem} versions`, () => {
    it('are ordered', () => {
      for (const order of orders) {
        const places = order.split(' < ').flatMap((group, place) => group.split(' = ').map((version) => ({ version, place })));
        for (const a of places)
          for (const b of places) {
            const expected = Math.sign(a.place - b.place);
            assert.equal(compareVersions(ecosystem, a.version, b.version), expected, `${a.version} ${b.version}`);
          }
      }
    });

    it('satisfy requirements', () => {
      for (const [requirement, inside, outside] of ranges) {
        for (const version of words(inside))
          assert.equal(schemeOf(ecosystem)?.satisfies(version, requirement), true, `${version} in ${requirement}`);
        for (const version of words(outside))
          assert.equal(schemeOf(ecosystem)?.satisfies(version, requirement), false, `${version} not in ${requirement}`);
      }
      for (const text of unreadable) {
        assert.equal(satisfies(ecosystem, '1.0.0', text), undefined, text);
        assert.equal(raiseRange(ecosystem, text, '1.0.0'), undefined, text);
      }
    });

    it('raise requirements in their own style', () => {
      for (const [requirement, version, raised] of raises)
        assert.equal(raiseRange(ecosystem, requirement, version), raised, `${requirement} → ${version}`);
    });
  });
}
