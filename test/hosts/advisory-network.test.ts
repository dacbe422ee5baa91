import assert from 'node:assert/strict';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { proxyFor } from '../../server/src/hosts/network/proxy.ts';
import { status } from '../support/export-server.ts';
import { ETAG, EXPORT, updating } from '../support/updating.ts';

describe('updating advisories, on the way there', () => {
  const bench = updating();

  describe('follows redirects', () => {
    const to = (location: string) => status(302, { location });
    it('a few of them', async () => {
      bench.full();
      bench.server.serve('/elsewhere.zip', EXPORT);
      bench.server.intercepts.push(to('/next'), to(`${bench.server.url}/elsewhere.zip`));
      assert.equal((await bench.update())[0]?.records, 3);
      assert.deepEqual(bench.server.asked, ['/npm/all.zip', '/next', '/elsewhere.zip']);
    });
    it('not in circles, not to something else than the web', async () => {
      bench.server.always = to('/again');
      await bench.fails(/redirects in circles/);
      assert.equal(bench.server.asked.length, 6);
      bench.server.always = to('file:///etc/passwd');
      await bench.fails(/redirects to something that is no web address/);
    });
  });

  describe('honours a proxy', () => {
    it('for plain HTTP, with its password, and without sending ours', async () => {
      const seen: (string | undefined)[] = [];
      bench.server.always = (request, response) => {
        seen.push(request.url, request.headers['proxy-authorization'], request.headers.authorization);
        response.writeHead(200, { 'content-length': String(EXPORT.length) }).end(EXPORT);
        return true;
      };
      const proxy = { env: { HTTP_PROXY: `http://me:se%20cret@${bench.server.host}` } };
      assert.equal((await bench.update({ url: 'http://mirror.example/osv', proxy }))[0]?.records, 3);
      assert.deepEqual(seen, [
        'http://mirror.example/osv/npm/all.zip',
        `Basic ${Buffer.from('me:se cret').toString('base64')}`,
        undefined,
      ]);
    });
    it('for HTTPS, as a tunnel', async () => {
      const asked: string[] = [];
      bench.server.on('connect', ({ url }, socket) => {
        asked.push(url ?? '');
        socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
      });
      await bench.fails(/The proxy wants a name and a password/, {
        url: 'https://mirror.example',
        proxy: { proxy: bench.server.url },
      });
      assert.deepEqual(asked, ['mirror.example:443']);
    });
    it('unless the host is excepted', async () => {
      bench.full();
      const env = { http_proxy: 'http://127.0.0.1:1', no_proxy: 'other.example, 127.0.0.1' };
      assert.equal((await bench.update({ proxy: { env } }))[0]?.records, 3);
    });
    it('and says it when the proxy is the problem', async () => {
      await bench.fails(/the connection to the proxy 127\.0\.0\.1:1 failed/, {
        proxy: { proxy: 'http://user:secret@127.0.0.1:1' },
      });
      await bench.fails(/no http:\/\/ or https:\/\/ URL\. Check HTTPS_PROXY/, { proxy: { proxy: 'socks5://x' } });
    });
  });

  it('sends the credentials of a mirror to it, and shows them nowhere', async () => {
    let authorization: string | undefined;
    bench.server.always = (request, response) => {
      ({ authorization } = request.headers);
      response.writeHead(404).end();
      return true;
    };
    await assert.rejects(bench.update({ url: `http://me:secret@${bench.server.host}` }), (error: Error) => {
      assert.ok(!error.message.includes('secret'), error.message);
      return true;
    });
    assert.equal(authorization, `Basic ${Buffer.from('me:secret').toString('base64')}`);
  });

  describe('does not run twice at once', () => {
    it('in one process', async () => {
      let first: ReturnType<typeof bench.update> | undefined;
      bench.full();
      const finish = await new Promise<() => void>((arrived) => {
        bench.server.intercepts.push((_, response) => {
          arrived(() => response.writeHead(200, { 'content-length': String(EXPORT.length) }).end(EXPORT));
          return true;
        });
        first = bench.update();
      });
      await bench.fails(/Another update of the advisory data is running \(process \d+ on .*\)/);
      finish();
      assert.equal((await first)?.[0]?.records, 3);
      assert.equal((await bench.update())[0]?.fetched, 'all');
    });

    it('but a process that is gone locks nobody out', async () => {
      bench.full();
      mkdirSync(bench.store.folder, { recursive: true });
      const lock = path.join(bench.store.folder, 'update.lock');
      writeFileSync(lock, JSON.stringify({ pid: 2 ** 30, host: hostname() }));
      assert.equal((await bench.update())[0]?.records, 3);
      assert.equal(existsSync(lock), false);
      writeFileSync(lock, JSON.stringify({ pid: 1, host: 'another.example' }));
      await bench.fails(/running \(process 1 on another\.example\)\. Wait for it, or delete/);
    });
  });

  it('ends at once when it is cancelled, and goes on next time', async () => {
    bench.full();
    const controller = new AbortController();
    bench.server.intercepts.push((_, response, served) => {
      response.writeHead(200, { ...ETAG, 'content-length': String(EXPORT.length) });
      response.write(Buffer.from(served?.body ?? '').subarray(0, 100));
      return true;
    });
    const cancelled = bench.update({
      signal: controller.signal,
      onProgress: () => {
        controller.abort();
      },
    });
    await assert.rejects(cancelled, { name: 'AbortError' });
    assert.equal(existsSync(bench.store.fileOf('npm')), false);
    assert.equal((await bench.update())[0]?.records, 3);
    assert.deepEqual(bench.server.asked, ['/npm/all.zip', '/npm/all.zip bytes=100-']);
    await assert.rejects(bench.update({ signal: AbortSignal.abort() }), { name: 'AbortError' });
  });
});

