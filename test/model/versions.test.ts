import assert from 'node:assert/strict';
import {
  allAffected,
  compareVersions,
  isAffected,
  raiseRange,
  satisfies,
  schemeOf,
  smallestSafeVersion,
} from '../../server/src/model/dependencies/versions/index.ts';

/** Each line from lowest to highest. */
const ORDERS = {
  npm: [
    'nonsense',
    '0.0.1-alpha',
    '0.0.1',
    '1.0.0-alpha.1',
    '1.0.0-alpha.beta',
    '1.0.0-rc.2',
    '1.0.0-rc.10',
    '1.0.0',
    '1.2.0',
    '1.10.0',
    '10.0.0',
  ],
  PyPI: [
    'nonsense',
    '1.dev0',
    '1.0.dev456',
    '1.0a1.dev3',
    '1.0a1',
    '1.0a2.dev456',
    '1.0a12',
    '1.0b1.dev456',
    '1.0b2',
    '1.0b2.post345.dev456',
    '1.0b2.post345',
    '1.0rc1',
    '1.0',
    '1.0+abc.5',
    '1.0+abc.7',
    '1.0+5',
    '1.0.post456.dev34',
    '1.0.post456',
    '1.1.dev1',
    '1.8',
    '1.80',
    '1!0.1',
  ],
  Go: [
    'nonsense',
    'v0.0.0-20190101000000-abcdef123456',
    'v0.0.0-20200101000000-abcdef123456',
    'v1.0.0-beta',
    'v1.0.0-rc.1',
    'v1.0.0',
    'v1.0.1-0.20200101000000-abcdef123456',
    'v1.0.1',
    'v1.9.0',
    'v1.10.0',
    'v2.0.0+incompatible',
    'v10.0.0',
  ],
} as const;

const EQUAL = [
  ['npm', 'v1.2.3', '1.2.3'],
  ['npm', '1.2.3+build', '1.2.3'],
  ['npm', '1.2', '1.2.0'],
  ['npm', '=1.2.3', '1.2.3'],
  ['PyPI', '1.0', '1.0.0'],
  ['PyPI', '1.0-1', '1.0.post1'],
  ['PyPI', '1.0alpha1', '1.0a1'],
  ['PyPI', 'v1.0c1', '1.0RC1'],
  ['PyPI', '0!1', '1'],
  ['PyPI', '1.0+UBUNTU-1', '1.0+ubuntu.1'],
  ['PyPI', '01.02', '1.2'],
  ['Go', 'v2.0.0+incompatible', '2.0.0'],
  ['Go', 'v1', 'v1.0.0'],
] as const;

const SATISFIES = [
  ['npm', '4.17.21', '^4.17.0', true],
  ['npm', '5.0.0', '^4.17.0', false],
  ['npm', '1.2.3', '', true],
  ['npm', '1.2.3', 'latest', undefined],
  ['npm', '1.2.3-beta', '>=1', false],
  ['npm', '1.2', '~1.2.0', true],
  ['npm', 'x', '*', undefined],
  ['npm', '1.0.0', '>=0.9 <2 || 3', true],
  ['PyPI', '1.4.5', '~=1.4.2', true],
  ['PyPI', '1.5', '~=1.4.2', false],
  ['PyPI', '1.5', '~=1.4', true],
  ['PyPI', '1.1.post1', '==1.1.*', true],
  ['PyPI', '1.1a1', '==1.1.*', true],
  ['PyPI', '1.10', '==1.1.*', false],
  ['PyPI', '1.1', '!=1.1.*', false],
  ['PyPI', '1.0+local', '==1.0', true],
  ['PyPI', '1.0', '==1.0+local', false],
  ['PyPI', '1.0.post1', '>1.0', false],
  ['PyPI', '1.0.1', '>1.0', true],
  ['PyPI', '2.0rc1', '<2.0', false],
  ['PyPI', '1.0', '===1.0', true],
  ['PyPI', '1.0.0', '===1.0', false],
  ['PyPI', '1.0', '', true],
  ['PyPI', '1.0', '>=1.0,<2,!=1.5', true],
  ['PyPI', '1.5', '>=1.0,<2,!=1.5', false],
  ['PyPI', '1.0', '=1.0', undefined],
  ['PyPI', '1.0', '~=1', undefined],
  ['PyPI', '2!1.0', '>1.0', true],
  ['Go', 'v1.4.0', 'v1.2.3', true],
  ['Go', 'v1.1.0', 'v1.2.3', false],
  ['Go', 'v1.2.3-0.20200101000000-abcdef123456', 'v1.2.3', false],
  ['Go', 'latest', 'v1.2.3', undefined],
] as const;

