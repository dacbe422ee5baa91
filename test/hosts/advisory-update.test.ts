import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { sortable } from '../../server/src/hosts/advisories/changes.ts';
import { DISK, type Disk } from '../../server/src/hosts/advisories/disk.ts';
import { PATIENCE } from '../../server/src/hosts/advisories/download.ts';
import { breakAfter, status } from '../support/export-server.ts';
import { osv } from '../support/osv.ts';
import { zip } from '../support/zip.ts';
import { ETAG, EXPORT, TODAY, updating } from '../support/updating.ts';

describe('updating advisories', () => {
  const bench = updating();

  it('downloads everything the first time', async () => {
    bench.full();
    const shares: (number | undefined)[] = [];
    const done = await bench.update({ onProgress: ({ share }) => shares.push(share) });
    assert.deepEqual(done, [{ ecosystem: 'npm', fetched: 'all', records: 3, unreadable: 0, missing: 0 }]);
    assert.deepEqual(bench.server.asked, ['/npm/all.zip']);
    assert.deepEqual(bench.names('a', 'b', 'evil'), ['A-1', 'A-2', 'MAL-2026-1']);
    const { date, checkpoint } = bench.store.of('npm')?.meta ?? {};
    assert.deepEqual([date, checkpoint], [TODAY, '2026-05-03T00:00:00Z']);
    assert.deepEqual(readdirSync(bench.store.folder), ['npm.advisories']);
    assert.equal(shares.at(-1), 1);
  });

  describe('takes only what changed from then on', () => {
    beforeEach(async () => {
      bench.full();
      await bench.update();
      bench.server.asked.length = 0;
    });

    it('and stops at what is known', async () => {
      const fresh = { ...osv('A-3', 'npm', 'c'), modified: '2026-05-04T00:00:00.5Z' };
      const list = [
        '2026-05-04T00:00:00.500000Z,A-3',
        '2026-05-03T10:00:00Z,A-1',
        '2026-05-03T00:00:00.000000Z,A-2',
        '2026-05-02T00:00:00Z,X',
      ];
      bench.server.serve('/npm/modified_id.csv', `${list.join('\n')}\n`);
      bench.server.serve('/npm/A-3.json', JSON.stringify(fresh));
      bench.server.serve(
        '/npm/A-1.json',
        JSON.stringify({ ...osv('A-1', 'npm', 'a'), modified: '2026-05-03T10:00:00Z', withdrawn: '2026-05-03T10:00:00Z' }),
      );
      assert.deepEqual(await bench.update(), [{ ecosystem: 'npm', fetched: 'changes', records: 2, unreadable: 0, missing: 0 }]);
      assert.deepEqual(bench.server.asked.toSorted(), ['/npm/A-1.json', '/npm/A-3.json', '/npm/modified_id.csv']);
      assert.deepEqual(bench.names('a', 'b', 'c', 'evil'), ['', 'A-2', 'A-3', 'MAL-2026-1']);
      assert.equal(bench.store.of('npm')?.meta.checkpoint, '2026-05-04T00:00:00.5Z');
      bench.server.asked.length = 0;
      assert.equal((await bench.update())[0]?.fetched, 'nothing');
      assert.deepEqual(bench.server.asked, ['/npm/modified_id.csv']);
    });

    it('or nothing, and then the data is of today', async () => {
      bench.server.serve('/npm/modified_id.csv', '2026-05-03T00:00:00Z,A-2\n');
      assert.equal((await bench.update({ today: '2026-12-24' }))[0]?.fetched, 'nothing');
      assert.equal(bench.store.of('npm')?.meta.date, '2026-12-24');
    });

    it('keeps what it knows of a record that is listed and not there, and asks for it again', async () => {
      const changed = { ...osv('A-3', 'npm', 'c'), modified: '2026-05-09T00:00:00Z' };
      bench.server.serve('/npm/modified_id.csv', '2026-05-09T00:00:00Z,npm/A-3\n2026-05-08T00:00:00Z,npm/A-1\n');
      bench.server.serve('/npm/A-3.json', JSON.stringify(changed));
      assert.deepEqual(await bench.update(), [{ ecosystem: 'npm', fetched: 'changes', records: 1, unreadable: 0, missing: 1 }]);
      assert.deepEqual(bench.names('a', 'b', 'c'), ['A-1', 'A-2', 'A-3']);
      bench.server.serve('/npm/A-1.json', JSON.stringify({ ...osv('A-1', 'npm', 'z'), modified: '2026-05-08T00:00:00Z' }));
      assert.deepEqual(await bench.update(), [{ ecosystem: 'npm', fetched: 'changes', records: 2, unreadable: 0, missing: 0 }]);
      assert.deepEqual(bench.names('a', 'z'), ['', 'A-1']);
      assert.equal((await bench.update())[0]?.fetched, 'nothing');
    });

    it('goes on from the newest change before one that is not there', async () => {
      const list = [9, 8, 7, 6].map((day) => `2026-05-0${day}T00:00:00Z,A-${day}\n`);
      bench.server.serve('/npm/modified_id.csv', list.join(''));
      for (const day of [9, 7, 6])
        bench.server.serve(
          `/npm/A-${day}.json`,
          JSON.stringify({ ...osv(`A-${day}`, 'npm', 'n'), modified: `2026-05-0${day}T00:00:00Z` }),
        );
      assert.equal((await bench.update())[0]?.missing, 1);
      assert.equal(bench.store.of('npm')?.meta.checkpoint, '2026-05-07T00:00:00Z');
    });

    it('everything again where the server has the list and the export alone', async () => {
      bench.server.serve('/npm/modified_id.csv', '2026-05-09T00:00:00Z,npm/A-1\n2026-05-08T00:00:00Z,npm/A-2\n');
      assert.equal((await bench.update())[0]?.fetched, 'all');
      assert.equal(bench.server.asked.at(-1), '/npm/all.zip');
      assert.deepEqual(bench.names('a', 'b'), ['A-1', 'A-2']);
    });

    it('and counts what is no record', async () => {
      bench.server.serve('/npm/modified_id.csv', '2026-05-09T00:00:00Z,A-1\n');
      bench.server.serve('/npm/A-1.json', '{}');
      assert.deepEqual(await bench.update(), [{ ecosystem: 'npm', fetched: 'changes', records: 0, unreadable: 1, missing: 0 }]);
      assert.deepEqual(bench.names('a'), ['A-1']);
    });

    it('everything again where too much changed, or there is no list', async () => {
      bench.server.serve(
        '/npm/modified_id.csv',
        ['A-1', 'A-2', 'A-3'].map((id, n) => `2026-06-0${9 - n}T00:00:00Z,${id}\n`).join(''),
      );
      assert.equal((await bench.update({ mostChanges: 2 }))[0]?.fetched, 'all');
      bench.server.files.delete('/npm/modified_id.csv');
      assert.equal((await bench.update())[0]?.fetched, 'all');
      assert.deepEqual(bench.server.asked, ['/npm/modified_id.csv', '/npm/all.zip', '/npm/modified_id.csv', '/npm/all.zip']);
    });

    it('and keeps the old data when a record cannot be had', async () => {
      const before = readFileSync(bench.store.fileOf('npm'));
      bench.server.serve('/npm/modified_id.csv', '2026-05-09T00:00:00Z,A-1\n2026-05-08T00:00:00Z,A-2\n');
      bench.server.serve('/npm/A-2.json', '{"id":');
      await bench.fails(/A-2\.json cannot be downloaded: .*no JSON.*the old data is kept/);
      assert.deepEqual(readFileSync(bench.store.fileOf('npm')), before);
    });

    it('everything again when the data turns out damaged', async () => {
      writeFileSync(bench.store.fileOf('npm'), 'rubbish');
      assert.equal((await bench.update())[0]?.fetched, 'all');
      assert.deepEqual(bench.names('a'), ['A-1']);
    });
  });

  describe('goes on where it was interrupted', () => {
    const third = Math.floor(EXPORT.length / 3);

    it('in the same run', async () => {
      bench.full();
      bench.server.intercepts.push(breakAfter(bench.server, third), breakAfter(bench.server, third));
      assert.equal((await bench.update())[0]?.records, 3);
      assert.deepEqual(bench.server.asked, ['/npm/all.zip', `/npm/all.zip bytes=${third}-`, `/npm/all.zip bytes=${2 * third}-`]);
      assert.equal(bench.waits.length, 2);
    });

    it('in the next run', async () => {
      bench.full({ 'last-modified': 'Sat, 28 Nov 2026 00:00:00 GMT' });
      bench.server.always = breakAfter(bench.server, third);
      await bench.fails(/cannot be downloaded: the connection to 127\.0\.0\.1:\d+ failed/, {
        patience: { ...PATIENCE, tries: 1 },
      });
      bench.server.always = undefined;
      assert.equal((await bench.update())[0]?.records, 3);
      assert.deepEqual(bench.server.asked.slice(-1), [`/npm/all.zip bytes=${third}-`]);
    });

    it('from the start when the file is another one by now', async () => {
      bench.full();
      bench.server.intercepts.push(breakAfter(bench.server, third));
      bench.server.intercepts.push(() => {
        bench.full({ etag: '"v2"' });
        return false;
      });
      assert.equal((await bench.update())[0]?.records, 3);
    });

    it('from the start when the server knows no ranges, or does not say which file it is', async () => {
      bench.full({});
      bench.server.intercepts.push(breakAfter(bench.server, third));
      assert.equal((await bench.update())[0]?.records, 3);
      assert.deepEqual(bench.server.asked, ['/npm/all.zip', '/npm/all.zip']);
      bench.full({ etag: 'W/"weak"' });
      bench.server.intercepts.push(breakAfter(bench.server, third));
      rmSync(bench.store.fileOf('npm'));
      assert.equal((await bench.update())[0]?.records, 3);
    });

    it('from the start when the server cannot go on', async () => {
      bench.full();
      bench.server.intercepts.push(breakAfter(bench.server, third), status(416));
      assert.equal((await bench.update())[0]?.records, 3);
      assert.deepEqual(bench.server.asked.at(-1), '/npm/all.zip');
    });

    it('but not for ever when it never gets further', async () => {
      bench.full({});
      bench.server.always = breakAfter(bench.server, third);
      await bench.fails(/the old data is kept/);
      assert.equal(bench.server.asked.length, 3);
    });
  });

  describe('tries again', () => {
    it('after 5xx and 429, as long as the server asks for', async () => {
      bench.full();
      bench.server.intercepts.push(status(503), status(429, { 'retry-after': '7' }));
      assert.equal((await bench.update())[0]?.records, 3);
      assert.deepEqual(bench.waits, [1000, 7000]);
    });

    it('but gives up in the end, or when it would take too long', async () => {
      bench.full();
      bench.server.always = status(500);
      await bench.fails(/npm\/all\.zip cannot be downloaded: 127\.0\.0\.1:\d+ answered with status 500\. Try again later/);
      assert.equal(bench.server.asked.length, 3);
      bench.server.always = status(429, { 'retry-after': '86400' });
      await bench.fails(/status 429\. Try again later; the old data is kept/);
      assert.equal(bench.server.asked.length, 4);
    });

    it('when a server falls silent before or in its answer', async () => {
      bench.full();
      bench.server.intercepts.push(() => true);
      bench.server.intercepts.push((_, response, served) => {
        response.writeHead(200, { ...ETAG, 'content-length': String(EXPORT.length) });
        response.write(Buffer.from(served?.body ?? '').subarray(0, 10));
        return true;
      });
      assert.equal((await bench.update({ idle: 50 }))[0]?.records, 3);
      assert.equal(bench.server.asked.length, 3);
      bench.server.always = () => true;
      rmSync(bench.store.fileOf('npm'));
      await bench.fails(/sent nothing for too long/, { idle: 20 });
    });

    it('when what came has the wrong checksum, once', async () => {
      const md5 = (bytes: Buffer) => createHash('md5').update(bytes).digest('base64');
      bench.full({ ...ETAG, 'x-goog-hash': `crc32c=AAAAAA==, md5=${md5(EXPORT)}` });
      const wrong = Buffer.from(EXPORT);
      wrong[50] = 0;
      bench.server.intercepts.push((_, response) => {
        response
          .writeHead(200, { ...ETAG, 'x-goog-hash': `md5=${md5(EXPORT)}`, 'content-length': String(wrong.length) })
          .end(wrong);
        return true;
      });
      assert.equal((await bench.update())[0]?.records, 3);
      assert.deepEqual(bench.server.asked, ['/npm/all.zip', '/npm/all.zip']);
      bench.full({ ...ETAG, 'content-md5': md5(Buffer.from('something else')) });
      rmSync(bench.store.fileOf('npm'));
      await bench.fails(/has the wrong checksum, twice/);
    });
  });

  describe('says what failed and what to do, and keeps the old data', () => {
    beforeEach(async () => {
      bench.full();
      await bench.update();
      bench.server.files.delete('/npm/modified_id.csv');
    });
    afterEach(() => {
      assert.deepEqual(bench.names('a', 'b'), ['A-1', 'A-2']);
      assert.deepEqual(
        readdirSync(bench.store.folder).filter((file) => /\.tmp$|\.lock$/.test(file)),
        [],
      );
    });

    it('a file that is not there', async () => {
      bench.server.files.delete('/npm/all.zip');
      await bench.fails(/^http:\/\/127\.0\.0\.1:\d+\/npm\/all\.zip is not there\. Check the URL; it must have OSV's layout/);
    });
    it('a server that refuses', async () => {
      bench.server.always = status(403);
      await bench.fails(/does not give the data away \(status 403\)/);
      bench.server.always = status(418);
      await bench.fails(/answered with status 418\. Check the URL/);
    });
    it('a zip file that is cut off or damaged', async () => {
      bench.server.serve('/npm/all.zip', EXPORT.subarray(0, EXPORT.length - 40));
      await bench.fails(/^http:\S+\/npm\/all\.zip: The zip file is damaged: .*\. Get it again\. The old data is kept\.$/);
      assert.deepEqual(readdirSync(bench.store.folder), ['npm.advisories']);
    });
    it('what is no zip file, most of all the page of a proxy, without names of our own files', async () => {
      const cases: readonly (readonly [body: string | Buffer, says: RegExp])[] = [
        [
          '<html>hello</html>',
          /\/npm\/all\.zip brought a web page, probably one for signing in at a proxy, instead of a zip file\. Sign in/,
        ],
        ['\n<!DOCTYPE html><title>Login</title>', /brought a web page.*; the old data is kept\.$/],
        ['', /brought nothing instead of a zip file\. Check the URL and the proxy/],
        ['{"error":"no"}', /brought something else instead of a zip file\. Check the URL/],
        [zip({ 'a.txt': 'x' }), /\/npm\/all\.zip holds no OSV records\. Check the URL.* The old data is kept\.$/],
      ];
      for (const [body, says] of cases) {
        bench.server.serve('/npm/all.zip', body);
        await bench.fails(says, { url: bench.server.url.replace('//', '//user:secret@') });
        await bench.fails(/^(?!.*(?:secret|\.part))/);
        assert.deepEqual(readdirSync(bench.store.folder), ['npm.advisories']);
      }
    });
    it('a page instead of the list of changes', async () => {
      bench.server.serve('/npm/modified_id.csv', '<!doctype html>\n<title>Sign in, please</title>\n');
      bench.server.serve('/npm/all.zip', '<!doctype html>\n<title>Sign in, please</title>\n');
      await bench.fails(/brought a web page/);
    });
    it('a full disk, during the download and at its end', async () => {
      const fullAfter = (writes: number): Disk => {
        let left = writes;
        return {
          write: (...given) =>
            left-- > 0
              ? DISK.write(...given)
              : Promise.reject(Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })),
        };
      };
      await bench.fails(/npm\.zip\.part" cannot be written because the disk is full\. Make room/, { disk: fullAfter(0) });
      await bench.fails(/npm\.advisories" cannot be written because the disk is full\. Make room/, { disk: fullAfter(1) });
      assert.deepEqual(readdirSync(bench.store.folder), ['npm.advisories']);
    });
    it('a folder that cannot be written', async () => {
      const readOnly: Disk = { write: () => Promise.reject(Object.assign(new Error('no'), { code: 'EACCES' })) };
      await bench.fails(/cannot be written \(EACCES\)\. Set LARBOARD_DATA to a folder that can/, { disk: readOnly });
    });
    it('a URL that is none', async () => {
      await bench.fails(/"osv" is no http:\/\/ or https:\/\/ URL/, { url: 'osv' });
      await bench.fails(/is no http:\/\/ or https:\/\/ URL/, { url: 'file:///etc' });
    });
    it('nobody at the other end', async () => {
      await bench.fails(/cannot be downloaded: the connection to 127\.0\.0\.1:1 failed \(ECONNREFUSED\)/, {
        url: 'http://127.0.0.1:1',
      });
    });
  });

  it('goes on from no time in the future', async () => {
    const future = { ...osv('A-9', 'npm', 'z'), modified: '9999-01-01T00:00:00Z' };
    bench.server.serve(
      '/npm/all.zip',
      zip({ 'a.json': JSON.stringify(osv('A-1', 'npm', 'a')), 'b.json': JSON.stringify(future) }),
    );
    await bench.update();
    assert.equal(bench.store.of('npm')?.meta.checkpoint, '2026-05-01T00:00:00Z');
  });

  it('orders times whatever their decimals', () => {
    const times = [
      '2026-01-01T00:00:00Z',
      '2026-01-01T00:00:00.1Z',
      '2026-01-01T00:00:00.12Z',
      '2026-01-01T00:00:00.2Z',
      '2026-01-01T00:00:01Z',
    ];
    assert.deepEqual(
      times.toReversed().sort((a, b) => (sortable(a) < sortable(b) ? -1 : 1)),
      times,
    );
    assert.equal(sortable('2026-01-01T00:00:00Z'), sortable('2026-01-01T00:00:00.000000Z'));
  });
});
