import assert from 'node:assert/strict';
import type { CodeAction, TextDocumentEdit, TextEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { FIX_ALL } from '../../server/src/lsp/protocol.ts';
import { itemsOf, rangeOf, rulesOf, startClient, stopServers, type TestClient } from './support/client.ts';
import { TestFolder } from './support/folder.ts';

const TEXT = 'FROM node:22.4-slim\nUSER node\n# Keep me.\nADD src ./src\nRUN sudo make\n';

const apply = (text: string, edits: readonly TextEdit[]): string =>
  TextDocument.applyEdits(TextDocument.create('x:y', '', 0, text), [...edits]);

function editsOf(action: CodeAction | undefined): { readonly edits: readonly TextEdit[]; readonly version: number | null } {
  const [change] = (action?.edit?.documentChanges ?? []) as TextDocumentEdit[];
  assert.ok(change, 'the action has an edit of a document');
  return { edits: change.edits as TextEdit[], version: change.textDocument.version };
}

describe('code actions', () => {
  let folder: TestFolder;
  let client: TestClient;
  let uri: string;
  beforeEach(async () => {
    folder = new TestFolder();
    client = await startClient({
      folders: [folder.uri],
      pulls: true,
      initializationOptions: { commands: ['larboard.explainRule'] },
    });
    uri = folder.uriOf('Dockerfile');
    client.open(uri, TEXT);
  });
  afterEach(() => {
    stopServers();
    folder.remove();
  });

  it('a fix removes its finding and leaves the rest of the text alone', async () => {
    const actions = await client.actions(uri, rangeOf(TEXT, 'ADD'), ['quickfix']);
    const fix = actions.find(({ isPreferred }) => isPreferred);
    assert.equal(fix?.kind, 'quickfix');
    assert.equal(fix.diagnostics?.[0]?.code, 'dockerfile/add-instead-of-copy');
    const { edits, version } = editsOf(fix);
    assert.equal(version, 1);
    const fixed = apply(TEXT, edits);
    assert.equal(fixed, TEXT.replace('ADD', 'COPY'));
    client.change(uri, fixed);
    assert.ok(!rulesOf(itemsOf(await client.pull(uri))).includes('dockerfile/add-instead-of-copy'));
  });

  it('suppressing writes a comment above, which quietens the finding', async () => {
    const actions = await client.actions(uri, rangeOf(TEXT, 'sudo'));
    const suppress = actions.find(({ title }) => title.startsWith('Suppress dockerfile/run-sudo'));
    const suppressed = apply(TEXT, editsOf(suppress).edits);
    assert.equal(suppressed, TEXT.replace('RUN sudo', '# larboard-ignore dockerfile/run-sudo: \nRUN sudo'));
    client.change(uri, suppressed);
    assert.ok(!rulesOf(itemsOf(await client.pull(uri))).includes('dockerfile/run-sudo'));
  });

  it('explaining runs the command that the client has', async () => {
    const actions = await client.actions(uri, rangeOf(TEXT, 'sudo'));
    assert.deepEqual(
      actions.flatMap(({ command }) => (command ? [[command.command, command.arguments]] : [])),
      [['larboard.explainRule', ['dockerfile/run-sudo']]],
    );
  });

  it('explaining is not offered to a client without that command', async () => {
    const other = await startClient({ folders: [folder.uri], pulls: true });
    other.open(uri, TEXT);
    const actions = await other.actions(uri, rangeOf(TEXT, 'sudo'));
    assert.ok(actions.length > 0);
    assert.ok(actions.every(({ command }) => command === undefined));
  });

  it('"fix all" is resolved on demand, and a second time there is nothing left', async () => {
    const [action, ...others] = await client.actions(uri, rangeOf(TEXT, 'FROM'), ['source.fixAll']);
    assert.deepEqual(others, []);
    assert.equal(action?.kind, 'source.fixAll.larboard');
    assert.equal(action.edit, undefined);
    const resolved = await client.request<CodeAction>('codeAction/resolve', action);
    const fixed = apply(TEXT, editsOf(resolved).edits);
    assert.match(fixed, /^COPY src/m);
    assert.match(fixed, /^# Keep me\.$/m);
    client.change(uri, fixed);
    assert.deepEqual(await client.actions(uri, rangeOf(TEXT, 'FROM'), ['source.fixAll']), []);
  });

  it('race: "fix all" of a text that changed meanwhile has no edit', async () => {
    const [action] = await client.actions(uri, rangeOf(TEXT, 'FROM'), ['source.fixAll.larboard']);
    assert.ok(action);
    client.change(uri, `# New first line.\n${TEXT}`);
    assert.equal((await client.request<CodeAction>('codeAction/resolve', action)).edit, undefined);
  });

  it('the request for "fix all" says the version that its edits are for', async () => {
    const version = client.change(uri, `${TEXT}\n`);
    const answer = await client.request<{ version: number; edits: TextEdit[] }>(FIX_ALL, { uri });
    assert.equal(answer.version, version);
    assert.match(apply(`${TEXT}\n`, answer.edits), /^COPY src/m);
  });

  it('the request for "fix all" of a document that is not open answers with nothing', async () => {
    assert.deepEqual(await client.request(FIX_ALL, { uri: folder.uriOf('none/Dockerfile') }), { version: null, edits: [] });
  });

  it('only the kinds that are asked for', async () => {
    assert.deepEqual(await client.actions(uri, rangeOf(TEXT, 'ADD'), ['refactor']), []);
    const kinds = (await client.actions(uri, rangeOf(TEXT, 'ADD'))).map(({ kind }) => kind);
    assert.ok(kinds.includes('quickfix') && kinds.includes('source.fixAll.larboard'), kinds.join());
  });

  it('none where there is no finding', async () => {
    assert.deepEqual(await client.actions(uri, rangeOf(TEXT, 'Keep me')), []);
  });

  it('edits are given by URI to a client that does not know versions', async () => {
    const old = await startClient({ folders: [folder.uri], capabilities: {} });
    old.open(uri, TEXT);
    const [fix] = await old.actions(uri, rangeOf(TEXT, 'ADD'), ['quickfix']);
    assert.equal(apply(TEXT, fix?.edit?.changes?.[uri] ?? []), TEXT.replace('ADD', 'COPY'));
  });
});