const RAISES = [
  ['npm', '^4.17.0', '4.17.21', '^4.17.21'],
  ['npm', '~4.17.0', '4.17.21', '~4.17.21'],
  ['npm', '4.17.0', '4.17.21', '4.17.21'],
  ['npm', 'v4.17.0', '4.17.21', 'v4.17.21'],
  ['npm', '=4.17.0', '4.17.21', '=4.17.21'],
  ['npm', '>=4.17.0', '4.17.21', '>=4.17.21'],
  ['npm', '>= 4.17.0', '4.17.21', '>= 4.17.21'],
  ['npm', '>=4.0.0 <5', '4.17.21', '>=4.17.21 <5'],
  ['npm', '>=1.0 <2', '2.3.1', '>=2.3.1 <3'],
  ['npm', '3.x', '4.17.21', '4.x'],
  ['npm', '4.x', '4.17.21', '^4.17.21'],
  ['npm', '4.17.x', '4.17.21', '~4.17.21'],
  ['npm', '^4', '4.17.21', '^4.17.21'],
  ['npm', '^3', '4.17.21', '^4'],
  ['npm', '~4.16', '4.17.21', '~4.17'],
  ['npm', '*', '4.17.21', '>=4.17.21'],
  ['npm', '', '4.17.21', '>=4.17.21'],
  ['npm', '^3.0.0 || ^4.0.0', '4.17.21', '^4.17.21'],
  ['npm', '^4.0.0 || ^5.0.0', '4.17.21', '^4.17.21 || ^5.0.0'],
  ['npm', '1.0.0 - 2.0.0', '1.5.3', '1.5.3 - 2.0.0'],
  ['npm', '<2', '1.5.3', '>=1.5.3 <2'],
  ['npm', '<=1.5.0', '1.6.0', '>=1.6.0 <=1.6.0'],
  ['npm', '^5.0.0', '4.17.21', undefined],
  ['npm', 'latest', '4.17.21', undefined],
  ['npm', '^1.0.0-rc.1', '1.0.0', '^1.0.0'],
  ['PyPI', '==1.0', '1.2', '==1.2'],
  ['PyPI', '== 1.0', '1.2', '== 1.2'],
  ['PyPI', '~=1.4.2', '1.4.9', '~=1.4.9'],
  ['PyPI', '~=1.4.2', '1.5.1', '~=1.5.1'],
  ['PyPI', '~=1.4', '2.3.1', '~=2.3'],
  ['PyPI', '~=1.4', '1.4.5', '~=1.4,>=1.4.5'],
  ['PyPI', '>=1.0,<2.0', '1.5', '>=1.5,<2.0'],
  ['PyPI', '>=1.0, <2.0', '2.3.1', '>=2.3.1, <3.0'],
  ['PyPI', '<2', '1.5', '>=1.5,<2'],
  ['PyPI', '', '1.5', '>=1.5'],
  ['PyPI', '==1.*', '2.3', '==2.*'],
  ['PyPI', '==1.*', '1.3', '==1.*,>=1.3'],
  ['PyPI', '===1.0', '1.1', '===1.1'],
  ['PyPI', '>1.0,!=1.2', '1.5', '>=1.5,!=1.2'],
  ['PyPI', '>=3.0', '1.5', undefined],
  ['PyPI', '^1.0', '1.5', undefined],
  ['Go', 'v1.2.3', '1.4.0', 'v1.4.0'],
  ['Go', 'v1.2.3', 'v1.4.0', 'v1.4.0'],
  ['Go', 'v1.5.0', '1.4.0', undefined],
] as const;

const sign = (index: number, other: number): number => Math.sign(index - other);

