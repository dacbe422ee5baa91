import assert from 'node:assert/strict';
import type { CodeLens, InlayHint } from 'vscode-languageserver/node';
import { folderWith, start } from './support/harness.ts';

const MANIFEST = `{
  "name": "shop",
  "private": true,
  "dependencies": {
    "minimist": "^1.2.0",
    "is-odd": "^3.0.0",
    "event-stream": "3.3.6",
    "ms": "^2.1.3"
  }
}
`;
const LOCK = JSON.stringify(
  {
    lockfileVersion: 3,
    packages: {
      '': { name: 'shop', dependencies: { minimist: '^1.2.0', 'is-odd': '^3.0.0', 'event-stream': '3.3.6', ms: '^2.1.3' } },
      'node_modules/minimist': { version: '1.2.5' },
      'node_modules/is-odd': { version: '3.0.1' },
      'node_modules/event-stream': { version: '3.3.6' },
      'node_modules/ms': { version: '2.1.3' },
    },
  },
  null,
  2,
);

async function opened() {
  const folder = folderWith({ 'package.json': MANIFEST, 'package-lock.json': LOCK });
  const uri = folder.uriOf('package.json');
  const client = await start({
    folders: [folder.uri],
    answer: (method) => (method === 'workspace/applyEdit' ? { applied: true } : null),
  });
  await client.open(uri, MANIFEST);
  // The lockfile is read in the background.
  await client.diagnostics(uri, (items) =>
    items.some(({ message }) => JSON.stringify(message).includes('locked in package-lock.json')),
  );
  return { client, uri };
}

describe('lsp: between the lines of manifests', () => {
  it('a lens counts what advisories say of a package, and its command fixes it', async () => {
    const { client, uri } = await opened();
    const lenses = await client.request<CodeLens[]>('textDocument/codeLens', { textDocument: { uri } });
    assert.deepEqual(
      lenses.map(({ range, command }) => [range.start.line, command]),
      [
        [4, undefined],
        [6, undefined],
      ],
    );
    const resolved = await Promise.all(lenses.map((lens) => client.request<CodeLens>('codeLens/resolve', lens)));
    assert.deepEqual(
      resolved.map(({ command }) => command?.title),
      ['1 vulnerability · fix to 1.2.6', 'malicious package · fix to 3.3.4'],
    );
    const command = resolved[0]?.command;
    await client.request('workspace/executeCommand', { command: command?.command, arguments: command?.arguments });
    const [applied] = client.messages<{ readonly edit: unknown }>('workspace/applyEdit');
    assert.match(JSON.stringify(applied?.edit), /"newText":"\^1\.2\.6"/);
  });

  it('a lens of a text that is gone does nothing', async () => {
    const { client, uri } = await opened();
    const lenses = await client.request<CodeLens[]>('textDocument/codeLens', { textDocument: { uri } });
    const resolved = await client.request<CodeLens>('codeLens/resolve', lenses[0] ?? null);
    await client.change(uri, 2, { text: MANIFEST.replace('^1.2.0', '^1.2.8') });
    await client.request('workspace/executeCommand', {
      command: resolved.command?.command,
      arguments: resolved.command?.arguments,
    });
    assert.deepEqual(client.messages('workspace/applyEdit'), []);
    assert.equal((await client.request<CodeLens>('codeLens/resolve', lenses[0] ?? null)).command?.title, '');
  });

  it('hints tell the locked version where the manifest does not say it itself', async () => {
    const { client, uri } = await opened();
    const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
    const hints = await client.request<InlayHint[]>('textDocument/inlayHint', { textDocument: { uri }, range });
    assert.deepEqual(
      hints.map(({ position, label, tooltip }) => [position.line, label, tooltip]),
      [
        [4, '1.2.5', 'Locked in package-lock.json'],
        [5, '3.0.1', 'Locked in package-lock.json'],
      ],
    );
  });

  it('a hover tells what is asked for, locked and known, and of when that is', async () => {
    const { client, uri } = await opened();
    const hover = await client.hover(uri, 4, 7);
    const text = JSON.stringify(hover?.contents);
    assert.match(text, /\*\*minimist\*\* · npm/);
    assert.match(text, /Asked for: `\^1\.2\.0`/);
    assert.match(text, /Locked: `1\.2\.5` in `package-lock\.json`/);
    assert.match(text, /GHSA-xvch-5gv4-984h/);
    assert.match(text, /Data: built-in facts, \d{4}-\d{2}-\d{2}/);
    assert.match(text, /`1\.2\.5` is affected by/);
    assert.match(text, /Smallest safe version: `1\.2\.6`/);
  });

  it('a hover lists what affects the version, and only counts what affects others', async () => {
    const manifest = '{ "dependencies": { "lodash": "4.17.15" } }\n';
    const folder = folderWith({ 'package.json': manifest });
    const uri = folder.uriOf('package.json');
    const client = await start({ folders: [folder.uri] });
    await client.open(uri, manifest);
    const text = JSON.stringify((await client.hover(uri, 0, 23))?.contents);
    assert.match(text, /`4\.17\.15` is affected by.*GHSA-p6mc-m468-83gw/);
    assert.doesNotMatch(text, /GHSA-jf85-cpcp-j695/);
    assert.match(text, /1 known advisory is about other versions than `4\.17\.15`\./);
  });
});
