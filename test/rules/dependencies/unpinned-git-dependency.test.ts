import { unpinnedGitDependency } from '../../../server/src/rules/dependencies/unpinned-git-dependency.ts';
import { testRule } from '../../support/rule-tester.ts';

const SHA = '0123456789abcdef0123456789abcdef01234567';
const follows = (name: string, ref: string): string =>
  `${name} follows "${ref}" of a git repository, which may move. Pin the full commit hash.`;
const head = (name: string): string => `${name} follows the default branch of a git repository. Pin the full commit hash.`;
const lock = (spec: string): string =>
  JSON.stringify({
    packages: {
      '': { dependencies: { a: spec } },
      'node_modules/a': { version: '1.0.0', resolved: `git+ssh://git@github.com/u/r.git#${SHA}` },
    },
  });
const cargoLock = `[[package]]\nname = "app"\nversion = "1.0.0"\ndependencies = [\n "a",\n]\n\n[[package]]\nname = "a"\nversion = "1.0.0"\nsource = "git+https://h/r?branch=main#${SHA}"\n`;
const gemfileLock = `GIT\n  remote: https://h/r\n  revision: ${SHA}\n  branch: main\n  specs:\n    a (1.0.0)\n\nDEPENDENCIES\n  a!\n`;

testRule(unpinnedGitDependency, {
  clean: [
    `{"dependencies":{"a":"u/r#${SHA}"}}`,
    `{"dependencies":{"a":"git+https://h/r.git#${SHA.toUpperCase()}"}}`,
    `{"dependencies":{"a":"u/r#${SHA}&path:/packages/a"}}`,
    '{"dependencies":{"a":"https://h/a.tgz"}}',
    '{"dependencies":{"a":"^1.0.0"}}',
    '{"dependencies":{"a":"file:../r"}}',
    '{"dependencies":{"@u/r":"1"},"repository":"github:u/r"}',
    { path: 'requirements.txt', code: `a @ git+https://h/r@${SHA}#egg=a\n` },
    { path: 'requirements.txt', code: '# git+https://h/r@main\nhttps://h/a.whl\n' },
    {
      path: 'package-lock.json',
      code: '{"packages":{"node_modules/a":{"version":"1.0.0","resolved":"git+ssh://git@h/r.git#main"}}}',
    },
    { path: 'Cargo.toml', code: `[dependencies]\na = { git = "https://h/r", rev = "${SHA}" }\nb = "1"\n` },
    { path: 'pyproject.toml', code: `[project]\ndependencies = ["a @ git+https://h/r@${SHA}"]\n` },
    {
      path: 'Gemfile',
      code: `gem 'a', git: 'https://h/r', ref: '${SHA}'\ngem 'b', path: '../b'\ngem 'c', github: 'u/r', ref: REF\n`,
    },
    {
      path: 'mix.exs',
      code: `defp deps do\n  [{:a, git: "https://h/r", ref: "${SHA}"}, {:b, path: "../b"}, {:c, in_umbrella: true}]\nend\n`,
    },
    {
      path: 'pubspec.yaml',
      code: `dependencies:\n  a:\n    git:\n      url: https://h/r\n      ref: ${SHA}\n  flutter:\n    sdk: flutter\n`,
    },
    { path: 'Gemfile.lock', code: `GIT\n  remote: https://h/r\n  revision: ${SHA}\n  branch: main\n  specs:\n    a (1.0)\n` },
    { path: 'Cargo.lock', code: '[[package]]\nname = "a"\nversion = "1.0.0"\nsource = "git+https://h/r?branch=main"\n' },
    // Icons that Phoenix generates projects with.
    {
      path: 'mix.exs',
      code: 'defp deps do\n  [{:heroicons, github: "a/heroicons", tag: "v2.1.1", sparse: "optimized", app: false, compile: false, depth: 1}]\nend\n',
      files: {
        'mix.lock':
          '%{\n  "heroicons": {:git, "https://github.com/a/heroicons.git", "88ab3a0d790e6a47404cba02800a6b25d2afae50", [tag: "v2.1.1"]},\n}\n',
      },
    },
  ],
  caught: [
    { path: 'Gemfile', code: "gem 'a', github: '⟦u/r⟧'\ngem 'b', :git => '⟦git@h:u/b.git⟧'\n", says: [head('a'), head('b')] },
    {
      path: 'Gemfile',
      code: "gem 'a', git: 'https://h/r', branch: '⟦main⟧' # why\n",
      files: { 'Gemfile.lock': gemfileLock },
      says: follows('a', 'main'),
      fixed: `gem 'a', git: 'https://h/r', ref: '${SHA}' # why\n`,
    },
    {
      path: 'Gemfile',
      code: "gem 'a', :git => 'https://h/r', :tag => '⟦v1⟧'\n",
      files: { 'Gemfile.lock': gemfileLock },
      says: follows('a', 'v1'),
      fixed: `gem 'a', :git => 'https://h/r', :ref => '${SHA}'\n`,
    },
    {
      path: 'mix.exs',
      code: 'defp deps do\n  [{:a, "~> 1.0", github: "u/r", branch: "⟦main⟧"}]\nend\n',
      files: { 'mix.lock': `%{\n  "a": {:git, "https://h/r.git", "${SHA}", [branch: "main"]},\n}\n` },
      says: follows('a', 'main'),
      fixed: `defp deps do\n  [{:a, "~> 1.0", github: "u/r", ref: "${SHA}"}]\nend\n`,
    },
    {
      path: 'pubspec.yaml',
      code: 'dependencies:\n  a:\n    git:\n      url: https://h/r\n      ref: ⟦main⟧\n  b:\n    git: ⟦https://h/s⟧\n',
      files: {
        'pubspec.lock': `packages:\n  a:\n    dependency: "direct main"\n    description:\n      path: "."\n      ref: main\n      resolved-ref: "${SHA}"\n      url: "https://h/r"\n    source: git\n    version: "1.0.0"\n  b:\n    dependency: "direct main"\n    description:\n      path: "."\n      ref: HEAD\n      resolved-ref: "${SHA}"\n      url: "https://h/s"\n    source: git\n    version: "1.0.0"\n`,
      },
      says: [follows('a', 'main'), head('b')],
      fixed: `dependencies:\n  a:\n    git:\n      url: https://h/r\n      ref: ${SHA}\n  b:\n    git: https://h/s\n`,
    },
    { code: '{"dependencies":{"a":"⟦u/r⟧"}}', says: head('a') },
    { code: '{"dependencies":{"a":"u/r#⟦main⟧"}}', says: follows('a', 'main') },
    { code: '{"dependencies":{"a":"github:u/r#⟦semver:^1.0.0⟧"}}', says: follows('a', 'semver:^1.0.0') },
    { code: '{"devDependencies":{"a":"git+ssh://git@github.com/u/r.git#⟦v1.2.3⟧"}}', says: follows('a', 'v1.2.3') },
    { code: `{"dependencies":{"a":"git@h:u/r.git#⟦${SHA.slice(0, 12)}⟧"}}`, says: follows('a', SHA.slice(0, 12)) },
    { code: '{"overrides":{"b":{"a":"⟦https://github.com/u/r⟧"}}}', says: head('a') },
    {
      code: '{"dependencies":{"a":"u/r#⟦main⟧"}}',
      files: { 'package-lock.json': lock('u/r#main') },
      says: follows('a', 'main'),
      fixed: `{"dependencies":{"a":"u/r#${SHA}"}}`,
    },
    {
      code: '{"dependencies":{"a":"⟦u/r⟧"}}',
      files: { 'package-lock.json': lock('u/r') },
      says: head('a'),
      fixed: `{"dependencies":{"a":"u/r#${SHA}"}}`,
    },
    ...Object.entries({
      'yarn.lock': `a@u/r#main:\n  version "1.0.0"\n  resolved "https://codeload.github.com/u/r/tar.gz/${SHA}"\n`,
      'pnpm-lock.yaml': `importers:\n  .:\n    dependencies:\n      a:\n        specifier: u/r#main\n        version: https://codeload.github.com/u/r/tar.gz/${SHA}\n\npackages:\n\n  a@https://codeload.github.com/u/r/tar.gz/${SHA}:\n    resolution: {tarball: https://codeload.github.com/u/r/tar.gz/${SHA}}\n    version: 1.0.0\n`,
      'bun.lock': `{\n  "workspaces": {\n    "": { "dependencies": { "a": "u/r#main" } },\n  },\n  "packages": {\n    "a": ["a@github:u/r#${SHA}", {}, "u-r-0123456"],\n  }\n}\n`,
    }).map(([path, text]) => ({
      code: '{"dependencies":{"a":"u/r#⟦main⟧"}}',
      files: { [path]: text },
      says: follows('a', 'main'),
      fixed: `{"dependencies":{"a":"u/r#${SHA}"}}`,
    })),
    { path: 'requirements.txt', code: 'a @ git+https://h/r@⟦main⟧#egg=a\n', says: follows('a', 'main') },
    { path: 'requirements.txt', code: '-e ⟦git+ssh://git@h/u/r.git⟧#egg=My_Lib\n', says: head('My_Lib') },
    { path: 'requirements.txt', code: '⟦git+https://h/r⟧ ; python_version > "3"\n', says: head('This dependency') },
    { path: 'Cargo.toml', code: '[dependencies]\na = { git = "⟦https://h/r⟧" }\n', says: head('a') },
    {
      path: 'Cargo.toml',
      code: '[package]\nname = "app"\n[dependencies]\na = { git = "https://h/r", branch = "⟦main⟧" } # why\n',
      files: { 'Cargo.lock': cargoLock },
      says: follows('a', 'main'),
      fixed: `[package]\nname = "app"\n[dependencies]\na = { git = "https://h/r", rev = "${SHA}" } # why\n`,
    },
    {
      path: 'Cargo.toml',
      code: '[package]\nname = "app"\n[dependencies]\na = { git = "⟦https://h/r⟧" }\n',
      files: { 'Cargo.lock': cargoLock },
      says: head('a'),
    },
    {
      path: 'Pipfile',
      code: '[packages]\na = {git = "https://h/r.git", ref = "⟦v1⟧"}\n',
      files: { 'Pipfile.lock': `{"default": {"a": {"git": "https://h/r.git", "ref": "${SHA}"}}}` },
      says: follows('a', 'v1'),
      fixed: `[packages]\na = {git = "https://h/r.git", ref = "${SHA}"}\n`,
    },
    {
      path: 'pyproject.toml',
      code: '[tool.poetry.dependencies.a]\ngit = "https://h/r.git"\ntag = "⟦v1⟧"\n',
      files: {
        'poetry.lock': `[[package]]\nname = "a"\nversion = "1"\n\n[package.source]\ntype = "git"\nurl = "https://h/r.git"\nresolved_reference = "${SHA}"\n`,
      },
      says: follows('a', 'v1'),
      fixed: `[tool.poetry.dependencies.a]\ngit = "https://h/r.git"\nrev = "${SHA}"\n`,
    },
    {
      path: 'pyproject.toml',
      code: '[project]\ndependencies = ["a", "b @ git+https://h/r@⟦main⟧"]\n[tool.uv.sources]\na = { git = "https://h/r", branch = "⟦main⟧" }\n',
      says: [follows('b', 'main'), follows('a', 'main')],
    },
  ],
});
