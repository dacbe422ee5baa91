import assert from 'node:assert/strict';
import { cvss2, cvss3, cvss4Class } from '../../server/src/advisories/osv/cvss.ts';
import { readOsv } from '../../server/src/advisories/osv/record.ts';
import type { KnownAdvisory } from '../../server/src/advisories/known.ts';
import { isAffected, schemeOf, smallestSafeVersion } from '../../server/src/model/dependencies/index.ts';
import { urlOf } from '../../server/src/advisories/urls.ts';

const npm = (rest: object) => ({ package: { ecosystem: 'npm', name: 'left' }, ...rest });
const semver = (...events: readonly object[]) => ({ ranges: [{ type: 'SEMVER', events }] });
const FIXED = semver({ introduced: '0' }, { fixed: '1.2.0' });

function only(record: object): KnownAdvisory {
  const [found, ...others] = readOsv({ id: 'GHSA-aaaa-bbbb-cccc', ...record })?.advisories ?? [];
  assert.ok(found && others.length === 0);
  return found;
}

describe('OSV records', () => {
  it('are cut down to what a verdict needs', () => {
    const record = {
      schema_version: '1.6.0',
      id: 'GHSA-aaaa-bbbb-cccc',
      modified: '2026-03-04T05:06:07.123456Z',
      published: '2026-01-02T00:00:00Z',
      aliases: ['CVE-2026-1', 'CVE-2026-1', 'GHSA-aaaa-bbbb-cccc'],
      related: ['CVE-2020-1'],
      summary: 'Left  pads\n to the right.',
      details: 'Long.',
      affected: [npm(FIXED)],
      database_specific: { severity: 'MODERATE' },
    };
    assert.deepEqual(readOsv(record), {
      id: 'GHSA-aaaa-bbbb-cccc',
      modified: '2026-03-04T05:06:07.123456Z',
      day: '2026-03-04',
      isWithdrawn: false,
      ecosystems: ['npm'],
      advisories: [
        {
          id: 'GHSA-aaaa-bbbb-cccc',
          aliases: ['CVE-2026-1'],
          ecosystem: 'npm',
          name: 'left',
          kind: 'vulnerability',
          severity: 'medium',
          summary: 'Left pads to the right',
          ranges: [{ introduced: '0', fixed: '1.2.0' }],
          published: '2026-01-02',
          modified: '2026-03-04',
        },
      ],
    });
  });

  const ranges: readonly (readonly [
    name: string,
    affected: object,
    expected: readonly object[],
    versions?: readonly string[],
  ])[] = [
    ['open', semver({ introduced: '1.0.0' }), [{ introduced: '1.0.0' }]],
    ['last affected', semver({ introduced: '0' }, { last_affected: '1.1.0' }), [{ introduced: '0', lastAffected: '1.1.0' }]],
    [
      'several in one',
      semver({ introduced: '0' }, { fixed: '1.1.0' }, { introduced: '2.0.0' }, { fixed: '2.3.0' }),
      [
        { introduced: '0', fixed: '1.1.0' },
        { introduced: '2.0.0', fixed: '2.3.0' },
      ],
    ],
    [
      'events in any order',
      semver({ fixed: '2.3.0' }, { introduced: '2.0.0' }, { fixed: '1.10.0' }, { introduced: '1.9.0' }),
      [
        { introduced: '1.9.0', fixed: '1.10.0' },
        { introduced: '2.0.0', fixed: '2.3.0' },
      ],
    ],
    ['two in one event', semver({ introduced: '1.0.0', fixed: '1.1.0' }), [{ introduced: '1.0.0', fixed: '1.1.0' }]],
    [
      'one version',
      semver({ last_affected: '1.0.0' }, { introduced: '1.0.0' }),
      [{ introduced: '1.0.0', lastAffected: '1.0.0' }],
    ],
    [
      'introduced and fixed at once',
      semver({ introduced: '0.23.0' }, { fixed: '0.23.0' }, { introduced: '0.23.13' }, { fixed: '0.23.18' }),
      [{ introduced: '0.23.13', fixed: '0.23.18' }],
    ],
    [
      'fixed and introduced again at once',
      semver({ introduced: '0' }, { fixed: '1.0.0' }, { introduced: '1.0.0' }),
      [{ introduced: '0', fixed: '1.0.0' }, { introduced: '1.0.0' }],
    ],
    ['the smallest version', semver({ introduced: '0.0.0-0' }, { fixed: '1.0.0' }), [{ introduced: '0', fixed: '1.0.0' }]],
    ['a fix without a beginning', { versions: ['1.0.0'], ...semver({ fixed: '1.0.0' }) }, [], ['1.0.0']],
    ['commits', { versions: ['1.0.0'], ranges: [{ type: 'GIT', events: [{ introduced: '0' }] }] }, [], ['1.0.0']],
    ['versions inside', { ...FIXED, versions: ['1.0.0', '1.1.0'] }, [{ introduced: '0', fixed: '1.2.0' }]],
    [
      'versions beside',
      { ...FIXED, versions: ['1.0.0', '3.0.0', 'no version'] },
      [{ introduced: '0', fixed: '1.2.0' }],
      ['3.0.0'],
    ],
    [
      'a known end',
      { ...semver({ introduced: '0' }), database_specific: { last_known_affected_version_range: '<= 1.4.2' } },
      [{ introduced: '0', lastAffected: '1.4.2' }],
    ],
    [
      'a known end that is not released',
      { ...semver({ introduced: '0' }), database_specific: { last_known_affected_version_range: '< 0.20.2' } },
      [{ introduced: '0', lastAffected: '0.20.2-0' }],
    ],
    [
      'a known end that is none',
      { ...semver({ introduced: '2.0.0' }), database_specific: { last_known_affected_version_range: '<= 1.4.2' } },
      [{ introduced: '2.0.0' }],
    ],
  ];
  for (const [name, affected, expected, versions] of ranges) {
    it(`have ranges: ${name}`, () => {
      const advisory = only({ affected: [npm(affected)] });
      assert.deepEqual(advisory.ranges, expected);
      assert.deepEqual(advisory.versions, versions);
    });
  }

  it('put the entries of one package together, and what affects everything is said once', () => {
    const advisory = only({ affected: [npm(FIXED), npm(semver({ introduced: '2.0.0' }, { fixed: '2.0.1' }))] });
    assert.equal(advisory.ranges.length, 2);
    const all = only({ affected: [npm(FIXED), npm({ ...semver({ introduced: '0' }), versions: ['1.0.0'] })] });
    assert.deepEqual(all.ranges, [{ introduced: '0' }]);
    assert.equal(all.versions, undefined);
  });

  it('name packages as their ecosystems do, and others not at all', () => {
    const of = (ecosystem: string, name: string) => {
      const [found] = readOsv({ id: 'X-1', affected: [{ package: { ecosystem, name }, versions: ['1.0'] }] })?.advisories ?? [];
      return found && `${found.ecosystem} ${found.name}`;
    };
    assert.equal(of('PyPI', 'Foo._Bar'), 'PyPI foo-bar');
    assert.equal(of('NuGet', 'Newtonsoft.Json'), 'NuGet newtonsoft.json');
    assert.equal(of('Packagist', 'Symfony/HTTP-Kernel'), 'Packagist symfony/http-kernel');
    assert.equal(of('Maven', 'org.Example:Core'), 'Maven org.Example:Core');
    assert.equal(of('Maven:https://repo.example/maven', 'a:b'), 'Maven a:b');
    assert.equal(of('Go', 'github.com/BurntSushi/toml'), 'Go github.com/BurntSushi/toml');
    for (const other of ['Debian:12', 'Alpine:v3.20', 'SwiftURL', 'npmx', '', 'GIT']) assert.equal(of(other, 'x'), undefined);
  });

  it('take away what was withdrawn', () => {
    const record = readOsv({ id: 'GHSA-x', withdrawn: '2026-01-01T00:00:00Z', affected: [npm(FIXED)] });
    assert.deepEqual([record?.isWithdrawn, record?.advisories, record?.ecosystems], [true, [], ['npm']]);
  });

  const severities: readonly (readonly [name: string, record: object, affected: object, expected: string | undefined])[] = [
    ['GitHub’s label', { database_specific: { severity: 'CRITICAL' } }, {}, 'critical'],
    ['a label of the entry', { database_specific: { severity: 'LOW' } }, { database_specific: { severity: 'HIGH' } }, 'high'],
    ['a label of the ecosystem', {}, { ecosystem_specific: { severity: 'Moderate' } }, 'medium'],
    ['CVSS 3', { severity: [{ type: 'CVSS_V3', score: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H' }] }, {}, 'critical'],
    [
      'CVSS 3 of the entry',
      {},
      { severity: [{ type: 'CVSS_V3', score: 'CVSS:3.0/AV:N/AC:H/PR:N/UI:R/S:U/C:L/I:N/A:N' }] },
      'low',
    ],
    ['CVSS 2', { severity: [{ type: 'CVSS_V2', score: 'AV:N/AC:L/Au:N/C:P/I:P/A:P' }] }, {}, 'high'],
    ['a score', { severity: [{ type: 'CVSS_V3', score: '4.0' }] }, {}, 'medium'],
    [
      'CVSS 4',
      { severity: [{ type: 'CVSS_V4', score: 'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N' }] },
      {},
      'critical',
    ],
    ['a vector of RustSec', {}, { database_specific: { cvss: 'CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H' } }, 'high'],
    ['a label that is none', { database_specific: { severity: 'constructor' } }, {}, undefined],
    ['nothing', {}, {}, undefined],
  ];
  for (const [name, record, affected, expected] of severities)
    it(`are as bad as they say: ${name}`, () =>
      assert.equal(only({ ...record, affected: [npm({ ...FIXED, ...affected })] }).severity, expected));

  it('are malware by their id, an alias, or their kind of weakness', () => {
    const whole = only({ id: 'MAL-2025-12', affected: [npm({ ...semver({ introduced: '0' }), versions: ['1.0.0'] })] });
    assert.deepEqual([whole.kind, whole.severity, whole.versions], ['malicious', 'critical', undefined]);
    assert.equal(only({ aliases: ['MAL-2025-12'], affected: [npm(FIXED)] }).kind, 'malicious');
    assert.equal(only({ database_specific: { cwe_ids: ['CWE-506'] }, affected: [npm(FIXED)] }).kind, 'malicious');
    assert.equal(only({ database_specific: { 'malicious-packages-origins': [] }, affected: [npm(FIXED)] }).kind, 'malicious');
    assert.equal(only({ affected: [npm({ ...FIXED, database_specific: { categories: ['malicious'] } })] }).kind, 'malicious');
    const titled = (summary: string) => only({ summary, affected: [npm(FIXED)] }).kind;
    for (const title of [
      'Malicious code in example.com/left',
      'malicious crate `left`',
      '`left` was removed from crates.io for malicious code',
      '`left` 1.4.1 was removed from crates.io due to a malicious dependency',
    ])
      assert.equal(titled(title), 'malicious', title);
    for (const title of [
      'gix-transport indirect code execution via malicious username',
      'Connecting to a malicious host runs code',
    ])
      assert.equal(titled(title), 'vulnerability', title);
    assert.equal(only({ database_specific: { cwe_ids: ['CWE-79'] }, affected: [npm(FIXED)] }).kind, 'vulnerability');
  });

  it('of RustSec may be informational', () => {
    for (const informational of ['unmaintained', 'unsound', 'notice'] as const)
      assert.equal(only({ affected: [npm({ ...FIXED, database_specific: { informational } })] }).informational, informational);
    assert.equal(only({ affected: [npm({ ...FIXED, database_specific: { informational: null } })] }).informational, undefined);
  });

  it('say in a line what is wrong', () => {
    const summary = (record: object) => only({ ...record, affected: [npm(FIXED)] }).summary;
    assert.equal(summary({ details: '# Impact\n\nAn attacker can read 1.5 files. And more.' }), 'An attacker can read 1.5 files');
    assert.equal(summary({ summary: 'a\u202Eb\u001B[31mc\u0000\u2028d' }), 'a b [31mc d');
    assert.equal(summary({}), 'GHSA-aaaa-bbbb-cccc says what is wrong');
    const long = summary({ summary: 'x'.repeat(159) + '😀😀' });
    assert.ok(long.length <= 161 && long.endsWith('…') && !/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/.test(long));
  });

  it('are nothing else', () => {
    for (const value of [undefined, null, 1, 'x', [], {}, { id: '' }, { id: 1 }, { affected: [] }])
      assert.equal(readOsv(value), undefined);
    assert.deepEqual(readOsv({ id: 'X', affected: 'x', aliases: 1, modified: 2 })?.advisories, []);
  });

  it('have a page', () => {
    assert.equal(urlOf('GHSA-aaaa-bbbb-cccc'), 'https://github.com/advisories/GHSA-aaaa-bbbb-cccc');
    assert.equal(urlOf('RUSTSEC-2020-0001'), 'https://rustsec.org/advisories/RUSTSEC-2020-0001.html');
    assert.equal(urlOf('GO-2020-0001'), 'https://pkg.go.dev/vuln/GO-2020-0001');
    assert.equal(urlOf('MAL-2024-1'), 'https://osv.dev/vulnerability/MAL-2024-1');
    assert.equal(urlOf('a b/c'), 'https://osv.dev/vulnerability/a%20b%2Fc');
  });
});

describe('CVSS', () => {
  const scores: readonly (readonly [vector: string, score: number | undefined])[] = [
    ['CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H', 9.8],
    ['CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H', 10],
    ['CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N', 6.1],
    ['CVSS:3.0/AV:N/AC:L/PR:L/UI:N/S:C/C:L/I:L/A:N', 6.4],
    ['CVSS:3.1/AV:L/AC:H/PR:L/UI:R/S:U/C:L/I:L/A:L', 4.2],
    ['CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H', 7.5],
    ['CVSS:3.1/AV:N/AC:H/PR:N/UI:R/S:U/C:L/I:N/A:N', 3.1],
    ['CVSS:3.0/AV:P/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H', 6.8],
    ['CVSS:3.1/AV:A/AC:L/PR:N/UI:N/S:C/C:H/I:N/A:H', 9.3],
    ['CVSS:3.1/AV:N/AC:L/PR:H/UI:N/S:C/C:H/I:H/A:H', 9.1],
    ['CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:N', 0],
    ['CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/E:P/RL:O', 9.8],
    ['CVSS:3.1/AV:N/AC:L', undefined],
    ['CVSS:3.1/AV:X/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H', undefined],
    ['CVSS:2.9/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H', undefined],
    ['', undefined],
  ];
  for (const [vector, score] of scores) it(`3: ${vector} is ${score}`, () => assert.equal(cvss3(vector), score));

  it('2', () => {
    assert.equal(cvss2('AV:N/AC:L/Au:N/C:N/I:N/A:C'), 7.8);
    assert.equal(cvss2('AV:N/AC:L/Au:N/C:C/I:C/A:C'), 10);
    assert.equal(cvss2('(AV:L/AC:H/Au:N/C:C/I:C/A:C)'), 6.2);
    assert.equal(cvss2('AV:N/AC:M/Au:N/C:N/I:P/A:N'), 4.3);
    assert.equal(cvss2('AV:N/AC:L/Au:N/C:N/I:N/A:N'), 0);
    assert.equal(cvss2('AV:N/AC:L'), undefined);
  });

  it('4, roughly', () => {
    const of = (ease: string, impact: string) => cvss4Class(`CVSS:4.0/${ease}/${impact}/SC:N/SI:N/SA:N`);
    assert.equal(of('AV:N/AC:L/AT:N/PR:N/UI:N', 'VC:H/VI:H/VA:H'), 'critical');
    assert.equal(of('AV:N/AC:L/AT:N/PR:N/UI:N', 'VC:N/VI:N/VA:H'), 'high');
    assert.equal(of('AV:N/AC:L/AT:N/PR:N/UI:N', 'VC:L/VI:N/VA:N'), 'medium');
    assert.equal(of('AV:L/AC:L/AT:N/PR:L/UI:N', 'VC:H/VI:H/VA:H'), 'high');
    assert.equal(of('AV:P/AC:H/AT:P/PR:H/UI:A', 'VC:L/VI:N/VA:N'), 'low');
    assert.equal(of('AV:N/AC:L/AT:N/PR:N/UI:N', 'VC:N/VI:N/VA:N'), 'low');
    assert.equal(cvss4Class('CVSS:4.0/AV:N'), undefined);
    assert.equal(cvss4Class('CVSS:3.1/AV:N'), undefined);
  });
});

describe('a known end without a fix', () => {
  const ecosystems: readonly (readonly [ecosystem: string, end: string, affected: string, not: string])[] = [
    ['npm', '0.20.2', '0.20.1', '0.20.2'],
    ['PyPI', '2.0', '1.9.9', '2.0'],
    ['Maven', '2.0', '1.9', '2.0'],
    ['RubyGems', '2.0', '1.9.9', '2.0'],
    ['Packagist', '2.0.0', '1.9.9', '2.0.0'],
    ['NuGet', '2.0.0', '1.9.9', '2.0.0'],
    ['Go', '2.0.0', '1.9.9', '2.0.0'],
    ['crates.io', '2.0.0', '1.9.9', '2.0.0'],
    ['Hex', '2.0.0', '1.9.9', '2.0.0'],
    ['Pub', '2.0.0', '1.9.9', '2.0.0'],
  ];
  for (const [ecosystem, end, affected, not] of ecosystems) {
    it(`is no version to propose: ${ecosystem}`, () => {
      const scheme = schemeOf(ecosystem);
      const [advisory] =
        readOsv({
          id: 'X-1',
          affected: [
            {
              package: { ecosystem, name: 'a' },
              ranges: [{ type: 'ECOSYSTEM', events: [{ introduced: '0' }] }],
              database_specific: { last_known_affected_version_range: `< ${end}` },
            },
          ],
        })?.advisories ?? [];
      assert.ok(scheme && advisory);
      assert.deepEqual([isAffected(scheme, affected, advisory), isAffected(scheme, not, advisory)], [true, false]);
      assert.equal(smallestSafeVersion(scheme, affected, [advisory]), undefined);
    });
  }
});
