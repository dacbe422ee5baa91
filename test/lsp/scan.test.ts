import assert from 'node:assert/strict';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import { SCAN, type ScannedFile, type ScanSummary } from '../../server/src/lsp/protocol.ts';
import { rulesOf, startClient, stopServers, type TestClient } from './support/client.ts';
import { TestFolder } from './support/folder.ts';

const SUDO = 'FROM node:22.4-slim\nUSER node\nRUN sudo make\n';
const CLEAN = 'FROM node:22.4-slim\nUSER node\nRUN make\n';
const RULE = 'dockerfile/run-sudo';
const COMMAND = 'larboard.server.scanWorkspace';

interface Progress {
  readonly token: string;
  readonly value: unknown;
}
interface Step {
  readonly kind: 'begin' | 'report' | 'end';
  readonly percentage?: number;
  readonly message?: string;
}

const values = (client: TestClient, token: string): readonly unknown[] =>
  client.received.flatMap(({ method, params }) =>
    method === '$/progress' && (params as Progress).token === token ? [(params as Progress).value] : [],
  );
const scanned = (client: TestClient): readonly ScannedFile[] => values(client, 'files').flat() as ScannedFile[];
const scan = (client: TestClient): Promise<ScanSummary> =>
  client.request(SCAN, { workDoneToken: 'work', partialResultToken: 'files' });

describe('scan of the workspace', () => {
  let folder: TestFolder;
  beforeEach(() => {
    folder = new TestFolder();
  });
  afterEach(() => {
    stopServers();
    folder.remove();
  });

  it('streams the findings of every file and sums up', async () => {
    folder.write('a/Dockerfile', SUDO);
    folder.write('with space/Dockerfile', SUDO);
    folder.write('clean/Dockerfile', CLEAN);
    folder.write('notes.md', SUDO);
    const client = await startClient({ folders: [folder.uri], pulls: true });
    const summary = await scan(client);
    assert.equal(summary.files, 3);
    assert.equal(summary.cancelled, false);
    assert.deepEqual(summary.skipped, []);
    const files = scanned(client);
    assert.equal(
      files.reduce((sum, { diagnostics }) => sum + diagnostics.length, 0),
      summary.findings,
    );
    assert.equal(
      Object.values(summary.bySeverity).reduce((sum, count) => sum + count, 0),
      summary.findings,
    );
    const found = new Map(files.map(({ uri, diagnostics }) => [uri, rulesOf(diagnostics).includes(RULE)]));
    assert.deepEqual(
      found,
      new Map([
        [folder.uriOf('a/Dockerfile'), true],
        [folder.uriOf('clean/Dockerfile'), false],
        [folder.uriOf('with space/Dockerfile'), true],
      ]),
    );
  });

  it('reports progress from 0 to 100, never backwards', async () => {
    for (let i = 0; i < 60; i++) folder.write(`${i}/Dockerfile`, SUDO);
    const client = await startClient({ folders: [folder.uri], pulls: true });
    await scan(client);
    const steps = values(client, 'work') as Step[];
    assert.equal(steps[0]?.kind, 'begin');
    assert.equal(steps.at(-1)?.kind, 'end');
    const percentages = steps.flatMap(({ kind, percentage }) => (kind === 'report' ? [percentage ?? -1] : []));
    assert.deepEqual(
      percentages,
      percentages.toSorted((a, b) => a - b),
    );
    assert.equal(percentages.at(-1), 100);
    assert.equal(steps.at(-2)?.message, '60 of 60 files');
    assert.equal(scanned(client).length, 60);
  });

  it('can be cancelled: it ends early, says so, and the server goes on', async () => {
    for (let i = 0; i < 400; i++) folder.write(`${i}/Dockerfile`, SUDO);
    const client = await startClient({ folders: [folder.uri], pulls: true });
    const source = new CancellationTokenSource();
    const answer = client.connection.sendRequest<ScanSummary>(
      SCAN,
      { workDoneToken: 'work', partialResultToken: 'files' },
      source.token,
    );
    await client.until(() => values(client, 'work').some((step) => (step as Step).kind === 'report'));
    source.cancel();
    const summary = await answer;
    assert.equal(summary.cancelled, true);
    assert.ok(summary.files < 400, `${summary.files} files`);
    assert.equal((values(client, 'work').at(-1) as Step).kind, 'end');
    const uri = folder.uriOf('0/Dockerfile');
    client.open(uri, CLEAN);
    assert.equal((await client.pull(uri)).kind, 'full');
  });

  it('leaves out what .gitignore names, says what it skipped and why, and keeps the text of open documents', async () => {
    folder.write('.gitignore', 'build/\n');
    folder.write('build/Dockerfile', SUDO);
    folder.write('node_modules/x/package.json', '{"dependencies":{"a":"*"}}');
    folder.write('open/Dockerfile', CLEAN);
    folder.write('binary/Dockerfile', new Uint8Array([70, 0, 1, 2]));
    folder.write('.larboard.yaml', 'exclude: ["vendor/**"]\n');
    folder.write('vendor/Dockerfile', SUDO);
    const client = await startClient({ folders: [folder.uri], pulls: true });
    const open = folder.uriOf('open/Dockerfile');
    client.open(open, SUDO);
    const { skipped } = await scan(client);
    assert.deepEqual(
      new Map(skipped.map(({ path, reason }) => [path, reason])),
      new Map([
        ['binary/Dockerfile', 'binary'],
        ['vendor/Dockerfile', 'excluded'],
      ]),
    );
    const files = scanned(client);
    assert.deepEqual(
      files.map(({ uri }) => uri),
      [folder.uriOf('.larboard.yaml'), open],
    );
    assert.ok(rulesOf(files[1]?.diagnostics ?? []).includes(RULE));
  });

  it('is a command for other editors, which publishes what is not open', async () => {
    folder.write('a/Dockerfile', SUDO);
    folder.write('b/Dockerfile', SUDO);
    const client = await startClient({ folders: [folder.uri] });
    const open = folder.uriOf('a/Dockerfile');
    client.open(open, CLEAN);
    await client.publication(open);
    const { files } = await client.request<ScanSummary>('workspace/executeCommand', { command: COMMAND });
    assert.equal(files, 2);
    assert.ok(rulesOf((await client.publication(folder.uriOf('b/Dockerfile'))).diagnostics).includes(RULE));
    assert.ok(client.published(open).every(({ diagnostics }) => !rulesOf(diagnostics).includes(RULE)));
  });

  it('covers all folders, each with its own configuration, and not one that is switched off', async () => {
    const second = new TestFolder({ Dockerfile: SUDO, '.larboard.yaml': `rules:\n  ${RULE}: off\n` });
    const third = new TestFolder({ Dockerfile: SUDO });
    try {
      folder.write('Dockerfile', SUDO);
      const client = await startClient({
        folders: [folder.uri, second.uri, third.uri],
        pulls: true,
        settings: (uri) => ({ enable: uri !== third.uri }),
      });
      await scan(client);
      const found = scanned(client).filter(({ uri }) => uri.endsWith('Dockerfile'));
      assert.deepEqual(
        found.map(({ uri, diagnostics }) => [uri, rulesOf(diagnostics).includes(RULE)]),
        [
          [folder.uriOf('Dockerfile'), true],
          [second.uriOf('Dockerfile'), false],
        ],
      );
    } finally {
      second.remove();
      third.remove();
    }
  });
});
