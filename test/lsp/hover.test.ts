import assert from 'node:assert/strict';
import type { Hover, MarkupContent } from 'vscode-languageserver';
import { EXPLAIN, type ListedRule, RULE_LIST } from '../../server/src/lsp/protocol.ts';
import { rangeOf, startClient, stopServers } from './support/client.ts';

const TEXT = 'FROM node:22.4-slim\nUSER node\nRUN sudo make\n';

describe('hover and explanations', () => {
  afterEach(stopServers);

  const hoverAt = async (uri: string, text: string, part: string): Promise<Hover | null> => {
    const client = await startClient();
    client.open(uri, text);
    return client.request('textDocument/hover', { textDocument: { uri }, position: rangeOf(text, part).start });
  };

  it('a finding is explained over its place', async () => {
    const hover = await hoverAt('untitled:Dockerfile', TEXT, 'sudo');
    assert.deepEqual(hover?.range, rangeOf(TEXT, 'sudo'));
    const { kind, value } = hover.contents as MarkupContent;
    assert.equal(kind, 'markdown');
    assert.match(value, /\[dockerfile\/run-sudo\]\(https:/);
    assert.match(value, /hadolint:DL3004/);
  });

  it('nothing where there is no finding', async () => {
    assert.equal(await hoverAt('untitled:Dockerfile', TEXT, 'make'), null);
  });

  it('nothing in a file that is none of ours', async () => {
    assert.equal(await hoverAt('untitled:notes.md', TEXT, 'sudo'), null);
  });

  it('every rule of the list has a page', async () => {
    const client = await startClient();
    const rules = await client.request<readonly ListedRule[]>(RULE_LIST);
    assert.ok(rules.some(({ id }) => id === 'kubernetes/privileged-container'));
    for (const { id, title } of rules) {
      const { markdown } = await client.request<{ markdown: string }>(EXPLAIN, { rule: id });
      assert.ok(markdown.startsWith(`# ${title}\n`), id);
    }
  });

  it('an unknown rule has none', async () => {
    const client = await startClient();
    assert.deepEqual(await client.request(EXPLAIN, { rule: 'dockerfile/none' }), { markdown: null });
  });
});
