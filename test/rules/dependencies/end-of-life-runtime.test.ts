import { BUILT_IN_ADVISORIES } from '../../../server/src/engine/builtin-advisories.ts';
import { endOfLifeRuntime } from '../../../server/src/rules/dependencies/end-of-life-runtime.ts';
import { testRule } from '../../support/rule-tester.ts';

const engines = (range: string): string => `{ "engines": { "node": "${range}" } }`;
const says = (what: string, end: string, next: string): string =>
  `${what} has had no security fixes since ${end} (table of 2026-11). Upgrade to ${next}.`;

testRule(endOfLifeRuntime, {
  clean: [
    // What a library runs on is told by those who use it.
    {
      path: 'composer.json',
      code: '{ "name": "a/b", "type": "library", "require": { "php": "^7.2 || ^8.0" }, "config": { "platform": { "php": "7.2.5" } } }',
    },
    { path: '.nvmrc', code: '24\n' },
    { path: '.nvmrc', code: 'lts/*\n' },
    { path: '.nvmrc', code: 'lts/krypton\n' },
    { path: '.nvmrc', code: 'node\n' },
    { path: '.nvmrc', code: '# 16\n24\n' },
    { path: '.python-version', code: 'pypy3.9-7.3.11\n' },
    { path: '.python-version', code: '3.13\n' },
    { path: '.ruby-version', code: 'jruby-9.1.0\n' },
    { path: '.tool-versions', code: 'nodejs 24.1.0\nterraform 0.12\n' },
    { path: '.tool-versions', code: 'nodejs 24.1.0 16.0.0\n' },
    {
      path: 'App.csproj',
      code: '<Project><PropertyGroup><TargetFrameworkVersion>v2.0</TargetFrameworkVersion></PropertyGroup></Project>',
    },
    engines('>=14'),
    engines('^16 || >=18'),
    engines('*'),
    engines('>=14 <25'),
    { code: '{ "engines": { "npm": "6", "vscode": "^1.20.0" } }' },
    { path: 'pyproject.toml', code: '[project]\nrequires-python = ">=3.6"\n' },
    { path: 'go.mod', code: 'module a\n\ngo 1.27\n' },
    // The patch level is no pre-release.
    { path: 'Gemfile.lock', code: 'RUBY VERSION\n   ruby 3.3.12p0\n' },
    {
      path: 'build.gradle',
      code: 'android {\n  compileOptions {\n    sourceCompatibility JavaVersion.VERSION_1_7\n  }\n}\n',
    },
    {
      path: 'build.gradle',
      code: 'tasks.getByName("compileJava9Java").configure {\n  it.sourceCompatibility = 9\n}\ncompileModuleJava {\n  targetCompatibility = 9\n}\n',
    },
    {
      path: 'build.gradle.kts',
      code: 'val compileModule by tasks.registering(JavaCompile::class) {\n  sourceCompatibility = "9"\n}\ntasks.test {\n  javaLauncher.set(javaToolchains.launcherFor { languageVersion.set(JavaLanguageVersion.of(9)) })\n}\n',
    },
    {
      path: 'build.gradle.kts',
      code: '// JavaLanguageVersion.of(16)\njava { toolchain { languageVersion = JavaLanguageVersion.of(version) } }\n',
    },
    { path: 'mise.toml', code: '[tools]\nnode = "latest"\njava = "temurin-21"\n' },
    // Java 8 was called 1.8.
    { path: 'pom.xml', code: '<project><properties><java.version>1.8</java.version></properties></project>' },
    ...['net10.0', 'net10.0-android', 'netstandard2.0', 'net48', 'net48;net10.0', '$(Targets)'].map((targets) => ({
      path: 'App.csproj',
      code: `<Project><PropertyGroup><TargetFrameworks>${targets}</TargetFrameworks></PropertyGroup></Project>`,
    })),
  ],
  caught: [
    {
      path: 'App.csproj',
      code: '<Project><PropertyGroup><TargetFramework>⟦netcoreapp3.1⟧</TargetFramework></PropertyGroup></Project>',
      says: says('.NET Core 3.1', '2022-12-13', '.NET 10.0'),
      fixed: '<Project><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>',
    },
    {
      path: 'App.csproj',
      code: '<Project><PropertyGroup><TargetFrameworks>⟦net6.0-windows⟧;⟦net7.0⟧</TargetFrameworks></PropertyGroup></Project>',
      says: [says('.NET 6.0', '2024-11-12', '.NET 10.0'), says('.NET 7.0', '2024-05-14', '.NET 10.0')],
      fixed: '<Project><PropertyGroup><TargetFrameworks>net10.0-windows;net10.0</TargetFrameworks></PropertyGroup></Project>',
    },
    // Beside a supported one it is for others; still it gets no fixes.
    {
      path: 'App.csproj',
      code: '<Project><PropertyGroup><TargetFrameworks>⟦netcoreapp3.1⟧; net10.0</TargetFrameworks></PropertyGroup></Project>',
      severity: 'low',
      says: says('.NET Core 3.1', '2022-12-13', '.NET 10.0'),
      fixed: '<Project><PropertyGroup><TargetFrameworks>net10.0</TargetFrameworks></PropertyGroup></Project>',
    },
    {
      path: 'App.csproj',
      code: '<Project><PropertyGroup><TargetFrameworks>netstandard2.0;⟦net6.0⟧</TargetFrameworks></PropertyGroup></Project>',
      severity: 'low',
      says: says('.NET 6.0', '2024-11-12', '.NET 10.0'),
      fixed: '<Project><PropertyGroup><TargetFrameworks>netstandard2.0;net10.0</TargetFrameworks></PropertyGroup></Project>',
    },
    {
      path: 'App.csproj',
      code: '<Project><PropertyGroup><TargetFrameworks>⟦net5.0⟧;⟦net6.0⟧</TargetFrameworks></PropertyGroup></Project>',
      says: [says('.NET 5.0', '2022-05-10', '.NET 10.0'), says('.NET 6.0', '2024-11-12', '.NET 10.0')],
      fixed: '<Project><PropertyGroup><TargetFrameworks>net10.0</TargetFrameworks></PropertyGroup></Project>',
    },
    {
      path: 'build.gradle',
      code: 'task a(type: Jar) {\n  from x\n}\ntasks.withType(JavaCompile) {\n  sourceCompatibility = ⟦1.7⟧\n}\ncompileJava {\n  targetCompatibility = ⟦16⟧\n}\n',
      says: [says('Java 7', '2022-07-31', 'Java 8'), says('Java 16', '2021-09-14', 'Java 21')],
      fixed:
        'task a(type: Jar) {\n  from x\n}\ntasks.withType(JavaCompile) {\n  sourceCompatibility = 1.8\n}\ncompileJava {\n  targetCompatibility = 21\n}\n',
    },
    {
      path: 'composer.json',
      code: '{ "require": { "php": "⟦~8.0.0⟧" } }',
      says: says('PHP 8.0', '2023-11-26', 'PHP 8.3'),
      fixed: '{ "require": { "php": "~8.3.0" } }',
    },
    {
      path: 'composer.json',
      code: '{ "type": "project", "require": { "php": ">=7.4" }, "config": { "platform": { "php": "⟦7.4.3⟧" } } }',
      says: says('PHP 7.4', '2022-11-28', 'PHP 8.3'),
      fixed: '{ "type": "project", "require": { "php": ">=7.4" }, "config": { "platform": { "php": "8.3.29" } } }',
    },
    {
      path: 'composer.json',
      code: '{ "config": { "platform": { "php": "⟦7.4.3⟧" } } }',
      says: says('PHP 7.4', '2022-11-28', 'PHP 8.3'),
      fixed: '{ "config": { "platform": { "php": "8.3.29" } } }',
    },
    {
      path: 'mix.exs',
      code: 'defmodule A.MixProject do\n  use Mix.Project\n  def project do\n    [app: :a, elixir: "⟦~> 1.12.0⟧"]\n  end\nend\n',
      says: says('Elixir 1.12', '2024-06-12', 'Elixir 1.16'),
      fixed: 'defmodule A.MixProject do\n  use Mix.Project\n  def project do\n    [app: :a, elixir: "~> 1.16.0"]\n  end\nend\n',
    },
    {
      code: '{ "volta": { "node": "⟦16.14.0⟧", "yarn": "1.22.1" } }',
      says: says('Node.js 16', '2023-09-11', 'Node.js 24'),
      fixed: '{ "volta": { "node": "24.14.1", "yarn": "1.22.1" } }',
    },
    {
      path: 'build.gradle.kts',
      code: 'java {\n  toolchain {\n    languageVersion = JavaLanguageVersion.of(⟦16⟧)\n  }\n  sourceCompatibility = JavaVersion.VERSION_⟦15⟧\n}\n',
      says: [says('Java 16', '2021-09-14', 'Java 21'), says('Java 15', '2021-03-16', 'Java 21')],
      fixed:
        'java {\n  toolchain {\n    languageVersion = JavaLanguageVersion.of(21)\n  }\n  sourceCompatibility = JavaVersion.VERSION_21\n}\n',
    },
    {
      path: 'pyproject.toml',
      code: '[project]\nrequires-python = "⟦~=3.8.0⟧"\n',
      says: says('Python 3.8', '2024-10-07', 'Python 3.12'),
      fixed: '[project]\nrequires-python = "~=3.12.0"\n',
    },
    // What is one release alone stays one, and one that is not known to be vulnerable.
    {
      path: 'pyproject.toml',
      code: '[project]\nrequires-python = "⟦==3.8.10⟧"\n',
      says: says('Python 3.8', '2024-10-07', 'Python 3.12'),
      fixed: '[project]\nrequires-python = "==3.12.12"\n',
    },
    {
      path: 'pom.xml',
      code: '<project><properties><maven.compiler.source>⟦1.7⟧</maven.compiler.source></properties></project>',
      says: says('Java 7', '2022-07-31', 'Java 8'),
      fixed: '<project><properties><maven.compiler.source>1.8</maven.compiler.source></properties></project>',
    },
    { path: '.nvmrc', code: '⟦16⟧\n', says: says('Node.js 16', '2023-09-11', 'Node.js 24'), fixed: '24\n' },
    { path: '.nvmrc', code: 'v⟦18.20.4⟧\n', says: says('Node.js 18', '2025-04-30', 'Node.js 24'), fixed: 'v24\n' },
    { path: '.nvmrc', code: '⟦lts/hydrogen⟧\n', says: says('Node.js 18', '2025-04-30', 'Node.js 24') },
    {
      path: '.tool-versions',
      code: 'ruby ⟦2.7.8⟧ # old\nnodejs ⟦16.0.0⟧\npython ⟦3.8.10⟧\n',
      says: [
        says('Ruby 2.7', '2023-03-31', 'Ruby 3.4'),
        says('Node.js 16', '2023-09-11', 'Node.js 24'),
        says('Python 3.8', '2024-10-07', 'Python 3.12'),
      ],
      fixed: 'ruby 3.4 # old\nnodejs 24.14.1\npython 3.12.12\n',
    },
    {
      path: '.mise.toml',
      code: '[tools]\nnode = ["⟦16⟧", "24"]\npython = { version = "⟦3.8⟧", virtualenv = ".venv" }\n',
      says: [says('Node.js 16', '2023-09-11', 'Node.js 24'), says('Python 3.8', '2024-10-07', 'Python 3.12')],
      fixed: '[tools]\nnode = ["24", "24"]\npython = { version = "3.12", virtualenv = ".venv" }\n',
    },
    {
      path: '.sdkmanrc',
      code: '# env\njava=⟦16.0.2⟧-tem\n',
      says: says('Java 16', '2021-09-14', 'Java 21'),
      fixed: '# env\njava=21-tem\n',
    },
    {
      path: 'runtime.txt',
      code: 'python-⟦3.8.10⟧\n',
      says: says('Python 3.8', '2024-10-07', 'Python 3.12'),
      fixed: 'python-3.12.12\n',
    },
    { code: engines('⟦16.x⟧'), says: says('Node.js 16', '2023-09-11', 'Node.js 24'), fixed: engines('24.x') },
    { code: engines('⟦^16.13.0⟧'), says: says('Node.js 16', '2023-09-11', 'Node.js 24'), fixed: engines('^24') },
    { code: engines('⟦>=14 <17⟧'), says: says('Node.js 16', '2023-09-11', 'Node.js 24') },
    { code: engines('⟦14 || 16⟧'), says: says('Node.js 16', '2023-09-11', 'Node.js 24') },
    {
      path: 'pyproject.toml',
      code: '[project]\nrequires-python = "⟦>=3.6,<3.9⟧"\n',
      says: says('Python 3.8', '2024-10-07', 'Python 3.12'),
    },
    // A patch level belongs to one release.
    {
      path: 'Gemfile',
      code: 'ruby "⟦2.5.0⟧", patchlevel: 100\n',
      says: says('Ruby 2.5', '2021-03-31', 'Ruby 3.4'),
    },
    {
      path: 'Pipfile',
      code: '[requires]\npython_version = "⟦3.7⟧"\n',
      says: says('Python 3.7', '2023-06-27', 'Python 3.12'),
      fixed: '[requires]\npython_version = "3.12"\n',
    },
    {
      path: 'go.mod',
      code: 'module a\n\ngo ⟦1.18⟧\n',
      says: says('Go 1.18', '2023-02-01', 'Go 1.26'),
      fixed: 'module a\n\ngo 1.26.6\n',
      advisories: BUILT_IN_ADVISORIES,
    },
    {
      path: 'go.mod',
      code: 'module a\n\ngo 1.20\n\ntoolchain ⟦go1.20.1⟧\n',
      says: says('Go 1.20', '2024-02-06', 'Go 1.26'),
      fixed: 'module a\n\ngo 1.20\n\ntoolchain go1.26.6\n',
      advisories: BUILT_IN_ADVISORIES,
    },
    {
      path: 'Gemfile',
      code: "ruby '⟦2.7.0⟧'\n",
      says: says('Ruby 2.7', '2023-03-31', 'Ruby 3.4'),
      fixed: "ruby '~> 3.4.0'\n",
    },
  ],
});
