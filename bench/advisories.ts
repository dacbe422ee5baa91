import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { IndexBuilder } from '../server/src/advisories/index/builder.ts';
import type { AdvisoryIndex } from '../server/src/advisories/index/reader.ts';
import { readOsv } from '../server/src/advisories/osv/record.ts';
import type { Ecosystem } from '../server/src/base/ecosystem.ts';
import { importAdvisories } from '../server/src/hosts/advisories/import.ts';
import { AdvisoryStore } from '../server/src/hosts/advisories/store.ts';
import { inRoot } from '../scripts/editor/paths.ts';

/** Where exports of OSV lie, if somebody put some there: beside the repository, or beside the folder of its worktrees. */
const EXPORTS = [inRoot('..', 'shared', 'data', 'osv'), inRoot('..', '..', 'shared', 'data', 'osv')];
const TODAY = '2026-01-01';
const LOOK_UPS = 20_000;
/** About what npm's export holds. */
const MALWARE = 222_000;
const VULNERABILITIES = 6_000;

/** Import, size, opening and looking up. @param folder for the data */
export async function benchAdvisories(folder: string): Promise<void> {
  console.log('\nadvisories');
  row('', 'records', 'import', 'memory', 'index', 'open', 'look-up');
  for (const ecosystem of ['Go', 'crates.io'] as const) {
    const file = EXPORTS.map((one) => path.join(one, ecosystem, 'all.zip')).find(existsSync);
    if (file === undefined) {
      console.log(`${ecosystem}: no export at ${EXPORTS[0] ?? ''}`);
      continue;
    }
    await measured(ecosystem, ecosystem, new AdvisoryStore(folder), async (store) => {
      await importAdvisories(store, [file], { today: TODAY });
    });
  }
  await measured('like npm (made up)', 'npm', new AdvisoryStore(folder), (store) => store.write('npm', madeUp()));
}

async function measured(
  label: string,
  ecosystem: Ecosystem,
  store: AdvisoryStore,
  fill: (store: AdvisoryStore) => Promise<void>,
): Promise<void> {
  const before = process.memoryUsage.rss();
  let peak = before;
  const sampler = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 20);
  let start = performance.now();
  await fill(store);
  const imported = performance.now() - start;
  clearInterval(sampler);
  peak = Math.max(peak, process.memoryUsage.rss());
  store.reload();
  start = performance.now();
  const index = store.of(ecosystem);
  const opened = performance.now() - start;
  if (!index) throw new Error(`${label}: no index`);
  row(
    label,
    String(index.meta.records),
    `${imported.toFixed(0)} ms`,
    `+${((peak - before) / 1024 / 1024).toFixed(0)} MB`,
    `${(statSync(store.fileOf(ecosystem)).size / 1024 / 1024).toFixed(2)} MB`,
    `${opened.toFixed(1)} ms`,
    `${lookUp(index).toFixed(4)} ms`,
  );
}

/** Milliseconds for one package, of those that are there and as many that are not. */
function lookUp(index: AdvisoryIndex): number {
  const names = [...new Set([...index.all()].map(({ name }) => name))];
  const start = performance.now();
  for (let n = 0; n < LOOK_UPS; n++) {
    const name = names[Math.floor((n * 7919) % names.length)] ?? '';
    index.find(n % 2 === 0 ? name : `${name}-`);
  }
  return (performance.now() - start) / LOOK_UPS;
}

function madeUp(): Uint8Array {
  const builder = new IndexBuilder('npm');
  const add = (id: string, name: string, events: readonly object[]): void => {
    const record = readOsv({
      id,
      modified: '2026-01-01T00:00:00Z',
      aliases: [`CVE-2025-${id.length}${name.length}`],
      summary: `A request to ${name} can read files that it should not, by a path that leads out of the folder`,
      affected: [{ package: { ecosystem: 'npm', name }, ranges: [{ type: 'SEMVER', events }] }],
    });
    if (record) builder.add(record);
  };
  for (let n = 0; n < MALWARE; n++) add(`MAL-${2022 + (n % 4)}-${n}`, madeUpName(n), [{ introduced: '0' }]);
  for (let n = 0; n < VULNERABILITIES; n++)
    add(`GHSA-${n.toString(36).padStart(4, '0')}-aaaa-bbbb`, madeUpName(n * 37), [
      { introduced: '0' },
      { fixed: '1.2.3' },
      { introduced: '2.0.0' },
      { fixed: '2.4.1' },
    ]);
  return builder.finish({ source: 'OSV', date: TODAY });
}

/** Malware is called what people may mistype, or nothing readable. */
const madeUpName = (n: number): string =>
  `${n % 5 === 0 ? `@scope${n % 977}/` : ''}${((n * 2_654_435_761) >>> 0).toString(36)}-${['react', 'util', 'core', 'sdk', 'api'][n % 5] ?? ''}${n % 89}`;

function row(...cells: readonly string[]): void {
  console.log(cells.map((cell, index) => (index === 0 ? cell.padEnd(26) : cell.padStart(14))).join(''));
}
