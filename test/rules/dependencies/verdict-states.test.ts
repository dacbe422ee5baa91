import assert from 'node:assert/strict';
import { advisories } from '../../support/advisories.ts';
import { verdictsIn } from '../../support/told.ts';

/** Everything before 1.5.0 is affected, in every ecosystem. */
const known = advisories(
  ...(['npm', 'PyPI', 'NuGet', 'RubyGems', 'crates.io', 'Hex', 'Pub'] as const).flatMap((ecosystem) => [
    { id: `${ecosystem}-1`, name: 'bad', ecosystem, ranges: [['0', '1.5.0']] as const },
    { id: `${ecosystem}-2`, name: 'sub', ecosystem, ranges: [['0', '1.5.0']] as const },
  ]),
  { id: 'Maven-1', name: 'g:bad', ecosystem: 'Maven', ranges: [['0', '1.5.0']] },
  { id: 'Go-1', name: 'go.example/bad', ecosystem: 'Go', ranges: [['0', '1.5.0']] },
  { id: 'Packagist-1', name: 'v/bad', ecosystem: 'Packagist', ranges: [['0', '1.5.0']] },
);
const json = JSON.stringify;
const app = (more: object): string => json({ name: 'app', private: true, ...more });
const installed = (version: string, more: object = {}): object => ({ version, integrity: 'sha512-AA==', ...more });
/** A lockfile in which `top` brings in `bad` 1.1.0. */
const nested = json({
  name: 'app',
  lockfileVersion: 3,
  packages: {
    '': { name: 'app', dependencies: { top: '^1.0.0' } },
    'node_modules/bad': installed('1.1.0'),
    'node_modules/top': installed('1.0.0', { dependencies: { bad: '^1.0.0' } }),
  },
});
const classic =
  '# yarn lockfile v1\n\nbad@^1.0.0:\n  version "1.1.0"\n\ntop@^1.0.0:\n  version "1.0.0"\n  dependencies:\n    bad "^1.0.0"\n';
const top = (more: object = {}): string => app({ dependencies: { top: '^1.0.0' }, ...more });
const BROUGHT_IN = 'package.json:1 vulnerable-transitive-dependency: top brings in bad 1.1.0 (top › bad@1.1.0), which';
const project = (more: string): string => `[package]\nname = "app"\nversion = "0.1.0"\n\n${more}`;

