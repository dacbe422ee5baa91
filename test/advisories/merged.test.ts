import assert from 'node:assert/strict';
import type { AdvisoryDataError } from '../../server/src/advisories/index/errors.ts';
import { AdvisoryIndex } from '../../server/src/advisories/index/reader.ts';
import { MergedAdvisories } from '../../server/src/advisories/merged.ts';
import type { Ecosystem } from '../../server/src/base/ecosystem.ts';
import { BUILT_IN_ADVISORIES } from '../../server/src/engine/builtin-advisories.ts';
import { Workspace } from '../../server/src/service/workspace.ts';
import { createAnalyzer, openAdvisories } from '../../server/src/index.ts';
import { indexFile, osv } from '../support/osv.ts';

function merged(files: Partial<Record<Ecosystem, Uint8Array>>) {
  const indexes = new Map(Object.entries(files).map(([ecosystem, file]) => [ecosystem, new AdvisoryIndex(file)]));
  const damages: string[] = [];
  const advisories = new MergedAdvisories({
    of: (ecosystem) => indexes.get(ecosystem),
    damaged: (ecosystem, error: AdvisoryDataError) => {
      indexes.delete(ecosystem);
      damages.push(error.message);
    },
  });
  return { advisories, damages, indexes };
}

const ORIGIN = { source: 'built-in facts', date: BUILT_IN_ADVISORIES.date };

