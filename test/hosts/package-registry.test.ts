import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { npmConfig } from '../../server/src/hosts/package-registry/npm-config.ts';
import { readPackument } from '../../server/src/hosts/package-registry/packument.ts';
import { NpmRegistry, type RegistryOptions } from '../../server/src/hosts/package-registry/registry.ts';

const PACKUMENT = {
  'dist-tags': { latest: '2.0.0' },
  time: { created: '2020-01-01T00:00:00Z', '1.0.0': '2020-01-01T00:00:00Z', '2.0.0': '2026-01-01T00:00:00Z' },
  versions: {
    '1.0.0': { license: 'MIT', deprecated: 'use b', dist: {} },
    '2.0.0': { licenses: [{ type: 'ISC' }], dist: { attestations: { url: 'x' } } },
  },
};

describe('the registry of npm', () => {
  describe('configuration', () => {
    const users = (text: string) => ({ text, isUsers: true });
    const project = (text: string) => ({ text, isUsers: false });

    it('finds registries by scope, the strongest file first', () => {
      const config = npmConfig(
        [
          project('registry=https://npm.example/a\n'),
          users('; mine\nregistry = https://other.example\n@s:registry="https://s.example/x/"\n'),
        ],
        {},
      );
      assert.equal(config.registryOf('left-pad').href, 'https://npm.example/a/');
      assert.equal(config.registryOf('@s/a').href, 'https://s.example/x/');
      assert.equal(config.registryOf('@t/a').href, 'https://npm.example/a/');
      assert.equal(npmConfig([], {}).registryOf('a').host, 'registry.npmjs.org');
      assert.equal(npmConfig([users('registry=nonsense')], {}).registryOf('a').host, 'registry.npmjs.org');
      assert.equal(npmConfig([], { npm_config_registry: 'https://env.example' }).registryOf('a').host, 'env.example');
    });

    it('sends credentials only where they belong', () => {
      const text =
        '//npm.example/:_authToken=t0\n//npm.example/deep/:_auth=YTpi\n//user.example/:username=u\n//user.example/:_password=cA==\n';
      const config = npmConfig([users(text)], {});
      const of = (url: string) => config.authorizationFor(new URL(url));
      assert.equal(of('https://npm.example/a'), 'Bearer t0');
      assert.equal(of('https://npm.example/deep/a'), 'Basic YTpi');
      assert.equal(of('https://user.example/a'), `Basic ${Buffer.from('u:p').toString('base64')}`);
      assert.equal(of('https://evil.example/a'), undefined);
      assert.equal(npmConfig([users('_authToken=t1')], {}).authorizationFor(new URL('https://evil.example/')), undefined);
    });

    it('puts variables in for the user’s own file alone', () => {
      const line = '//npm.example/:_authToken=${TOKEN}\n';
      const url = new URL('https://npm.example/a');
      assert.equal(npmConfig([users(line)], { TOKEN: 's' }).authorizationFor(url), 'Bearer s');
      assert.equal(npmConfig([project(line)], { TOKEN: 's' }).authorizationFor(url), undefined);
      assert.equal(npmConfig([users(line)], {}).authorizationFor(url), undefined);
    });

    it('honours the proxy', () => {
      const { proxy } = npmConfig([users('https-proxy=http://p.example:1\nnoproxy=a.example, b.example\nstrict-ssl=false')], {});
      assert.equal(proxy.proxy, 'http://p.example:1');
      assert.deepEqual(proxy.noProxy, ['a.example', 'b.example']);
      assert.equal(proxy.strictSsl, false);
    });
  });

  describe('answers', () => {
    it('are read with what is there', () => {
      const read = readPackument(PACKUMENT);
      assert.ok(read?.exists);
      assert.equal(read.latest, '2.0.0');
      assert.deepEqual(Object.fromEntries(read.versions), {
        '1.0.0': { published: '2020-01-01T00:00:00Z', deprecated: 'use b', license: 'MIT', hasProvenance: false },
        '2.0.0': { published: '2026-01-01T00:00:00Z', license: 'ISC', hasProvenance: true },
      });
      const more = readPackument({
        versions: {
          '1.0.0': { dist: { integrity: 'sha512-aa== nonsense', shasum: 'da39a3ee5e6b4b0d3255bfef95601890afd80709' } },
          '1.1.0': { dist: { integrity: 'sha1-bb=', shasum: 'x' }, scripts: { test: 'x', postinstall: '' } },
          '1.2.0': { scripts: { install: 'node-gyp rebuild' } },
          '1.3.0': { hasInstallScript: true, scripts: 1, dist: { integrity: 1 } },
          '1.4.0': { gypfile: true },
        },
      });
      assert.deepEqual(more?.exists && Object.fromEntries(more.versions), {
        '1.0.0': { integrity: ['sha512-aa==', 'sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk='] },
        '1.1.0': { integrity: ['sha1-bb='] },
        '1.2.0': { hasInstallScript: true },
        '1.3.0': { hasInstallScript: true },
        '1.4.0': { hasInstallScript: true },
      });
      const mirror = readPackument({ versions: { '1.0.0': { dist: {} } } });
      assert.deepEqual(mirror?.exists && Object.fromEntries(mirror.versions), { '1.0.0': {} });
      assert.deepEqual(readPackument({ name: 'a', time: { unpublished: { time: 'x' } } }), { exists: false });
      for (const nonsense of [null, 1, 'x', [], {}, { versions: 1 }, '<html>']) assert.equal(readPackument(nonsense), undefined);
    });
  });

  describe('questions', () => {
    let server: Server;
    let base = '';
    let asked: { readonly url: string; readonly headers: IncomingMessage['headers'] }[] = [];
    let reply: (request: IncomingMessage, response: ServerResponse) => void;
    const folders: string[] = [];
    const registries: NpmRegistry[] = [];

    before(async () => {
      server = createServer((request, response) => {
        asked.push({ url: request.url ?? '', headers: request.headers });
        reply(request, response);
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    });
    beforeEach(() => {
      asked = [];
      reply = (_, response) => void response.end(JSON.stringify(PACKUMENT));
    });
    afterEach(() => {
      for (const registry of registries.splice(0)) registry.allow(false);
      for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
    });
    after(() => new Promise((resolve) => server.close(resolve)));

    function registryWith(options: Partial<RegistryOptions> = {}, npmrc = ''): NpmRegistry {
      const config = npmConfig([{ text: `registry=${base}\n${npmrc}`, isUsers: true }], {});
      const registry = new NpmRegistry({ config: () => Promise.resolve(config), ...options });
      registries.push(registry);
      return registry;
    }
    const folder = (): string => {
      const made = mkdtempSync(path.join(tmpdir(), 'larboard-registry-'));
      folders.push(made);
      return made;
    };

    it('are not asked without consent, nor of other ecosystems, nor for what is no name', async () => {
      const registry = registryWith();
      assert.equal(registry.forPackage('npm', 'a'), undefined);
      await registry.settled();
      registry.allow(true);
      registry.forPackage('PyPI', 'a');
      registry.forPackage('npm', 'a b');
      registry.forPackage('npm', '../../etc');
      registry.forPackage('npm', 'a/b/c');
      await registry.settled();
      assert.deepEqual(asked, []);
    });

    it('are asked once, and the answer is there the next time', async () => {
      let changes = 0;
      const registry = registryWith({ onChange: () => changes++ });
      registry.allow(true);
      changes = 0;
      assert.equal(registry.forPackage('npm', 'a'), undefined);
      registry.forPackage('npm', 'a');
      registry.forPackage('npm', '@s/b');
      await registry.settled();
      assert.equal(registry.forPackage('npm', 'a')?.exists, true);
      assert.deepEqual(asked.map(({ url }) => url).sort(), ['/@s%2fb', '/a']);
      assert.equal(changes, 1);
      assert.match(registry.source, /^127\.0\.0\.1:/);
    });

    it('take credentials along, and not to another host', async () => {
      const other = createServer((request, response) => {
        asked.push({ url: `other${request.url ?? ''}`, headers: request.headers });
        response.end(JSON.stringify(PACKUMENT));
      });
      await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
      const there = `http://127.0.0.1:${(other.address() as AddressInfo).port}/moved`;
      reply = (_, response) => void response.writeHead(302, { location: there }).end();
      const registry = registryWith({}, `//${new URL(base).host}/:_authToken=secret\n`);
      registry.allow(true);
      registry.forPackage('npm', 'a');
      await registry.settled();
      await new Promise((resolve) => other.close(resolve));
      assert.deepEqual(
        asked.map(({ url, headers }) => [url, headers.authorization]),
        [
          ['/a', 'Bearer secret'],
          ['other/moved', undefined],
        ],
      );
      assert.equal(registry.forPackage('npm', 'a')?.exists, true);
    });

    it('a name that is not there is told apart from one that may be private, and from no answer', async () => {
      const statuses: Readonly<Record<string, number>> = {
        '/gone': 404,
        '/@s%2fprivate': 404,
        '/hidden': 401,
        '/odd': 405,
        '/page': 200,
      };
      reply = ({ url = '' }, response) => void response.writeHead(statuses[url] ?? 500).end('<html>');
      const registry = registryWith();
      registry.allow(true);
      const names = ['gone', '@s/private', 'hidden', 'odd', 'page'];
      for (const name of names) registry.forPackage('npm', name);
      await registry.settled();
      assert.deepEqual(
        names.map((name) => registry.forPackage('npm', name)),
        [{ exists: false }, undefined, undefined, undefined, undefined],
      );
      assert.equal(asked.length, 5);
    });

    it('answers are kept on disk, and asked again with their tag when they are old', async () => {
      const place = folder();
      reply = ({ headers }, response) => {
        if (headers['if-none-match'] === '"1"') response.writeHead(304).end();
        else response.writeHead(200, { etag: '"1"', 'content-encoding': 'gzip' }).end(gzipSync(JSON.stringify(PACKUMENT)));
      };
      let now = Date.parse('2026-11-28T00:00:00Z');
      const one = async (): Promise<number> => {
        const before = asked.length;
        const registry = registryWith({ folder: place, now: () => now });
        registry.allow(true);
        registry.forPackage('npm', 'a');
        await registry.settled();
        const known = registry.forPackage('npm', 'a');
        assert.ok(known?.exists);
        assert.equal(known.versions.get('1.0.0')?.deprecated, 'use b');
        return asked.length - before;
      };
      assert.equal(await one(), 1);
      assert.equal(await one(), 0);
      now += 13 * 3_600_000;
      assert.equal(await one(), 1);
      assert.equal(asked.at(-1)?.headers['if-none-match'], '"1"');
      assert.equal(await one(), 0);
    });

    it('a registry that fails is left alone for a while, told once, and old answers stay', async () => {
      const place = folder();
      let now = 0;
      const told: string[] = [];
      const first = registryWith({ folder: place, now: () => now });
      first.allow(true);
      first.forPackage('npm', 'a');
      await first.settled();
      now += 24 * 3_600_000;
      asked = [];
      reply = (_, response) => void response.writeHead(503).end();
      const registry = registryWith({ folder: place, now: () => now, tell: (problem) => told.push(problem), backOff: 60_000 });
      registry.allow(true);
      for (const name of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n']) registry.forPackage('npm', name);
      await registry.settled();
      assert.ok(asked.length < 14, String(asked.length));
      assert.equal(told.length, 1);
      assert.match(told[0] ?? '', /503/);
      assert.equal(registry.forPackage('npm', 'a')?.exists, true);
      assert.equal(registry.forPackage('npm', 'b'), undefined);
      const before = asked.length;
      registry.forPackage('npm', 'z');
      await registry.settled();
      assert.equal(asked.length, before);
      now += 61_000;
      reply = (_, response) => void response.end(JSON.stringify(PACKUMENT));
      registry.forPackage('npm', 'y');
      await registry.settled();
      assert.equal(registry.forPackage('npm', 'y')?.exists, true);
    });

    it('consent that is taken back drops what was on its way and what was known', async () => {
      const held: ServerResponse[] = [];
      const registry = registryWith();
      registry.allow(true);
      const arrived = new Promise<void>((resolve) => {
        reply = (_, response) => {
          held.push(response);
          resolve();
        };
      });
      registry.forPackage('npm', 'a');
      await arrived;
      registry.allow(false);
      await registry.settled();
      assert.equal(registry.forPackage('npm', 'a'), undefined);
      for (const response of held) response.end();
      assert.equal(asked.length, 1);
    });
  });
});
