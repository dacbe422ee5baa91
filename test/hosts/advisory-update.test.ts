import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { sortable } from '../../server/src/hosts/advisories/changes.ts';
import { DISK, type Disk } from '../../server/src/hosts/advisories/disk.ts';
import { PATIENCE } from '../../server/src/hosts/advisories/download.ts';
import { AdvisoryUpdateError } from '../../server/src/hosts/advisories/errors.ts';
import { AdvisoryStore } from '../../server/src/hosts/advisories/store.ts';
import { updateAdvisories, type UpdateOptions } from '../../server/src/hosts/advisories/update.ts';
import { breakAfter, ExportServer, status } from '../support/export-server.ts';
import { osv } from '../support/osv.ts';
import { zip } from '../support/zip.ts';

const TODAY = '2026-11-28';
const at = (day: number, record: object): object => ({
  ...record,
  modified: `2026-05-${String(day).padStart(2, '0')}T00:00:00Z`,
});
const exportOf = (...records: readonly object[]): Buffer =>
  zip(Object.fromEntries(records.map((record, index) => [`${index}.json`, JSON.stringify(record)])));
const ETAG = { etag: '"v1"' };

describe('updating advisories', () => {
  let folder = '';
  let store: AdvisoryStore;
  let server: ExportServer;
  let waits: number[] = [];

  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'larboard-update-'));
    store = new AdvisoryStore(folder);
    server = new ExportServer();
    await server.start();
    waits = [];
  });
  afterEach(async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Waits are noted and take no time. */
  const update = (options: Partial<UpdateOptions> = {}) =>
    updateAdvisories(store, ['npm'], {
      url: server.url,
      today: TODAY,
      proxy: {},
      onProgress: () => {
        server.cut();
      },
      patience: { ...PATIENCE, tries: 3, wait: (milliseconds) => Promise.resolve(void waits.push(milliseconds)) },
      ...options,
    });
  const names = (...wanted: readonly string[]) =>
    wanted.map((name) => (store.of('npm')?.find(name) ?? []).map(({ id }) => id).join());
  const fails = async (says: RegExp, options?: Partial<UpdateOptions>): Promise<void> => {
    await assert.rejects(update(options), (error: Error) => {
      assert.ok(error instanceof AdvisoryUpdateError, String(error.stack));
      assert.match(error.message, says);
      return true;
    });
  };
  const EXPORT = exportOf(at(1, osv('A-1', 'npm', 'a')), at(3, osv('A-2', 'npm', 'b')), at(2, osv('MAL-2026-1', 'npm', 'evil')));
  const full = (headers: Readonly<Record<string, string>> = ETAG): void => {
    server.serve('/npm/all.zip', EXPORT, headers);
  };

  it('downloads everything the first time', async () => {
    full();
    const shares: (number | undefined)[] = [];
    const done = await update({ onProgress: ({ share }) => shares.push(share) });
    assert.deepEqual(done, [{ ecosystem: 'npm', fetched: 'all', records: 3, unreadable: 0 }]);
    assert.deepEqual(server.asked, ['/npm/all.zip']);
    assert.deepEqual(names('a', 'b', 'evil'), ['A-1', 'A-2', 'MAL-2026-1']);
    const { date, checkpoint } = store.of('npm')?.meta ?? {};
    assert.deepEqual([date, checkpoint], [TODAY, '2026-05-03T00:00:00Z']);
    assert.deepEqual(readdirSync(store.folder), ['npm.advisories']);
    assert.equal(shares.at(-1), 1);
  });

  describe('takes only what changed from then on', () => {
    beforeEach(async () => {
      full();
      await update();
      server.asked.length = 0;
    });

    it('and stops at what is known', async () => {
      const fresh = { ...osv('A-3', 'npm', 'c'), modified: '2026-05-04T00:00:00.5Z' };
      const list = [
        '2026-05-04T00:00:00.500000Z,A-3',
        '2026-05-03T10:00:00Z,A-1',
        '2026-05-03T00:00:00.000000Z,A-2',
        '2026-05-02T00:00:00Z,X',
      ];
      server.serve('/npm/modified_id.csv', `${list.join('\n')}\n`);
      server.serve('/npm/A-3.json', JSON.stringify(fresh));
      server.serve(
        '/npm/A-1.json',
        JSON.stringify({ ...osv('A-1', 'npm', 'a'), modified: '2026-05-03T10:00:00Z', withdrawn: '2026-05-03T10:00:00Z' }),
      );
      assert.deepEqual(await update(), [{ ecosystem: 'npm', fetched: 'changes', records: 2, unreadable: 0 }]);
      assert.deepEqual(server.asked.toSorted(), ['/npm/A-1.json', '/npm/A-3.json', '/npm/modified_id.csv']);
      assert.deepEqual(names('a', 'b', 'c', 'evil'), ['', 'A-2', 'A-3', 'MAL-2026-1']);
      assert.equal(store.of('npm')?.meta.checkpoint, '2026-05-04T00:00:00.5Z');
      server.asked.length = 0;
      assert.equal((await update())[0]?.fetched, 'nothing');
      assert.deepEqual(server.asked, ['/npm/modified_id.csv']);
    });

    it('or nothing, and then the data is of today', async () => {
      server.serve('/npm/modified_id.csv', '2026-05-03T00:00:00Z,A-2\n');
      assert.equal((await update({ today: '2026-12-24' }))[0]?.fetched, 'nothing');
      assert.equal(store.of('npm')?.meta.date, '2026-12-24');
    });

    it('forgets a record that the server does not have any more', async () => {
      server.serve('/npm/modified_id.csv', '2026-05-09T00:00:00Z,npm/A-1\n');
      assert.equal((await update())[0]?.fetched, 'changes');
      assert.deepEqual(names('a', 'b'), ['', 'A-2']);
    });

    it('everything again where too much changed, or there is no list', async () => {
      server.serve('/npm/modified_id.csv', ['A-1', 'A-2', 'A-3'].map((id, n) => `2026-06-0${9 - n}T00:00:00Z,${id}\n`).join(''));
      assert.equal((await update({ mostChanges: 2 }))[0]?.fetched, 'all');
      server.files.delete('/npm/modified_id.csv');
      assert.equal((await update())[0]?.fetched, 'all');
      assert.deepEqual(server.asked, ['/npm/modified_id.csv', '/npm/all.zip', '/npm/modified_id.csv', '/npm/all.zip']);
    });

    it('and keeps the old data when a record cannot be had', async () => {
      const before = readFileSync(store.fileOf('npm'));
      server.serve('/npm/modified_id.csv', '2026-05-09T00:00:00Z,A-1\n2026-05-08T00:00:00Z,A-2\n');
      server.serve('/npm/A-2.json', '{"id":');
      await fails(/A-2\.json cannot be downloaded: .*no JSON.*the old data is kept/);
      assert.deepEqual(readFileSync(store.fileOf('npm')), before);
    });

    it('everything again when the data turns out damaged', async () => {
      writeFileSync(store.fileOf('npm'), 'rubbish');
      assert.equal((await update())[0]?.fetched, 'all');
      assert.deepEqual(names('a'), ['A-1']);
    });
  });

  describe('goes on where it was interrupted', () => {
    const third = Math.floor(EXPORT.length / 3);

    it('in the same run', async () => {
      full();
      server.intercepts.push(breakAfter(server, third), breakAfter(server, third));
      assert.equal((await update())[0]?.records, 3);
      assert.deepEqual(server.asked, ['/npm/all.zip', `/npm/all.zip bytes=${third}-`, `/npm/all.zip bytes=${2 * third}-`]);
      assert.equal(waits.length, 2);
    });

    it('in the next run', async () => {
      full({ 'last-modified': 'Sat, 28 Nov 2026 00:00:00 GMT' });
      server.always = breakAfter(server, third);
      await fails(/cannot be downloaded: the connection to 127\.0\.0\.1:\d+ failed/, { patience: { ...PATIENCE, tries: 1 } });
      server.always = undefined;
      assert.equal((await update())[0]?.records, 3);
      assert.deepEqual(server.asked.slice(-1), [`/npm/all.zip bytes=${third}-`]);
    });

    it('from the start when the file is another one by now', async () => {
      full();
      server.intercepts.push(breakAfter(server, third));
      server.intercepts.push(() => {
        full({ etag: '"v2"' });
        return false;
      });
      assert.equal((await update())[0]?.records, 3);
    });

    it('from the start when the server knows no ranges, or does not say which file it is', async () => {
      full({});
      server.intercepts.push(breakAfter(server, third));
      assert.equal((await update())[0]?.records, 3);
      assert.deepEqual(server.asked, ['/npm/all.zip', '/npm/all.zip']);
      full({ etag: 'W/"weak"' });
      server.intercepts.push(breakAfter(server, third));
      rmSync(store.fileOf('npm'));
      assert.equal((await update())[0]?.records, 3);
    });

    it('from the start when the server cannot go on', async () => {
      full();
      server.intercepts.push(breakAfter(server, third), status(416));
      assert.equal((await update())[0]?.records, 3);
      assert.deepEqual(server.asked.at(-1), '/npm/all.zip');
    });

    it('but not for ever when it never gets further', async () => {
      full({});
      server.always = breakAfter(server, third);
      await fails(/the old data is kept/);
      assert.equal(server.asked.length, 3);
    });
  });

  describe('tries again', () => {
    it('after 5xx and 429, as long as the server asks for', async () => {
      full();
      server.intercepts.push(status(503), status(429, { 'retry-after': '7' }));
      assert.equal((await update())[0]?.records, 3);
      assert.deepEqual(waits, [1000, 7000]);
    });

    it('but gives up in the end, or when it would take too long', async () => {
      full();
      server.always = status(500);
      await fails(/npm\/all\.zip cannot be downloaded: 127\.0\.0\.1:\d+ answered with status 500\. Try again later/);
      assert.equal(server.asked.length, 3);
      server.always = status(429, { 'retry-after': '86400' });
      await fails(/status 429\. Try again later; the old data is kept/);
      assert.equal(server.asked.length, 4);
    });

    it('when a server falls silent before or in its answer', async () => {
      full();
      server.intercepts.push(() => true);
      server.intercepts.push((_, response, served) => {
        response.writeHead(200, { ...ETAG, 'content-length': String(EXPORT.length) });
        response.write(Buffer.from(served?.body ?? '').subarray(0, 10));
        return true;
      });
      assert.equal((await update({ idle: 50 }))[0]?.records, 3);
      assert.equal(server.asked.length, 3);
      server.always = () => true;
      rmSync(store.fileOf('npm'));
      await fails(/sent nothing for too long/, { idle: 20 });
    });

    it('when what came has the wrong checksum, once', async () => {
      const md5 = (bytes: Buffer) => createHash('md5').update(bytes).digest('base64');
      full({ ...ETAG, 'x-goog-hash': `crc32c=AAAAAA==, md5=${md5(EXPORT)}` });
      const wrong = Buffer.from(EXPORT);
      wrong[50] = 0;
      server.intercepts.push((_, response) => {
        response
          .writeHead(200, { ...ETAG, 'x-goog-hash': `md5=${md5(EXPORT)}`, 'content-length': String(wrong.length) })
          .end(wrong);
        return true;
      });
      assert.equal((await update())[0]?.records, 3);
      assert.deepEqual(server.asked, ['/npm/all.zip', '/npm/all.zip']);
      full({ ...ETAG, 'content-md5': md5(Buffer.from('something else')) });
      rmSync(store.fileOf('npm'));
      await fails(/has the wrong checksum, twice/);
    });
  });

  describe('says what failed and what to do, and keeps the old data', () => {
    beforeEach(async () => {
      full();
      await update();
      server.files.delete('/npm/modified_id.csv');
    });
    afterEach(() => {
      assert.deepEqual(names('a', 'b'), ['A-1', 'A-2']);
      assert.deepEqual(
        readdirSync(store.folder).filter((file) => /\.tmp$|\.lock$/.test(file)),
        [],
      );
    });

    it('a file that is not there', async () => {
      server.files.delete('/npm/all.zip');
      await fails(/^http:\/\/127\.0\.0\.1:\d+\/npm\/all\.zip is not there\. Check the URL; it must have OSV's layout/);
    });
    it('a server that refuses', async () => {
      server.always = status(403);
      await fails(/does not give the data away \(status 403\)/);
      server.always = status(418);
      await fails(/answered with status 418\. Check the URL/);
    });
    it('a zip file that is cut off or damaged', async () => {
      for (const bytes of [EXPORT.subarray(0, EXPORT.length - 40), Buffer.from('<html>hello</html>'), Buffer.alloc(0)]) {
        server.serve('/npm/all.zip', bytes);
        await fails(/zip file is damaged/);
        assert.deepEqual(readdirSync(store.folder), ['npm.advisories']);
      }
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
      await fails(/npm\.zip\.part" cannot be written because the disk is full\. Make room/, { disk: fullAfter(0) });
      await fails(/npm\.advisories" cannot be written because the disk is full\. Make room/, { disk: fullAfter(1) });
      assert.deepEqual(readdirSync(store.folder), ['npm.advisories']);
    });
    it('a folder that cannot be written', async () => {
      const readOnly: Disk = { write: () => Promise.reject(Object.assign(new Error('no'), { code: 'EACCES' })) };
      await fails(/cannot be written \(EACCES\)\. Set LARBOARD_DATA to a folder that can/, { disk: readOnly });
    });
    it('a URL that is none', async () => {
      await fails(/"osv" is no http:\/\/ or https:\/\/ URL/, { url: 'osv' });
      await fails(/is no http:\/\/ or https:\/\/ URL/, { url: 'file:///etc' });
    });
    it('nobody at the other end', async () => {
      await fails(/cannot be downloaded: the connection to 127\.0\.0\.1:1 failed \(ECONNREFUSED\)/, {
        url: 'http://127.0.0.1:1',
      });
    });
  });

  describe('follows redirects', () => {
    const to = (location: string) => status(302, { location });
    it('a few of them', async () => {
      full();
      server.serve('/elsewhere.zip', EXPORT);
      server.intercepts.push(to('/next'), to(`${server.url}/elsewhere.zip`));
      assert.equal((await update())[0]?.records, 3);
      assert.deepEqual(server.asked, ['/npm/all.zip', '/next', '/elsewhere.zip']);
    });
    it('not in circles, not to something else than the web', async () => {
      server.always = to('/again');
      await fails(/redirects in circles/);
      assert.equal(server.asked.length, 6);
      server.always = to('file:///etc/passwd');
      await fails(/redirects to something that is no web address/);
    });
  });

  describe('honours a proxy', () => {
    it('for plain HTTP, with its password, and without sending ours', async () => {
      const seen: (string | undefined)[] = [];
      server.always = (request, response) => {
        seen.push(request.url, request.headers['proxy-authorization'], request.headers.authorization);
        response.writeHead(200, { 'content-length': String(EXPORT.length) }).end(EXPORT);
        return true;
      };
      const proxy = { env: { HTTP_PROXY: `http://me:se%20cret@${server.host}` } };
      assert.equal((await update({ url: 'http://mirror.example/osv', proxy }))[0]?.records, 3);
      assert.deepEqual(seen, [
        'http://mirror.example/osv/npm/all.zip',
        `Basic ${Buffer.from('me:se cret').toString('base64')}`,
        undefined,
      ]);
    });
    it('for HTTPS, as a tunnel', async () => {
      const asked: string[] = [];
      server.on('connect', ({ url }, socket) => {
        asked.push(url ?? '');
        socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
      });
      await fails(/The proxy wants a name and a password/, { url: 'https://mirror.example', proxy: { proxy: server.url } });
      assert.deepEqual(asked, ['mirror.example:443']);
    });
    it('unless the host is excepted', async () => {
      full();
      const env = { http_proxy: 'http://127.0.0.1:1', no_proxy: 'other.example, 127.0.0.1' };
      assert.equal((await update({ proxy: { env } }))[0]?.records, 3);
    });
    it('and says it when the proxy is the problem', async () => {
      await fails(/the connection to the proxy 127\.0\.0\.1:1 failed/, { proxy: { proxy: 'http://user:secret@127.0.0.1:1' } });
      await fails(/no http:\/\/ or https:\/\/ URL\. Check HTTPS_PROXY/, { proxy: { proxy: 'socks5://x' } });
    });
  });

  it('sends the credentials of a mirror to it, and shows them nowhere', async () => {
    let authorization: string | undefined;
    server.always = (request, response) => {
      ({ authorization } = request.headers);
      response.writeHead(404).end();
      return true;
    };
    await assert.rejects(update({ url: `http://me:secret@${server.host}` }), (error: Error) => {
      assert.ok(!error.message.includes('secret'), error.message);
      return true;
    });
    assert.equal(authorization, `Basic ${Buffer.from('me:secret').toString('base64')}`);
  });

  describe('does not run twice at once', () => {
    it('in one process', async () => {
      let first: ReturnType<typeof update> | undefined;
      full();
      const finish = await new Promise<() => void>((arrived) => {
        server.intercepts.push((_, response) => {
          arrived(() => response.writeHead(200, { 'content-length': String(EXPORT.length) }).end(EXPORT));
          return true;
        });
        first = update();
      });
      await fails(/Another update of the advisory data is running \(process \d+ on .*\)/);
      finish();
      assert.equal((await first)?.[0]?.records, 3);
      assert.equal((await update())[0]?.fetched, 'all');
    });

    it('but a process that is gone locks nobody out', async () => {
      full();
      mkdirSync(store.folder, { recursive: true });
      const lock = path.join(store.folder, 'update.lock');
      writeFileSync(lock, JSON.stringify({ pid: 2 ** 30, host: hostname() }));
      assert.equal((await update())[0]?.records, 3);
      assert.equal(existsSync(lock), false);
      writeFileSync(lock, JSON.stringify({ pid: 1, host: 'another.example' }));
      await fails(/running \(process 1 on another\.example\)\. Wait for it, or delete/);
    });
  });

  it('ends at once when it is cancelled, and goes on next time', async () => {
    full();
    const controller = new AbortController();
    server.intercepts.push((_, response, served) => {
      response.writeHead(200, { ...ETAG, 'content-length': String(EXPORT.length) });
      response.write(Buffer.from(served?.body ?? '').subarray(0, 100));
      return true;
    });
    const cancelled = update({
      signal: controller.signal,
      onProgress: () => {
        controller.abort();
      },
    });
    await assert.rejects(cancelled, { name: 'AbortError' });
    assert.equal(existsSync(store.fileOf('npm')), false);
    assert.equal((await update())[0]?.records, 3);
    assert.deepEqual(server.asked, ['/npm/all.zip', '/npm/all.zip bytes=100-']);
    await assert.rejects(update({ signal: AbortSignal.abort() }), { name: 'AbortError' });
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
