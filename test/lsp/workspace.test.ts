import assert from 'node:assert/strict';
import { FileChangeType } from 'vscode-languageserver';
import type { Settings, Status } from '../../server/src/lsp/protocol.ts';
import { rulesOf, startClient, stopServers } from './support/client.ts';
import { TestFolder } from './support/folder.ts';

const SUDO = 'FROM node:22.4-slim\nUSER node\nRUN sudo make\n';
const RULE = 'dockerfile/run-sudo';

describe('folders, files on disk and settings', () => {
  let folder: TestFolder;
  beforeEach(() => {
    folder = new TestFolder();
  });
  afterEach(() => {
    stopServers();
    folder.remove();
  });

  it('the server asks to be told of files and settings', async () => {
    const client = await startClient({ folders: [folder.uri] });
    await client.until(() => client.count('client/registerCapability') === 2);
    const methods = client.received.flatMap(({ method, params }) =>
      method === 'client/registerCapability'
        ? (params as { registrations: { method: string }[] }).registrations.map((one) => one.method)
        : [],
    );
    assert.deepEqual(methods.sort(), ['workspace/didChangeConfiguration', 'workspace/didChangeWatchedFiles']);
  });

  it('each folder has its own configuration file', async () => {
    const second = new TestFolder({ '.larboard.yaml': `rules:\n  ${RULE}: off\n` });
    try {
      const client = await startClient({ folders: [folder.uri, second.uri] });
      client.open(folder.uriOf('Dockerfile'), SUDO);
      client.open(second.uriOf('Dockerfile'), SUDO);
      await client.publication(second.uriOf('Dockerfile'), ({ diagnostics }) => !rulesOf(diagnostics).includes(RULE));
      assert.ok(rulesOf(client.published(folder.uriOf('Dockerfile')).at(-1)?.diagnostics ?? []).includes(RULE));
    } finally {
      second.remove();
    }
  });

  it('each folder has its own settings, which hold at once when they change', async () => {
    const second = new TestFolder();
    try {
      const settings = new Map<string, Settings>([[second.uri, { rules: { [RULE]: 'off' } }]]);
      const client = await startClient({ folders: [folder.uri, second.uri], settings: (uri) => settings.get(uri) ?? {} });
      const [first, other] = [folder.uriOf('Dockerfile'), second.uriOf('Dockerfile')];
      client.open(first, SUDO);
      client.open(other, SUDO);
      const has = (uri: string): boolean => rulesOf(client.published(uri).at(-1)?.diagnostics ?? []).includes(RULE);
      await client.until(() => has(first) && client.published(other).length > 0 && !has(other));
      settings.set(folder.uri, { enable: false });
      settings.set(second.uri, { minimumSeverity: 'info' });
      client.notify('workspace/didChangeConfiguration', { settings: null });
      await client.until(() => client.published(first).at(-1)?.diagnostics.length === 0 && has(other));
    } finally {
      second.remove();
    }
  });

  it('a client without requests for settings sends them', async () => {
    const client = await startClient({ folders: [folder.uri], capabilities: {} });
    const uri = folder.uriOf('Dockerfile');
    client.open(uri, SUDO);
    await client.publication(uri, ({ diagnostics }) => rulesOf(diagnostics).includes(RULE));
    client.notify('workspace/didChangeConfiguration', { settings: { larboard: { rules: { [RULE]: 'off' } } } });
    await client.publication(uri, ({ diagnostics }) => !rulesOf(diagnostics).includes(RULE));
  });

  it('a document in two nested folders belongs to the inner one', async () => {
    folder.write('inner/.larboard.yaml', `rules:\n  ${RULE}: off\n`);
    const client = await startClient({ folders: [folder.uri, folder.uriOf('inner')] });
    const uri = folder.uriOf('inner/Dockerfile');
    client.open(uri, SUDO);
    await client.publication(uri, ({ diagnostics }) => !rulesOf(diagnostics).includes(RULE));
  });

  it('a folder that is added later is read, and one that is removed no longer counts', async () => {
    folder.write('.larboard.yaml', `rules:\n  ${RULE}: off\n`);
    const client = await startClient({ folders: [] });
    const uri = folder.uriOf('Dockerfile');
    client.open(uri, SUDO);
    await client.publication(uri, ({ diagnostics }) => rulesOf(diagnostics).includes(RULE));
    const event = { uri: folder.uri, name: 'one' };
    client.notify('workspace/didChangeWorkspaceFolders', { event: { added: [event], removed: [] } });
    await client.publication(uri, ({ diagnostics }) => !rulesOf(diagnostics).includes(RULE));
    client.notify('workspace/didChangeWorkspaceFolders', { event: { added: [], removed: [event] } });
    await client.until(() => rulesOf(client.published(uri).at(-1)?.diagnostics ?? []).includes(RULE));
  });

  it('a percent-encoded URI is the same file', async () => {
    folder.write('a b/.larboard.yaml', `rules:\n  ${RULE}: off\n`);
    const client = await startClient({ folders: [folder.uri.replace('file:///', 'file:///%2e%2e/').replace('/%2e%2e/', '/')] });
    const uri = folder.uriOf('a b/Dockerfile').replace('Docker', '%44ocker');
    client.open(uri, SUDO);
    await client.publication(uri, ({ diagnostics }) => diagnostics.length === 0 || !rulesOf(diagnostics).includes(RULE));
  });

  it('files on disk that are created, changed and deleted count; an open document wins over its file', async () => {
    const client = await startClient({ folders: [folder.uri] });
    const [uri, config] = [folder.uriOf('Dockerfile'), folder.uriOf('.larboard.yaml')];
    const last = (): boolean | undefined => {
      const published = client.published(uri).at(-1);
      return published && rulesOf(published.diagnostics).includes(RULE);
    };
    client.open(uri, SUDO);
    await client.until(() => last() === true);
    folder.write('.larboard.yaml', `rules:\n  ${RULE}: off\n`);
    client.filesChanged({ uri: config, type: FileChangeType.Created });
    await client.until(() => last() === false);
    folder.write('.larboard.yaml', `rules:\n  ${RULE}: on\n`);
    client.filesChanged({ uri: config, type: FileChangeType.Changed });
    await client.until(() => last() === true);
    // The open configuration counts, not the one on disk.
    client.open(config, `rules:\n  ${RULE}: off\n`);
    await client.until(() => last() === false);
    client.filesChanged({ uri: config, type: FileChangeType.Changed });
    client.close(config);
    await client.until(() => last() === true);
    folder.write('.larboard.yaml', `rules:\n  ${RULE}: off\n`);
    client.filesChanged({ uri: config, type: FileChangeType.Changed });
    await client.until(() => last() === false);
    folder.delete('.larboard.yaml');
    client.filesChanged({ uri: config, type: FileChangeType.Deleted });
    await client.until(() => last() === true);
  });

  it('the status tells the findings of open files', async () => {
    const client = await startClient({ folders: [folder.uri], initializationOptions: { status: true } });
    const uri = folder.uriOf('Dockerfile');
    const last = (): Status | undefined =>
      client.received.findLast(({ method }) => method === 'larboard/status')?.params as Status | undefined;
    client.open(uri, SUDO);
    const { diagnostics } = await client.publication(uri);
    await client.until(() => last()?.openFiles === 1);
    assert.deepEqual(last()?.failures, []);
    assert.equal(
      Object.values(last()?.findings ?? {}).reduce((sum, count) => sum + count, 0),
      diagnostics.length,
    );
    client.close(uri);
    await client.until(() => last()?.openFiles === 0);
  });
});
