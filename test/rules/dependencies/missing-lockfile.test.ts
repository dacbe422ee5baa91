import { missingLockfile } from '../../../server/src/rules/dependencies/missing-lockfile.ts';
import { testRule } from '../../support/rule-tester.ts';

const app = '{"name":"app","private":true,"dependencies":{"a":"^1.0.0"}}';
const marked = app.replace('"a"', '"⟦a⟧"');
const says = (lockfile = 'lockfile'): string =>
  `This application has no ${lockfile}, so each build may install other versions. Run the package manager and commit the lockfile.`;
const path = 'package.json';

const MEMBER = {
  path: 'crates/a/Cargo.toml',
  code: '[package]\nname = "a"\n[dependencies]\nb = "1"\n',
  files: { 'Cargo.toml': '[workspace]\nmembers = ["crates/*", "xtask"]\n' },
  beside: ['crates/a', 'crates/b', 'xtask'].flatMap((folder) => [`${folder}/Cargo.toml`, `${folder}/src/main.rs`]),
};

const CSPROJ = (package_: string, property = '<RestorePackagesWithLockFile>true</RestorePackagesWithLockFile>'): string =>
  `<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup>${property}</PropertyGroup><ItemGroup><PackageReference Include="${package_}" Version="1.0.0" /></ItemGroup></Project>`;
const PROPS = '<Project><PropertyGroup><RestorePackagesWithLockFile>true</RestorePackagesWithLockFile></PropertyGroup></Project>';
const UV = (name: string): string => `[project]\nname = "a"\ndependencies = ["${name}>=1"]\n[tool.uv]\ndev-dependencies = []\n`;

