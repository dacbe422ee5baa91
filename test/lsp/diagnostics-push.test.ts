import assert from 'node:assert/strict';
import { DiagnosticSeverity, FileChangeType } from 'vscode-languageserver';
import { rangeOf, rulesOf, startClient, stopServers } from './support/client.ts';
import { TestFolder } from './support/folder.ts';

const SUDO = 'FROM node:22.4-slim\nUSER node\nRUN sudo make\n';
const CLEAN = 'FROM node:22.4-slim\nUSER node\nRUN make\n';
const RULE = 'dockerfile/run-sudo';

describe('published diagnostics (a client that does not pull)', () => {
  let folder: TestFolder;
  beforeEach(() => {
    folder = new TestFolder();
  });
  afterEach(() => {
    stopServers();
    folder.remove();
  });

  it('come with the version, the place and the rule', async () => {
    const client = await startClient({ folders: [folder.uri] });
    const uri = folder.uriOf('Dockerfile');
    client.open(uri, SUDO, 7);
    const { version, diagnostics } = await client.publication(uri);
    assert.equal(version, 7);
    const found = diagnostics.find(({ code }) => code === RULE);
    assert.ok(found);
    assert.deepEqual(found.range, rangeOf(SUDO, 'sudo'));
    assert.equal(found.source, 'larboard');
    assert.match(found.codeDescription?.href ?? '', /docs\/rules\/dockerfile\/run-sudo\.md$/);
    assert.ok(found.severity !== undefined && found.severity <= DiagnosticSeverity.Hint);
  });

  it('follow incremental edits', async () => {
    const client = await startClient({ folders: [folder.uri] });
    const uri = folder.uriOf('Dockerfile');
    client.open(uri, SUDO);
    const removed = client.change(uri, '', rangeOf(SUDO, 'sudo '));
    assert.ok(!rulesOf((await client.publication(uri, ({ version }) => version === removed)).diagnostics).includes(RULE));
    const back = client.change(uri, 'sudo ', { start: { line: 2, character: 4 }, end: { line: 2, character: 4 } });
    const { diagnostics } = await client.publication(uri, ({ version }) => version === back);
    assert.deepEqual(diagnostics.find(({ code }) => code === RULE)?.range, rangeOf(SUDO, 'sudo'));
  });

  it('count positions in UTF-16 units, after CRLF and astral characters', async () => {
    const client = await startClient({ folders: [folder.uri] });
    const uri = folder.uriOf('Dockerfile');
    client.open(uri, 'FROM node:22.4-slim\r\nUSER node\r\nRUN echo "😀" && sudo make\r\n');
    const { diagnostics } = await client.publication(uri);
    assert.deepEqual(diagnostics.find(({ code }) => code === RULE)?.range, {
      start: { line: 2, character: 17 },
      end: { line: 2, character: 21 },
    });
  });

  it('race: rapid changes never publish an older version after a newer one, nor findings of another version', async () => {
    const client = await startClient({ folders: [folder.uri] });
    const uri = folder.uriOf('Dockerfile');
    client.open(uri, CLEAN);
    let last = 1;
    for (let i = 0; i < 40; i++) last = client.change(uri, last % 2 === 1 ? SUDO : CLEAN);
    await client.publication(uri, ({ version }) => version === last);
    const versions = client.published(uri).map(({ version }) => version ?? 0);
    assert.deepEqual(
      versions,
      [...new Set(versions)].sort((a, b) => a - b),
    );
    for (const { version, diagnostics } of client.published(uri))
      assert.equal(rulesOf(diagnostics).includes(RULE), (version ?? 0) % 2 === 0, `version ${version}`);
  });

  it('race: nothing is published after a close but the empty list', async () => {
    const client = await startClient({ folders: [folder.uri] });
    const closed = folder.uriOf('a/Dockerfile');
    const other = folder.uriOf('b/Dockerfile');
    client.open(closed, SUDO);
    client.open(other, SUDO);
    client.change(closed, `${SUDO}\n`);
    client.close(closed);
    await client.publication(closed, ({ diagnostics }) => diagnostics.length === 0);
    const until = client.published(closed).length;
    // A new configuration makes the server publish everything that is open again.
    folder.write('.larboard.yaml', `rules:\n  ${RULE}: off\n`);
    client.filesChanged({ uri: folder.uriOf('.larboard.yaml'), type: FileChangeType.Created });
    await client.publication(other, ({ diagnostics }) => !rulesOf(diagnostics).includes(RULE));
    assert.equal(client.published(closed).length, until);
  });

  it('a document that is opened again gets its findings again', async () => {
    const client = await startClient({ folders: [folder.uri] });
    const uri = folder.uriOf('Dockerfile');
    client.open(uri, SUDO, 1);
    client.close(uri);
    client.open(uri, SUDO, 2);
    const { diagnostics } = await client.publication(uri, ({ version }) => version === 2);
    assert.ok(rulesOf(diagnostics).includes(RULE));
  });

  it('a document outside of every folder is analysed as well', async () => {
    const client = await startClient({ folders: [] });
    const uri = 'untitled:Dockerfile';
    client.open(uri, SUDO);
    assert.ok(rulesOf((await client.publication(uri)).diagnostics).includes(RULE));
  });

  it('a file that is none of ours has none', async () => {
    const client = await startClient({ folders: [folder.uri] });
    const uri = folder.uriOf('notes.md');
    client.open(uri, SUDO);
    assert.deepEqual((await client.publication(uri)).diagnostics, []);
  });
});
