import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { Larboard, type Run } from './support/larboard.ts';

const larboard = new Larboard();

const PACKUMENTS: Readonly<Record<string, object>> = {
  '/old': {
    'dist-tags': { latest: '4.0.0' },
    time: { '1.0.0': '2019-01-01T00:00:00Z', '4.0.0': '2025-01-01T00:00:00Z' },
    versions: { '1.0.0': { license: 'MIT', dist: {} }, '4.0.0': { license: 'BUSL-1.1', dist: {} } },
  },
  '/left': {
    'dist-tags': { latest: '1.0.0' },
    time: { '1.0.0': '2019-01-01T00:00:00Z' },
    versions: { '1.0.0': { license: 'MIT', deprecated: 'use right', dist: {} } },
  },
};

const MANIFEST = JSON.stringify({
  name: 'shop',
  private: true,
  dependencies: { old: '1.0.0', ghost: '^1.0.0', left: '1.0.0', '@shop/own': '1.0.0', here: 'file:./here' },
});

describe('command line: larboard scan --advisories registry', () => {
  let server: Server;
  let base = '';
  let answer: 'packuments' | 'failure' = 'packuments';
  let asked: { readonly url: string; readonly method: string; readonly headers: IncomingHttpHeaders }[] = [];

  before(async () => {
    await larboard.build();
    server = createServer((request, response) => {
      const { url = '', method = '', headers } = request;
      asked.push({ url, method, headers });
      if (answer === 'failure') response.writeHead(503).end();
      else if (PACKUMENTS[url]) response.end(JSON.stringify(PACKUMENTS[url]));
      else response.writeHead(404).end('{}');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  });
  beforeEach(() => {
    asked = [];
    answer = 'packuments';
  });
  after(() => {
    larboard.remove();
    server.close();
  });

  /** Not synchronous: the registry lives in this process. */
  function scan(cwd: string, ...args: readonly string[]): Promise<Run> {
    const env = {
      PATH: process.env['PATH'] ?? '',
      HOME: cwd,
      LARBOARD_DATA: path.join(cwd, 'data'),
      npm_config_userconfig: path.join(cwd, 'none'),
    };
    const child = spawn(process.execPath, [larboard.program, 'scan', '--profile', 'all', '--fail-on', 'never', ...args], {
      cwd,
      env,
    });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    return new Promise((resolve) => child.once('close', (code) => resolve({ code, out, err })));
  }

  const workspace = (more: Readonly<Record<string, string>> = {}): string =>
    larboard.workspace({ 'package.json': MANIFEST, '.npmrc': `registry=${base}\n`, ...more });

  const rulesIn = (out: string): readonly string[] =>
    (JSON.parse(out) as { readonly findings: readonly { readonly rule: string; readonly message: string }[] }).findings
      .map(({ rule }) => rule.replace('dependencies/', ''))
      .filter((rule) => /^(?:package-not-found|outdated-major)$/.test(rule))
      .sort();

  it('says what the registry of .npmrc answers', async () => {
    const { code, out, err } = await scan(workspace(), '--advisories', 'registry', '--format', 'json');
    assert.equal(code, 0, err);
    assert.deepEqual(rulesIn(out), ['outdated-major', 'package-not-found']);
    assert.match(out, /127\.0\.0\.1/, 'The messages do not say where it is from.');
  });

  it('sends the names of packages and nothing else', async () => {
    await scan(workspace(), '--advisories', 'registry');
    assert.deepEqual(asked.map(({ url }) => url).sort(), ['/@shop%2fown', '/ghost', '/left', '/old']);
    for (const { method, headers } of asked) {
      assert.equal(method, 'GET');
      assert.deepEqual(
        Object.keys(headers).filter((name) => !/^(?:accept|accept-encoding|connection|host|user-agent)$/.test(name)),
        [],
      );
      assert.doesNotMatch(headers['user-agent'] ?? '', /\d+\.\d+.*\(/, 'It says too much about the machine.');
    }
  });

  it('asks nothing unless the command line says so, whatever a configuration says', async () => {
    const cwd = workspace({ '.larboard.yaml': 'advisories: { source: registry }\n' });
    for (const args of [[], ['--advisories', 'osv'], ['--advisories', 'off']]) {
      const { code } = await scan(cwd, ...args);
      assert.equal(code, 0);
    }
    assert.deepEqual(asked, []);
  });

  it('keeps answers, so that the next scan asks only for what had none', async () => {
    const cwd = workspace();
    await scan(cwd, '--advisories', 'registry');
    asked = [];
    const { out } = await scan(cwd, '--advisories', 'registry', '--format', 'json');
    assert.deepEqual(
      asked.map(({ url }) => url).filter((url) => !url.startsWith('/@')),
      [],
    );
    assert.deepEqual(rulesIn(out), ['outdated-major', 'package-not-found']);
  });

  it('goes on without a registry that does not work, and says so', async () => {
    answer = 'failure';
    const { code, out, err } = await scan(workspace(), '--advisories', 'registry', '--format', 'json');
    assert.equal(code, 0);
    assert.deepEqual(rulesIn(out), []);
    assert.match(err, /503|registry/);
  }).timeout(60_000);
});
