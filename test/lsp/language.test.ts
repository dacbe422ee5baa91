import assert from 'node:assert/strict';
import { type CompletionItem, CompletionItemKind, type FoldingRange } from 'vscode-languageserver/node';
import { start } from './support/harness.ts';

const URI = 'file:///shop/Dockerfile';
const TEXT = 'FROM node:24-slim AS build\nRUN <<EOF\nmake\nEOF\nFROM nginx:1.30\nCOPY --from= /a /a\nHEALTHCHECK NONE\n';

describe('lsp: the language of Dockerfiles', () => {
  it('completes what fits', async () => {
    const client = await start();
    await client.open(URI, TEXT);
    const items = await client.request<CompletionItem[]>('textDocument/completion', {
      textDocument: { uri: URI },
      position: { line: 5, character: 12 },
    });
    const at = { line: 5, character: 12 };
    assert.deepEqual(items, [
      {
        label: 'build',
        kind: CompletionItemKind.Reference,
        detail: 'FROM node:24-slim',
        textEdit: { range: { start: at, end: at }, newText: 'build' },
      },
    ]);
  });

  it("completes other tools' ids in suppressions", async () => {
    const client = await start();
    await client.open(URI, '# hadolint ignore=DL3007,DL30\nFROM node\n');
    const items = await client.request<CompletionItem[]>('textDocument/completion', {
      textDocument: { uri: URI },
      position: { line: 0, character: 29 },
    });
    const range = { start: { line: 0, character: 25 }, end: { line: 0, character: 29 } };
    const item = items.find(({ label }) => label === 'DL3006');
    assert.deepEqual(item?.textEdit, { range, newText: 'DL3006' });
    assert.ok(item.detail);
    assert.ok(!items.some(({ label }) => label === 'DL3007'));
  });

  it('folds here-documents and stages', async () => {
    const client = await start();
    await client.open(URI, TEXT);
    const ranges = await client.request<FoldingRange[]>('textDocument/foldingRange', { textDocument: { uri: URI } });
    assert.deepEqual(
      ranges.map(({ startLine, endLine }) => [startLine, endLine]),
      [
        [1, 2],
        [0, 3],
        [4, 6],
      ],
    );
  });

  it('tells what words mean', async () => {
    const client = await start();
    await client.open(URI, TEXT);
    const hover = await client.hover(URI, 0, 8);
    assert.ok(typeof hover?.contents === 'object' && 'value' in hover.contents);
    assert.match(hover.contents.value, /\*\*node\*\* · `24-slim`/);
    assert.deepEqual(hover.range, { start: { line: 0, character: 5 }, end: { line: 0, character: 17 } });
  });

  it('says nothing of other files', async () => {
    const client = await start();
    await client.open('file:///shop/notes.txt', 'FROM ');
    const textDocument = { uri: 'file:///shop/notes.txt' };
    assert.deepEqual(await client.request('textDocument/completion', { textDocument, position: { line: 0, character: 5 } }), []);
    assert.deepEqual(await client.request('textDocument/foldingRange', { textDocument }), []);
  });
});
