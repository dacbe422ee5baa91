import assert from 'node:assert/strict';
import { folderWith, has, lacks, start } from './support/harness.ts';
import { CLEAN_DOCKERFILE, DOCKERFILE, LATEST, SUDO } from './support/texts.ts';

/** Long enough for an analysis to wait for a pause in typing. */
const LONG = `FROM python:latest\n${'RUN sudo apt-get update && sudo apt-get install curl\n'.repeat(300)}USER 1000\n`;

describe('lsp: races', () => {
  for (const [size, text] of [
    ['short', DOCKERFILE],
    ['long', LONG],
  ] as const) {
    it(`rapid changes of a ${size} document: the newest version is published, never an older one after a newer`, async () => {
      const client = await start({ push: true });
      const uri = 'file:///a/Dockerfile';
      await client.open(uri, text);
      const typed = Array.from({ length: 40 }, (_, index) => index + 2);
      await Promise.all(
        typed.map((version) =>
          client.change(uri, version, {
            range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
            text: '#\n',
          }),
        ),
      );
      await client.change(uri, 42, { text: CLEAN_DOCKERFILE });
      await client.until(() => (client.published(uri).at(-1)?.version === 42 ? true : undefined));
      await client.settled();
      const published = client.published(uri);
      const versions = published.map(({ version }) => version ?? 0);
      assert.deepEqual(
        versions,
        [...versions].sort((a, b) => a - b),
      );
      assert.deepEqual(published.at(-1), { uri, version: 42, diagnostics: [] });
    });
  }

  for (const [size, text] of [
    ['short', DOCKERFILE],
    ['long', LONG],
  ] as const) {
    it(`nothing is published after a ${size} document was closed but the empty list`, async () => {
      let off = false;
      const client = await start({ push: true, settings: () => (off ? { rules: { [LATEST]: 'off' } } : {}) });
      const [closed, other] = ['file:///a/Dockerfile', 'file:///b/Dockerfile'];
      await client.open(other, DOCKERFILE);
      await client.open(closed, text);
      for (let version = 2; version < 10; version++) void client.change(closed, version, { text: `${text}#${version}\n` });
      await client.close(closed);
      await client.diagnostics(closed, (items) => items.length === 0);
      // The other one is looked at again, and with it every document that would still be taken for open.
      off = true;
      await client.notify('workspace/didChangeConfiguration', { settings: null });
      await client.diagnostics(other, lacks(LATEST));
      const all = client.published(closed);
      assert.equal(
        all.findIndex(({ diagnostics, version }) => version === undefined && diagnostics.length === 0),
        all.length - 1,
      );
    });
  }

  it('a document that is opened again is published again', async () => {
    const client = await start({ push: true });
    const uri = 'file:///a/Dockerfile';
    for (let round = 1; round <= 3; round++) {
      await client.open(uri, DOCKERFILE);
      await client.diagnostics(uri, has(SUDO));
      await client.close(uri);
      await client.diagnostics(uri, (items) => items.length === 0);
    }
    assert.equal(client.published(uri).length, 6);
  });

  it('answers are for the text that the client had when it asked', async () => {
    const client = await start();
    const uri = 'file:///a/Dockerfile';
    await client.open(uri, DOCKERFILE);
    const answers: Promise<number>[] = [];
    for (let version = 2; version < 30; version++) {
      void client.change(uri, version, { text: version % 2 === 0 ? CLEAN_DOCKERFILE : DOCKERFILE });
      answers.push(client.items(uri).then((items) => items.length));
    }
    const counts = await Promise.all(answers);
    assert.ok(
      counts.every((count, index) => (index % 2 === 0 ? count === 0 : count > 0)),
      String(counts),
    );
  });

  it('a file that changes on disk does not replace the text of its open document', async () => {
    const folder = folderWith({ Dockerfile: CLEAN_DOCKERFILE });
    const client = await start({ folders: [folder.uri], push: true });
    const uri = folder.uriOf('Dockerfile');
    await client.open(uri, DOCKERFILE);
    await client.diagnostics(uri, has(LATEST));
    folder.write('Dockerfile', 'FROM scratch\n');
    folder.write('other/Dockerfile', 'FROM scratch\n');
    await client.watched({ uri, type: 2 }, { uri: folder.uriOf('other/Dockerfile'), type: 1 });
    await client.change(uri, 2, { text: `${DOCKERFILE}# end\n` });
    await client.until(() => (client.published(uri).at(-1)?.version === 2 ? true : undefined));
    assert.ok(client.published(uri).every(({ diagnostics }) => has(LATEST)(diagnostics)));
  });
});