testRule(missingLockfile, {
  clean: [
    { path: 'a/App.csproj', code: CSPROJ('B', ''), beside: [] },
    {
      path: 'a/App.csproj',
      code: CSPROJ('B', '<RestorePackagesWithLockFile Condition="$(CI)">true</RestorePackagesWithLockFile>'),
      beside: [],
    },
    { path: 'a/App.csproj', code: CSPROJ('B'), beside: ['a/packages.lock.json'] },
    { path: 'a/App.csproj', code: CSPROJ('B'), beside: ['a/packages.App.lock.json'] },
    {
      path: 'a/App.csproj',
      code: CSPROJ('B').replace('<PropertyGroup>', '<PropertyGroup><NuGetLockFilePath>x.json</NuGetLockFilePath>'),
      beside: [],
    },
    { path: 'pyproject.toml', code: UV('b'), beside: ['uv.lock'] },
    { path: 'pyproject.toml', code: `${UV('b')}[build-system]\nrequires = ["hatchling"]\n`, beside: [] },
    { path: 'pyproject.toml', code: UV('b').replace('[tool.uv]', '[tool.uv]\npackage = true'), beside: [] },
    { path: 'pyproject.toml', code: UV('b'), beside: ['requirements.txt'] },
    // Published, or a package of the same repository, or the plugin's example.
    ...[
      ['name: a\ndependencies:\n  http: ^1.2.0\n', 'bin/a.dart', 'lib/a.dart'],
      ['name: a\ndependencies:\n  http: ^1.2.0\n', 'lib/main.dart'],
      ['name: a\ndependencies:\n  http: ^1.2.0\n', 'lib/main.dart', 'lib/a.dart', 'web/index.html'],
      ['name: a\npublish_to: none\nresolution: workspace\ndependencies:\n  http: ^1.2.0\n', 'bin/main.dart', 'pubspec.lock'],
    ].map(([code = '', ...beside]) => ({ path: 'pubspec.yaml', code, beside: ['pubspec.yaml', ...beside] })),
    { path: 'src/files/package.json', code: '{"name":"<%= name %>","private":true,"dependencies":{"a":"^1.0.0"}}', beside: [] },
    { path: '{{cookiecutter.slug}}/package.json', code: app, beside: [] },
    app,
    { path, code: app, beside: ['package-lock.json'] },
    { path, code: app, beside: ['bun.lockb'] },
    { path: 'apps/a/package.json', code: app, beside: ['yarn.lock'] },
    { path: 'apps/a/package.json', code: app, beside: ['pnpm-workspace.yaml'] },
    { path: 'apps/a/package.json', code: app, files: { 'package.json': '{"workspaces":["apps/*"]}' }, beside: [] },
    { path: 'examples/a/package.json', code: app, beside: [] },
    { path: 'packages/create-acme/template-react-ts/package.json', code: app, beside: [] },
    { path, code: '{"name":"lib","dependencies":{"a":"^1.0.0"}}', beside: [] },
    { path, code: '{"private":true,"exports":"./a.js","dependencies":{"a":"^1.0.0"}}', beside: [] },
    { path, code: '{"private":true}', beside: [] },
    { path, code: '{"private":true,"dependencies":{"a":"file:../a"}}', beside: [] },
    { path, code: '{"private":true,"dependencies":{"a":"^1.0.0"}', beside: [] },
    { path, code: app, files: { '.npmrc': 'package-lock=false\n' }, beside: [] },
    // Told at the line that keeps it out.
    { path, code: app, files: { '.gitignore': 'package-lock.json\n' }, beside: [] },
    { path: 'pyproject.toml', code: '[project]\nname = "a"\ndependencies = ["b"]\n', beside: [] },
    {
      path: 'pyproject.toml',
      code: '[tool.poetry]\npackage-mode = false\n[tool.poetry.dependencies]\nb = "^1"\n',
      beside: ['poetry.lock'],
    },
    { path: 'Cargo.toml', code: '[package]\nname = "a"\n[dependencies]\nb = "1"\n', beside: ['src/lib.rs'] },
    { path: 'Cargo.toml', code: '[package]\nname = "a"\n[dependencies]\nb = "1"\n', beside: ['src/main.rs', 'src/lib.rs'] },
    {
      path: 'crates/a/Cargo.toml',
      code: '[package]\nname = "a"\n[dependencies]\nb = "1"\n',
      beside: ['crates/a/src/main.rs', 'Cargo.lock'],
    },
    // The first program of a workspace is told; what only helps to build is none; a root that is a package speaks for itself.
    { ...MEMBER, path: 'crates/b/Cargo.toml' },
    { ...MEMBER, path: 'xtask/Cargo.toml' },
    { ...MEMBER, files: { 'Cargo.toml': '[package]\nname = "r"\n[workspace]\nmembers = ["crates/*"]\n' } },
    { ...MEMBER, beside: [...MEMBER.beside, 'Cargo.lock'] },
    { path: 'go.mod', code: 'module example.com/a\n', beside: [] },
    { path: 'go.mod', code: 'module example.com/a\nrequire example.com/b v1.0.0\n', beside: ['go.sum'] },
    { path: 'go.mod', code: 'module example.com/a\nrequire example.com/b v1.0.0\nreplace example.com/b => ../b\n', beside: [] },
    // The Gemfile of a gem; what Flutter does not start; libraries.
    { path: 'Gemfile', code: 'source "https://gems.example"\ngemspec\ngem "rake", "~> 13"\n', beside: ['Gemfile'] },
    {
      path: 'pubspec.yaml',
      code: 'name: a\npublish_to: none\ndependencies:\n  http: ^1.2.0\n',
      beside: ['pubspec.yaml', 'lib/a.dart'],
    },
    { path: 'composer.json', code: '{"name":"a/b","require":{"b/c":"^1.0"}}', beside: ['composer.json'] },
    { path: 'composer.json', code: '{"name":"a/b","type":"library","require":{"b/c":"^1.0"}}', beside: ['composer.json'] },
    {
      path: 'mix.exs',
      code: 'defmodule A do\n  def project, do: [app: :a, package: [licenses: ["MIT"]], deps: [{:b, "~> 1.0"}]]\nend\n',
      beside: ['mix.exs'],
    },
  ],
  caught: [
    { path: 'a/App.csproj', code: CSPROJ('⟦B⟧'), beside: ['b/packages.lock.json'], says: says('packages.lock.json') },
    {
      path: 'src/a/App.fsproj',
      code: CSPROJ('⟦B⟧', ''),
      files: { 'Directory.Build.props': PROPS },
      beside: [],
      says: says('packages.lock.json'),
    },
    { path: 'pyproject.toml', code: UV('⟦b⟧'), beside: [], says: says() },
    // Another language's workspace above is none of its own.
    { path: 'api/pyproject.toml', code: UV('⟦b⟧'), beside: ['pnpm-workspace.yaml'], says: says() },
    ...[
      ['publish_to: none\n', 'bin/a.dart'],
      ['publish_to: "none"\n', 'bin/server.dart'],
      ['', 'lib/main.dart', 'android/app/build.gradle'],
    ].map(([line = '', ...beside]) => ({
      path: 'pubspec.yaml',
      code: `name: a\n${line}dependencies:\n  ⟦http⟧: ^1.2.0\n`,
      beside: ['pubspec.yaml', ...beside],
      says: says('pubspec.lock'),
    })),
    { path, code: marked, beside: [], says: says() },
    { path, code: '{"private":true,"main":"index.js","dependencies":{"⟦a⟧":"1"}}', beside: [], says: says() },
    {
      path,
      code: '{"private":true,"packageManager":"pnpm@9.0.0","devDependencies":{"⟦a⟧":"^1.0.0"}}',
      beside: [],
      says: says('pnpm-lock.yaml'),
    },
    { path: 'web/package.json', code: marked, beside: ['api/package-lock.json'], says: says() },
    {
      path,
      code: '{"private":true,"workspaces":["a/*"],"devDependencies":{"⟦a⟧":"1"}}',
      beside: ['a/b/package.json'],
      says: says(),
    },
    { path: 'Pipfile', code: '[packages]\n⟦a⟧ = "*"\n', beside: [], says: says('Pipfile.lock') },
    {
      path: 'pyproject.toml',
      code: '[tool.poetry]\npackage-mode = false\n[tool.poetry.dependencies]\n⟦b⟧ = "^1"\n',
      beside: [],
      says: says(),
    },
    {
      path: 'pyproject.toml',
      code: '[project]\nname = "a"\ndependencies = ["⟦b⟧>=1"]\n[tool.uv]\npackage = false\n',
      beside: [],
      says: says(),
    },
    {
      path: 'Cargo.toml',
      code: '[package]\nname = "a"\n[dependencies]\n⟦b⟧ = "1"\n',
      beside: ['src/main.rs'],
      says: says('Cargo.lock'),
    },
    {
      path: 'Cargo.toml',
      code: '[package]\nname = "a"\n[[bin]]\nname = "a"\npath = "a.rs"\n[dependencies]\n⟦b⟧ = "1"\n',
      beside: ['a.rs'],
      says: says('Cargo.lock'),
    },
    { ...MEMBER, code: '[package]\nname = "a"\n[dependencies]\n⟦b⟧ = "1"\n', says: says('Cargo.lock') },
    { path: 'go.mod', code: 'module example.com/a\nrequire ⟦example.com/b⟧ v1.0.0\n', beside: [], says: says('go.sum') },
    {
      path: 'gems.rb',
      code: 'source "https://gems.example"\ngem "⟦b⟧", "~> 1"\n',
      beside: ['gems.rb'],
      says: 'This application has no gems.locked, so each build may install other versions. Run the package manager and commit the lockfile.',
    },
    {
      path: 'pubspec.yaml',
      code: 'name: a\npublish_to: none\ndependencies:\n  ⟦http⟧: ^1.2.0\n',
      beside: ['pubspec.yaml', 'lib/main.dart'],
      says: 'This application has no pubspec.lock, so each build may install other versions. Run the package manager and commit the lockfile.',
    },
    {
      path: 'composer.json',
      code: '{"name":"a/b","type":"project","require":{"⟦b/c⟧":"^1.0"}}',
      beside: ['composer.json'],
      says: 'This application has no composer.lock, so each build may install other versions. Run the package manager and commit the lockfile.',
    },
    {
      path: 'composer.json',
      code: '{"require":{"php":">=8.3","⟦b/c⟧":"^1.0"}}',
      beside: ['composer.json'],
      says: 'This application has no composer.lock, so each build may install other versions. Run the package manager and commit the lockfile.',
    },
    {
      path: 'mix.exs',
      code: 'defmodule A do\n  def project, do: [apps_path: "apps", deps: [{:⟦b⟧, "~> 1.0"}]]\nend\n',
      beside: ['mix.exs'],
      says: 'This application has no mix.lock, so each build may install other versions. Run the package manager and commit the lockfile.',
    },
  ],
});
