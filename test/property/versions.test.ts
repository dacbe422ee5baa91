import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  allAffected,
  compareVersions,
  isAffected,
  raiseRange,
  satisfies,
  schemeOf,
} from '../../server/src/model/dependencies/index.ts';

const number = fc.constantFrom('0', '1', '2', '9', '10', '80', '007', '99999999999999999999');
const version = fc
  .tuple(
    fc.constantFrom('', 'v', '1!', '='),
    fc.array(number, { minLength: 1, maxLength: 4 }),
    fc.constantFrom(
      '',
      '-alpha',
      '-alpha.1',
      'a1',
      'rc2',
      '.dev3',
      '.post1',
      '-1',
      '-0.20200101000000-aaaaaaaaaaaa',
      '-x..y',
      '-',
    ),
    fc.constantFrom('', '+incompatible', '+local.1', '+'),
  )
  .map(([prefix, numbers, suffix, build]) => prefix + numbers.join('.') + suffix + build);
const anyText = fc.oneof({ weight: 6, arbitrary: version }, { weight: 1, arbitrary: fc.string({ maxLength: 8 }) });
const comparator = fc
  .tuple(fc.constantFrom('', '^', '~', '>=', '<', '==', '~=', '!=', '<=', '>', '==='), anyText)
  .map((parts) => parts.join(''));
const requirement = fc
  .array(comparator, { maxLength: 3 })
  .chain((parts) => fc.constantFrom(',', ' ', ' || ', ' - ').map((separator) => parts.join(separator)));

describe('version schemes', () => {
  for (const ecosystem of ['npm', 'PyPI', 'Go'] as const) {
    const scheme = schemeOf(ecosystem);
    assert.ok(scheme);

    it(`${ecosystem} orders any texts totally`, () => {
      fc.assert(
        fc.property(anyText, anyText, anyText, (a, b, c) => {
          const compare = (x: string, y: string): number => compareVersions(ecosystem, x, y) ?? Number.NaN;
          assert.equal(compare(a, a), 0);
          assert.equal(compare(a, b) + compare(b, a), 0);
          if (compare(a, b) <= 0 && compare(b, c) <= 0) assert.ok(compare(a, c) <= 0, `${a} ${b} ${c}`);
        }),
        { numRuns: 3000 },
      );
    });

    it(`${ecosystem} has intervals that hold every version that satisfies`, () => {
      fc.assert(
        fc.property(version, requirement, (v, r) => {
          if (satisfies(ecosystem, v, r) !== true || ecosystem === 'Go') return;
          const intervals = scheme.intervals(r);
          assert.ok(
            intervals === undefined ||
              intervals.some(
                ({ lower, upper }) =>
                  (!lower || scheme.compare(lower.version, v) <= 0) &&
                  (!upper || scheme.compare(v, upper.version) <= 0 || v.includes('+')),
              ),
            `${v} ${r} ${JSON.stringify(intervals)}`,
          );
        }),
        { numRuns: 3000 },
      );
    });

    it(`${ecosystem} raises to something that admits the version`, () => {
      fc.assert(
        fc.property(
          fc.array(fc.nat(30), { minLength: 3, maxLength: 3 }).map((numbers) => numbers.join('.')),
          requirement,
          (v, r) => {
            const raised = raiseRange(ecosystem, r, v);
            if (raised === undefined) return;
            assert.equal(satisfies(ecosystem, v, raised), true, `${r} → ${raised}`);
            // Partial precision is kept first (`^3` → `^4`) and given up when that says too little (`^4` → `^4.2.1`).
            let last: string = raised;
            for (let round = 0; round < 3; round++) last = raiseRange(ecosystem, last, v) ?? last;
            assert.equal(raiseRange(ecosystem, last, v) ?? last, last, `${r} → ${raised} → ${last}`);
          },
        ),
        { numRuns: 3000 },
      );
    });

    it(`${ecosystem} calls a range affected only if every version in it is`, () => {
      const affected = fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { maxLength: 4 }).map((pairs) => ({
        ranges: pairs.map(([a, b]) => ({ introduced: a === 0 ? '0' : `1.${a}.0`, ...(b > 0 && { fixed: `1.${b}.0` }) })),
      }));
      const style =
        ecosystem === 'PyPI'
          ? fc.constantFrom('>=1.2,<1.7', '~=1.3.0', '==1.4.*', '==1.5.0', '<1.3', '>=1.8')
          : ecosystem === 'npm'
            ? fc.constantFrom('>=1.2 <1.7', '~1.3.0', '1.4.x', '1.5.0', '<1.3', '>=1.8')
            : fc.constantFrom('v1.5.0', 'v1.2.3');
      fc.assert(
        fc.property(affected, style, fc.nat(12), fc.nat(3), (data, range, minor, patch) => {
          const v = ecosystem === 'Go' ? range : `1.${minor}.${patch}`;
          if (satisfies(ecosystem, v, range) !== true) return;
          if (allAffected(scheme, range, data))
            assert.ok(isAffected(scheme, v, data), `${v} in ${range} ${JSON.stringify(data)}`);
        }),
        { numRuns: 3000 },
      );
    });
  }
});
