import assert from 'node:assert/strict';
import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import { SCAN } from '../../server/src/lsp/protocol.ts';
import { itemsOf, rulesOf, startClient, stopServers, TestClient } from './support/client.ts';
import { TestFolder } from './support/folder.ts';
import { spawnServer } from './support/server.ts';

const SUDO = 'FROM node:22.4-slim\nUSER node\nRUN sudo make\n';
const RULE = 'dockerfile/run-sudo';
const URI = 'untitled:Dockerfile';

/** After whatever happened before: the server still answers, and right. */
async function assertAlive(client: TestClient): Promise<void> {
  client.open(URI, SUDO, 100);
  assert.ok(rulesOf(itemsOf(await client.pull(URI))).includes(RULE));
}

const codeOf = (error: unknown): number => (error instanceof ResponseError ? error.code : 0);

describe('bad input to the server', () => {
  afterEach(stopServers);

  it('an unknown request is answered with "method not found"', async () => {
    const client = await startClient({ pulls: true });
    await assert.rejects(client.request('larboard/none', {}), (error) => codeOf(error) === ErrorCodes.MethodNotFound);
    await assertAlive(client);
  });

  it('an unknown command is answered with "invalid params"', async () => {
    const client = await startClient({ pulls: true });
    await assert.rejects(
      client.request('workspace/executeCommand', { command: 'larboard.none' }),
      (error) => codeOf(error) === ErrorCodes.InvalidParams,
    );
    await assertAlive(client);
  });

  for (const [method, params] of [
    ['textDocument/hover', {}],
    ['textDocument/codeAction', { textDocument: {} }],
    ['textDocument/diagnostic', []],
    ['codeAction/resolve', 7],
    ['larboard/explain', null],
    ['larboard/fixAll', 'x'],
  ] as const) {
    it(`malformed parameters of ${method} fail that request only`, async () => {
      const client = await startClient({ pulls: true });
      await client.request(method, params).catch((error: unknown) => {
        assert.notEqual(codeOf(error), 0);
      });
      await assertAlive(client);
    });
  }

  for (const [method, params] of [
    ['textDocument/didOpen', {}],
    ['textDocument/didChange', { textDocument: { uri: 'untitled:never-opened', version: 3 }, contentChanges: [{ text: 'x' }] }],
    ['textDocument/didClose', { textDocument: { uri: 'untitled:never-opened' } }],
    ['workspace/didChangeWatchedFiles', { changes: [{ uri: '%E0%A4%A', type: 1 }] }],
    ['workspace/didChangeWatchedFiles', {}],
    ['workspace/didChangeConfiguration', { settings: { larboard: 'on' } }],
    ['larboard/none', {}],
  ] as const) {
    it(`the notification ${method} with ${JSON.stringify(params)} changes nothing`, async () => {
      const client = await startClient({ pulls: true });
      client.notify(method, params);
      await assertAlive(client);
    });
  }

  it('settings of wrong types count as none', async () => {
    const settings = { profile: 7, rules: 'off', exclude: {}, kubernetes: null, minimumSeverity: ['high'] };
    const client = await startClient({ pulls: true, settings: () => settings as never });
    await assertAlive(client);
    await client.until(() => client.count('workspace/diagnostic/refresh') > 0);
    assert.ok(rulesOf(itemsOf(await client.pull(URI))).includes(RULE));
  });

  it('a client that refuses to give its settings has none', async () => {
    const client = await startClient({
      pulls: true,
      settings: () => {
        throw new Error('no');
      },
    });
    await client.until(() => client.count('workspace/diagnostic/refresh') > 0);
    await assertAlive(client);
  });

  it('positions outside of the text are taken as the nearest', async () => {
    const client = await startClient({ pulls: true });
    client.open(URI, SUDO);
    const position = { line: 4_000_000, character: 4_000_000 };
    assert.equal(await client.request('textDocument/hover', { textDocument: { uri: URI }, position }), null);
    assert.deepEqual(await client.actions(URI, { start: position, end: position }, ['quickfix']), []);
    client.change(URI, '\nRUN sudo id', { start: position, end: position });
    assert.equal(itemsOf(await client.pull(URI)).filter(({ code }) => code === RULE).length, 2);
  });

  for (const [what, text] of [
    ['an empty text', ''],
    ['a BOM alone', '\uFEFF'],
    ['a NUL', `${SUDO}\0`],
    ['lone carriage returns', SUDO.replaceAll('\n', '\r')],
    ['a lone surrogate', `${SUDO}# \uD800`],
    ['deep nesting', `a: ${'['.repeat(20_000)}`],
    ['one long line', `RUN ${'x && '.repeat(20_000)}`],
  ] as const) {
    it(`${what} in every kind of file does no harm`, async () => {
      const client = await startClient({ pulls: true });
      for (const name of ['Dockerfile', 'pod.yaml', 'package.json', 'requirements.txt', 'go.mod', '.larboard.yaml']) {
        const uri = `untitled:bad/${name}`;
        client.open(uri, text);
        const report = await client.pull(uri);
        for (const { range } of itemsOf(report)) assert.ok(range.start.line >= 0 && range.start.character >= 0);
      }
      await assertAlive(client);
    });
  }

  it('a folder that does not exist is told as skipped', async () => {
    const folder = new TestFolder();
    folder.remove();
    const client = await startClient({ folders: [folder.uri], pulls: true });
    const summary = await client.request<{ files: number; cancelled: boolean }>(SCAN, {});
    assert.deepEqual([summary.files, summary.cancelled], [0, false]);
    await assertAlive(client);
  });

  it('a message that is no JSON does not end the server', async () => {
    const server = await spawnServer();
    try {
      const client = await new TestClient(server.stdout, server.stdin, { pulls: true }).initialize();
      server.stdin.write('Content-Length: 9\r\n\r\n{"a": nul');
      await assertAlive(client);
    } finally {
      server.kill();
    }
  });

  it('the process ends after "shutdown" and "exit" with 0, and with 1 without "shutdown"', async () => {
    for (const [isPolite, expected] of [
      [true, 0],
      [false, 1],
    ] as const) {
      const server = await spawnServer();
      const ended = new Promise((resolve) => server.on('exit', resolve));
      const client = await new TestClient(server.stdout, server.stdin).initialize();
      if (isPolite) await client.request('shutdown');
      client.notify('exit', undefined);
      assert.equal(await ended, expected);
    }
  });

  it('the process ends when its client is gone', async () => {
    const server = await spawnServer();
    const ended = new Promise((resolve) => server.on('exit', resolve));
    await new TestClient(server.stdout, server.stdin).initialize();
    server.stdin.end();
    assert.notEqual(await ended, null);
  });
});
