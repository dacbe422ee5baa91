import assert from 'node:assert/strict';
import { type CompletionItem, CompletionItemKind, type FoldingRange, InsertTextMode } from 'vscode-languageserver/node';
import type { Client } from './support/client.ts';
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

const MANIFEST = 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  strategy:\n    type: \n  \n';

describe('lsp: the language of Kubernetes files', () => {
  const uri = 'file:///shop/web.yaml';
  const complete = (client: Client, line: number, character: number, triggerCharacter?: string): Promise<CompletionItem[]> =>
    client.request<CompletionItem[]>('textDocument/completion', {
      textDocument: { uri },
      position: { line, character },
      context: triggerCharacter === undefined ? { triggerKind: 1 } : { triggerKind: 2, triggerCharacter },
    });

  it('completes keys', async () => {
    const client = await start();
    await client.open(uri, MANIFEST);
    const items = await complete(client, 7, 2);
    const range = { start: { line: 7, character: 2 }, end: { line: 7, character: 2 } };
    const template = items.find(({ label }) => label === 'template');
    assert.deepEqual(template?.textEdit, { range, newText: 'template:\n    ' });
    assert.equal(template.insertTextMode, InsertTextMode.asIs);
    assert.equal(template.kind, CompletionItemKind.Property);
    assert.equal(template.detail, 'PodTemplateSpec, required');
    assert.deepEqual(template.documentation, { kind: 'markdown', value: 'Template describes the pods that will be created.' });
    const replicas = items.find(({ label }) => label === 'replicas');
    assert.ok((template.sortText ?? '') < (replicas?.sortText ?? ''));
    assert.equal(replicas?.insertTextMode, undefined);
  });

  it('completes values behind a blank, but no keys', async () => {
    const client = await start();
    await client.open(uri, MANIFEST);
    const values = await complete(client, 6, 10, ' ');
    assert.deepEqual(
      values.map(({ label }) => label),
      ['Recreate', 'RollingUpdate'],
    );
    assert.deepEqual(await complete(client, 7, 2, ' '), []);
    const dockerfile = { textDocument: { uri: URI }, position: { line: 4, character: 5 } };
    await client.open(URI, TEXT);
    assert.deepEqual(
      await client.request('textDocument/completion', { ...dockerfile, context: { triggerKind: 2, triggerCharacter: ' ' } }),
      [],
    );
    assert.notDeepEqual(await client.request('textDocument/completion', dockerfile), []);
  });

  it('completes names of other files', async () => {
    const client = await start();
    await client.open('file:///shop/config.yaml', 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: settings }\n');
    await client.open(uri, 'apiVersion: v1\nkind: Pod\nspec:\n  volumes:\n    - name: a\n      configMap: { name: }\n');
    const items = await complete(client, 5, 24);
    assert.deepEqual(
      items.map(({ label, kind }) => [label, kind]),
      [['settings', CompletionItemKind.Reference]],
    );
  });

  it('completes the beginning of a file', async () => {
    const client = await start();
    await client.open(uri, 'api');
    assert.ok((await complete(client, 0, 3)).some(({ label }) => label === 'apiVersion'));
    await client.change(uri, 2, { text: 'kind: Dep' });
    const deployment = (await complete(client, 0, 9)).find(({ label }) => label === 'Deployment');
    const zero = { line: 0, character: 0 };
    assert.deepEqual(deployment?.additionalTextEdits, [{ range: { start: zero, end: zero }, newText: 'apiVersion: apps/v1\n' }]);
  });

  it('completes ids of rules in suppressions', async () => {
    const client = await start();
    await client.open(uri, `${MANIFEST}# larboard-ignore kubernetes/host\n`);
    const items = await complete(client, 8, 33);
    assert.ok(items.some(({ label }) => label === 'kubernetes/host-path'));
    assert.ok(!items.some(({ label }) => label.startsWith('dockerfile/')));
  });

  it('tells what fields mean', async () => {
    const client = await start();
    await client.open(uri, MANIFEST);
    const hover = await client.hover(uri, 6, 5);
    assert.ok(typeof hover?.contents === 'object' && 'value' in hover.contents);
    assert.match(hover.contents.value, /\*\*type\*\* · string/);
    assert.deepEqual(hover.range, { start: { line: 6, character: 4 }, end: { line: 6, character: 8 } });
  });

  it('says nothing in other YAML', async () => {
    const client = await start();
    await client.open(uri, 'on: push\njobs:\n  \n');
    assert.deepEqual(await complete(client, 2, 2), []);
    assert.equal(await client.hover(uri, 0, 1), null);
  });
});
