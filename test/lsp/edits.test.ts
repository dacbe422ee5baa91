import assert from 'node:assert/strict';
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver/node';
import { LineIndex } from '../../server/src/base/line-index.ts';
import type { Client } from './support/client.ts';
import { start } from './support/harness.ts';
import { DOCKERFILE, POD } from './support/texts.ts';

type Edit = readonly [start: number, end: number, text: string];

/** Sends edits one after another in one notification, each against the text that the one before left, and returns the text at the end. */
async function send(client: Client, uri: string, version: number, before: string, edits: readonly Edit[]): Promise<string> {
  let text = before;
  const changes = edits.map(([start, end, newText]): TextDocumentContentChangeEvent => {
    const lines = new LineIndex(text);
    const range = { start: lines.positionAt(start), end: lines.positionAt(end) };
    text = text.slice(0, start) + newText + text.slice(end);
    return { range, text: newText };
  });
  await client.change(uri, version, ...changes);
  return text;
}

async function assertSameAsFullText(client: Client, uri: string, text: string): Promise<void> {
  const edited = await client.items(uri);
  await client.close(uri);
  await client.open(uri, text);
  assert.deepEqual(edited, await client.items(uri));
}

describe('lsp: incremental edits equal the full text', () => {
  const at = (text: string, part: string): number => text.indexOf(part);
  const CRLF = DOCKERFILE.replaceAll('\n', '\r\n');
  const EMOJI = `# 🐋 one\n${DOCKERFILE}`;
  const CASES: readonly (readonly [title: string, uri: string, before: string, edits: (text: string) => readonly Edit[]])[] = [
    ['one character typed', 'file:///a/Dockerfile', DOCKERFILE, (t) => [[at(t, 'latest'), at(t, 'latest'), 'x']]],
    ['one line removed', 'file:///a/Dockerfile', DOCKERFILE, (t) => [[at(t, 'RUN'), at(t, 'ADD'), '']]],
    [
      'several changes in one notification',
      'file:///a/Dockerfile',
      DOCKERFILE,
      (t) => [
        [0, 0, '# first\n'],
        [at(t, 'sudo') + 8, at(t, 'sudo') + 13, ''],
        [8, 12, 'from'],
      ],
    ],
    [
      'CRLF',
      'file:///a/Dockerfile',
      CRLF,
      (t) => [
        [at(t, 'RUN'), at(t, 'RUN'), 'RUN sudo true\r\n'],
        [0, 4, 'from'],
      ],
    ],
    [
      'a line feed put between CR and text',
      'file:///a/Dockerfile',
      CRLF.replaceAll('\n', ''),
      (t) => [[at(t, 'RUN'), at(t, 'RUN'), '\n']],
    ],
    [
      'emoji before the edit',
      'file:///a/Dockerfile',
      EMOJI,
      (t) => [
        [at(t, 'one'), at(t, 'one'), '🐋'],
        [at(t, '🐋'), at(t, '🐋') + 2, ''],
      ],
    ],
    [
      'YAML indented and back',
      'file:///a/pod.yaml',
      POD,
      (t) => [
        [at(t, 'privileged'), at(t, 'privileged'), '  '],
        [at(t, 'name: gateway'), at(t, 'name: gateway'), '🐋: 1\n  '],
      ],
    ],
    [
      'all removed and written again',
      'file:///a/pod.yaml',
      POD,
      (t) => [
        [0, t.length, ''],
        [0, 0, t],
      ],
    ],
  ];
  for (const [title, uri, before, edits] of CASES) {
    it(title, async () => {
      const client = await start();
      await client.open(uri, before);
      await client.pull(uri);
      const text = await send(client, uri, 2, before, edits(before));
      await assertSameAsFullText(client, uri, text);
    });
  }

  for (const [uri, original] of [
    ['file:///a/Dockerfile', CRLF],
    ['file:///a/pod.yaml', POD],
  ] as const) {
    it(`edits all over ${uri}`, async () => {
      const client = await start();
      await client.open(uri, original);
      // A fixed row of numbers that looks random, so that a failure happens again.
      let seed = 7;
      const below = (limit: number): number => (seed = (seed * 48_271) % 2_147_483_647) % limit;
      const pieces = ['', '\n', '\r\n', 'x', ' ', '  ', ':', '"', '🐋', 'sudo ', 'latest', 'privileged: true', '\\\n', '# '];
      for (let version = 2; version <= 31; version++) {
        const edits = Array.from({ length: 4 }, (): Edit => {
          const start = boundary(original, below(original.length));
          return [start, boundary(original, Math.min(original.length, start + below(6))), pieces[below(pieces.length)] ?? ''];
        });
        await client.change(uri, version * 2, { text: original });
        // Edits are placed in the original; those that no longer fit the text at hand are left out.
        let now = original;
        const fitting: Edit[] = [];
        for (const edit of edits) {
          if (edit[1] > now.length || boundary(now, edit[0]) !== edit[0] || boundary(now, edit[1]) !== edit[1]) continue;
          fitting.push(edit);
          now = now.slice(0, edit[0]) + edit[2] + now.slice(edit[1]);
        }
        const text = await send(client, uri, version * 2 + 1, original, fitting);
        const edited = await client.items(uri);
        await client.change(uri, version * 2 + 1, { text: `${text} ` });
        await client.change(uri, version * 2 + 1, { text });
        assert.deepEqual(edited, await client.items(uri), JSON.stringify(text));
      }
    });
  }
});

/** The nearest place at or before `offset` that lies in no CRLF pair and no surrogate pair: editors put no caret there. */
function boundary(text: string, offset: number): number {
  const code = text.charCodeAt(offset);
  const inPair = (text[offset] === '\n' && text[offset - 1] === '\r') || (code >= 0xdc00 && code < 0xe000);
  return inPair && offset > 0 ? offset - 1 : offset;
}
