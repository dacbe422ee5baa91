import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ECOSYSTEMS, type Ecosystem } from '../../server/src/base/ecosystem.ts';
import { compareVersions, raiseFloor, raiseRange, satisfies, schemeOf } from '../../server/src/model/dependencies/index.ts';

const number = fc.constantFrom(
  '0',
  '1',
  '2',
  '9',
  '10',
  '80',
  '007',
  '20200101',
  '99999999999999999999',
  '-2',
  '0x1F',
  '2147483648',
);
const word = fc.constantFrom(
  'alpha',
  'a',
  'beta',
  'b',
  'rc',
  'RC',
  'dev',
  'sp',
  'ga',
  'Final',
  'SNAPSHOT',
  'pre',
  'p',
  'jre',
  'x',
  'main',
  'post',
  'constructor',
);
const separator = fc.constantFrom('.', '.', '.', '-', '', '+', '_', '..');
/** Versions and what looks like them, built from the same few pieces so that equal and nearly equal ones are common. */
const version = fc
  .tuple(
    fc.constantFrom('', '', '', 'v', 'dev-', '1!'),
    fc.array(fc.tuple(fc.oneof({ weight: 3, arbitrary: number }, word), separator), { maxLength: 6 }),
  )
  .map(
    ([prefix, parts]) =>
      prefix + parts.map(([part, between], index) => (index === parts.length - 1 ? part : part + between)).join(''),
  );
const anyText = fc.oneof({ weight: 8, arbitrary: version }, { weight: 1, arbitrary: fc.string({ maxLength: 8 }) });

const OPERATORS = ['', '^', '~', '~>', '~> ', '>=', '>= ', '<', '<=', '>', '=', '==', '!=', '[', '(', '[,', '(,', '[1.0,'];
const ENDS = ['', '', '', ')', ']', '[', ',)', '.*', '.x', '.+', '+', '@beta', '!!', '-*', '*'];
const clause = fc.tuple(fc.constantFrom(...OPERATORS), anyText, fc.constantFrom(...ENDS)).map((parts) => parts.join(''));
const requirement = fc
  .array(clause, { maxLength: 3 })
  .chain((parts) => fc.constantFrom(',', ', ', ' ', ' || ', '|', ' - ', ' and ', ' or ').map((joint) => parts.join(joint)));

const plain = fc.tuple(fc.nat(30), fc.nat(30), fc.nat(30)).map((numbers) => numbers.join('.'));

