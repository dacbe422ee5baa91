import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { folderWith, has, start } from './support/harness.ts';

const MANIFEST = '{ "name": "shop", "dependencies": { "ghost-of-nobody": "1.0.0" } }';
const isTold = has('dependencies/package-not-found');

describe('lsp: the registry', () => {
  let server: Server;
  let base = '';
  let asked: string[] = [];

  before(async () => {
    server = createServer(({ url = '' }, response) => {
      asked.push(url);
      response.writeHead(404).end('{}');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  });
  beforeEach(() => {
    asked = [];
  });
  after(() => new Promise((resolve) => server.close(resolve)));

  it('is asked only after the user agreed, and no longer when that is taken back', async () => {
    const folder = folderWith({ 'package.json': MANIFEST, '.npmrc': `registry=${base}\n` });
    const data = folderWith({ 'keep.txt': '' });
    const uri = folder.uriOf('package.json');
    const client = await start({ folders: [folder.uri], initializationOptions: { dataFolder: new URL(data.uri).pathname } });
    await client.open(uri, MANIFEST);
    assert.ok(!isTold(await client.items(uri)));
    assert.deepEqual(asked, []);
    await client.connection.sendNotification('larboard/registry/allow', { isAllowed: true });
    await client.diagnostics(uri, isTold);
    assert.deepEqual(asked, ['/ghost-of-nobody']);
    await client.connection.sendNotification('larboard/registry/allow', { isAllowed: false });
    await client.diagnostics(uri, (items) => !isTold(items));
    assert.equal(asked.length, 1);
  });
});
