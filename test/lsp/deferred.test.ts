import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CodeAction } from 'vscode-languageserver/node';
import { start } from './support/harness.ts';

const URI = 'file:///shop/Dockerfile';
const RULE = 'dockerfile/base-image-not-digest-pinned';
const DIGEST = `sha256:${'cd'.repeat(32)}`;
const ALL = { start: { line: 0, character: 0 }, end: { line: 5, character: 0 } };

describe('lsp: a fix that asks first', () => {
  let server: Server;
  let status = 200;
  let asked = 0;
  let host = '';

  before(async () => {
    server = createServer((_, response) => {
      asked++;
      response.writeHead(status, { 'docker-content-digest': DIGEST }).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  beforeEach(() => {
    status = 200;
    asked = 0;
  });

  after(() => new Promise((resolve) => server.close(resolve)));

  async function offered() {
    const client = await start({
      initializationOptions: { settings: { rules: { [RULE]: 'on' } } },
      answer: (method) => (method === 'workspace/applyEdit' ? { applied: true } : null),
    });
    const text = `FROM ${host}/team/app:1.2\nUSER 1\nHEALTHCHECK NONE\n`;
    await client.open(URI, text);
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: URI },
      range: ALL,
      context: { diagnostics: [] },
    });
    const action = actions.find(({ command }) => command?.command === 'larboard.server.completeFix');
    assert.ok(action?.command, JSON.stringify(actions.map(({ title }) => title)));
    assert.equal(action.edit, undefined);
    return { client, command: action.command, text };
  }

  it('asks nothing until a person chose it, and then inserts the answer', async () => {
    const { client, command } = await offered();
    assert.equal(asked, 0);
    await client.request('workspace/executeCommand', { command: command.command, arguments: command.arguments });
    assert.equal(asked, 1);
    const [applied] = client.messages<{ readonly edit: unknown }>('workspace/applyEdit');
    const at = { line: 0, character: `FROM ${host}/team/app:1.2`.length };
    assert.deepEqual(applied?.edit, {
      documentChanges: [
        { textDocument: { uri: URI, version: 1 }, edits: [{ range: { start: at, end: at }, newText: `@${DIGEST}` }] },
      ],
    });
  });

  it('says what went wrong, and changes nothing', async () => {
    status = 404;
    const { client, command } = await offered();
    await client.request('workspace/executeCommand', { command: command.command, arguments: command.arguments });
    assert.deepEqual(client.messages('workspace/applyEdit'), []);
    const [shown] = client.messages<{ readonly message: string }>('window/showMessageRequest');
    assert.equal(
      shown?.message,
      `Larboard: the digest of ${host}/team/app:1.2 could not be read: ${host} has no such image or tag.`,
    );
  });

  it('is not applied to a text that changed meanwhile', async () => {
    const { client, command, text } = await offered();
    await client.change(URI, 2, { text: `# new\n${text}` });
    await client.request('workspace/executeCommand', { command: command.command, arguments: command.arguments });
    assert.equal(asked, 0);
    assert.deepEqual(client.messages('workspace/applyEdit'), []);
    assert.match(
      client.messages<{ readonly message: string }>('window/showMessageRequest')[0]?.message ?? '',
      /changed meanwhile/,
    );
  });

  it('needs a proper argument', async () => {
    const { client, command } = await offered();
    await assert.rejects(
      client.request('workspace/executeCommand', { command: command.command, arguments: [{}] }),
      /needs \{ uri/,
    );
  });
});
