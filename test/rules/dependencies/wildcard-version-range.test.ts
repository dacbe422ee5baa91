import { wildcardVersionRange } from '../../../server/src/rules/dependencies/wildcard-version-range.ts';
import { testRule } from '../../support/rule-tester.ts';
import { WILDCARD } from '../../support/xml-declaration-cases.ts';

const unknown = (name: string): string => `${name} accepts any version. Require the version that was tested.`;
const locked = (name: string, version: string): string => `${name} accepts any version. Require the locked ${version}.`;
const lock = (name: string, version: string): string =>
  JSON.stringify({ packages: { '': { dependencies: { [name]: '*' } }, [`node_modules/${name}`]: { version } } });

testRule(wildcardVersionRange, {
  clean: [
    '{"name":"@types/express","dependencies":{"@types/qs":"*"}}',
    { path: 'requirements.txt', code: 'foo\nfoo==1.0\n' },
    { path: 'composer.json', code: '{"require": {"psr/log-implementation": "*"}}' },
    { path: 'composer.json', code: '{"require": {"acme/core": "@dev"}, "repositories": [{"type": "path", "url": "../core"}]}' },
    '{"dependencies":{"a":"^1.0.0"}}',
    '{"dependencies":{"a":"1.x"}}',
    '{"dependencies":{"a":"latest"}}',
    '{"dependencies":{"a":"<3"}}',
    '{"dependencies":{"a":">=1"}}',
    '{"dependencies":{"a":"workspace:*"}}',
    '{"dependencies":{"a":"file:../a"}}',
    '{"dependencies":{"a":"catalog:"}}',
    '{"dependencies":{"a":"u/r"}}',
    '{"peerDependencies":{"a":"*"}}',
    '{"engines":{"node":"*"}}',
    '{"dependencies":{"a":"*garbage"}}',
    { code: '{"dependencies":{"@o/b":"*"}}', files: { 'packages/b/package.json': '{"name":"@o/b"}' } },
    {
      code: '{"dependencies":{"w":"*"}}',
      files: {
        'package-lock.json': '{"packages":{"":{"dependencies":{"w":"*"}},"node_modules/w":{"link":true,"resolved":"w"}}}',
      },
    },
    { path: 'requirements.txt', code: 'a==1\nb~=2.0\nc @ https://h/c.whl\n' },
    { path: 'requirements.txt', code: '-c constraints.txt\na\n', files: { 'constraints.txt': 'A==1.0\n' } },
    { path: 'requirements.txt', code: '-c ../elsewhere.txt\na\n' },
    { path: 'requirements.in', code: 'a\n' },
    { path: 'constraints.txt', code: 'a\n' },
    { path: 'go.mod', code: 'require example.com/m v0.0.0\n' },
    { path: 'pyproject.toml', code: '[build-system]\nrequires = ["setuptools"]\n[project]\ndependencies = ["a", "b>=1"]\n' },
    { path: 'setup.cfg', code: '[options]\ninstall_requires =\n  a\n' },
    {
      path: 'Pipfile',
      code: '[packages]\na = "*"\n',
      files: { 'Pipfile.lock': '{"default": {"a": {"version": "==1.2.3"}}}' },
    },
    { path: 'Gemfile', code: "gem 'a'\ngem 'b', '>= 1'\ngem 'c', git: 'https://h/r'\ngem 'd', VERSION\n" },
    { path: 'a.gemspec', code: "s.add_development_dependency 'a', '>= 0'\ns.add_dependency 'b'\n" },
    { path: 'composer.json', code: '{"require": {"php": "*", "ext-json": "*", "a/b": "1.*"}, "conflict": {"c/d": "*"}}' },
    {
      path: 'app/composer.json',
      code: '{"require": {"acme/core": "*"}}',
      files: { 'core/composer.json': '{"name": "acme/core"}' },
    },
    {
      path: 'mix.exs',
      code: 'defp deps do\n  [{:ex_doc, ">= 0.0.0", only: :dev}, {:a, "~> 1.0"}, {:b, git: "https://h/r"}]\nend\n',
    },
    {
      path: 'mix.exs',
      code: 'defp deps do\n  [{:postgrex, ">= 0.0.0"}]\nend\n',
      files: { 'mix.lock': '%{\n  "postgrex": {:hex, :postgrex, "0.17.0", "00", [:mix], [], "hexpm", "00"},\n}\n' },
    },
    { path: 'pubspec.yaml', code: 'dependencies:\n  flutter_localizations:\n    sdk: flutter\n  intl: any\n  a: ^1.0.0\n' },
    { path: 'Cargo.toml', code: '[dependencies]\na = { path = "../a" }\nb.workspace = true\n' },
    ...WILDCARD.clean,
    { path: 'build.gradle', code: "dependencies { implementation 'a:b:+', 'a:c:latest.release' }\n" },
    { path: 'pubspec.yaml', code: 'name: a\ndependencies:\n  b:\n  c: any\ndependency_overrides:\n  b: ^1.0.0\n  c: ^1.0.0\n' },
  ],
  caught: [
    { path: 'Gemfile', code: "gem 'a', '⟦>= 0⟧'\n", says: unknown('a') },
    { path: 'a.gemspec', code: "s.add_dependency 'a', '⟦>= 0⟧'\n", says: unknown('a') },
    {
      path: 'composer.json',
      code: '{"require": {"a/b": "⟦*⟧", "php": "*"}}',
      files: {
        'composer.lock':
          '{\n    "packages": [\n        {\n            "name": "a/b",\n            "version": "1.2.3"\n        }\n    ]\n}\n',
      },
      says: locked('a/b', '1.2.3'),
      fixed: '{"require": {"a/b": "1.2.3", "php": "*"}}',
    },
    { path: 'mix.exs', code: 'defp deps do\n  [{:a, "⟦>= 0.0.0⟧"}]\nend\n', says: unknown('a') },
    { path: 'pubspec.yaml', code: 'dependencies:\n  a: ⟦any⟧\n', says: unknown('a') },
    { code: '{"dependencies":{"a":"⟦*⟧"}}', says: unknown('a') },
    { code: '{"dependencies":{"⟦a⟧":""}}', says: unknown('a') },
    { code: '{"devDependencies":{"a":"⟦x⟧"}}', says: unknown('a') },
    { code: '{"dependencies":{"a":"⟦>=0⟧"}}', says: unknown('a') },
    { code: '{"dependencies":{"a":"⟦>=0.0.0⟧"}}', says: unknown('a') },
    { code: '{"dependencies":{"a":"⟦^1.0.0 || *⟧"}}', says: unknown('a') },
    { code: '{"dependencies":{"a":"⟦x.x.x⟧","b":"⟦ ⟧","c":"⟦1.0.0 ||⟧"}}', says: [unknown('a'), unknown('b'), unknown('c')] },
    { path: 'Cargo.toml', code: '[dependencies]\na = { version = "⟦*⟧" }\n', says: unknown('a') },
    { code: '{"optionalDependencies":{"a":"npm:b@⟦*⟧"}}', says: unknown('a') },
    {
      code: '{"dependencies":{"a":"⟦*⟧"}}',
      files: { 'package-lock.json': lock('a', '1.2.3') },
      says: locked('a', '1.2.3'),
      fixed: '{"dependencies":{"a":"1.2.3"}}',
    },
    {
      code: '{"dependencies":{"⟦a⟧":""}}',
      files: { 'npm-shrinkwrap.json': lock('a', '1.2.3') },
      says: locked('a', '1.2.3'),
      fixed: '{"dependencies":{"a":"1.2.3"}}',
    },
    { path: 'requirements.txt', code: '⟦requests⟧\nb==1\n', says: unknown('requests') },
    { path: 'requirements.txt', code: '⟦a⟧[x] ; python_version > "3" # why\n', says: unknown('a') },
    { path: 'requirements.txt', code: 'a⟦>=0⟧\n', says: unknown('a') },
    {
      path: 'requirements.txt',
      code: '-c constraints.txt\na==1\n⟦b⟧\n',
      files: { 'constraints.txt': 'a==1\n' },
      says: unknown('b'),
    },
    { path: 'Pipfile', code: '[packages]\na = "⟦*⟧"\n', says: unknown('a') },
    { path: 'pyproject.toml', code: '[tool.poetry.dependencies]\na = {version = "⟦*⟧"}\n', says: unknown('a') },
    ...WILDCARD.caught,
    {
      path: 'pubspec.yaml',
      code: 'name: a\ndependencies:\n  ⟦b⟧:\n  c: ^1.0.0\n',
      says: 'b accepts any version. Require the version that was tested.',
    },
  ],
});
