import { endOfLifeRuntime } from '../../../server/src/rules/dependencies/end-of-life-runtime.ts';
import { testRule } from '../../support/rule-tester.ts';

const engines = (range: string): string => `{ "engines": { "node": "${range}" } }`;
const says = (what: string, end: string, next: string): string =>
  `${what} has had no security fixes since ${end} (table of 2026-11). Go to ${next}.`;

testRule(endOfLifeRuntime, {
  clean: [
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
    { path: 'mise.toml', code: '[tools]\nnode = "latest"\njava = "temurin-21"\n' },
    // Java 8 was called 1.8.
    { path: 'pom.xml', code: '<project><properties><java.version>1.8</java.version></properties></project>' },
    ...['net10.0', 'net10.0-android', 'netstandard2.0;netcoreapp3.1', 'net6.0;net10.0', 'net48', '$(Targets)'].map((targets) => ({
      path: 'App.csproj',
      code: `<Project><PropertyGroup><TargetFrameworks>${targets}</TargetFrameworks></PropertyGroup></Project>`,
    })),
  ],
  caught: [
    {
      path: 'App.csproj',
      code: '<Project><PropertyGroup><TargetFramework>⟦netcoreapp3.1⟧</TargetFramework></PropertyGroup></Project>',
      says: says('.NET 3.1', '2022-12-13', '.NET 10.0'),
      fixed: '<Project><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>',
    },
    {
      path: 'App.csproj',
      code: '<Project><PropertyGroup><TargetFrameworks>⟦net6.0-windows⟧;⟦net7.0⟧</TargetFrameworks></PropertyGroup></Project>',
      says: [says('.NET 6.0', '2024-11-12', '.NET 10.0'), says('.NET 7.0', '2024-05-14', '.NET 10.0')],
      fixed: '<Project><PropertyGroup><TargetFrameworks>net10.0-windows;net10.0</TargetFrameworks></PropertyGroup></Project>',
    },
    {
      path: 'pom.xml',
      code: '<project><properties><maven.compiler.source>⟦1.7⟧</maven.compiler.source></properties></project>',
      says: says('Java 7', '2022-07-31', 'Java 8'),
      fixed: '<project><properties><maven.compiler.source>8</maven.compiler.source></properties></project>',
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
      fixed: 'ruby 3.4 # old\nnodejs 24\npython 3.12\n',
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
      fixed: 'python-3.12\n',
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
      fixed: 'module a\n\ngo 1.26.0\n',
    },
    {
      path: 'go.mod',
      code: 'module a\n\ngo 1.20\n\ntoolchain ⟦go1.20.1⟧\n',
      says: says('Go 1.20', '2024-02-06', 'Go 1.26'),
      fixed: 'module a\n\ngo 1.20\n\ntoolchain go1.26.0\n',
    },
    {
      path: 'Gemfile',
      code: "ruby '⟦2.7.0⟧'\n",
      says: says('Ruby 2.7', '2023-03-31', 'Ruby 3.4'),
      fixed: "ruby '~> 3.4.0'\n",
    },
  ],
});
