import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { createConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { startServer } from '../../server/src/lsp/server.ts';
import { Client } from './support/client.ts';
import { has, lacks, track } from './support/harness.ts';
import { CLEAN_DOCKERFILE, DOCKERFILE, LATEST } from './support/texts.ts';

const URI = 'file:///Dockerfile';

interface Task {
  readonly run: () => void;
  readonly wait: number;
}

/** A server in this process, whose clock and timers are the test's: an analysis seems to take `slowness` milliseconds. */
async function startSlow(slowness: number) {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  const tasks = new Set<Task>();
  let clock = 0;
  startServer(createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient)), {
    filesOf: () => undefined,
    today: () => '2026-01-01',
    now: () => (clock += slowness),
    schedule: (run, wait) => {
      const task = { run, wait };
      tasks.add(task);
      return () => tasks.delete(task);
    },
    breathe: () => Promise.resolve(),
  });
  const client = track(new Client(new StreamMessageReader(toClient), new StreamMessageWriter(toServer), { push: true }));
  await client.initialize();
  const runAll = (): void => {
    for (const task of [...tasks]) {
      tasks.delete(task);
      task.run();
    }
  };
  return { client, tasks, runAll };
}

describe('lsp: debounce', () => {
  it('a slow document is published once for many changes, for the newest of them', async () => {
    const { client, tasks, runAll } = await startSlow(20);
    await client.open(URI, DOCKERFILE);
    await client.diagnostics(URI, has(LATEST));
    for (let version = 2; version <= 9; version++) await client.change(URI, version, { text: CLEAN_DOCKERFILE });
    await client.settled();
    assert.equal(client.published(URI).length, 1);
    assert.deepEqual(
      [...tasks].map(({ wait }) => wait).filter((wait) => wait > 40),
      [60],
    );
    runAll();
    await client.diagnostics(URI, lacks(LATEST));
    assert.deepEqual(
      client.published(URI).map(({ version }) => version),
      [1, 9],
    );
  });

  it('never waits longer than 150 ms', async () => {
    const { client, tasks } = await startSlow(4000);
    await client.open(URI, DOCKERFILE);
    await client.change(URI, 2, { text: CLEAN_DOCKERFILE });
    await client.settled();
    assert.equal(Math.max(...[...tasks].map(({ wait }) => wait)), 150);
  });

  it('a quick document does not wait', async () => {
    const { client } = await startSlow(1);
    await client.open(URI, DOCKERFILE);
    await client.change(URI, 2, { text: CLEAN_DOCKERFILE });
    await client.diagnostics(URI, lacks(LATEST));
    assert.deepEqual(
      client.published(URI).map(({ version }) => version),
      [1, 2],
    );
  });

  it('a document that is closed while it waits is published empty and no more', async () => {
    const { client, runAll } = await startSlow(20);
    await client.open(URI, DOCKERFILE);
    await client.change(URI, 2, { text: `${DOCKERFILE}\n` });
    await client.close(URI);
    await client.settled();
    runAll();
    await client.settled();
    assert.deepEqual(
      client.published(URI).map(({ diagnostics }) => diagnostics.length > 0),
      [true, false],
    );
  });
});
