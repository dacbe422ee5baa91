import assert from 'node:assert/strict';
import { ADVISORIES, ADVISORIES_DATE } from '../../../server/src/knowledge/advisories/index.ts';
import { BUILT_IN_ADVISORIES } from '../../../server/src/engine/builtin-advisories.ts';
import type { Ecosystem } from '../../../server/src/base/ecosystem.ts';
import { schemeOf, smallestSafeVersion } from '../../../server/src/model/dependencies/index.ts';

const ID =
  /^(?:GHSA(?:-[23456789cfghjmpqrvwx]{4}){3}|CVE-\d{4}-\d{4,}|PYSEC-\d{4}-\d+|GO-\d{4}-\d{4,}|RUSTSEC-\d{4}-\d{4}|MAL-\d{4}-\d+|SNYK-[A-Z]+-[A-Z0-9]+-\d+)$/;

describe('built-in advisories', () => {
  it('have public ids, versions that parse, and say something', () => {
    assert.match(ADVISORIES_DATE, /^\d{4}-\d{2}-\d{2}$/);
    assert.ok(ADVISORIES.length >= 250);
    for (const { id, aliases, ecosystem, name, ranges, versions = [], summary } of ADVISORIES) {
      const what = `${id} ${name}`;
      const scheme = schemeOf(ecosystem);
      assert.ok(scheme, what);
      for (const one of [id, ...aliases]) assert.match(one, ID, what);
      assert.ok(ranges.length + versions.length > 0, what);
      for (const version of versions) assert.ok(scheme.isVersion(version), `${what} ${version}`);
      for (const { introduced, fixed, lastAffected } of ranges) {
        for (const version of [introduced === '0' ? '1.0.0' : introduced, fixed, lastAffected])
          assert.ok(version === undefined || scheme.isVersion(version), `${what} ${version}`);
        if (fixed !== undefined && introduced !== '0') assert.equal(scheme.compare(introduced, fixed), -1, what);
      }
      assert.match(summary, /^\S.*[^.\s]$/, what);
    }
  });

  it('name each thing once per package', () => {
    const names = ADVISORIES.map(({ id, ecosystem, name }) => `${id} ${ecosystem} ${name}`);
    assert.equal(new Set(names).size, names.length);
  });

  it('are found by ecosystem and name', () => {
    assert.ok(BUILT_IN_ADVISORIES.forPackage('npm', 'minimist').some(({ id }) => id === 'GHSA-xvch-5gv4-984h'));
    assert.deepEqual(BUILT_IN_ADVISORIES.forPackage('PyPI', 'minimist'), []);
    assert.deepEqual(BUILT_IN_ADVISORIES.forPackage('npm', 'constructor'), []);
  });

  it('lead to a safe version of the landmark packages', () => {
    const safe = (ecosystem: Ecosystem, name: string, version: string): string | undefined => {
      const scheme = schemeOf(ecosystem);
      return scheme && smallestSafeVersion(scheme, version, BUILT_IN_ADVISORIES.forPackage(ecosystem, name));
    };
    assert.equal(safe('npm', 'minimist', '1.2.5'), '1.2.6');
    assert.equal(safe('npm', 'minimist', '0.0.8'), '0.2.4');
    assert.equal(safe('npm', 'ws', '7.4.0'), '7.5.10');
    assert.equal(safe('PyPI', 'requests', '2.19.0'), '2.31.0');
    assert.equal(safe('Maven', 'org.apache.logging.log4j:log4j-core', '2.14.1'), '2.17.1');
    assert.equal(safe('Maven', 'com.fasterxml.jackson.core:jackson-databind', '2.9.8'), '2.12.7.1');
    assert.equal(safe('crates.io', 'h2', '0.3.20'), '0.4.16');
    assert.equal(safe('RubyGems', 'nokogiri', '1.10.3'), '1.18.4');
    assert.equal(safe('NuGet', 'newtonsoft.json', '12.0.3'), '13.0.1');
    assert.equal(safe('Packagist', 'twig/twig', '2.14.0'), '2.15.3');
    assert.equal(safe('Go', 'golang.org/x/text', 'v0.3.0'), '0.3.8');
  });
});
