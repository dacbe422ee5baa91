import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ExportServer } from '../support/export-server.ts';
import { indexFile, osv } from '../support/osv.ts';
import { zip } from '../support/zip.ts';
import { Larboard, type Run } from './support/larboard.ts';

const MANIFEST = '{ "dependencies": { "left": "1.0.0" } }\n';
const LEFT = osv('GHSA-left', 'npm', 'left', '0', '1.2.0', { database_specific: { severity: 'HIGH' } });

describe('larboard advisories', () => {
  const larboard = new Larboard();
  const server = new ExportServer();
  let data = '';
  let folder = '';
  let count = 0;

  before(async function () {
    this.timeout(60_000);
    await Promise.all([larboard.build(), server.start()]);
  });
  after(async () => {
    await server.stop();
    larboard.remove();
  });
  beforeEach(() => {
    data = path.join(larboard.folder, `data-${count++}`);
    folder = larboard.workspace({ 'package.json': MANIFEST });
    server.files.clear();
    server.asked.length = 0;
  });

  /** Not synchronous, because the server is in this process. */
  function run(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Run> {
    const child = spawn(process.execPath, [larboard.program, ...args], {
      cwd: folder,
      env: { ...process.env, NO_PROXY: '*', LARBOARD_DATA: data, ...env },
    });
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, err })));
  }
  const ids = ({ out }: Run) =>
    (JSON.parse(out) as { findings: { rule: string; message: string }[] }).findings
      .filter(({ rule }) => rule === 'dependencies/vulnerable-dependency')
      .map(({ message }) => /GHSA-\w+/.exec(message)?.[0]);

  it('downloads what the manifests here are about, and scans use it when they are told to', async () => {
    server.serve('/npm/all.zip', zip({ 'a.json': JSON.stringify(LEFT) }));
    const update = await run(['advisories', 'update', '--url', server.url]);
    assert.deepEqual(update, { code: 0, out: 'npm: 1 record downloaded\n', err: '' });
    assert.deepEqual(server.asked, ['/npm/all.zip']);
    assert.deepEqual(ids(await run(['scan', '-f', 'json'])), []);
    const scan = await run(['scan', '-f', 'json', '--advisories', 'osv']);
    assert.deepEqual([ids(scan), scan.code, scan.err], [['GHSA-left'], 1, '']);
    writeFileSync(path.join(folder, '.larboard.yaml'), 'advisories: { source: file }\n');
    assert.deepEqual(ids(await run(['scan', '-f', 'json'])), ['GHSA-left']);
    assert.deepEqual(ids(await run(['scan', '-f', 'json', '--advisories', 'off'])), []);
  });

  it('downloads the ecosystems that are named', async () => {
    server.serve('/Hex/all.zip', zip({ 'a.json': JSON.stringify(osv('A-1', 'Hex', 'a')) }));
    server.serve('/crates.io/all.zip', zip({ 'a.json': JSON.stringify(osv('A-2', 'crates.io', 'a')) }));
    const { code, out } = await run(['advisories', 'update', '-e', 'hex', '--ecosystem', 'crates.io', '--url', `${server.url}/`]);
    assert.deepEqual([code, out], [0, 'Hex: 1 record downloaded\ncrates.io: 1 record downloaded\n']);
  });

  it('tells what changed, and what the server lists but does not have', async () => {
    const at = (day: number, id: string) => ({ ...osv(id, 'npm', id.toLowerCase()), modified: `2026-05-0${day}T00:00:00Z` });
    server.serve('/npm/all.zip', zip({ 'a.json': JSON.stringify(at(1, 'A-1')) }));
    const update = async (): Promise<string> => (await run(['advisories', 'update', '--url', server.url])).out;
    await update();
    server.serve('/npm/modified_id.csv', '2026-05-03T00:00:00Z,A-3\n2026-05-02T00:00:00Z,A-2\n');
    server.serve('/npm/A-2.json', JSON.stringify(at(2, 'A-2')));
    assert.equal(await update(), 'npm: 1 changed record fetched, 1 not there yet (what was known of it is kept)\n');
    server.serve('/npm/A-3.json', JSON.stringify(at(3, 'A-3')));
    assert.equal(await update(), 'npm: 1 changed record fetched\n');
    assert.equal(await update(), 'npm: already up to date\n');
  });

  it('imports, and tells what there is', async () => {
    const none = await run(['advisories', 'status']);
    assert.match(none.out, /^There is no advisory data in .*advisories; only the built-in facts are used\.\n$/);
    const file = path.join(folder, 'export.zip');
    writeFileSync(
      file,
      zip({ 'a.json': JSON.stringify(LEFT), 'b.json': JSON.stringify(osv('A-1', 'PyPI', 'x')), 'c.json': '{}' }),
    );
    const imported = await run(['advisories', 'import', file]);
    assert.deepEqual(imported, { code: 0, out: '2 records imported for npm, PyPI, 1 file unreadable\n', err: '' });
    const { code, out } = await run(['advisories', 'status', '--format', 'json']);
    const status = JSON.parse(out) as { version: number; folder: string; ecosystems: Record<string, unknown>[] };
    assert.deepEqual([code, status.version, status.folder], [0, 1, path.join(data, 'advisories')]);
    const [npm, pypi] = status.ecosystems;
    assert.deepEqual(
      { ...npm, bytes: 0 },
      {
        ecosystem: 'npm',
        bytes: 0,
        source: 'OSV',
        date: '2026-05-01',
        records: 1,
        packages: 1,
        maliciousPackages: 0,
        complete: false,
      },
    );
    assert.equal(pypi?.['ecosystem'], 'PyPI');
    assert.match(
      (await run(['advisories', 'status'])).out,
      /^ {2}npm +OSV of 2026-05-01, 1 record \(imported, perhaps not all\), 0\.0 MB$/m,
    );
  });

  it('says that there is no data, or that it is damaged, and scans with the built-in facts', async () => {
    const nothing = await run(['scan', '--advisories', 'osv']);
    assert.match(nothing.err, /^larboard: there is no advisory data on this machine yet, .*"larboard advisories update"\n$/);
    const file = path.join(data, 'advisories', 'npm.advisories');
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, indexFile('npm', [LEFT]).subarray(0, 100));
    writeFileSync(path.join(folder, 'package.json'), '{ "dependencies": { "lodash": "4.17.15" } }\n');
    const damaged = await run(['scan', '--advisories', 'osv', '-f', 'json']);
    assert.match(
      damaged.err,
      /^larboard: The advisory data of npm \(.*\) is damaged: .* Update the advisory data again; [^\n]*\n$/,
    );
    assert.ok(ids(damaged).length > 0);
    assert.equal((await run(['advisories', 'status'])).code, 3);
  });

  const mistakes: readonly (readonly [args: readonly string[], says: RegExp, code?: number])[] = [
    [['advisories'], /takes update, import or status/],
    [['advisories', 'upgrade'], /there is no command "advisories upgrade"/],
    [['advisories', 'update', '--ecosystem', 'cargo'], /--ecosystem takes one of npm, .*, not "cargo"/],
    [['advisories', 'update', 'npm'], /"advisories update" takes no "npm"/],
    [['advisories', 'status', '--url', 'x'], /"advisories status" takes no --url/],
    [['advisories', 'import'], /takes files/],
    [['advisories', 'import', 'nowhere.zip'], /"nowhere\.zip" is not there/, 3],
    [['advisories', 'update', '--url', 'ftp://x'], /"ftp:\/\/x" is no http/, 3],
    [['advisories', 'update', '--what'], /--what/],
    [['scan', '--advisories', 'on'], /--advisories takes one of off, osv, registry, file, not "on"/],
  ];
  for (const [args, says, expected = 2] of mistakes) {
    it(`says what is wrong with "${args.join(' ')}"`, async () => {
      const { code, out, err } = await run(args);
      assert.deepEqual([code, out], [expected, '']);
      assert.match(err, says);
      assert.equal(err.trimEnd().split('\n').length, 1);
    });
  }

  it('asks for an ecosystem where there is no manifest', async () => {
    folder = larboard.workspace({ Dockerfile: 'FROM scratch\n', '.npmrc': 'a=b\n' });
    const { code, err } = await run(['advisories', 'update', '--url', server.url]);
    assert.equal(code, 2);
    assert.match(err, /no package manifest below this folder; name ecosystems with --ecosystem \(npm, /);
  });

  it('tells a failure in one line, and leaves no temporary files', async () => {
    const { code, err } = await run(['advisories', 'update', '--url', server.url]);
    assert.equal(code, 3);
    assert.match(err, /^larboard: http:\/\/127\.0\.0\.1:\d+\/npm\/all\.zip is not there\. .*\n$/);
    assert.deepEqual(existsSync(path.join(data, 'advisories')) ? readdirSync(path.join(data, 'advisories')) : [], []);
  });
});
