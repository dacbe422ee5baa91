import assert from 'node:assert/strict';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import type { ScannedFile, ScanSummary } from '../../server/src/lsp/protocol.ts';
import type { Client } from './support/client.ts';
import { folderWith, has, rules, start } from './support/harness.ts';
import { CLEAN_DOCKERFILE, DOCKERFILE, LATEST, POD, PRIVILEGED } from './support/texts.ts';

interface Progress {
  readonly token: string | number;
  readonly value: { readonly kind?: string; readonly percentage?: number; readonly message?: string };
}

const COMMAND = { command: 'larboard.server.scanWorkspace' };
const shop = () =>
  folderWith({
    'a/Dockerfile': DOCKERFILE,
    'b/Dockerfile': CLEAN_DOCKERFILE,
    'k8s/pod.yaml': POD,
    'k8s/binary.yaml': 'a: \0',
    'left-out/Dockerfile': DOCKERFILE,
    '.larboard.yaml': 'exclude: [left-out/**]\n',
    'ignored/Dockerfile': DOCKERFILE,
    '.gitignore': 'ignored\n',
    'node_modules/x/Dockerfile': DOCKERFILE,
    'readme.md': 'nothing',
  });

const partial = (client: Client): readonly ScannedFile[] =>
  client
    .messages<Progress>('$/progress')
    .filter(({ token }) => token === 'files')
    .flatMap(({ value }) => value as unknown as readonly ScannedFile[]);

describe('lsp: larboard/scan', () => {
  it('tells the findings of every file, its progress and a summary', async () => {
    const folder = shop();
    const client = await start({ folders: [folder.uri] });
    const summary = await client.request<ScanSummary>('larboard/scan', { workDoneToken: 'work', partialResultToken: 'files' });
    const { milliseconds, ...rest } = summary;
    assert.ok(milliseconds >= 0);
    const files = partial(client);
    assert.deepEqual(
      files.map(({ uri }) => uri),
      ['.gitignore', '.larboard.yaml', 'a/Dockerfile', 'b/Dockerfile', 'k8s/pod.yaml'].map((file) => folder.uriOf(file)),
    );
    assert.ok(has(LATEST)(files[2]?.diagnostics ?? []));
    assert.deepEqual(files[3]?.diagnostics, []);
    assert.ok(has(PRIVILEGED)(files[4]?.diagnostics ?? []));
    const count = files.flatMap(({ diagnostics }) => diagnostics).length;
    assert.deepEqual(
      { ...rest, bySeverity: Object.values(rest.bySeverity).reduce((sum, each) => sum + each, 0) },
      {
        files: 5,
        findings: count,
        bySeverity: count,
        skipped: [
          { path: 'k8s/binary.yaml', reason: 'binary' },
          { path: 'left-out/Dockerfile', reason: 'excluded' },
        ],
        cancelled: false,
      },
    );
    const progress = client.messages<Progress>('$/progress').filter(({ token }) => token === 'work');
    assert.deepEqual([progress[0]?.value.kind, progress.at(-1)?.value.kind], ['begin', 'end']);
    const percentages = progress.flatMap(({ value }) => value.percentage ?? []);
    assert.deepEqual(
      percentages,
      [...percentages].sort((a, b) => a - b),
    );
    assert.ok(
      progress.some(({ value }) => /^\d+ of 7 files$/.test(value.message ?? '')),
      JSON.stringify(progress),
    );
  });

  it('works without progress and partial results', async () => {
    const client = await start({ folders: [shop().uri] });
    assert.equal((await client.request<ScanSummary>('larboard/scan', {})).files, 5);
  });

  it('takes the unsaved text of open documents', async () => {
    const folder = shop();
    const client = await start({ folders: [folder.uri] });
    await client.open(folder.uriOf('a/Dockerfile'), CLEAN_DOCKERFILE);
    await client.request('larboard/scan', { partialResultToken: 'files' });
    assert.deepEqual(partial(client).find(({ uri }) => uri === folder.uriOf('a/Dockerfile'))?.diagnostics, []);
  });

  it('is cancelled within a file, and says so', async () => {
    const source = new CancellationTokenSource();
    const folder = 'memory:/shop';
    let reads = 0;
    const client = await start({
      folders: [folder],
      initializationOptions: { files: true },
      answer: (method) => {
        if (method === 'larboard/files/list')
          return Array.from({ length: 500 }, (_, index) => ({ uri: `${folder}/d${index}/Dockerfile` }));
        if (method !== 'larboard/files/read') return null;
        // Past the reading in the background, which also asks for each file once.
        if (++reads === 520) source.cancel();
        return DOCKERFILE;
      },
    });
    const summary = await client.connection.sendRequest<ScanSummary>('larboard/scan', {}, source.token);
    assert.equal(summary.cancelled, true);
    assert.ok(summary.files < 500);
    // The server is well and scans again.
    assert.equal((await client.request<ScanSummary>('larboard/scan', {})).files, 500);
  });

  it('of a folder whose files the client cannot give is an error, not the end', async () => {
    const client = await start({
      folders: ['memory:/shop'],
      initializationOptions: { files: true },
      answer: (method) => {
        if (method.startsWith('larboard/files/')) throw new Error('the disk is on fire');
      },
    });
    await assert.rejects(client.request('larboard/scan', {}), /the disk is on fire/);
    await client.open('memory:/shop/Dockerfile', DOCKERFILE);
    assert.ok(has(LATEST)(await client.items('memory:/shop/Dockerfile')));
  });
});

describe('lsp: the scan command', () => {
  for (const push of [false, true]) {
    it(`publishes the findings of files that are not open, until they are (${push ? 'push' : 'pull'})`, async () => {
      const folder = shop();
      const client = await start({ folders: [folder.uri], push });
      const [dockerfile, pod] = [folder.uriOf('a/Dockerfile'), folder.uriOf('k8s/pod.yaml')];
      await client.open(dockerfile, DOCKERFILE);
      await client.diagnostics(dockerfile, has(LATEST));
      const summary = await client.request<ScanSummary>('workspace/executeCommand', COMMAND);
      assert.equal(summary.files, 5);
      // What a scan publishes has no version; an open document's own findings have one.
      assert.ok(client.published(dockerfile).every(({ version }) => version !== undefined));
      assert.deepEqual(client.published(folder.uriOf('ignored/Dockerfile')), []);
      const [published] = client.published(pod);
      assert.ok(published && has(PRIVILEGED)(published.diagnostics), String(rules(published?.diagnostics ?? [])));
      assert.equal(published.version, undefined);

      // Where the client pulls, what was published would be shown beside what it asks for.
      await client.open(pod, 'apiVersion: v1\n');
      const cleared = await client.until(() => (client.published(pod).length > 1 ? client.published(pod).at(-1) : undefined));
      assert.deepEqual(cleared.diagnostics, []);
    });
  }

  it('takes back what a file said that is gone', async () => {
    const folder = shop();
    const client = await start({ folders: [folder.uri] });
    const pod = folder.uriOf('k8s/pod.yaml');
    await client.request('workspace/executeCommand', COMMAND);
    folder.remove('k8s/pod.yaml');
    await client.request('workspace/executeCommand', COMMAND);
    assert.deepEqual(client.published(pod).at(-1)?.diagnostics, []);
  });
});