/** Requirements of one style each: a raise must not leave it. `%` stands for a version with three numbers, `#` for one with two. */
const STYLES: Readonly<Record<Ecosystem, readonly (readonly [style: string, shape: RegExp])[]>> = {
  npm: [
    ['^%', /^\^\d+\.\d+\.\d+$/],
    ['~%', /^~\d+\.\d+\.\d+$/],
    ['%', /^\d+\.\d+\.\d+$/],
    ['^#', /^\^\d+\.\d+(?:\.\d+)?$/],
  ],
  PyPI: [
    ['==%', /^==\d+\.\d+\.\d+$/],
    ['>= %', /^>= \d+\.\d+\.\d+$/],
    ['~=%', /^~=\d+\.\d+\.\d+$/],
  ],
  Go: [['v%', /^v\d+\.\d+\.\d+$/]],
  Maven: [
    ['%', /^\d+\.\d+\.\d+$/],
    ['[%]', /^\[\d+\.\d+\.\d+\]$/],
    ['[#, 90.0)', /^\[\d+\.\d+(?:\.\d+)?, 90\.0\)$/],
    ['[%,90[', /^\[\d+\.\d+\.\d+,90\[$/],
  ],
  'crates.io': [
    ['%', /^\d+\.\d+\.\d+$/],
    ['#', /^\d+\.\d+(?:\.\d+)?$/],
    ['~ %', /^~ \d+\.\d+\.\d+$/],
    ['=%', /^=\d+\.\d+\.\d+$/],
    ['>=%, <90', /^>=\d+\.\d+\.\d+, <90$/],
  ],
  RubyGems: [
    ['~> %', /^~> \d+\.\d+\.\d+$/],
    ['~>#', /^~>\d+\.\d+(?:, >= \d+\.\d+\.\d+)?$/],
    ['= %', /^= \d+\.\d+\.\d+$/],
    ['>= #, < 90.0', /^>= \d+\.\d+(?:\.\d+)?, < 90\.0$/],
  ],
  Packagist: [
    ['^%', /^\^\d+\.\d+\.\d+$/],
    ['~#', /^~\d+\.\d+(?: >=\d+\.\d+\.\d+)?$/],
    ['v%', /^v\d+\.\d+\.\d+$/],
    ['>=%,<90', /^>=\d+\.\d+\.\d+,<90$/],
  ],
  NuGet: [
    ['%', /^\d+\.\d+\.\d+$/],
    ['[%]', /^\[\d+\.\d+\.\d+\]$/],
    ['[#,90.0)', /^\[\d+\.\d+(?:\.\d+)?,90\.0\)$/],
  ],
  Hex: [
    ['~> %', /^~> \d+\.\d+\.\d+$/],
    ['~> #', /^~> \d+\.\d+(?: and >= \d+\.\d+\.\d+)?$/],
    ['== %', /^== \d+\.\d+\.\d+$/],
  ],
  Pub: [
    ['^%', /^\^\d+\.\d+\.\d+$/],
    ['%', /^\d+\.\d+\.\d+$/],
    ['>=% <90.0.0', /^>=\d+\.\d+\.\d+ <90\.0\.0$/],
  ],
};

/** As {@link STYLES}, with less than three numbers; `1` stands for a version with one. */
const PARTIAL: Partial<Record<Ecosystem, readonly string[]>> = {
  npm: ['^1', '~1', '1', '1.x', '#', '~#', '#.x', '<=1', '# - 1', '^1 || ^4.0.0', '^4.0.0 || ^1'],
  PyPI: ['~=#', '==1.*', '==#.*', '<=%', '^1', '~1', '^#', '#.*', '^4.0 || ^1'],
  Maven: ['(,%]'],
  'crates.io': ['1', '^1', '~1', '~#', '=#', '1.*', '#.*', '<=1'],
  RubyGems: ['~> 1', '~> #', '<= %'],
  Packagist: ['^1', '~1', '^#', '~#', '1.*', '#.*', '# - 4.0', '^4.0 || ^1'],
  NuGet: ['(,%]'],
  Hex: ['~> #', '~> # or ~> 4.0', '~> 4.0 or ~> #'],
};
const small = fc.tuple(fc.nat(5), fc.nat(5), fc.nat(5)).map((numbers) => numbers.join('.'));

describe('version orders', () => {
  for (const ecosystem of ECOSYSTEMS) {
    const scheme = schemeOf(ecosystem);
    assert.ok(scheme);

    it(`${ecosystem} orders any texts totally`, () => {
      fc.assert(
        fc.property(anyText, anyText, anyText, (a, b, c) => {
          const compare = (x: string, y: string): number => compareVersions(ecosystem, x, y) ?? Number.NaN;
          assert.equal(compare(a, a), 0);
          assert.equal(compare(a, b) + compare(b, a), 0);
          // Each order of the three, so that every triple tests transitivity.
          for (const [x, y, z] of [
            [a, b, c],
            [b, c, a],
            [c, a, b],
            [c, b, a],
            [b, a, c],
            [a, c, b],
          ] as const)
            if (compare(x, y) <= 0 && compare(y, z) <= 0) assert.ok(compare(x, z) <= 0, `${x} ${y} ${z}`);
          if (compare(a, b) === 0) assert.equal(compare(a, c), compare(b, c));
        }),
        { numRuns: 3000 },
      );
    });

    it(`${ecosystem} has intervals that hold every version that satisfies`, () => {
      fc.assert(
        fc.property(version, requirement, (v, r) => {
          const isIn = satisfies(ecosystem, v, r);
          const intervals = scheme.intervals(r);
          // A bare version of Go, Maven or NuGet is judged as itself, though what is above satisfies it.
          if (
            isIn !== true ||
            intervals === undefined ||
            ecosystem === 'Go' ||
            ((ecosystem === 'Maven' || ecosystem === 'NuGet') && scheme.isVersion(r.trim()))
          )
            return;
          assert.ok(
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
        fc.property(fc.oneof({ weight: 2, arbitrary: plain }, { weight: 1, arbitrary: anyText }), requirement, (v, r) => {
          const raised = raiseRange(ecosystem, r, v);
          if (raised !== undefined) assert.equal(satisfies(ecosystem, v, raised), true, `${r} → ${raised}`);
        }),
        { numRuns: 3000 },
      );
    });

    it(`${ecosystem} keeps the style`, () => {
      fc.assert(
        fc.property(fc.constantFrom(...STYLES[ecosystem]), plain, plain, ([style, shape], old, v) => {
          const before = style.replace('%', old).replace('#', old.replace(/\.\d+$/, ''));
          const raised = raiseRange(ecosystem, before, v);
          if (raised === undefined) return;
          assert.match(raised, shape, `${before} → ${v}`);
          // Where precision kept lower versions in, another raise gives it up and the next one changes nothing.
          const again = raiseRange(ecosystem, raised, v) ?? raised;
          assert.equal(raiseRange(ecosystem, again, v), again, `${before} → ${raised} → ${again}`);
        }),
        { numRuns: 2000 },
      );
    });

    it(`${ecosystem} raises so far that nothing below is admitted, and no less above`, () => {
      const styles = [...STYLES[ecosystem].map(([style]) => style), ...(PARTIAL[ecosystem] ?? [])];
      fc.assert(
        fc.property(fc.constantFrom(...styles), small, small, small, (style, old, v, other) => {
          const before = style
            .replaceAll('%', old)
            .replaceAll('#', old.replace(/\.\d+$/, ''))
            .replaceAll('1', old.replace(/\..*$/, ''));
          const raised = raiseFloor(ecosystem, before, v);
          if (raised === undefined) return;
          const order = compareVersions(ecosystem, other, v) ?? 0;
          if (order < 0) assert.equal(satisfies(ecosystem, other, raised), false, `${before} → ${raised} has ${other}`);
          else if (satisfies(ecosystem, other, before) === true && satisfies(ecosystem, v, before) === true)
            assert.equal(satisfies(ecosystem, other, raised), true, `${before} → ${raised} lost ${other}`);
        }),
        { numRuns: 2000 },
      );
    });
  }
});
