import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PATIENCE } from '../../server/src/hosts/advisories/download.ts';
import { DataError } from '../../server/src/hosts/network/errors.ts';
import { AdvisoryStore } from '../../server/src/hosts/advisories/store.ts';
import { updateAdvisories, type UpdateOptions } from '../../server/src/hosts/advisories/update.ts';
import { ExportServer } from './export-server.ts';
import { osv } from './osv.ts';
import { zip } from './zip.ts';

export const TODAY = '2026-11-28';
export const ETAG = { etag: '"v1"' };

const at = (day: number, record: object): object => ({
  ...record,
  modified: `2026-05-${String(day).padStart(2, '0')}T00:00:00Z`,
});
const exportOf = (...records: readonly object[]): Buffer =>
  zip(Object.fromEntries(records.map((record, index) => [`${index}.json`, JSON.stringify(record)])));

/** An export of npm with A-1 about a, A-2 about b, which is the newest, and malware. */
export const EXPORT = exportOf(
  at(1, osv('A-1', 'npm', 'a')),
  at(3, osv('A-2', 'npm', 'b')),
  at(2, osv('MAL-2026-1', 'npm', 'evil')),
);

/** A folder for the data and a server that has the exports, new for each test. To be called in a `describe`. */
export function updating() {
  const bench = new Bench();
  beforeEach(() => bench.begin());
  afterEach(() => bench.end());
  return bench;
}

class Bench {
  store = new AdvisoryStore('');
  server = new ExportServer();
  /** Milliseconds; none of them was waited for. */
  waits: number[] = [];
  #folder = '';

  async begin(): Promise<void> {
    this.#folder = mkdtempSync(path.join(tmpdir(), 'larboard-update-'));
    this.store = new AdvisoryStore(this.#folder);
    this.server = new ExportServer();
    this.waits = [];
    await this.server.start();
  }

  async end(): Promise<void> {
    await this.server.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  update(options: Partial<UpdateOptions> = {}) {
    return updateAdvisories(this.store, ['npm'], {
      url: this.server.url,
      today: TODAY,
      proxy: {},
      onProgress: () => {
        this.server.cut();
      },
      patience: { ...PATIENCE, tries: 3, wait: (milliseconds) => Promise.resolve(void this.waits.push(milliseconds)) },
      ...options,
    });
  }

  async fails(says: RegExp, options?: Partial<UpdateOptions>): Promise<void> {
    await assert.rejects(this.update(options), (error: Error) => {
      assert.ok(error instanceof DataError, String(error.stack));
      assert.match(error.message, says);
      return true;
    });
  }

  /** The ids of each package's advisories. */
  names(...wanted: readonly string[]): readonly string[] {
    return wanted.map((name) => (this.store.of('npm')?.find(name) ?? []).map(({ id }) => id).join());
  }

  full(headers: Readonly<Record<string, string>> = ETAG): void {
    this.server.serve('/npm/all.zip', EXPORT, headers);
  }
}