describe('downloaded advisories over the built-in facts', () => {
  const [fact] = BUILT_IN_ADVISORIES.forPackage('npm', 'lodash');
  assert.ok(fact);

  it('are the built-in facts where nothing was downloaded', () => {
    const { advisories } = merged({});
    const facts = advisories.forPackage('npm', 'lodash');
    assert.deepEqual(
      facts.map(({ id }) => id),
      BUILT_IN_ADVISORIES.forPackage('npm', 'lodash').map(({ id }) => id),
    );
    assert.deepEqual(facts[0]?.origin, ORIGIN);
    assert.deepEqual([advisories.source, advisories.date], [ORIGIN.source, ORIGIN.date]);
  });

  it('win over a fact that shares an id, and leave the others', () => {
    const alias = fact.aliases[0] ?? fact.id;
    const { advisories } = merged({ npm: indexFile('npm', [osv('X-1', 'npm', 'lodash', '0', '99.0.0', { aliases: [alias] })]) });
    const found = advisories.forPackage('npm', 'lodash');
    assert.deepEqual(found[0]?.origin, { source: 'OSV', date: '2026-06-01' });
    assert.equal(found[0].url, 'https://osv.dev/vulnerability/X-1');
    assert.ok(!found.some(({ id }) => id === fact.id));
    assert.equal(found.length, BUILT_IN_ADVISORIES.forPackage('npm', 'lodash').length);
    assert.deepEqual(found[1]?.origin, ORIGIN);
    assert.deepEqual([advisories.source, advisories.date], ['OSV', '2026-06-01']);
  });

  it('know good releases of what was hijacked from a fact of the same thing', () => {
    const record = {
      ...osv('MAL-2025-46969', 'npm', 'chalk'),
      affected: [{ package: { ecosystem: 'npm', name: 'chalk' }, versions: ['5.6.1'] }],
    };
    const { advisories } = merged({ npm: indexFile('npm', [record]) });
    assert.deepEqual(
      advisories.forPackage('npm', 'chalk').map(({ id, instead }) => [id, instead]),
      [['MAL-2025-46969', ['5.6.2']]],
    );
  });

  it('ask for names as the ecosystem writes them', () => {
    const { advisories } = merged({ PyPI: indexFile('PyPI', [osv('X-1', 'PyPI', 'Foo_Bar')]) });
    assert.equal(advisories.forPackage('PyPI', 'foo.bar').length, 1);
  });

  it('take an unrated record’s severity from another database, or from a fact', () => {
    const unrated = (id: string, name: string, alias: string) =>
      osv(id, 'Go', name, '0', '1.0.0', { aliases: [alias], database_specific: {} });
    const { advisories } = merged({
      Go: indexFile('Go', [
        unrated('GO-1', 'a.example/x', 'CVE-1'),
        osv('GHSA-1', 'Go', 'a.example/x', '0', '1.0.0', { aliases: ['CVE-1'], database_specific: { severity: 'CRITICAL' } }),
        unrated('GO-2', 'a.example/y', 'CVE-2'),
      ]),
      npm: indexFile('npm', [osv('X-1', 'npm', 'lodash', '0', '99.0.0', { aliases: [fact.id], database_specific: {} })]),
    });
    assert.deepEqual(
      advisories.forPackage('Go', 'a.example/x').map(({ severity }) => severity),
      ['critical', 'critical'],
    );
    assert.equal(advisories.forPackage('Go', 'a.example/y')[0]?.severity, 'medium');
    assert.equal(advisories.forPackage('npm', 'lodash')[0]?.severity, fact.severity);
  });

  it('tell malware of all versions once', () => {
    const { advisories } = merged({
      npm: indexFile('npm', [
        osv('MAL-2025-1', 'npm', 'evil'),
        osv('GHSA-1', 'npm', 'evil', '0', undefined, { database_specific: { cwe_ids: ['CWE-506'] } }),
        osv('GHSA-2', 'npm', 'evil', '0', '2.0.0'),
      ]),
    });
    assert.deepEqual(
      advisories
        .forPackage('npm', 'evil')
        .map(({ id }) => id)
        .sort(),
      ['GHSA-2', 'MAL-2025-1'],
    );
  });

  it('keep decoded answers only as long as the data is the same', () => {
    const { advisories, indexes } = merged({ npm: indexFile('npm', [osv('X-1', 'npm', 'a')]) });
    const first = advisories.forPackage('npm', 'a');
    assert.equal(advisories.forPackage('npm', 'a'), first);
    indexes.set('npm', new AdvisoryIndex(indexFile('npm', [osv('X-2', 'npm', 'a')])));
    assert.deepEqual(
      advisories.forPackage('npm', 'a').map(({ id }) => id),
      ['X-2'],
    );
  });

  it('count in a workspace only where the configuration says so, and anew after an update', () => {
    let { advisories } = merged({ npm: indexFile('npm', [osv('X-1', 'npm', 'a', '0', '2.0.0')]) });
    const workspace = new Workspace({ today: '2026-11-01', advisoryData: () => advisories });
    workspace.set('package.json', '{"dependencies":{"a":"1.0.0"}}');
    const rules = () =>
      workspace
        .report('package.json')
        .findings.filter(({ rule }) => rule === 'dependencies/vulnerable-dependency')
        .map(({ message }) => /X-\d/.exec(message)?.[0]);
    assert.deepEqual(rules(), []);
    workspace.set('.larboard.yaml', 'advisories: { source: osv }\n');
    assert.deepEqual(rules(), ['X-1']);
    ({ advisories } = merged({ npm: indexFile('npm', [osv('X-2', 'npm', 'a', '0', '2.0.0')]) }));
    workspace.advisoriesChanged();
    assert.deepEqual(rules(), ['X-2']);
    workspace.set('.larboard.yaml', 'advisories: { source: everywhere }\n');
    assert.deepEqual(rules(), []);
    assert.match(
      workspace.configProblems('.larboard.yaml')[0]?.message ?? '',
      /"advisories.source" must be one of off, osv, registry, file/,
    );
    assert.deepEqual(workspace.ecosystems(), ['npm']);
  });

  it('are opened by the library from bytes', () => {
    const advisories = openAdvisories([indexFile('npm', [osv('X-1', 'npm', 'a', '0', '2.0.0')]), indexFile('Hex', [])]);
    assert.deepEqual([advisories.source, advisories.date], ['OSV', '2026-06-01']);
    const { findings } = createAnalyzer({ advisories }).analyze([
      { path: 'package.json', text: '{"dependencies":{"a":"1.0.0"}}' },
    ]);
    assert.ok(findings.some(({ message }) => message.includes('X-1') && message.includes('(OSV, 2026-06-01)')));
    assert.throws(() => openAdvisories([new Uint8Array(3)]), /^AdvisoryDataError: File 1 of 1 is damaged/);
  });

  it('leave out what is only informational when they judge versions', () => {
    const informational = osv('RUSTSEC-2024-0001', 'crates.io', 'old', '0');
    const [affected] = informational.affected;
    const { advisories } = merged({
      'crates.io': indexFile('crates.io', [
        { ...informational, affected: [{ ...affected, database_specific: { informational: 'unmaintained' } }] },
        osv('RUSTSEC-2024-0002', 'crates.io', 'old', '0', '1.2.0'),
      ]),
    });
    const workspace = new Workspace({ today: '2026-11-01', advisories });
    workspace.set('Cargo.toml', '[dependencies]\nold = "=1.0.0"\n');
    const found = workspace.report('Cargo.toml').findings.filter(({ rule }) => rule === 'dependencies/vulnerable-dependency');
    assert.deepEqual(
      found.map(({ message }) => /RUSTSEC-\d+-\d+/.exec(message)?.[0]),
      ['RUSTSEC-2024-0002'],
    );
    assert.match(found[0]?.message ?? '', /1\.2\.0 is the smallest safe version \(OSV, 2026-06-01\)/);
  });
});
