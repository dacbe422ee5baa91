import assert from 'node:assert/strict';
import type { Ecosystem } from '../../server/src/base/ecosystem.ts';
import {
  compareVersions,
  raiseFloor,
  raiseRange,
  satisfies,
  schemeOf,
  smallestSafeVersion,
} from '../../server/src/model/dependencies/index.ts';

describe('versions', () => {
  const ascending: readonly (readonly ['npm' | 'PyPI' | 'Go', string])[] = [
    [
      'npm',
      '0.0.1 < 0.1.0-alpha < 0.1.0-alpha.1 < 0.1.0-alpha.beta < 0.1.0-beta.2 < 0.1.0-beta.11 < 0.1.0-rc.1 < 0.1.0 < 1.8.0 < 1.80.0 < 10.0.0',
    ],
    [
      'PyPI',
      '1.0.dev1 < 1.0a1.dev1 < 1.0a1 < 1.0a2 < 1.0b1 < 1.0rc1 < 1.0 < 1.0+local < 1.0+local.2 < 1.0+3 < 1.0.post1.dev1 < 1.0.post1 < 1.1 < 1.8 < 1.80 < 2023.1 < 1!0.1',
    ],
    // What PEP 440 does not know is below all that it knows.
    ['PyPI', '0.1-dev-r9 < 0.1-rc-x < 0.1-r12x < 0.1-r40x < 0.2-final-x < 2004d < 2004e < 0.0.1'],
    [
      'Go',
      'v0.0.0-20200101000000-aaaaaaaaaaaa < v0.0.0-20210101000000-aaaaaaaaaaaa < v0.0.1 < v1.0.0-rc.1 < v1.0.0 < v1.2.3-0.20200101000000-aaaaaaaaaaaa < v1.2.3 < v1.10.0 < v2.0.0+incompatible',
    ],
  ];
  for (const [ecosystem, chain] of ascending)
    it(`are ordered in ${ecosystem}`, () => {
      const versions = chain.split(' < ');
      for (const [i, a] of versions.entries())
        for (const [j, b] of versions.entries()) assert.equal(compareVersions(ecosystem, a, b), Math.sign(i - j), `${a} ${b}`);
    });

  it('may be written in several ways', () => {
    const same: readonly (readonly ['npm' | 'PyPI' | 'Go', string, string])[] = [
      ['npm', 'v1.2.3', '1.2.3'],
      ['npm', '1.2.3+build', '1.2.3'],
      ['PyPI', '1.0', '1'],
      ['PyPI', '1.0-ALPHA.1', '1.0a1'],
      ['PyPI', 'v1.0c1', '1.0rc1'],
      ['PyPI', '1.0-1', '1.0.post1'],
      ['PyPI', '01.00', '1'],
      ['Go', 'v2.0.0+incompatible', '2.0.0'],
      ['Go', 'v1', 'v1.0.0'],
    ];
    for (const [ecosystem, a, b] of same) assert.equal(compareVersions(ecosystem, a, b), 0, `${a} ${b}`);
  });

  it('satisfy requirements', () => {
    const cases: readonly (readonly ['npm' | 'PyPI' | 'Go', string, string, boolean | undefined])[] = [
      ['npm', '1.9.0', '^1.2.0', true],
      ['npm', '2.0.0', '^1.2.0', false],
      ['npm', '0.2.9', '^0.2.1', true],
      ['npm', '0.3.0', '^0.2.1', false],
      ['npm', '1.2.9', '~1.2', true],
      ['npm', '1.3.0-beta', '^1.2.0', false],
      ['npm', '1.5.0', '1.2 - 1.5', true],
      ['npm', '1.0.0', 'latest', undefined],
      ['npm', 'x', '^1', undefined],
      ['PyPI', '1.4.5', '~=1.4.2', true],
      ['PyPI', '1.5', '~=1.4.2', false],
      ['PyPI', '1.5', '~=1.4', true],
      ['PyPI', '1.1.post1', '==1.1.*', true],
      ['PyPI', '1.1.post1', '==1.1', false],
      ['PyPI', '1.1+local', '==1.1', true],
      ['PyPI', '1.7.post1', '>1.7', false],
      ['PyPI', '2.0rc1', '<2.0', false],
      ['PyPI', '2.0rc1', '<2.0.post1', true],
      ['PyPI', '2.0.post1.dev1', '<2.0.post1', false],
      ['PyPI', '2.0rc1.post1', '>2.0rc1', false],
      ['PyPI', '2.0.post1', '>2.0.dev1', true],
      ['PyPI', '2.0rc1.dev1', '<2.0rc1', true],
      ['PyPI', '1.0', '>=1.0+local', undefined],
      ['PyPI', '2.0.post1', '>2.0rc1', true],
      ['PyPI', '1.5', '>=1,!=1.5.*,<2', false],
      ['PyPI', '1.0', '=1.0', undefined],
      ['PyPI', '1.0', '', true],
      ['Go', 'v1.3.0', 'v1.2.0', true],
      ['Go', 'v1.1.0', 'v1.2.0', false],
    ];
    for (const [ecosystem, version, requirement, expected] of cases)
      assert.equal(schemeOf(ecosystem)?.satisfies(version, requirement), expected, `${version} ${requirement}`);
  });

  it('are taken by default, pre-releases of Python only where the requirement names one', () => {
    const cases: readonly (readonly [requirement: string, taken: string, left: string])[] = [
      ['', '1.0 1.0.post1', '2.0a1 1.0.dev3'],
      ['*', '1.0', '1.0rc1'],
      ['>=1.0', '1.0 2.0 2.0+local', '2.0a1 1.0rc1 1.1.dev1'],
      ['>=1.0,<3', '2.9', '2.0rc1 3.0a1'],
      ['>=1.0a1', '1.0a1 1.0 2.0b1 2.0.dev0', '1.0.dev1'],
      ['>= 1.0.dev0', '1.0a1 1.1.dev1', '0.9rc1'],
      ['<2.0rc2,>=1', '1.5b1 2.0rc1', '2.0rc2'],
      ['==2.0a1', '2.0a1', '2.0a2 2.0'],
      ['==2.*', '2.1', '2.1b1'],
      ['==2.0a1.*', '', '2.1'],
      ['~=2.0', '2.1', '2.1b1'],
      ['~=2.0a1', '2.0a1 2.1b1 2.1', '3.0'],
      ['!=2.0a1', '2.0', '2.0a1 2.0a2'],
      ['>=1, != 2.0a1', '2.0', '2.0b1'],
      ['===1.0rc1', '1.0rc1', '1.0'],
      ['^2.0', '2.5', '2.5a1'],
      ['^2.0a1', '2.0a1 2.5', '3.0'],
    ];
    for (const [requirement, taken, left] of cases)
      for (const [versions, expected] of [
        [taken, true],
        [left, false],
      ] as const)
        for (const version of versions.split(' ').filter((one) => one !== ''))
          assert.equal(satisfies('PyPI', version, requirement), expected, `${version} ${requirement}`);
    assert.equal(satisfies('PyPI', '2.0a1', '>=x'), undefined);
  });

  it('belong to ecosystems as OSV names them', () => {
    assert.equal(compareVersions('Packagist:https://packages.registry.example/8', '1.10.0', '1.9.0'), 1);
    assert.equal(satisfies('Maven:https://maven.registry.example', '1.5', '[1.0,2.0)'), true);
    for (const unknown of ['', 'Debian:12', 'maven', 'constructor']) {
      assert.equal(compareVersions(unknown, '1', '2'), undefined);
      assert.equal(satisfies(unknown, '1', '1'), undefined);
      assert.equal(raiseRange(unknown, '1', '2'), undefined);
    }
  });

  it('raise requirements in their own style', () => {
    const cases: readonly (readonly ['npm' | 'PyPI' | 'Go', string, string, string | undefined])[] = [
      ['npm', '^4.17.0', '4.17.21', '^4.17.21'],
      ['npm', '~4.17.0', '4.17.21', '~4.17.21'],
      ['npm', '4.17.0', '4.17.21', '4.17.21'],
      ['npm', '=4.17.0', '4.17.21', '=4.17.21'],
      ['npm', 'v4.17.0', '4.17.21', 'v4.17.21'],
      ['npm', '^3', '4.17.21', '^4'],
      ['npm', '^4.1', '4.17.0', '^4.17'],
      ['npm', '4.x', '4.17.0', '^4.17.0'],
      ['npm', '4.x', '5.1.0', '5.x'],
      ['npm', '4.x', '4.17.21', '^4.17.21'],
      ['npm', '4.17', '4.17.21', '~4.17.21'],
      ['npm', '>=4.0.0 <5', '4.17.21', '>=4.17.21 <5'],
      ['npm', '>=3 <4', '4.17.21', '>=4.17.21 <5'],
      ['npm', '^3.0.0 || ^4.0.0', '4.17.21', '^4.17.21'],
      ['npm', '3.0.0 - 4.0.0', '3.5.0', '3.5.0 - 4.0.0'],
      ['npm', '*', '4.17.21', '>=4.17.21'],
      // Where more numbers would move the end, what ends there is written another way.
      ['npm', '~4', '4.17.21', '^4.17.21'],
      ['npm', '0.x', '0.4.5', '>=0.4.5 <1.0.0'],
      ['npm', '^0', '0.4.5', '>=0.4.5 <1.0.0'],
      ['npm', '^0.0', '0.0.5', '~0.0.5'],
      ['npm', '^0.4', '0.4.5', '^0.4.5'],
      // A partial end includes all that starts with it.
      ['npm', '>=1 <=2', '4.17.21', '>=4.17.21 <=4'],
      ['npm', '<=2.0.0', '4.17.21', '>=4.17.21 <=4.17.21'],
      ['npm', '1.2 - 1.3', '4.17.21', '4.17.21 - 4.17'],
      // Alternatives below the version go, in whatever order; nothing is lowered.
      ['npm', '^5.0.0 || ^4.0.0 || ^3.0.0', '4.17.21', '^5.0.0 || ^4.17.21'],
      ['npm', '^3.0.0 || ^5.0.0', '4.17.21', '^4.17.21 || ^5.0.0'],
      ['npm', '>=4.1.0 || 3.9.0', '4.17.21', '>=4.17.21'],
      ['npm', '^4.1.0 || ^4.2.0', '4.17.21', '^4.17.21'],
      // A pre-release is only in what names one.
      ['npm', '1.x', '2.0.0-rc.2', '^2.0.0-rc.2'],
      ['npm', '^4.17.0', '4.17.21+build', '^4.17.21'],
      ['npm', '', '4.17.21', '>=4.17.21'],
      ['npm', '^5.0.0', '4.17.21', undefined],
      ['npm', 'latest', '4.17.21', undefined],
      ['PyPI', '==2.0', '2.31.0', '==2.31.0'],
      ['PyPI', '== 2.0', '2.31.0', '== 2.31.0'],
      ['PyPI', '>=2.0,<3', '2.31.0', '>=2.31.0,<3'],
      ['PyPI', '>=1.0, <2', '2.31.0', '>=2.31.0, <3'],
      ['PyPI', '~=2.0', '2.31.0', '~=2.0,>=2.31.0'],
      ['PyPI', '~=2.0.1', '2.31.0', '~=2.31.0'],
      ['PyPI', '==2.*', '2.31.0', '==2.*,>=2.31.0'],
      ['PyPI', '<3', '2.31.0', '>=2.31.0,<3'],
      ['PyPI', '', '2.31.0', '>=2.31.0'],
      ['PyPI', '>=3', '2.31.0', undefined],
      ['PyPI', '>=v2.0', '2.31.0', '>=v2.31.0'],
      ['Go', 'v1.2.3', '1.4.0', 'v1.4.0'],
      ['Go', 'v2.0.1+incompatible', '2.1.0', 'v2.1.0+incompatible'],
      ['Go', 'v1.0.1+incompatible', '1.1.0', 'v1.1.0'],
      ['Go', 'v1.5.0', '1.4.0', undefined],
    ];
    for (const [ecosystem, requirement, version, expected] of cases)
      assert.equal(raiseRange(ecosystem, requirement, version), expected, `${requirement} → ${version}`);
  });

  it('raise requirements so far that nothing below is admitted', () => {
    const cases: readonly (readonly [Ecosystem, string, string, string | undefined])[] = [
      ['npm', '^3', '4.17.21', '^4.17.21'],
      ['npm', '3.x', '4.17.21', '^4.17.21'],
      ['npm', '^3', '4.0.0', '^4'],
      ['npm', '^4.1.0', '4.17.21', '^4.17.21'],
      ['npm', '^5.0.0', '4.17.21', undefined],
      ['crates.io', '0.9', '1.2.3', '1.2.3'],
      ['crates.io', '0.9', '1.2.0', '1.2'],
      ['PyPI', '==1.*', '2.3.1', '==2.*,>=2.3.1'],
      ['RubyGems', '~> 1.4', '2.3.1', '~> 2.3, >= 2.3.1'],
      ['Packagist', '^1.4', '2.3.1', '^2.3.1'],
      ['Hex', '~> 1.4', '2.3.1', '~> 2.3 and >= 2.3.1'],
      ['Maven', '1.+', '2.3.1', '2.+'],
      ['NuGet', '1.*', '2.3.1', '2.*'],
    ];
    for (const [ecosystem, requirement, version, expected] of cases)
      assert.equal(raiseFloor(ecosystem, requirement, version), expected, `${requirement} → ${version}`);
  });

  it('have a smallest safe one that closes over all advisories', () => {
    const npm = schemeOf('npm');
    assert.ok(npm);
    const range = (introduced: string, fixed?: string) => ({ ranges: [{ introduced, ...(fixed !== undefined && { fixed }) }] });
    assert.equal(smallestSafeVersion(npm, '1.0.0', [range('0', '1.2.0')]), '1.2.0');
    assert.equal(smallestSafeVersion(npm, '1.0.0', [range('0', '1.2.0'), range('1.2.0', '1.3.0')]), '1.3.0');
    assert.equal(smallestSafeVersion(npm, '1.0.0', [range('0', '2.0.0-rc.1'), range('0', '2.0.0')]), '2.0.0');
    assert.equal(smallestSafeVersion(npm, '2.0.0-rc.1', [range('0', '2.0.0-rc.2')]), '2.0.0-rc.2');
    assert.equal(smallestSafeVersion(npm, '1.0.0', [range('0')]), undefined);
    assert.equal(smallestSafeVersion(npm, '1.0.0', [{ ranges: [{ introduced: '0', lastAffected: '1.5.0' }] }]), undefined);
  });

  it('say what is not released yet', () => {
    const cases: readonly (readonly [Ecosystem, unreleased: string, released: string])[] = [
      ['npm', '1.0.0-0 1.2.3beta 1.0.0-next.1+abc', '1.0.0 1.0.0+rc.1 v1.2'],
      ['PyPI', '1.0a1 1.0.dev1 1.0rc1.post2 1.0-beta', '1.0 1.0.post1 1.0+dev1 1!1.0'],
      ['RubyGems', '1.0.pre 1.0.0.rc.1 1.0-java', '1.0 1.0.0.20200101'],
      ['Packagist', '1.0-dev 1.0RC1 1.0.x-dev dev-main 1.0-beta.2', '1.0 1.0-p1 1.0-patch 1.0-stable 1.0+dev 1.0-STABLE'],
      ['NuGet', '1.0-rc 1.0.0.0-beta 1.0.0-0', '1.0 1.0.0.1 1.0.0+beta'],
      [
        'Maven',
        '1.0-alpha-1 1.0-M2 1.0.CR1 1.0.RC-1 1.0-SNAPSHOT 1.0-b01 1.0-pre1 1.0-preview 2.9.0.pr1 21-ea+5 1.0-eap-3 5.0.0.BUILD-SNAPSHOT 1.0-20200101.123456-1 1.0.dev 1.0.0-nightly.20200101',
        '1.0 1.0.Final 1.0-ga 1.0.RELEASE 1.0-jre 1.0-sp1 1.0.redhat-1 9.4.0.v20161208 1.0-1 1.0.SR3 1.0-incubating r09 1.0-prefix 1.0-device',
      ],
    ];
    for (const [ecosystem, unreleased, released] of cases) {
      for (const version of unreleased.split(' ')) assert.equal(schemeOf(ecosystem)?.isPrerelease(version), true, version);
      for (const version of released.split(' ')) assert.equal(schemeOf(ecosystem)?.isPrerelease(version), false, version);
    }
  });
});
