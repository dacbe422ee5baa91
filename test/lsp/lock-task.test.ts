import assert from 'node:assert/strict';
import type { CodeAction } from 'vscode-languageserver/node';
import { folderWith, has, start } from './support/harness.ts';

const ALL = { start: { line: 0, character: 0 }, end: { line: 20, character: 0 } };
const DRIFTED = '{ "name": "shop", "private": true, "dependencies": { "is-odd": "^3.0.0", "is-even": "^1.0.0" } }';
const LOCK = JSON.stringify({
  lockfileVersion: 3,
  packages: { '': { dependencies: { 'is-odd': '^3.0.0' } }, 'node_modules/is-odd': { version: '3.0.1' } },
});

async function tasksOf(files: Readonly<Record<string, string>>, path: string, rule: string, commands = ['larboard.runTask']) {
  const folder = folderWith(files);
  const uri = folder.uriOf(path);
  const client = await start({ folders: [folder.uri], initializationOptions: { commands } });
  await client.open(uri, files[path] ?? '');
  await client.diagnostics(uri, has(rule));
  const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri },
    range: ALL,
    context: { diagnostics: [] },
  });
  const given = actions.flatMap(({ command }) => (command?.command === 'larboard.runTask' ? [command] : []));
  const [first] = given;
  return { folder, title: first?.title, argument: (first?.arguments as unknown[] | undefined)?.[0] };
}

describe('lsp: what a person may run', () => {
  it('is offered where a lockfile has to be written, as a command of the client', async () => {
    const { folder, title, argument } = await tasksOf(
      { 'package.json': DRIFTED, 'package-lock.json': LOCK },
      'package.json',
      'dependencies/lockfile-drift',
    );
    const command = 'npm install --package-lock-only --ignore-scripts';
    assert.equal(title, `Run ${command}`);
    assert.deepEqual(argument, { command, folder: folder.uri });
  });

  it('speaks to the package manager whose lockfile it is, in its folder', async () => {
    const { folder, argument } = await tasksOf(
      {
        'web/package.json': DRIFTED,
        'web/yarn.lock': '__metadata:\n  version: 8\n\n"is-odd@npm:^3.0.0":\n  version: 3.0.1\n',
      },
      'web/package.json',
      'dependencies/lockfile-drift',
    );
    assert.deepEqual(argument, { command: 'yarn install --mode=update-lockfile', folder: `${folder.uri}/web` });
  });

  it('is not offered to an editor that cannot run it', async () => {
    const { argument } = await tasksOf(
      { 'package.json': DRIFTED, 'package-lock.json': LOCK },
      'package.json',
      'dependencies/lockfile-drift',
      [],
    );
    assert.equal(argument, undefined);
  });
});