describe('the proxy of a request', () => {
  const HTTPS = { HTTPS_PROXY: 'http://proxy.example:3128' };
  const table: readonly (readonly [url: string, env: Record<string, string>, expected: string | undefined])[] = [
    ['https://osv.example/a', {}, undefined],
    ['https://osv.example/a', HTTPS, 'http://proxy.example:3128/'],
    ['https://osv.example/a', { https_proxy: 'proxy.example:3128' }, 'http://proxy.example:3128/'],
    [
      'https://osv.example/a',
      { https_proxy: 'http://small.example', HTTPS_PROXY: 'http://big.example' },
      'http://small.example/',
    ],
    ['https://osv.example/a', { HTTP_PROXY: 'http://proxy.example' }, undefined],
    ['http://osv.example/a', HTTPS, undefined],
    ['http://osv.example/a', { http_proxy: 'https://proxy.example' }, 'https://proxy.example/'],
    ['https://osv.example/a', { ALL_PROXY: 'http://proxy.example' }, 'http://proxy.example/'],
    ['https://osv.example/a', { ...HTTPS, NO_PROXY: '*' }, undefined],
    ['https://osv.example/a', { ...HTTPS, NO_PROXY: 'localhost,osv.example' }, undefined],
    ['https://data.osv.example/a', { ...HTTPS, no_proxy: 'osv.example' }, undefined],
    ['https://data.osv.example/a', { ...HTTPS, no_proxy: '.osv.example' }, undefined],
    ['https://data.osv.example/a', { ...HTTPS, no_proxy: '*.osv.example' }, undefined],
    ['https://notosv.example/a', { ...HTTPS, no_proxy: 'osv.example' }, 'http://proxy.example:3128/'],
    ['https://osv.example/a', { ...HTTPS, no_proxy: 'OSV.Example:443' }, undefined],
    ['https://osv.example:8443/a', { ...HTTPS, no_proxy: 'osv.example:443' }, 'http://proxy.example:3128/'],
    ['https://osv.example/a', { ...HTTPS, no_proxy: '  , ' }, 'http://proxy.example:3128/'],
  ];
  for (const [url, env, expected] of table)
    it(`${url} ${JSON.stringify(env)}`, () => assert.equal(proxyFor(new URL(url), { env })?.href, expected));

  it('is the editor’s, with its exceptions', () => {
    const url = new URL('https://osv.example');
    assert.equal(proxyFor(url, { proxy: 'http://editor.example', env: HTTPS })?.host, 'editor.example');
    assert.equal(proxyFor(url, { proxy: 'http://editor.example', noProxy: ['osv.example'] }), undefined);
    assert.throws(() => proxyFor(url, { proxy: 'ftp://editor.example' }), TypeError);
  });
});
