import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { nothingOutside } from '../support/no-outside.ts';
import { Larboard } from './support/larboard.ts';

/** Proven from outside: the program ends at once when it reaches the network, starts a process or writes a file. */
describe('by default the command line', () => {
  const larboard = new Larboard();
  let node: readonly string[] = [];
  before(async function () {
    this.timeout(60_000);
    await larboard.build();
    node = await nothingOutside(larboard.folder);
  });
  after(() => {
    larboard.remove();
  });
  const inside = (args: readonly string[], cwd: string, env = {}) => larboard.run(args, { cwd, node, env });

  it('reads, and does nothing else', () => {
    const data = path.join(larboard.folder, 'data');
    const folder = larboard.workspace({
      'package.json': '{ "dependencies": { "lodash": "4.17.15", "left": "git+https://git.example/left.git" } }\n',
      'requirements.txt': 'requests==2.0.0\n',
      Dockerfile: 'FROM node:latest\n',
      'k8s.yaml': 'apiVersion: v1\nkind: Pod\nmetadata: { name: a }\n',
    });
    for (const args of [['scan'], ['scan', '-f', 'json'], ['scan', '--advisories', 'osv'], ['advisories', 'status'], ['rules']]) {
      const { code, err } = inside(args, folder, { LARBOARD_DATA: data });
      assert.ok(code === 0 || code === 1, `${args.join(' ')}: ${code} ${err}`);
    }
    assert.equal(existsSync(data), false);
  });

  it('would be caught', () => {
    const folder = larboard.workspace({ 'package.json': '{}', 'a.json': '{}' });
    const data = { LARBOARD_DATA: path.join(larboard.folder, 'caught') };
    for (const args of [
      ['advisories', 'update', '--url', 'http://127.0.0.1:1'],
      ['advisories', 'import', 'a.json'],
      ['scan', '-o', 'x.txt'],
    ]) {
      const { code, err } = inside(args, folder, data);
      assert.deepEqual([args, code], [args, 99]);
      assert.match(err, /FORBIDDEN: /);
    }
  });
});
