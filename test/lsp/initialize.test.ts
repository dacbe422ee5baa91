import assert from 'node:assert/strict';
import { folderWith, ofRule, start } from './support/harness.ts';
import { DOCKERFILE, LATEST } from './support/texts.ts';

describe('lsp: the life of a server', () => {
  it('tells a client that pulls what it can do', async () => {
    const { initialized } = await start();
    assert.equal(initialized?.serverInfo?.name, 'Larboard');
    assert.match(initialized.serverInfo.version ?? '', /^\d+\.\d+\.\d+$/);
    assert.deepEqual(initialized.capabilities, {
      textDocumentSync: { openClose: true, change: 2 },
      hoverProvider: true,
      foldingRangeProvider: true,
      definitionProvider: true,
      referencesProvider: true,
      documentLinkProvider: {},
      documentSymbolProvider: true,
      codeLensProvider: { resolveProvider: true },
      inlayHintProvider: true,
      completionProvider: { triggerCharacters: ['$', '{', '-', '=', ':', '/', ',', ' '] },
      codeActionProvider: { codeActionKinds: ['quickfix', 'source.fixAll.larboard'], resolveProvider: true },
      executeCommandProvider: {
        commands: [
          'larboard.server.scanWorkspace',
          'larboard.server.completeFix',
          'larboard.server.applyFix',
          'larboard.server.fixPackages',
          'larboard.server.updateAdvisories',
          'larboard.server.importAdvisories',
        ],
        workDoneProgress: true,
      },
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      diagnosticProvider: { identifier: 'larboard', interFileDependencies: true, workspaceDiagnostics: false },
    });
  });

  it('offers no pulling to a client that cannot', async () => {
    const { initialized } = await start({ push: true });
    assert.equal(initialized?.capabilities.diagnosticProvider, undefined);
  });

  it('asks to be told about files and settings', async () => {
    const client = await start();
    const registered = await client.until(() => {
      const all = client
        .messages<{ readonly registrations: readonly { readonly method: string }[] }>('client/registerCapability')
        .flatMap(({ registrations }) => registrations.map(({ method }) => method));
      return all.length >= 2 ? all : undefined;
    });
    assert.deepEqual([...registered].sort(), ['workspace/didChangeConfiguration', 'workspace/didChangeWatchedFiles']);
  });

  it('ends with exit code 0 after shutdown and exit', async () => {
    const client = await start({ folders: [folderWith({ Dockerfile: DOCKERFILE }).uri] });
    assert.equal(await client.request('shutdown', null), null);
    await client.connection.sendNotification('exit');
    assert.equal(await client.exited, 0);
  });

  it('ends with exit code 1 when it was not shut down', async () => {
    const client = await start();
    await client.connection.sendNotification('exit');
    assert.equal(await client.exited, 1);
  });

  it('sends the status to a client that shows it', async () => {
    const client = await start({ initializationOptions: { status: true } });
    await client.open('file:///Dockerfile', DOCKERFILE);
    await client.pull('file:///Dockerfile');
    const status = await client.until(() => client.messages<{ readonly openFiles: number }>('larboard/status').at(-1));
    assert.equal(status.openFiles, 1);
  });

  it('sends no message of its own to a client that did not ask for any', async () => {
    const client = await start();
    await client.open('file:///Dockerfile', DOCKERFILE);
    await client.pull('file:///Dockerfile');
    assert.deepEqual(
      client.received.filter(({ method }) => method.startsWith('larboard/')),
      [],
    );
  });

  it('explains a rule, and knows nothing of others', async () => {
    const client = await start();
    const { markdown } = await client.request<{ readonly markdown: string }>('larboard/explain', { rule: LATEST });
    assert.match(markdown, /^# .+\n\n`dockerfile\/base-image-latest`/);
    assert.deepEqual(await client.request('larboard/explain', { rule: 'dockerfile/no-such-rule' }), { markdown: null });
  });
});

describe('lsp: what no client should send', () => {
  const NOWHERE = 'file:///nowhere/Dockerfile';
  const START = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

  it('answers questions about unknown documents with nothing', async () => {
    const client = await start();
    const report = await client.pull(NOWHERE);
    assert.equal(report.kind, 'full');
    assert.deepEqual(report.items, []);
    assert.equal(await client.hover(NOWHERE, 0, 0), null);
    assert.deepEqual(await client.actions(NOWHERE, START), []);
    assert.deepEqual(await client.request('larboard/fixAll', { uri: NOWHERE }), { version: null, edits: [] });
  });

  it('resolves an action of an unknown document, or without data, to no edit', async () => {
    const client = await start();
    for (const data of [{ uri: NOWHERE, version: 1 }, undefined, null, 7, 'text', { uri: 7 }]) {
      const action = await client.request<{ readonly edit?: unknown }>('codeAction/resolve', { title: 'x', data });
      assert.equal(action.edit, undefined, JSON.stringify(data));
    }
  });

  it('takes positions outside the text for its nearest places', async () => {
    const client = await start();
    await client.open(NOWHERE, DOCKERFILE);
    assert.equal(await client.hover(NOWHERE, 10_000, 10_000), null);
    const range = { start: { line: 0, character: 0 }, end: { line: 9_999, character: 9_999 } };
    assert.ok((await client.actions(NOWHERE, range)).length > 0);
  });

  const MALFORMED: readonly (readonly [method: string, params: object])[] = [
    ['textDocument/hover', {}],
    ['textDocument/hover', { textDocument: { uri: NOWHERE }, position: {} }],
    ['textDocument/codeAction', { textDocument: {} }],
    ['textDocument/diagnostic', { textDocument: { uri: 7 } }],
    ['codeAction/resolve', {}],
    ['workspace/executeCommand', { command: 'rm' }],
    ['larboard/explain', {}],
    ['larboard/fixAll', {}],
    ['larboard/no-such-request', {}],
  ];
  it('stands malformed requests', async () => {
    const client = await start();
    await client.open('file:///Dockerfile', DOCKERFILE);
    for (const [method, params] of MALFORMED) {
      await client.request(method, params).catch((error: unknown) => assert.ok(error instanceof Error, method));
      ofRule(await client.items('file:///Dockerfile'), LATEST);
    }
  });

  it('stands notifications about documents that are not open, and ones without content', async () => {
    const client = await start();
    await client.change(NOWHERE, 2, { text: 'FROM python:latest' });
    await client.close(NOWHERE);
    await client.notify('textDocument/didOpen', {});
    await client.notify('textDocument/didChange', { textDocument: { uri: NOWHERE } });
    await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: 'not a URI', type: 1 }] });
    await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: '%zz%/Dockerfile', type: 2 }] });
    await client.notify('workspace/didChangeConfiguration', { settings: null });
    await client.open(NOWHERE, DOCKERFILE);
    ofRule(await client.items(NOWHERE), LATEST);
  });
});
