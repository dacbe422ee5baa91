import assert from 'node:assert/strict';
import { folderWith, has, lacks, ofRule, start } from './support/harness.ts';
import {
  CLEAN_DOCKERFILE,
  CONFLICT,
  DOCKERFILE,
  LATEST,
  POD,
  PRIVILEGED,
  ROOT_DOCKERFILE,
  SUDO,
  WORKLOAD,
} from './support/texts.ts';

const URI = 'file:///shop/Dockerfile';

describe('lsp: diagnostics', () => {
  it('are pulled in full, then unchanged, then in full after an edit', async () => {
    const client = await start();
    await client.open(URI, DOCKERFILE);
    const first = await client.pull(URI);
    assert.ok(first.kind === 'full' && first.resultId !== undefined);
    ofRule(first.items, LATEST);
    assert.deepEqual(await client.pull(URI, first.resultId), { kind: 'unchanged', resultId: first.resultId });
    await client.change(URI, 2, { text: CLEAN_DOCKERFILE });
    const second = await client.pull(URI, first.resultId);
    assert.ok(second.kind === 'full' && second.resultId !== first.resultId);
    assert.deepEqual(second.items, []);
  });

  it('are published with their version to a client that cannot pull', async () => {
    const client = await start({ push: true });
    await client.open(URI, DOCKERFILE);
    await client.diagnostics(URI, has(LATEST));
    await client.change(URI, 2, { text: CLEAN_DOCKERFILE });
    await client.diagnostics(URI, (items) => items.length === 0);
    assert.deepEqual(
      client.published(URI).map(({ version }) => version),
      [1, 2],
    );
  });

  it('carry range, severity, code, page and source', async () => {
    const client = await start();
    await client.open(URI, DOCKERFILE);
    const items = await client.items(URI);
    const { range, severity, code, codeDescription, source, message } = ofRule(items, LATEST);
    assert.deepEqual(range, { start: { line: 0, character: 12 }, end: { line: 0, character: 18 } });
    assert.deepEqual({ severity, code, source }, { severity: 2, code: LATEST, source: 'larboard' });
    assert.match(codeDescription?.href ?? '', /docs\/rules\/dockerfile\/base-image-latest\.md$/);
    assert.match(typeof message === 'string' ? message : message.value, /\.$/);
    assert.deepEqual(ofRule(items, SUDO).range, { start: { line: 1, character: 4 }, end: { line: 1, character: 8 } });
  });

  it('count characters in UTF-16 code units, in every kind of line', async () => {
    const client = await start();
    await client.open(URI, '\uFEFF# 🐋\r\nFROM python:latest\r\nRUN echo "🐋🐋" && sudo true\rUSER 1000');
    const { range } = ofRule(await client.items(URI), SUDO);
    assert.deepEqual(range, { start: { line: 2, character: 19 }, end: { line: 2, character: 23 } });
  });

  it('of YAML that is none of ours are empty', async () => {
    const client = await start();
    await client.open('file:///shop/values.yaml', 'privileged: true\n');
    assert.deepEqual(await client.items('file:///shop/values.yaml'), []);
    await client.open('file:///shop/pod.yaml', POD);
    ofRule(await client.items('file:///shop/pod.yaml'), PRIVILEGED);
  });

  it('of a file that is not open are those of the file on disk', async () => {
    const folder = folderWith({ Dockerfile: DOCKERFILE });
    const client = await start({ folders: [folder.uri] });
    ofRule(await client.diagnostics(folder.uriOf('Dockerfile'), has(LATEST)), SUDO);
  });
});

describe('lsp: findings across files', () => {
  for (const push of [false, true]) {
    it(`lead into the other file and follow its edits (${push ? 'published' : 'pulled'})`, async () => {
      const folder = folderWith({ 'api/Dockerfile': ROOT_DOCKERFILE, 'k8s/api.yaml': WORKLOAD });
      const client = await start({ folders: [folder.uri], push });
      const yaml = folder.uriOf('k8s/api.yaml');
      const dockerfile = folder.uriOf('api/Dockerfile');
      await client.open(yaml, WORKLOAD);
      const { relatedInformation } = ofRule(await client.diagnostics(yaml, has(CONFLICT)), CONFLICT);
      assert.deepEqual(relatedInformation?.[0]?.location, {
        uri: dockerfile,
        range: { start: { line: 1, character: 5 }, end: { line: 1, character: 9 } },
      });
      assert.equal(relatedInformation[1]?.location.uri, yaml);

      await client.open(dockerfile, ROOT_DOCKERFILE);
      await client.change(dockerfile, 2, { text: `# One line more.\n${ROOT_DOCKERFILE}` });
      await client.diagnostics(
        yaml,
        (items) => items.find(({ code }) => code === CONFLICT)?.relatedInformation?.[0]?.location.range.start.line === 2,
      );
      await client.change(dockerfile, 3, { text: ROOT_DOCKERFILE.replace('root', '1000') });
      await client.diagnostics(yaml, lacks(CONFLICT));

      // The unsaved text goes with the document: the file on disk still ends as root.
      await client.close(dockerfile);
      await client.diagnostics(yaml, has(CONFLICT));
    });
  }
});
