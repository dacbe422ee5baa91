import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { JsonReport } from '../../server/src/service/json-report.ts';
import { Larboard, pathsIn, skippedIn } from './support/larboard.ts';

const larboard = new Larboard();

const json = (args: readonly string[], cwd: string) => larboard.report(args, cwd);
const read = (...parts: readonly string[]): string => readFileSync(path.join(...parts), 'utf8');

// Hooks outside a suite would run for every other file of the same process.
describe('command line: what lies around one file', () => {
  before(() => larboard.build());
  after(() => larboard.remove());

  const LOCK = JSON.stringify({
    name: 'shop',
    lockfileVersion: 3,
    requires: true,
    packages: {
      '': { name: 'shop', workspaces: ['packages/*'], dependencies: { lodash: '^4.17.0', mkdirp: '0.5.1' } },
      'packages/api': { name: 'api', dependencies: { lodash: '^4.17.0', mkdirp: '0.5.1' } },
      'node_modules/api': { resolved: 'packages/api', link: true },
      'node_modules/lodash': {
        version: '4.17.21',
        resolved: 'https://registry.npmjs.org/lodash/-/lodash-4.17.21.tgz',
        integrity: `sha512-${'A'.repeat(86)}==`,
      },
      'node_modules/mkdirp': {
        version: '0.5.1',
        resolved: 'https://registry.npmjs.org/mkdirp/-/mkdirp-0.5.1.tgz',
        integrity: `sha512-${'B'.repeat(86)}==`,
        dependencies: { minimist: '0.0.8' },
      },
      'node_modules/minimist': {
        version: '0.0.8',
        resolved: 'https://registry.npmjs.org/minimist/-/minimist-0.0.8.tgz',
        integrity: `sha512-${'C'.repeat(86)}==`,
      },
    },
  });
  const MANIFEST = (name: string, more: object = {}): string =>
    JSON.stringify({ name, version: '1.0.0', ...more, dependencies: { lodash: '^4.17.0', mkdirp: '0.5.1' } });
  const projects: readonly (readonly [what: string, file: string, files: Readonly<Record<string, string>>])[] = [
    ['a manifest with its lockfile', 'package.json', { 'package.json': MANIFEST('shop'), 'package-lock.json': LOCK }],
    [
      'a manifest in a folder with its lockfile',
      'a/package.json',
      { 'a/package.json': MANIFEST('shop'), 'a/package-lock.json': LOCK },
    ],
    [
      'a member of a workspace',
      'packages/api/package.json',
      {
        'package.json': MANIFEST('shop', { workspaces: ['packages/*'] }),
        'package-lock.json': LOCK,
        'packages/api/package.json': MANIFEST('api'),
      },
    ],
    [
      'Git dependencies that a lockfile pins',
      'mix.exs',
      {
        'mix.exs':
          'defmodule A.MixProject do\n  use Mix.Project\n  def project, do: [app: :a, version: "1.0.0", deps: deps()]\n  defp deps do\n    [{:plug, git: "https://github.com/elixir-plug/plug.git", branch: "main"}]\n  end\nend\n',
        'mix.lock': `%{\n  "plug": {:git, "https://github.com/elixir-plug/plug.git", "${'a1'.repeat(20)}", [branch: "main"]},\n}\n`,
      },
    ],
  ];
  for (const [what, file, files] of projects) {
    it(`says of one file what it says in its folder: ${what}`, () => {
      const cwd = larboard.workspace(files);
      const about = ({ findings }: JsonReport) =>
        findings.filter(({ rule, path: where }) => rule.startsWith('dependencies/') && where === file);
      const whole = about(json(['--profile', 'all'], cwd));
      assert.ok(whole.length > 0 || file === 'mix.exs');
      const alone = json(['--profile', 'all', file], cwd);
      assert.deepEqual(about(alone), whole);
      assert.deepEqual([pathsIn(alone).filter((each) => each !== file), alone.summary.files], [[], 1]);
      const { out } = larboard.run(['scan', '--format', 'json', '--profile', 'all', '--stdin', '--stdin-filename', file], {
        cwd,
        input: read(cwd, file),
      });
      assert.deepEqual(about(JSON.parse(out) as JsonReport), whole);
    });
  }

  it('reads around a file nothing that is too large or lies outside', () => {
    const files = { 'a/package.json': MANIFEST('shop'), 'b/package-lock.json': LOCK };
    const bare = json(['a/package.json'], larboard.workspace({ 'a/package.json': files['a/package.json'], 'a/x': '' }));
    const large = larboard.workspace({ ...files, 'a/package-lock.json': `${LOCK}${' '.repeat(10 * 1024 * 1024)}` });
    const outside = larboard.workspace({ 'package-lock.json': LOCK });
    const linked = larboard.workspace({
      'a/package.json': files['a/package.json'],
      'a/package-lock.json': `→ ${path.join(outside, 'package-lock.json')}`,
    });
    const rule = 'dependencies/range-allows-vulnerable-version';
    const speaks = ({ findings }: JsonReport): boolean => findings.some((finding) => finding.rule === rule);
    assert.deepEqual([speaks(bare), ...[large, linked].map((cwd) => speaks(json(['a/package.json'], cwd)))], [true, true, true]);
    assert.deepEqual(skippedIn(json(['a/package.json'], large)), {});
  });
});
