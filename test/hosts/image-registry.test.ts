import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { imageDigest } from '../../server/src/hosts/image-registry.ts';

type Handler = (request: IncomingMessage, response: ServerResponse, base: string) => void;

const DIGEST = `sha256:${'ab'.repeat(32)}`;

describe('asking an image registry', () => {
  const servers: Server[] = [];

  afterEach(async () => {
    await Promise.all(
      servers.splice(0).map((server) => {
        server.closeAllConnections();
        return new Promise((resolve) => server.close(resolve));
      }),
    );
  });

  /** A registry on this machine; resolves to its host and what it was asked. */
  async function registry(handle: Handler): Promise<{ readonly host: string; readonly asked: string[] }> {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(`${request.method ?? ''} ${request.url ?? ''}`);
      handle(request, response, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return { host: `127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
  }

  it('reads the digest from one question', async () => {
    const { host, asked } = await registry((request, response) => {
      assert.match(request.headers.accept ?? '', /image\.index\.v1/);
      assert.equal(request.headers.authorization, undefined);
      response.writeHead(200, { 'docker-content-digest': DIGEST }).end();
    });
    assert.equal(await imageDigest(`${host}/team/app:1.2`), DIGEST);
    assert.deepEqual(asked, ['HEAD /v2/team/app/manifests/1.2']);
  });

  it('takes an anonymous token where the registry asks for one', async () => {
    const { host, asked } = await registry((request, response, base) => {
      if (request.url?.startsWith('/token')) response.writeHead(200).end(JSON.stringify({ token: 'anonymous' }));
      else if (request.headers.authorization === 'Bearer anonymous')
        response.writeHead(200, { 'docker-content-digest': DIGEST }).end();
      else response.writeHead(401, { 'www-authenticate': `Bearer realm="${base}/token",service="registry.example"` }).end();
    });
    assert.equal(await imageDigest(`${host}/library/node:24`), DIGEST);
    assert.equal(asked[1], 'GET /token?service=registry.example&scope=repository%3Alibrary%2Fnode%3Apull');
  });

  it('computes the digest of a manifest where the registry does not name it', async () => {
    const manifest = JSON.stringify({ schemaVersion: 2, layers: [] });
    const { host } = await registry((request, response) =>
      response.writeHead(200).end(request.method === 'GET' ? manifest : undefined),
    );
    assert.equal(await imageDigest(`${host}/a:b`), `sha256:${createHash('sha256').update(manifest).digest('hex')}`);
  });

  const failures: readonly (readonly [name: string, handle: Handler, says: RegExp])[] = [
    ['an unknown tag', (_, response) => response.writeHead(404).end(), /has no such image or tag$/],
    ['a private image', (_, response) => response.writeHead(403).end(), /does not show it without signing in$/],
    [
      'a sign-in with a password',
      (_, response) => response.writeHead(401, { 'www-authenticate': 'Basic realm="x"' }).end(),
      /without signing in$/,
    ],
    [
      'a sign-in without encryption',
      (_, response) => response.writeHead(401, { 'www-authenticate': 'Bearer realm="http://auth.example/token"' }).end(),
      /wants to sign in at http:\/\/auth\.example without encryption$/,
    ],
    [
      'a token that is none',
      (request, response, base) =>
        request.url?.startsWith('/token')
          ? response.writeHead(200).end('<html>')
          : response.writeHead(401, { 'www-authenticate': `Bearer realm="${base}/token"` }).end(),
      /gave no token$/,
    ],
    ['too many questions', (_, response) => response.writeHead(429).end(), /too many questions; try again later$/],
    ['a broken registry', (_, response) => response.writeHead(503).end(), /answered with status 503$/],
    [
      'something else than a registry',
      (_, response) => response.writeHead(200).end('<html>hello</html>'),
      /something that is no manifest$/,
    ],
    ['a connection that breaks', (request) => request.socket.destroy(), /cannot be reached \(/],
  ];
  for (const [name, handle, says] of failures) {
    it(`says in words what is wrong: ${name}`, async () => {
      const { host } = await registry(handle);
      await assert.rejects(imageDigest(`${host}/a:b`), (error: Error) => {
        assert.match(error.message, says);
        return true;
      });
    });
  }

  it('asks nothing for what is no image', async () => {
    for (const image of ['node', 'docker.io/node', 'docker.io/../x y:1', 'docker.io/a:b@sha256:1'])
      await assert.rejects(imageDigest(image), /is no image with registry, name and tag$/);
  });
});