const CASES: readonly (readonly [name: string, files: Readonly<Record<string, string>>, ...verdicts: readonly string[]])[] = [
  ['npm, brought in', { 'package.json': top(), 'package-lock.json': nested }, BROUGHT_IN],
  ['npm, forced for all', { 'package.json': top({ overrides: { bad: '1.5.0' } }), 'package-lock.json': nested }],
  [
    'npm, forced for the one that asks',
    { 'package.json': top({ overrides: { top: { bad: '1.5.0' } } }), 'package-lock.json': nested },
  ],
  [
    'npm, forced for another one',
    { 'package.json': top({ overrides: { x: { bad: '1.5.0' } } }), 'package-lock.json': nested },
    BROUGHT_IN,
  ],
  [
    'npm, forced to what is no better',
    { 'package.json': top({ overrides: { top: { bad: '1.x' } } }), 'package-lock.json': nested },
    BROUGHT_IN,
  ],
  ['Yarn, forced for the one that asks', { 'package.json': top({ resolutions: { 'top/bad': '1.5.0' } }), 'yarn.lock': classic }],
  ['Yarn, brought in', { 'package.json': top(), 'yarn.lock': classic }, BROUGHT_IN],
  [
    'npm, locked in a version that the manifest has outgrown',
    { 'package.json': app({ dependencies: { bad: '^1.5.0' } }), 'package-lock.json': nested },
  ],
  ['npm, a peer', { 'package.json': app({ peerDependencies: { bad: '1.0.0' } }) }],
  ['npm, any version', { 'package.json': app({ dependencies: { bad: '*' } }) }],
  [
    'npm, a hyphen',
    { 'package.json': app({ dependencies: { bad: '1.0.0 - 1.4.9' } }) },
    'package.json:1 vulnerable-dependency: Every version that bad 1.0.0 - 1.4.9 admits',
  ],
  ['pip, a range', { 'requirements.txt': 'bad>=1.0\n' }, 'requirements.txt:1 range-allows-vulnerable-version: bad >=1.0'],
  ['pip, two lines that both hold', { 'requirements.txt': 'bad>=1.0\nbad>=1.5\n' }],
  [
    'pip, two lines that both admit it',
    { 'requirements.txt': 'bad>=1.0\nbad<3\n' },
    'requirements.txt:1 range-allows-vulnerable-version: bad >=1.0',
    'requirements.txt:2 range-allows-vulnerable-version: bad <3',
  ],
  ['pip, constrained', { 'requirements.txt': '-c constraints.txt\nbad>=1.0\n', 'constraints.txt': 'bad>=1.5\n' }],
  [
    'Pipenv, development only',
    { Pipfile: '[dev-packages]\nbad = "*"\n', 'Pipfile.lock': json({ default: {}, develop: { bad: { version: '==1.0' } } }) },
    'Pipfile:2 vulnerable-dependency: bad 1.0 (locked in Pipfile.lock, development only)',
  ],
  [
    'Gradle, forced',
    {
      'build.gradle':
        "configurations.all {\n  resolutionStrategy { force 'g:bad:1.6' }\n}\ndependencies {\n  implementation 'g:bad:1.0'\n}\n",
    },
  ],
  [
    'Gradle, constrained',
    { 'build.gradle': "dependencies {\n  constraints {\n    implementation 'g:bad:1.6'\n  }\n  implementation 'g:bad:1.0'\n}\n" },
  ],
  ['Gradle, unknown', { 'build.gradle': 'dependencies {\n  implementation "g:bad:$v"\n}\n' }],
  [
    'Go, replaced',
    { 'go.mod': 'module m\n\ngo 1.24\n\nrequire go.example/bad v1.0.0\n\nreplace go.example/bad => go.example/bad v1.5.0\n' },
  ],
  [
    'Go, replaced by what is no better',
    { 'go.mod': 'module m\n\ngo 1.24\n\nrequire go.example/bad v1.6.0\n\nreplace go.example/bad => go.example/bad v1.0.0\n' },
    'go.mod:7 vulnerable-dependency: go.example/bad v1.0.0',
  ],
  ['Cargo, patched', { 'Cargo.toml': project('[dependencies]\nbad = "=1.0.0"\n[patch.crates-io]\nbad = { path = "../bad" }\n') }],
  [
    'Cargo, renamed',
    { 'Cargo.toml': project('[dependencies]\nx = { package = "bad", version = "=1.0.0" }\n') },
    'Cargo.toml:6 vulnerable-dependency: x (bad) 1.0.0',
  ],
  ['Composer, a branch', { 'composer.json': json({ require: { 'v/bad': 'dev-main as 1.0.0' } }) }],
  [
    'Hex, development only',
    {
      'mix.exs':
        'defmodule A.MixProject do\n  defp deps do\n    [\n      {:bad, "1.0.0", only: [:dev, :test]}\n    ]\n  end\nend\n',
    },
    'mix.exs:4 vulnerable-dependency: bad 1.0.0 (development only)',
  ],
  ['Pub, overridden', { 'pubspec.yaml': 'name: a\ndependencies:\n  bad: 1.0.0\ndependency_overrides:\n  bad: 1.5.0\n' }],
];

describe('what is declared, what is resolved, and the verdict', () => {
  for (const [name, files, ...verdicts] of CASES)
    it(name, () => {
      assert.deepEqual(verdictsIn(files, known), verdicts);
    });
});
