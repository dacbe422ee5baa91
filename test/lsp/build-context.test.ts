import assert from 'node:assert/strict';
import type { CodeAction, Range } from 'vscode-languageserver/node';
import { folderWith, has, lacks, start } from './support/harness.ts';

const WHOLE = 'dockerfile/copy-whole-context';
const SECRET = 'dockerfile/secret-file-copied';
const TEXT = 'FROM node:24-slim\nWORKDIR /app\nCOPY . .\nUSER node\nCMD ["node", "a.js"]\n';
const ALL: Range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
const [CREATED, CHANGED, DELETED] = [1, 2, 3] as const;

const titled = (actions: readonly CodeAction[], title: string): CodeAction | undefined =>
  actions.find((action) => action.title === title);

describe('lsp: the build context', () => {
  it('is what lies in the folder, and changes with it', async () => {
    const folder = folderWith({ Dockerfile: TEXT, 'a.js': '', '.dockerignore': '.git\n' });
    const client = await start({ folders: [folder.uri] });
    const uri = folder.uriOf('Dockerfile');
    await client.open(uri, TEXT);
    await client.diagnostics(uri, lacks(SECRET));
    await client.watched({ uri: folder.write('api/.env', 'A=b\n'), type: CREATED });
    await client.diagnostics(uri, has(SECRET));
    await client.watched({ uri: folder.write('.dockerignore', '.git\n**/.env\n'), type: CHANGED });
    await client.diagnostics(uri, lacks(SECRET));
    await client.watched({ uri: folder.write('.dockerignore', '.git\n'), type: CHANGED });
    await client.diagnostics(uri, has(SECRET));
    folder.remove('api/.env');
    await client.watched({ uri: folder.uriOf('api/.env'), type: DELETED });
    await client.diagnostics(uri, lacks(SECRET));
  });

  it('holds also what git ignores', async () => {
    const folder = folderWith({ Dockerfile: TEXT, '.gitignore': '.env\n', '.env': 'A=b\n', '.dockerignore': 'x\n' });
    const client = await start({ folders: [folder.uri] });
    await client.diagnostics(folder.uriOf('Dockerfile'), has(SECRET));
  });

  it('is not guessed where nobody listed the files', async () => {
    const client = await start();
    await client.open('file:///shop/Dockerfile', TEXT);
    await client.diagnostics('file:///shop/Dockerfile', lacks(WHOLE));
  });

  it('gets a new .dockerignore from a fix', async () => {
    const folder = folderWith({ Dockerfile: TEXT, 'package.json': '{}' });
    const client = await start({ folders: [folder.uri] });
    const uri = folder.uriOf('Dockerfile');
    await client.open(uri, TEXT);
    await client.diagnostics(uri, has(WHOLE));
    const ignore = `${folder.uri}/.dockerignore`;
    const nowhere = { line: 0, character: 0 };
    assert.deepEqual(titled(await client.actions(uri, ALL), 'Create .dockerignore')?.edit, {
      documentChanges: [
        { kind: 'create', uri: ignore, options: { ignoreIfExists: true } },
        {
          textDocument: { uri: ignore, version: null },
          edits: [{ range: { start: nowhere, end: nowhere }, newText: '.git\n**/.env\n**/node_modules\n' }],
        },
      ],
    });
  });

  it('has no such fix where the client cannot create files', async () => {
    const folder = folderWith({ Dockerfile: TEXT });
    const client = await start({ folders: [folder.uri], createsFiles: false });
    const uri = folder.uriOf('Dockerfile');
    await client.open(uri, TEXT);
    await client.diagnostics(uri, has(WHOLE));
    assert.equal(titled(await client.actions(uri, ALL), 'Create .dockerignore'), undefined);
  });

  it('gets more lines in a .dockerignore from a fix, in the unsaved one too', async () => {
    const folder = folderWith({ Dockerfile: TEXT, '.dockerignore': 'dist\n', '.env': '' });
    const client = await start({ folders: [folder.uri] });
    const [uri, ignore] = [folder.uriOf('Dockerfile'), folder.uriOf('.dockerignore')];
    await client.open(uri, TEXT);
    await client.open(ignore, 'dist\nlogs');
    await client.diagnostics(uri, has(SECRET));
    const end = { line: 1, character: 4 };
    assert.deepEqual(titled(await client.actions(uri, ALL), 'Add .env to .dockerignore')?.edit, {
      documentChanges: [
        { textDocument: { uri: ignore, version: 1 }, edits: [{ range: { start: end, end }, newText: '\n.env\n' }] },
      ],
    });
  });
});
