import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { OsvRecord } from '../../server/src/advisories/osv/record.ts';
import type { Disk } from '../../server/src/hosts/advisories/disk.ts';
import { DataError } from '../../server/src/hosts/network/errors.ts';
import { importAdvisories } from '../../server/src/hosts/advisories/import.ts';
import { dataFolder } from '../../server/src/hosts/advisories/place.ts';
import { readRecords, type ReadOptions } from '../../server/src/hosts/advisories/read.ts';
import { AdvisoryStore } from '../../server/src/hosts/advisories/store.ts';
import { ROOT } from '../support/imports.ts';
import { indexFile, osv } from '../support/osv.ts';
import { zip, type ZipOptions } from '../support/zip.ts';

const json = (value: unknown) => JSON.stringify(value);
const TODAY = '2026-11-28';

describe('importing advisories', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'larboard-import-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const file = (name: string, content: string | Buffer): string => {
    const target = path.join(folder, name);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, content);
    return target;
  };
  async function ids(
    name: string,
    options?: ReadOptions,
  ): Promise<{ readonly ids: readonly string[]; readonly unreadable: number }> {
    const found: OsvRecord[] = [];
    const { unreadable } = await readRecords(path.join(folder, name), (one) => found.push(one), options);
    return { ids: found.map(({ id }) => id), unreadable };
  }
  const GOOD = { 'A-1.json': json(osv('A-1', 'npm', 'a')), 'A-2.json': json(osv('A-2', 'npm', 'b')), 'README.md': 'no record' };

  const shapes: readonly (readonly [name: string, options: ZipOptions])[] = [
    ['deflated', {}],
    ['stored', { method: 'stored' }],
    ['zip64', { zip64: true }],
    ['with a comment', { comment: 'PK\u0005\u0006 '.repeat(20) }],
  ];
  for (const [name, options] of shapes) {
    it(`reads a zip file: ${name}`, async () => {
      file('all.zip', zip(GOOD, options));
      assert.deepEqual(await ids('all.zip'), { ids: ['A-1', 'A-2'], unreadable: 0 });
    });
  }

  it('reads a record, a list, a folder, and a zip file without its ending', async () => {
    file('one.json', `\uFEFF${json(osv('A-1', 'npm', 'a'))}`);
    file('list.json', json([osv('A-2', 'npm', 'a'), osv('A-3', 'npm', 'a'), 'x']));
    file('folder/deep/export.zip', zip(GOOD));
    file('folder/A-9.json', json(osv('A-9', 'npm', 'a')));
    file('folder/notes.txt', 'nothing');
    file('export', zip(GOOD));
    assert.deepEqual(await ids('one.json'), { ids: ['A-1'], unreadable: 0 });
    assert.deepEqual(await ids('list.json'), { ids: ['A-2', 'A-3'], unreadable: 1 });
    assert.deepEqual(await ids('folder'), { ids: ['A-9', 'A-1', 'A-2'], unreadable: 0 });
    assert.deepEqual(await ids('export'), { ids: ['A-1', 'A-2'], unreadable: 0 });
  });

  it('goes on behind a record that is none', async () => {
    file('all.zip', zip({ ...GOOD, 'B.json': '{"id":', 'C.json': '[]', 'D.json': '{}' }));
    assert.deepEqual(await ids('all.zip'), { ids: ['A-1', 'A-2'], unreadable: 2 });
  });

  const whole = zip(GOOD);
  const damages: readonly (readonly [name: string, bytes: Buffer, says: RegExp, options?: ReadOptions])[] = [
    ['cut off', whole.subarray(0, whole.length - 30), /is damaged: it has no directory.*Get it again\.$/],
    ['no zip', Buffer.from('hello'), /is damaged: it has no directory/],
    ['empty', Buffer.alloc(0), /is damaged: it has no directory/],
    ['its beginning is missing', whole.subarray(60), /is damaged: /],
    ['a wrong checksum', zip(GOOD, { lie: { crc: 1 } }), /"A-1\.json" has the wrong checksum/],
    ['a wrong size', zip(GOOD, { lie: { size: 10 } }), /"A-1\.json" cannot be unpacked/],
    ['a size that is too large', zip(GOOD, { lie: { size: 100_000 } }), /"A-1\.json" has the wrong checksum/],
    ['encrypted', zip(GOOD, { lie: { flags: 1 } }), /is encrypted/],
    ['another method', zip(GOOD, { lie: { method: 93 } }), /packed by a method that is not known \(93\)/],
    [
      'a bomb in one file',
      zip({ 'A.json': Buffer.alloc(5000, 32) }),
      /unpacks to far more/,
      { limits: { entry: 4000, ratio: 100 } },
    ],
    ['a bomb that says so', zip(GOOD, { lie: { size: 0x7fffffff } }), /unpacks to far more/],
    ['nothing', zip({}), /holds no OSV records/],
    ['nothing of ours', zip({ 'a.txt': 'x' }), /holds no OSV records/],
  ];
  for (const [name, bytes, says, options] of damages) {
    it(`says what is wrong with a zip file: ${name}`, async () => {
      file('all.zip', bytes);
      await assert.rejects(ids('all.zip', options), (error: Error) => {
        assert.ok(error instanceof DataError, String(error));
        assert.match(error.message, says);
        return true;
      });
    });
  }

  it('never hangs or fails without words on any damage', async () => {
    for (let at = 0; at < whole.length; at++) {
      const bytes = Buffer.from(whole);
      bytes[at] = bytes[at] === 0xff ? 0 : 0xff;
      file('all.zip', bytes);
      await ids('all.zip').catch((error: unknown) => {
        assert.ok(error instanceof DataError, `byte ${at}: ${String(error)}`);
      });
    }
  });

  describe('into the data', () => {
    const store = () => new AdvisoryStore(path.join(folder, 'data'));
    const idsOf = (from: AdvisoryStore, name: string) =>
      from
        .of('npm')
        ?.find(name)
        .map(({ id }) => id);

    it('adds to what is there', async () => {
      const own = store();
      await own.write('npm', indexFile('npm', [osv('A-1', 'npm', 'a'), osv('A-7', 'npm', 'a')]));
      const imported = await importAdvisories(own, [file('all.zip', zip({ 'a.json': json(osv('A-1', 'npm', 'b')) }))], {
        today: TODAY,
      });
      assert.deepEqual(imported, { records: 1, unreadable: 0, ecosystems: ['npm'] });
      assert.deepEqual([idsOf(own, 'a'), idsOf(own, 'b')], [['A-7'], ['A-1']]);
      assert.equal(store().of('npm')?.meta.date, '2026-06-01');
      assert.deepEqual(readdirSync(own.folder), ['npm.advisories']);
    });

    it('dates records that do not say when they changed by their zip file', async () => {
      const own = store();
      const undated = {
        ...osv('GO-1', 'Go', 'm.example/a'),
        modified: '0001-01-01T00:00:00Z',
        published: '0001-01-01T00:00:00Z',
      };
      const date = ((2026 - 1980) << 9) | (8 << 5) | 21;
      await importAdvisories(own, [file('all.zip', zip({ 'a.json': json(undated) }, { date }))], { today: TODAY });
      assert.equal(own.of('Go')?.meta.date, '2026-08-21');
    });

    it('keeps a record that is newer, and takes away what was withdrawn', async () => {
      const own = store();
      await own.write('npm', indexFile('npm', [osv('A-1', 'npm', 'a'), osv('A-2', 'npm', 'a')]));
      const old = { ...osv('A-1', 'npm', 'b'), modified: '2020-01-01T00:00:00Z' };
      const withdrawn = { ...osv('A-2', 'npm', 'a'), withdrawn: '2026-05-02T00:00:00Z' };
      await importAdvisories(own, [file('x.json', json([old, withdrawn]))], { today: TODAY });
      assert.deepEqual([idsOf(own, 'a'), idsOf(own, 'b')], [['A-1'], []]);
    });

    it('takes one zip file of several ecosystems apart', async () => {
      const own = store();
      const both = { ...osv('A-1', 'npm', 'a'), affected: [...osv('', 'npm', 'a').affected, ...osv('', 'PyPI', 'a').affected] };
      const files = {
        'a.json': json(both),
        'b.json': json(osv('A-2', 'Hex', 'c')),
        'c.json': json(osv('A-3', 'Debian:12', 'c')),
      };
      const { ecosystems } = await importAdvisories(own, [file('all.zip', zip(files))], { today: TODAY });
      assert.deepEqual(ecosystems, ['npm', 'PyPI', 'Hex']);
    });

    it('takes of the export of one ecosystem only that one', async () => {
      const own = store();
      const both = { ...osv('A-1', 'npm', 'a'), affected: [...osv('', 'npm', 'a').affected, ...osv('', 'PyPI', 'a').affected] };
      assert.deepEqual(
        (await importAdvisories(own, [file('npm/all.zip', zip({ 'a.json': json(both) }))], { today: TODAY })).ecosystems,
        ['npm'],
      );
      const named = await importAdvisories(own, [file('all.zip', zip({ 'a.json': json(both) }))], {
        today: TODAY,
        ecosystems: ['PyPI'],
      });
      assert.deepEqual(named.ecosystems, ['PyPI']);
    });

    it('leaves the data as it was when a later file is damaged, there is nothing of ours, or the disk is full', async () => {
      const own = store();
      await own.write('npm', indexFile('npm', [osv('A-1', 'npm', 'a')]));
      const before = readFileSync(own.fileOf('npm'));
      const good = file('good.zip', zip({ 'a.json': json(osv('A-2', 'npm', 'a')) }));
      const full: Disk = { write: () => Promise.reject(Object.assign(new Error('no space left'), { code: 'ENOSPC' })) };
      const attempts: readonly (readonly [files: readonly string[], says: RegExp, disk?: Disk])[] = [
        [[good, file('bad.zip', 'hello')], /bad\.zip": The zip file is damaged/],
        [[good, path.join(folder, 'nowhere.zip')], /nowhere\.zip" is not there/],
        [[file('other.json', json(osv('A-3', 'Debian', 'x')))], /hold no records about packages that Larboard knows/],
        [[good], /disk is full\. Make room and try again; the old data is kept/, full],
      ];
      for (const [files, says, disk] of attempts) {
        await assert.rejects(importAdvisories(own, files, { today: TODAY, ...(disk && { disk }) }), (error: Error) => {
          assert.ok(error instanceof DataError, String(error));
          assert.match(error.message, says);
          return true;
        });
        assert.deepEqual(readFileSync(own.fileOf('npm')), before);
        assert.deepEqual(readdirSync(own.folder), ['npm.advisories']);
        assert.deepEqual(idsOf(own, 'a'), ['A-1']);
      }
    });

    it('ends when it is cancelled', async () => {
      const own = store();
      const many = Object.fromEntries(Array.from({ length: 600 }, (_, n) => [`${n}.json`, json(osv(`A-${n}`, 'npm', 'a'))]));
      const controller = new AbortController();
      const importing = importAdvisories(own, [file('all.zip', zip(many))], {
        today: TODAY,
        signal: controller.signal,
        onProgress: () => {
          controller.abort();
        },
      });
      await assert.rejects(importing, { name: 'AbortError' });
      assert.equal(existsSync(own.fileOf('npm')), false);
    });
  });

  describe('the data on disk', () => {
    it('is used again after a damaged file was told, once', async () => {
      const told: string[] = [];
      const own = new AdvisoryStore(folder, (problem) => told.push(problem));
      mkdirSync(own.folder, { recursive: true });
      writeFileSync(own.fileOf('npm'), 'rubbish');
      const { advisories } = own;
      assert.ok(advisories.forPackage('npm', 'lodash').length > 0);
      assert.ok(advisories.forPackage('npm', 'axios').length > 0);
      assert.equal(told.length, 1);
      assert.match(
        told[0] ?? '',
        /^The advisory data of npm \(".*npm\.advisories"\) is damaged: .* Update the advisory data again/,
      );
      assert.match(own.stored()[0]?.error ?? '', /is damaged/);
      await own.write('npm', indexFile('npm', [osv('A-1', 'npm', 'a')]));
      assert.equal(advisories.forPackage('npm', 'a')[0]?.id, 'A-1');
    });

    it('is not taken for another ecosystem’s', () => {
      const own = new AdvisoryStore(folder);
      mkdirSync(own.folder, { recursive: true });
      writeFileSync(own.fileOf('PyPI'), indexFile('npm', []));
      assert.equal(own.of('PyPI'), undefined);
      assert.match(own.stored()[0]?.error ?? '', /holds the advisory data of npm/);
    });

    it('has a place of its own', () => {
      assert.equal(dataFolder({ LARBOARD_DATA: '/data' }, 'linux'), path.resolve('/data'));
      assert.equal(dataFolder({ XDG_DATA_HOME: '/xdg' }, 'linux'), path.join('/xdg', 'larboard'));
      assert.match(dataFolder({ XDG_DATA_HOME: 'relative' }, 'linux'), /\.local.share.larboard$/);
      assert.match(dataFolder({}, 'darwin'), /Library.Application Support.larboard$/);
      assert.equal(dataFolder({ LOCALAPPDATA: 'C:\\x' }, 'win32'), path.join('C:\\x', 'larboard'));
    });
  });

  // Exports that are too large for this repository; whoever has some puts them beside it.
  const exports = path.join(ROOT, '..', 'shared', 'data', 'osv');
  for (const ecosystem of ['Go', 'crates.io'] as const) {
    const all = [exports, path.join(ROOT, '..', '..', 'shared', 'data', 'osv')]
      .map((one) => path.join(one, ecosystem, 'all.zip'))
      .find(existsSync);
    if (all === undefined) {
      console.log(`      (no export of ${ecosystem} beside the repository: it is not read)`);
      continue;
    }
    it(`reads the whole export of ${ecosystem}`, async function () {
      const own = new AdvisoryStore(folder);
      const { records, unreadable, ecosystems } = await importAdvisories(own, [all], { today: TODAY });
      assert.deepEqual([unreadable, ecosystems], [0, [ecosystem]]);
      assert.ok(records > 1000);
      for (const advisory of own.of(ecosystem)?.all() ?? []) {
        assert.ok(advisory.summary !== '' && !/[.\s]$|[\r\n]/.test(advisory.summary), advisory.id);
        assert.ok(advisory.ranges.length > 0 || advisory.versions, advisory.id);
      }
    });
  }
});
