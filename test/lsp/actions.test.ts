import assert from 'node:assert/strict';
import type { CodeAction, Range, TextDocumentEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Client } from './support/client.ts';
import { has, ofRule, start } from './support/harness.ts';
import { ADD, DOCKERFILE, LATEST, SUDO } from './support/texts.ts';

const URI = 'file:///shop/Dockerfile';
const line = (number: number): Range => ({ start: { line: number, character: 0 }, end: { line: number, character: 100 } });
const ALL: Range = { start: { line: 0, character: 0 }, end: { line: 100, character: 0 } };

/** The text after an action's edit, which must be for the version and document that the client has. */
function applied(text: string, action: CodeAction, version: number): string {
  const [change, ...others] = (action.edit?.documentChanges ?? []) as TextDocumentEdit[];
  assert.ok(change, `no edit in ${JSON.stringify(action)}`);
  assert.equal(others.length, 0);
  assert.deepEqual(change.textDocument, { uri: URI, version });
  return TextDocument.applyEdits(
    TextDocument.create(URI, 'plaintext', version, text),
    change.edits.flatMap((edit) => ('newText' in edit ? [edit] : [])),
  );
}

const about =
  (rule: string) =>
  ({ diagnostics }: CodeAction): boolean =>
    diagnostics?.some(({ code }) => code === rule) ?? false;

function found(actions: readonly CodeAction[], wanted: (action: CodeAction) => boolean): CodeAction {
  const action = actions.find(wanted);
  assert.ok(action, JSON.stringify(actions.map(({ title }) => title)));
  return action;
}

async function fixAll(client: Client, wholeText: Range = ALL): Promise<CodeAction | undefined> {
  const actions = await client.actions(URI, wholeText, ['source.fixAll']);
  assert.ok(actions.every(({ kind }) => kind === 'source.fixAll.larboard'));
  return actions[0];
}

describe('lsp: code actions', () => {
  it('offer a proven fix, preferred and with its edit', async () => {
    const client = await start();
    await client.open(URI, DOCKERFILE);
    const fix = found(await client.actions(URI, line(2)), (action) => about(ADD)(action) && action.isPreferred === true);
    assert.equal(fix.kind, 'quickfix');
    const text = applied(DOCKERFILE, fix, 1);
    assert.equal(text, DOCKERFILE.replace('ADD', 'COPY'));
    await client.change(URI, 2, { text });
    assert.equal(has(ADD)(await client.items(URI)), false);
  });

  it('are only those of the findings at the place', async () => {
    const client = await start();
    await client.open(URI, DOCKERFILE);
    const actions = await client.actions(URI, line(0));
    assert.ok(actions.some(about(LATEST)));
    assert.ok(!actions.some(about(SUDO)));
    assert.deepEqual(await client.actions(URI, line(3)), []);
  });

  for (const [name, eol] of [
    ['LF', '\n'],
    ['CRLF', '\r\n'],
  ] as const) {
    it(`suppress a finding with a comment that waits for its reason (${name})`, async () => {
      const client = await start();
      const before = DOCKERFILE.replaceAll('\n', eol);
      await client.open(URI, before);
      const suppress = found(await client.actions(URI, line(1)), ({ title }) => title.startsWith(`Suppress ${SUDO}`));
      const text = applied(before, suppress, 1);
      assert.equal(text, before.replace('RUN', `# larboard-ignore ${SUDO}: ${eol}RUN`));
      await client.change(URI, 2, { text: text.replace(`${SUDO}: `, `${SUDO}: the build image has it`) });
      assert.equal(has(SUDO)(await client.items(URI)), false);
    });
  }

  it('are limited to the kinds that are asked for', async () => {
    const client = await start();
    await client.open(URI, DOCKERFILE);
    assert.deepEqual(await client.actions(URI, ALL, ['refactor']), []);
    assert.ok((await client.actions(URI, ALL, ['quickfix'])).every(({ kind }) => kind === 'quickfix'));
    assert.equal((await client.actions(URI, ALL, ['source'])).length, 1);
    assert.equal((await client.actions(URI, ALL, ['source.fixAll.larboard'])).length, 1);
    assert.deepEqual(await client.actions(URI, ALL, ['source.organizeImports']), []);
  });

  it('offer to explain only to a client that has the command', async () => {
    const without = await start();
    await without.open(URI, DOCKERFILE);
    assert.ok((await without.actions(URI, ALL)).every(({ command }) => command === undefined));
    const client = await start({ initializationOptions: { commands: ['larboard.explainRule'] } });
    await client.open(URI, DOCKERFILE);
    const explain = found(await client.actions(URI, line(0)), ({ command }) => command !== undefined);
    assert.deepEqual(explain.command, {
      title: `Explain ${LATEST}`,
      command: 'larboard.explainRule',
      arguments: [LATEST],
    });
  });

  it('fix all safe problems when resolved, and nothing is left to fix after that', async () => {
    const client = await start();
    await client.open(URI, DOCKERFILE);
    const offered = await fixAll(client);
    assert.ok(offered);
    assert.equal(offered.edit, undefined);
    const text = applied(DOCKERFILE, await client.request<CodeAction>('codeAction/resolve', offered), 1);
    assert.equal(text, DOCKERFILE.replace('sudo ', '').replace('ADD', 'COPY'));
    await client.change(URI, 2, { text });
    assert.equal(await fixAll(client), undefined);
    assert.deepEqual(await client.request('larboard/fixAll', { uri: URI }), { version: 2, edits: [] });
    ofRule(await client.items(URI), LATEST);
  });

  it('resolve to no edit once the document changed', async () => {
    const client = await start();
    await client.open(URI, DOCKERFILE);
    const offered = await fixAll(client);
    assert.ok(offered);
    await client.change(URI, 2, { text: `# one line more\n${DOCKERFILE}` });
    const resolved = await client.request<CodeAction>('codeAction/resolve', offered);
    assert.equal(resolved.edit, undefined);
    await client.close(URI);
    assert.equal((await client.request<CodeAction>('codeAction/resolve', offered)).edit, undefined);
  });

  it('are for the newest text, also when it came just before', async () => {
    const client = await start();
    await client.open(URI, DOCKERFILE);
    void client.change(URI, 2, { text: `#\n${DOCKERFILE}` });
    const fix = found(await client.actions(URI, line(3)), about(ADD));
    assert.equal(applied(`#\n${DOCKERFILE}`, fix, 2), `#\n${DOCKERFILE.replace('ADD', 'COPY')}`);
  });
});

describe('lsp: hover', () => {
  it('tells what, why and where to read more, over the finding', async () => {
    const client = await start();
    await client.open(URI, DOCKERFILE);
    const hover = await client.hover(URI, 0, 14);
    assert.deepEqual(hover?.range, { start: { line: 0, character: 12 }, end: { line: 0, character: 18 } });
    assert.ok(typeof hover.contents === 'object' && 'kind' in hover.contents);
    assert.equal(hover.contents.kind, 'markdown');
    assert.match(hover.contents.value, /^\*\*.+\*\* · medium\n\n/);
    assert.ok(hover.contents.value.includes(`[${LATEST}](https://`));
  });

  it('is silent elsewhere', async () => {
    const client = await start();
    await client.open(URI, DOCKERFILE);
    assert.equal(await client.hover(URI, 0, 2), null);
    assert.equal(await client.hover(URI, 3, 6), null);
  });
});