describe('versions', () => {
  for (const [ecosystem, versions] of Object.entries(ORDERS)) {
    it(`orders ${ecosystem}`, () => {
      versions.forEach((a, i) => {
        versions.forEach((b, j) => {
          assert.equal(compareVersions(ecosystem as 'npm', a, b), sign(i, j), `${a} and ${b}`);
        });
      });
    });
  }

  for (const [ecosystem, a, b] of EQUAL)
    it(`${ecosystem}: ${a} equals ${b}`, () => assert.equal(compareVersions(ecosystem, a, b), 0));

  for (const [ecosystem, version, requirement, expected] of SATISFIES) {
    it(`${ecosystem}: ${version} in ${JSON.stringify(requirement)} is ${String(expected)}`, () => {
      assert.equal(satisfies(ecosystem, version, requirement), expected);
    });
  }

  for (const [ecosystem, requirement, version, expected] of RAISES) {
    it(`${ecosystem}: ${JSON.stringify(requirement)} raised to ${version} is ${String(expected)}`, () => {
      assert.equal(raiseRange(ecosystem, requirement, version), expected);
      if (expected !== undefined) assert.equal(satisfies(ecosystem, version, expected), true);
    });
  }

  it('knows nothing of an ecosystem that is not supported', () => {
    assert.equal(compareVersions('Hex', '1.0.0', '2.0.0'), undefined);
    assert.equal(satisfies('Hex', '1.0.0', '1.0.0'), undefined);
    assert.equal(raiseRange('Hex', '1.0.0', '2.0.0'), undefined);
  });
});

describe('affected versions', () => {
  const ranges = [
    { introduced: '0', fixed: '1.2.5' },
    { introduced: '2.0.0', fixed: '2.0.3' },
    { introduced: '3.0.0', lastAffected: '3.1.0' },
  ];
  const npm = schemeOf('npm');
  assert.ok(npm);

  for (const [version, expected] of [
    ['0.0.1', true],
    ['1.2.4', true],
    ['1.2.5', false],
    ['1.2.5-rc.1', true],
    ['2.0.2', true],
    ['2.0.3', false],
    ['3.1.0', true],
    ['3.1.1', false],
    ['nonsense', false],
  ] as const) {
    it(`${version} is ${expected ? '' : 'not '}affected`, () => assert.equal(isAffected(npm, version, { ranges }), expected));
  }

  for (const [requirement, expected] of [
    ['~1.2.0', false],
    ['~1.1.0', true],
    ['<=1.2.4', true],
    ['^1.0.0', false],
    ['2.0.1', true],
    ['~1.0 || ~1.1', true],
    ['~1.1 || ~2.1', false],
    ['*', false],
    ['latest', false],
    ['>=3.0.0 <=3.1.0', true],
    ['3.0.x', true],
    ['>=4 <3', false],
  ] as const) {
    it(`${expected ? 'all' : 'not all'} of ${requirement} is affected`, () =>
      assert.equal(allAffected(npm, requirement, { ranges }), expected));
  }

  it('joins ranges that touch', () => {
    const touching = [
      { introduced: '1.5.0', fixed: '2.0.0' },
      { introduced: '0', fixed: '1.5.0' },
    ];
    assert.equal(allAffected(npm, '^1.2.0', { ranges: touching }), true);
    assert.equal(
      allAffected(npm, '^1.2.0', {
        ranges: [
          { introduced: '0', fixed: '1.5.0' },
          { introduced: '1.5.1', fixed: '2.0.0' },
        ],
      }),
      false,
    );
  });

  for (const [version, fixed, expected] of [
    ['1.0.0', ['1.2.0'], '1.2.0'],
    ['1.0.0', ['1.2.0', '1.3.0'], '1.3.0'],
    ['1.0.0', ['2.0.0-rc.1', '2.0.0'], '2.0.0'],
    ['1.0.0-rc.1', ['1.0.0-rc.2'], '1.0.0-rc.2'],
    ['1.0.0', [], undefined],
  ] as const) {
    it(`the smallest safe version above ${version} with fixes ${fixed.join(', ')} is ${String(expected)}`, () => {
      const advisories = fixed.map((each) => ({ ranges: [{ introduced: '0', fixed: each }] }));
      assert.equal(smallestSafeVersion(npm, version, advisories), expected);
    });
  }

  it('closes over advisories: a fix that another advisory hits is no fix', () => {
    const advisories = [{ ranges: [{ introduced: '0', fixed: '1.5.0' }] }, { ranges: [{ introduced: '1.4.0', fixed: '1.5.3' }] }];
    assert.equal(smallestSafeVersion(npm, '1.0.0', advisories), '1.5.3');
    assert.equal(smallestSafeVersion(npm, '1.0.0', [...advisories, { ranges: [{ introduced: '1.0.0' }] }]), undefined);
  });
});
