import assert from 'node:assert/strict';
import type { TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Client } from './support/client.ts';
import { folderWith, start } from './support/harness.ts';

const COMMAND = 'larboard.server.fixPackages';
const manifest = (minimist: string, lodash: string): string =>
  `{\n  "name": "shop",\n  "private": true,\n  "dependencies": {\n    "minimist": "${minimist}",\n    "lodash": "${lodash}"\n  }\n}\n`;

async function opened(files: Readonly<Record<string, string>>, open: string) {
  const folder = folderWith(files);
  const uri = folder.uriOf(open);
  const client = await start({
    folders: [folder.uri],
    answer: (method) => (method === 'workspace/applyEdit' ? { applied: true } : null),
  });
  const text = files[open] ?? '';
  await client.open(uri, text);
  await client.diagnostics(uri, (items) => items.length > 0);
  return { client, folder, uri, text };
}

/** The texts after the only edit that the server asked for. */
function applied(client: Client, texts: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const [asked, ...more] = client.messages<{ readonly edit: WorkspaceEdit }>('workspace/applyEdit');
  assert.deepEqual(more, []);
  const changes = (asked?.edit.documentChanges ?? []) as TextDocumentEdit[];
  return Object.fromEntries(
    changes.map(({ textDocument: { uri }, edits }) => [
      uri,
      TextDocument.applyEdits(
        TextDocument.create(uri, 'json', 1, texts[uri] ?? ''),
        edits.flatMap((edit) => ('newText' in edit ? [edit] : [])),
      ),
    ]),
  );
}

describe('lsp: all vulnerable packages', () => {
  it('of a file are an action beside one of them', async () => {
    const { client, uri, text } = await opened({ 'package.json': manifest('1.2.0', '4.17.20') }, 'package.json');
    const line = (number: number) => ({ start: { line: number, character: 0 }, end: { line: number, character: 80 } });
    const title = 'Fix all vulnerable packages in this file';
    const offered = async (at: number) => (await client.actions(uri, line(at))).filter((action) => action.title === title);
    assert.deepEqual(await offered(1), []);
    const [action, ...others] = await offered(4);
    assert.deepEqual([action?.kind, action?.command?.command, others], ['quickfix', COMMAND, []]);
    await client.request('workspace/executeCommand', { command: COMMAND, arguments: action?.command?.arguments });
    const after = applied(client, { [uri]: text })[uri] ?? '';
    assert.match(after, /"minimist": "1\.2\.[6-9]",\n {4}"lodash": "4\.1[78]\.\d+"/);
    assert.doesNotMatch(after, /"lodash": "4\.17\.20"/);
  });

  it('of all folders are the command without an argument', async () => {
    const files = { 'a/package.json': manifest('1.2.0', '4.18.1'), 'b/package.json': manifest('1.2.1', '4.18.1') };
    const { client, folder } = await opened(files, 'a/package.json');
    const texts = Object.fromEntries(Object.entries(files).map(([path, text]) => [folder.uriOf(path), text]));
    await client.request('workspace/executeCommand', { command: 'larboard.server.scanWorkspace', arguments: [] });
    await client.request('workspace/executeCommand', { command: COMMAND });
    const after = applied(client, texts);
    const annotations = client.messages<{ readonly edit: WorkspaceEdit }>('workspace/applyEdit')[0]?.edit.changeAnnotations;
    assert.deepEqual(annotations, { preview: { label: 'Fix all vulnerable packages', needsConfirmation: true } });
    assert.deepEqual(Object.keys(after).sort(), Object.keys(texts).sort());
    for (const text of Object.values(after)) assert.match(text, /"minimist": "1\.2\.[6-9]"/);
  });

  it('that are none, or of a text that changed, are no edit, and a person is told', async () => {
    const { client, uri } = await opened({ 'package.json': manifest('1.2.0', '4.18.1') }, 'package.json');
    const run = (...argument: readonly unknown[]) =>
      client.request('workspace/executeCommand', { command: COMMAND, arguments: argument });
    await run({ uri, version: 99 });
    await run({ uri, version: 1 });
    await client.change(uri, 2, { text: manifest('1.2.8', '4.18.1') });
    await run();
    const edits = client.messages('workspace/applyEdit');
    const told = client.messages<{ readonly message: string }>('window/showMessageRequest').map(({ message }) => message);
    assert.equal(edits.length, 1);
    assert.deepEqual(told, [
      'Larboard: the file was changed meanwhile. Choose the fix again.',
      'Larboard: no vulnerable package can be raised without a new major version.',
    ]);
    await assert.rejects(run({}), /needs \{ uri, version \}/);
  });
});
