import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { CancellationTokenSource, type Diagnostic } from 'vscode-languageserver/node';
import type { AdvisoryOutcome, AdvisoryStatus, Status } from '../../server/src/lsp/protocol.ts';
import { ExportServer } from '../support/export-server.ts';
import { nothingOutside } from '../support/no-outside.ts';
import { osv } from '../support/osv.ts';
import { zip } from '../support/zip.ts';
import type { ClientOptions } from './support/client.ts';
import { folderWith, start } from './support/harness.ts';

const RULE = 'dependencies/vulnerable-dependency';
const MANIFEST = '{ "dependencies": { "left": "1.0.0", "lodash": "4.17.15" } }\n';
const EXPORT = zip({ 'a.json': JSON.stringify(osv('GHSA-left', 'npm', 'left', '0', '1.2.0')) });
const knows = (items: readonly Diagnostic[]): boolean =>
  items.some(({ code, message }) => code === RULE && JSON.stringify(message).includes('GHSA-left'));

describe('lsp: advisory data', () => {
  const server = new ExportServer();
  let data = '';
  before(() => server.start());
  after(() => server.stop());
  beforeEach(() => {
    data = mkdtempSync(path.join(tmpdir(), 'larboard-lsp-data-'));
    server.serve('/npm/all.zip', EXPORT);
    server.asked.length = 0;
    server.always = undefined;
  });
  afterEach(() => {
    rmSync(data, { recursive: true, force: true });
  });

  const editor = async (source: string | undefined, options: ClientOptions = {}) => {
    const folder = folderWith({ 'package.json': MANIFEST });
    const client = await start({
      folders: [folder.uri],
      settings: () => (source === undefined ? {} : { advisories: { source } }),
      initializationOptions: { dataFolder: data, status: true },
      env: { NO_PROXY: '*', LARBOARD_DATA: path.join(data, 'of-the-command-line') },
      ...options,
    });
    const uri = folder.uriOf('package.json');
    await client.open(uri, MANIFEST, 'json');
    return { client, uri, folder };
  };
  const update = ['larboard/advisories/update', { workDoneToken: 'work' }] as const;

  for (const push of [false, true]) {
    it(`is downloaded by command, and open files are judged anew (${push ? 'pushed' : 'pulled'})`, async () => {
      const { client, uri } = await editor('osv', { push });
      const before = await client.diagnostics(uri, (items) => items.some(({ code }) => code === RULE));
      assert.equal(knows(before), false);
      const { message } = await client.request<AdvisoryOutcome>(update[0], { ...update[1], url: server.url });
      assert.equal(message, 'Advisory data updated: 1 records of npm.');
      assert.ok(await client.diagnostics(uri, knows));
      assert.deepEqual(server.asked, ['/npm/all.zip']);
      const progress = client
        .messages<{ token: string; value: { kind: string } }>('$/progress')
        .filter(({ token }) => token === 'work');
      assert.deepEqual([progress[0]?.value.kind, progress.at(-1)?.value.kind], ['begin', 'end']);
      const status = await client.request<AdvisoryStatus>('larboard/advisories/status', {});
      assert.equal(status.isAvailable, true);
      assert.deepEqual(
        status.ecosystems.map(({ ecosystem, source }) => [ecosystem, source]),
        [['npm', 'OSV']],
      );
      assert.match(client.messages<Status>('larboard/status').at(-1)?.advisories ?? '', /^OSV, \d{4}-\d\d-\d\d$/);
    });
  }

  it('counts only where the settings say so', async () => {
    const { client, uri } = await editor(undefined);
    await client.request('workspace/executeCommand', {
      command: 'larboard.server.updateAdvisories',
      arguments: [{ url: server.url }],
    });
    const items = await client.diagnostics(uri, (all) => all.some(({ code }) => code === RULE));
    assert.equal(knows(items), false);
    assert.match(client.messages<Status>('larboard/status').at(-1)?.advisories ?? '', /^built-in facts, /);
  });

  it('is imported from files', async () => {
    const { client, uri, folder } = await editor('file');
    folder.write('export.json', JSON.stringify(osv('GHSA-left', 'npm', 'left', '0', '1.2.0')));
    const { message } = await client.request<AdvisoryOutcome>('larboard/advisories/import', {
      files: [folder.uriOf('export.json')],
    });
    assert.equal(message, '1 records imported for npm.');
    assert.ok(await client.diagnostics(uri, knows));
    assert.deepEqual(server.asked, []);
    await assert.rejects(
      client.request('larboard/advisories/import', { files: [pathToFileURL('/nowhere.zip').href] }),
      /is not there/,
    );
    await assert.rejects(client.request('larboard/advisories/import', { files: 'x' }), /needs \{ files \}/);
  });

  it('says what failed', async () => {
    server.files.clear();
    const { client } = await editor('osv');
    await assert.rejects(client.request(update[0], { url: server.url }), /npm\/all\.zip is not there\. Check the URL/);
    const empty = await start({ initializationOptions: { dataFolder: data } });
    await assert.rejects(empty.request(update[0], { url: server.url }), /no package manifest in the workspace/);
  });

  it('is cancelled', async () => {
    const { client } = await editor('osv');
    const source = new CancellationTokenSource();
    server.always = (_, response) => {
      response.writeHead(200, { 'content-length': '1000' }).write('PK');
      source.cancel();
      return true;
    };
    await assert.rejects(
      client.connection.sendRequest(update[0], { url: server.url }, source.token),
      /Cancelled; what was finished before is kept/,
    );
    assert.equal(existsSync(path.join(data, 'advisories', 'npm.advisories')), false);
  });

  it('is not there by default: no network, no process, no file is written', async () => {
    const { client, uri } = await editor(undefined, {
      node: await nothingOutside(data),
      initializationOptions: { status: true },
    });
    const items = await client.diagnostics(uri, (all) => all.some(({ code }) => code === RULE));
    assert.equal(knows(items), false);
    await client.hover(uri, 0, 30);
    await client.actions(uri, { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } });
    await client.request('larboard/scan', {});
    assert.deepEqual((await client.request<AdvisoryStatus>('larboard/advisories/status', {})).ecosystems, []);
    await client.settled();
    // It would be caught.
    await Promise.race([client.request(update[0], { url: server.url }).catch(() => undefined), client.exited]);
    assert.equal(await client.exited, 99);
    assert.deepEqual(server.asked, []);
  });
});
