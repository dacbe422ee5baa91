import { dependencyOverrideStale } from '../../../server/src/rules/dependencies/dependency-override-stale.ts';
import { testRule } from '../../support/rule-tester.ts';

const says = (name: string, lockfile: string): string =>
  `Nothing in ${lockfile} asks for ${name} any more, so this override does nothing. Remove it.`;
const modules = (name: string): string => `This module does not use ${name}, so replacing it does nothing. Remove it.`;
const lock =
  '{"packages":{"":{"dependencies":{"a":"1"}},"node_modules/a":{"version":"1.0.0"},"node_modules/b":{"version":"1.0.0"}}}';

testRule(dependencyOverrideStale, {
  clean: [
    '{"dependencies":{"a":"1"},"overrides":{"c":"1"}}',
    { code: '{"dependencies":{"a":"1"},"overrides":{"b":"1","a":"$a"}}', files: { 'package-lock.json': lock } },
    { code: '{"dependencies":{"a":"1"},"overrides":{"c":"1"}}', files: { 'package-lock.json': `${lock}}}` } },
    {
      path: 'Cargo.toml',
      code: '[package]\nname = "x"\n[patch.crates-io]\na = { path = "../a" }\n',
      files: {
        'Cargo.lock':
          '[[package]]\nname = "a"\nversion = "1.0.0"\n\n[[package]]\nname = "x"\nversion = "1.0.0"\ndependencies = [\n "a",\n]\n',
      },
    },
    {
      path: 'pyproject.toml',
      code: '[project]\nname = "x"\n[tool.uv]\noverride-dependencies = ["a>=1", "b ; sys_platform == \'never\'"]\n',
      files: { 'uv.lock': '[[package]]\nname = "a"\nversion = "1.0"\n\n[[package]]\nname = "x"\nsource = { virtual = "." }\n' },
    },
    { path: 'go.mod', code: 'module m\ngo 1.16\nreplace a.b/c => a.b/d v1.0.0\n' },
    { path: 'go.mod', code: 'module m\ngo 1.22\nrequire a.b/c v1.0.0 // indirect\nreplace a.b/c => a.b/d v1.0.0\n' },
  ],
  caught: [
    {
      code: '{"dependencies":{"a":"1"},"overrides":{"⟦c⟧":"1","b":"1"}}',
      files: { 'package-lock.json': lock },
      says: says('c', 'package-lock.json'),
      fixed: '{"dependencies":{"a":"1"},"overrides":{"b":"1"}}',
    },
    {
      code: '{"dependencies":{"a":"1"},"resolutions":{"**/⟦c⟧":"1"}}',
      files: { 'yarn.lock': 'a@1:\n  version "1.0.0"\n  resolved "https://h.example/a.tgz"\n' },
      says: says('c', 'yarn.lock'),
      fixed: '{"dependencies":{"a":"1"},"resolutions":{}}',
    },
    {
      path: 'pnpm-workspace.yaml',
      code: 'packages:\n  - a\noverrides:\n  ⟦c⟧: 1.0.0\n  a: 1.0.0\n',
      files: {
        'pnpm-lock.yaml':
          "lockfileVersion: '9.0'\nimporters:\n  .:\n    dependencies:\n      a:\n        specifier: ^1.0.0\n        version: 1.0.0\npackages:\n  a@1.0.0:\n    resolution: {integrity: sha512-x}\n",
      },
      says: says('c', 'pnpm-lock.yaml'),
      fixed: 'packages:\n  - a\noverrides:\n  a: 1.0.0\n',
    },
    {
      path: 'Cargo.toml',
      code: '[package]\nname = "x"\n[patch.crates-io]\n⟦a⟧ = { path = "../a" }\n',
      files: {
        'Cargo.lock': '[[package]]\nname = "x"\nversion = "1.0.0"\n\n[[patch.unused]]\nname = "a"\nversion = "1.0.0"\n',
      },
      says: says('a', 'Cargo.lock'),
      fixed: '[package]\nname = "x"\n[patch.crates-io]\n',
    },
    {
      path: 'go.mod',
      code: 'module m\ngo 1.22\nrequire a.b/d v1.0.0\nreplace ⟦a.b/c⟧ => a.b/d v1.0.0\n',
      says: modules('a.b/c'),
      fixed: 'module m\ngo 1.22\nrequire a.b/d v1.0.0\n',
    },
  ],
});
