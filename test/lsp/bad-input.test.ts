import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import type { ScanSummary } from '../../server/src/lsp/protocol.ts';
import { Client } from './support/client.ts';
import { folderWith, has, NODE_SERVER, ofRule, start, track } from './support/harness.ts';
import { DOCKERFILE, LATEST } from './support/texts.ts';

const URI = 'file:///Dockerfile';

/** A client whose test holds the raw streams. */
async function startRaw() {
  const child = spawn(process.execPath, [NODE_SERVER, '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] });
  const client = track(new Client(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin), {}, child));
  await client.initialize();
  return { client, stdin: child.stdin };
}

describe('lsp: bad documents', () => {
  const TEXTS: readonly (readonly [what: string, text: string])[] = [
    ['an empty text', ''],
    ['a BOM alone', '\uFEFF'],
    ['a NUL', `${DOCKERFILE}\0`],
    ['lone carriage returns', DOCKERFILE.replaceAll('\n', '\r')],
    ['a lone surrogate', `${DOCKERFILE}# \uD800`],
    ['deep nesting', `a: ${'['.repeat(20_000)}`],
    ['one long line', `RUN ${'x && '.repeat(20_000)}`],
  ];
  for (const [what, text] of TEXTS) {
    it(`${what} in every kind of file leaves other files their findings`, async () => {
      const client = await start();
      for (const name of ['Dockerfile', 'pod.yaml', 'package.json', 'requirements.txt', 'go.mod', '.larboard.yaml']) {
        const uri = `file:///bad/${name}`;
        await client.open(uri, text);
        assert.equal((await client.pull(uri)).kind, 'full');
      }
      await client.open(URI, DOCKERFILE);
      ofRule(await client.items(URI), LATEST);
    });
  }
});

describe('lsp: bad clients', () => {
  it('a message that is no JSON does not end the server', async () => {
    const { client, stdin } = await startRaw();
    stdin.write('Content-Length: 9\r\n\r\n{"a": nul');
    await client.open(URI, DOCKERFILE);
    ofRule(await client.items(URI), LATEST);
  });

  it('the server ends by itself when its client is gone', async () => {
    const { client, stdin } = await startRaw();
    stdin.end();
    assert.notEqual(await client.exited, null);
  });

  it('settings of wrong types count as none', async () => {
    const settings = { profile: 7, rules: 'off', exclude: {}, kubernetes: null, minimumSeverity: ['high'] };
    const client = await start({ settings: () => settings });
    await client.open(URI, DOCKERFILE);
    await client.until(() => (client.messages('workspace/diagnostic/refresh').length > 0 ? true : undefined));
    ofRule(await client.items(URI), LATEST);
  });

  it('a client that fails to give its settings has none', async () => {
    const client = await start({
      settings: () => {
        throw new Error('no settings today');
      },
    });
    await client.until(() => client.messages('window/logMessage')[0]);
    await client.open(URI, DOCKERFILE);
    ofRule(await client.items(URI), LATEST);
  });
});

describe('lsp: settings that arrive', () => {
  it('and say nothing new leave results unchanged', async () => {
    const client = await start({ settings: () => ({ rules: {}, profile: null }) });
    await client.open(URI, DOCKERFILE);
    const first = await client.pull(URI);
    await client.notify('workspace/didChangeConfiguration', { settings: null });
    await client.until(() => client.messages('workspace/configuration')[1]);
    await client.settled();
    assert.equal((await client.pull(URI, first.resultId)).kind, 'unchanged');
  });

  it('hold for a scan that was asked for before them', async () => {
    const folder = folderWith({ Dockerfile: DOCKERFILE });
    const client = await start({ folders: [folder.uri], settings: () => ({ enable: false }) });
    const { files } = await client.request<ScanSummary>('larboard/scan', { partialResultToken: 'files' });
    assert.equal(files, 0);
    assert.ok(!has(LATEST)(await client.items(folder.uriOf('Dockerfile'))));
  });
});
