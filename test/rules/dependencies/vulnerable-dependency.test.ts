import { vulnerableDependency } from '../../../server/src/rules/dependencies/vulnerable-dependency.ts';
import { advisories } from '../../support/advisories.ts';
import { VULNERABLE as GRADLE } from '../../support/gradle-cases.ts';
import { MAJOR_VERSIONS } from '../../support/go-cases.ts';
import { BY_LOCKFILE } from '../../support/by-lockfile-cases.ts';
import { testRule } from '../../support/rule-tester.ts';
import { VULNERABLE } from '../../support/xml-cases.ts';

const known = advisories(
  {
    id: 'GHSA-1',
    aliases: ['CVE-1'],
    name: 'a',
    ranges: [
      ['0', '1.2.3'],
      ['2.0.0', '2.1.0'],
    ],
    summary: 'it breaks',
  },
  {
    id: 'CVE-1',
    name: 'a',
    ranges: [
      ['0', '1.2.3'],
      ['2.0.0', '2.1.0'],
    ],
    severity: 'low',
    summary: 'the same again',
  },
  { id: 'GHSA-2', name: 'b', ranges: [['0', '1.5.0']], severity: 'critical' },
  { id: 'GHSA-3', name: 'b', ranges: [['1.5.0', '1.6.0']], severity: 'medium' },
  { id: 'GHSA-4', name: 'c', ranges: [['0']] },
  { id: 'GHSA-5', name: '@s/d', ranges: [['0', '3.0.0']] },
  { id: 'PYSEC-1', name: 'flask-login', ecosystem: 'PyPI', ranges: [['0', '1.0']] },
  { id: 'GO-1', name: 'example.com/m', ecosystem: 'Go', ranges: [['0', '1.2.0']] },
  { id: 'GHSA-6', name: 'rack', ecosystem: 'RubyGems', ranges: [['0', '2.2.3']] },
  { id: 'GHSA-7', name: 'acme/http', ecosystem: 'Packagist', ranges: [['0', '1.8.4']] },
  { id: 'GHSA-8', name: 'plug', ecosystem: 'Hex', ranges: [['0', '1.4.5']] },
  { id: 'GHSA-9', name: 'http', ecosystem: 'Pub', ranges: [['0', '0.13.3']] },
  { id: 'MAL-1', name: 'evil', kind: 'malicious', ranges: [['0']] },
);

const manifest = (dependencies: string, more = ''): string => `{\n  "dependencies": {\n    ${dependencies}\n  }${more}\n}\n`;
const lock = (version: string, name = 'a', range = '^1.0.0'): string =>
  JSON.stringify(
    { lockfileVersion: 3, packages: { '': { dependencies: { [name]: range } }, [`node_modules/${name}`]: { version } } },
    null,
    2,
  );
const tail = (id: string, safe = '', summary = 'bad things happen'): string =>
  ` is affected by ${id}: ${summary}. ${safe === '' ? 'No safe version is known' : `${safe} is the smallest safe version`} (test data, 2026-11-01).`;
const yarn = (version: string): string => `a@^1.0.0:\n  version "${version}"\n\nb@^1.0.0:\n  version "1.0.0"\n`;
const pnpm = (version: string): string =>
  `lockfileVersion: '9.0'\n\ncatalogs:\n  default:\n    a:\n      specifier: ^1.0.0\n      version: ${version}\n\nimporters:\n\n  .:\n    dependencies:\n      a:\n        specifier: ^1.0.0\n        version: ${version}\n\npackages:\n\n  a@${version}:\n    resolution: {integrity: sha512-aa==}\n`;
const bun = (version: string): string =>
  `{\n  "workspaces": {\n    "": {\n      "dependencies": {\n        "a": "^1.0.0",\n      },\n    },\n  },\n  "packages": {\n    "a": ["a@${version}", "", {}, "sha512-aa=="],\n  }\n}\n`;
const gemfileLock = (version: string): string =>
  `GEM\n  remote: https://gems.example/\n  specs:\n    rack (${version})\n\nPLATFORMS\n  ruby\n\nDEPENDENCIES\n  rack\n`;
const everything = { advisories: known };

testRule(vulnerableDependency, {
  clean: [
    {
      ...everything,
      path: 'Gemfile.lock',
      code: `PATH\n  remote: .\n  specs:\n    mine (1.0.0)\n      rack\n\n${gemfileLock('2.2.1').replace(/ {2}rack\n$/, '  mine!\n')}`,
      files: { 'mine.gemspec': "s.add_dependency 'rack'\n" },
    },
    { ...everything, path: 'Gemfile', code: "gem 'rack', '~> 2.0'\ngem 'rack', git: 'https://h/rack'\ngem 'http', '0.1'\n" },
    { ...everything, path: 'Gemfile', code: "gem 'rack', RACK_VERSION\ngem 'rack', \"~> #{x}\"\n" },
    { ...everything, path: 'Gemfile', code: "gem 'rack', '2.2.3'\n# gem 'rack', '1.0'\n" },
    { ...everything, path: 'Gemfile.lock', code: gemfileLock('2.2.1'), files: { Gemfile: "gem 'rack'\n" } },
    {
      ...everything,
      path: 'composer.json',
      code: '{"require": {"acme/http": "^1.0"}, "conflict": {"acme/http": "1.0.0"}, "provide": {"acme/http": "1.0.0"}}',
    },
    { ...everything, path: 'composer.json', code: '{"require": {"acme/http": "dev-main"}}' },
    {
      ...everything,
      path: 'mix.exs',
      code: 'defp deps do\n  [{:plug, "1.4.0", path: "../plug"}, {:other, "1.0.0", hex: :http}]\nend\n',
    },
    { ...everything, path: 'pubspec.yaml', code: 'dependencies:\n  http:\n    path: ../http\n  flutter:\n    sdk: flutter\n' },
    { code: manifest('"a": "1.2.3"'), ...everything },
    { code: manifest('"a": "^1.0.0"'), ...everything },
    { code: manifest('"a": ">=1"'), ...everything },
    { code: manifest('"a": "latest"'), ...everything },
    { code: manifest('"a": "1.0.0"') },
    { code: manifest('"a": "^1.0.0"'), files: { 'package-lock.json': lock('1.2.5') }, ...everything },
    { code: manifest('"evil": "1.0.0"'), ...everything },
    { code: manifest('"a": "npm:other@1.0.0"'), ...everything },
    { code: manifest('"a": "file:../a"'), ...everything },
    { code: manifest('"a": "workspace:1.0.0"'), ...everything },
    { code: manifest('"a": "catalog:"'), ...everything },
    { code: '{ "peerDependencies": { "a": "1.0.0" } }', ...everything },
    { code: '{ "engines": { "a": "1.0.0" } }', ...everything },
    { code: manifest('"a": "not a version"'), ...everything },
    { code: manifest('"a": "^1.2.3"'), files: { 'package-lock.json': lock('1.0.0') }, ...everything },
    { path: 'requirements.txt', code: 'flask-login>=0.9\nother==1\n', ...everything },
    { path: 'requirements.txt', code: '# Flask-Login==0.5\n', ...everything },
    { path: 'go.mod', code: 'require example.com/m v1.2.0\n', ...everything },
    { path: 'go.mod', code: 'require example.com/m v1.0.0\nreplace example.com/m => ../m\n', ...everything },
    { path: 'go.mod', code: 'exclude example.com/m v1.0.0\n', ...everything },
    { path: 'go.mod', code: 'require example.com/m v1.1.0 // indirect\n', ...everything },
    { code: manifest('"a": "1.0.0"', ', "resolutions": { "a": "1.2.3" }'), ...everything },
    { path: 'package-lock.json', code: lock('1.0.0'), files: { 'package.json': manifest('"a": "^1.0.0"') }, ...everything },
    ...Object.entries({ 'yarn.lock': yarn, 'pnpm-lock.yaml': pnpm, 'bun.lock': bun }).map(([path, text]) => ({
      code: manifest('"a": "^1.0.0"'),
      files: { [path]: text('1.2.5') },
      ...everything,
    })),
    // The place of the version is the catalog.
    {
      code: manifest('"a": "catalog:"'),
      files: { 'pnpm-lock.yaml': pnpm('1.2.0'), 'pnpm-workspace.yaml': 'catalog:\n  a: ^1.0.0\n' },
      ...everything,
    },
    {
      path: 'yarn.lock',
      code: yarn('1.0.0'),
      files: { 'package.json': manifest('"a": "^1.0.0", "b": "^1.0.0"') },
      ...everything,
    },
    ...VULNERABLE.clean,
    ...GRADLE.clean,
  ],
  caught: [
    {
      ...everything,
      path: 'Gemfile.lock',
      code: `PATH\n  remote: .\n  specs:\n    mine (1.0.0)\n      rack\n\n${gemfileLock('⟦2.2.1⟧').replace(/ {2}rack\n$/, '  mine!\n')}`,
      says: `rack 2.2.1${tail('GHSA-6', '2.2.3')}`,
    },
    {
      ...everything,
      path: 'Gemfile',
      code: "gem 'rack', '⟦2.2.1⟧'\ngem 'other', '1'\n",
      says: `rack 2.2.1${tail('GHSA-6', '2.2.3')}`,
      fixed: "gem 'rack', '2.2.3'\ngem 'other', '1'\n",
    },
    {
      ...everything,
      path: 'Gemfile',
      code: "gem 'rack', '⟦~> 2.0⟧', require: false\n",
      files: { 'Gemfile.lock': gemfileLock('2.2.1') },
      says: `rack 2.2.1 (locked in Gemfile.lock)${tail('GHSA-6', '2.2.3')}`,
      fixed: "gem 'rack', '~> 2.0', '>= 2.2.3', require: false\n",
    },
    {
      ...everything,
      path: 'Gemfile',
      code: "gem '⟦rack⟧'\n",
      files: { 'Gemfile.lock': gemfileLock('2.2.1') },
      says: `rack 2.2.1 (locked in Gemfile.lock)${tail('GHSA-6', '2.2.3')}`,
    },
    {
      ...everything,
      path: 'gems.rb',
      code: 'gem "rack", "⟦>= 2", "< 2.2.2⟧"\n',
      says: `Every version that rack >= 2, < 2.2.2 admits${tail('GHSA-6', '2.2.3')}`,
      fixed: 'gem "rack", ">= 2.2.3", "< 2.2.4"\n',
    },
    {
      ...everything,
      path: 'app.gemspec',
      code: "Gem::Specification.new do |s|\n  s.add_dependency 'rack', '= ⟦2.2.1⟧'\nend\n".replace('= ⟦', '⟦= '),
      says: `rack 2.2.1${tail('GHSA-6', '2.2.3')}`,
      fixed: "Gem::Specification.new do |s|\n  s.add_dependency 'rack', '= 2.2.3'\nend\n",
    },
    {
      ...everything,
      path: 'composer.json',
      code: '{"require": {"Acme/HTTP": "⟦^1.0⟧"}}',
      files: {
        'composer.lock':
          '{\n    "packages": [\n        {\n            "name": "acme/http",\n            "version": "v1.8.0"\n        }\n    ]\n}\n',
      },
      says: `Acme/HTTP v1.8.0 (locked in composer.lock)${tail('GHSA-7', '1.8.4')}`,
      fixed: '{"require": {"Acme/HTTP": "^1.8.4"}}',
    },
    {
      ...everything,
      path: 'composer.lock',
      code: '{\n    "packages": [\n        {\n            "name": "acme/http",\n            "version": "⟦1.8.0⟧"\n        }\n    ]\n}\n',
      says: `acme/http 1.8.0${tail('GHSA-7', '1.8.4')}`,
    },
    {
      ...everything,
      path: 'mix.exs',
      code: 'defp deps do\n  [{:plug, "⟦~> 1.4⟧"}]\nend\n',
      files: { 'mix.lock': '%{\n  "plug": {:hex, :plug, "1.4.3", "00", [:mix], [], "hexpm", "00"},\n}\n' },
      says: `plug 1.4.3 (locked in mix.lock)${tail('GHSA-8', '1.4.5')}`,
      fixed: 'defp deps do\n  [{:plug, "~> 1.4 and >= 1.4.5"}]\nend\n',
    },
    {
      ...everything,
      path: 'pubspec.yaml',
      code: 'dependencies:\n  http: ⟦^0.13.0⟧ # why\n',
      files: { 'pubspec.lock': 'packages:\n  http:\n    dependency: "direct main"\n    source: hosted\n    version: "0.13.1"\n' },
      says: `http 0.13.1 (locked in pubspec.lock)${tail('GHSA-9', '0.13.3')}`,
      fixed: 'dependencies:\n  http: ^0.13.3 # why\n',
    },
    {
      code: manifest('"a": "⟦1.0.0⟧"'),
      says: `a 1.0.0${tail('GHSA-1 (CVE-1)', '1.2.3', 'it breaks')}`,
      fixed: manifest('"a": "1.2.3"'),
      ...everything,
    },
    {
      code: manifest('"a": "⟦~1.1.0⟧"'),
      says: `Every version that a ~1.1.0 admits${tail('GHSA-1 (CVE-1)', '1.2.3', 'it breaks')}`,
      fixed: manifest('"a": "~1.2.3"'),
      ...everything,
    },
    {
      // As few numbers as before would still admit 1.2.0.
      code: manifest('"a": "⟦~1.1⟧"'),
      says: `Every version that a ~1.1 admits${tail('GHSA-1 (CVE-1)', '1.2.3', 'it breaks')}`,
      fixed: manifest('"a": "~1.2.3"'),
      ...everything,
    },
    {
      code: manifest('"a": "⟦^1.0.0⟧"'),
      files: { 'package-lock.json': lock('1.1.0') },
      says: `a 1.1.0 (locked in package-lock.json)${tail('GHSA-1 (CVE-1)', '1.2.3', 'it breaks')}`,
      fixed: manifest('"a": "^1.2.3"'),
      ...everything,
    },
    {
      path: 'packages/w/package.json',
      code: manifest('"a": "⟦^2.0.0⟧"'),
      files: {
        'package-lock.json': JSON.stringify({
          packages: {
            '': {},
            'packages/w': { dependencies: { a: '^2.0.0' } },
            'node_modules/a': { version: '1.2.3' },
            'packages/w/node_modules/a': { version: '2.0.5' },
          },
        }),
      },
      says: `a 2.0.5 (locked in package-lock.json)${tail('GHSA-1 (CVE-1)', '2.1.0', 'it breaks')}`,
      fixed: manifest('"a": "^2.1.0"'),
      ...everything,
    },
    {
      code: manifest('"b": "⟦1.0.0⟧"'),
      says: `b 1.0.0${tail('GHSA-2', '1.6.0')}`,
      severity: 'critical',
      fixed: manifest('"b": "1.6.0"'),
      ...everything,
    },
    {
      code: '{ "devDependencies": { "b": "⟦1.0.0⟧" } }',
      says: `b 1.0.0 (development only)${tail('GHSA-2', '1.6.0')}`,
      severity: 'high',
      fixed: '{ "devDependencies": { "b": "1.6.0" } }',
      ...everything,
    },
    { code: manifest('"c": "⟦^9.9.9⟧"'), says: `Every version that c ^9.9.9 admits${tail('GHSA-4')}`, ...everything },
    { code: manifest('⟦"c⟧": ""').replace('⟦"', '"⟦'), says: `Every version of c${tail('GHSA-4')}`, ...everything },
    {
      code: manifest('"x": "npm:@s/d@⟦^2.0.0⟧"'),
      says: `Every version that x (@s/d) ^2.0.0 admits${tail('GHSA-5', '3.0.0')}`,
      fixed: manifest('"x": "npm:@s/d@^3.0.0"'),
      ...everything,
    },
    {
      code: manifest('"z": "1"', ',\n  "overrides": { "z": { "a": "⟦1.0.0⟧" } }'),
      says: `a 1.0.0${tail('GHSA-1 (CVE-1)', '1.2.3', 'it breaks')}`,
      fixed: manifest('"z": "1"', ',\n  "overrides": { "z": { "a": "1.2.3" } }'),
      ...everything,
    },
    {
      code: '\uFEFF{"dependencies":{"a":"⟦1.0.0⟧",}}',
      says: `a 1.0.0${tail('GHSA-1 (CVE-1)', '1.2.3', 'it breaks')}`,
      fixed: '\uFEFF{"dependencies":{"a":"1.2.3",}}',
      ...everything,
    },
    {
      path: 'requirements.txt',
      code: 'Flask_Login[x] ⟦== 0.5⟧ ; python_version > "3" # old\n',
      says: `Flask_Login 0.5${tail('PYSEC-1', '1.0')}`,
      fixed: 'Flask_Login[x] == 1.0 ; python_version > "3" # old\n',
      ...everything,
    },
    {
      path: 'requirements.txt',
      code: 'flask-login⟦~=0.5.0⟧\n',
      says: `Every version that flask-login ~=0.5.0 admits${tail('PYSEC-1', '1.0')}`,
      fixed: 'flask-login~=1.0.0\n',
      ...everything,
    },
    {
      path: 'requirements.txt',
      code: 'flask-login⟦==0.5⟧ \\\n  --hash=sha256:abc\n',
      says: `flask-login 0.5${tail('PYSEC-1', '1.0')}`,
      ...everything,
    },
    {
      path: 'constraints.txt',
      code: 'flask-login⟦==0.5⟧\n',
      says: `flask-login 0.5${tail('PYSEC-1', '1.0')}`,
      fixed: 'flask-login==1.0\n',
      ...everything,
    },
    {
      path: 'requirements.in',
      code: '⟦Flask-Login⟧\n',
      files: { 'requirements.txt': 'flask-login==0.5\n' },
      says: `Flask-Login 0.5 (locked in requirements.txt)${tail('PYSEC-1', '1.0')}`,
      fixed: 'Flask-Login>=1.0\n',
      ...everything,
    },
    {
      path: 'go.mod',
      code: 'require (\n\texample.com/m ⟦v1.1.0⟧\n)\n',
      says: `example.com/m v1.1.0${tail('GO-1', '1.2.0')}`,
      fixed: 'require (\n\texample.com/m v1.2.0\n)\n',
      ...everything,
    },
    {
      path: 'go.mod',
      code: 'replace example.com/x => example.com/m ⟦v1.0.0⟧\n',
      says: `example.com/x (example.com/m) v1.0.0${tail('GO-1', '1.2.0')}`,
      fixed: 'replace example.com/x => example.com/m v1.2.0\n',
      ...everything,
    },
    {
      path: 'package-lock.json',
      code: lock('⟦1.1.0⟧'),
      says: `a 1.1.0${tail('GHSA-1 (CVE-1)', '1.2.3', 'it breaks')}`,
      ...everything,
    },
    ...Object.entries({ 'yarn.lock': yarn, 'pnpm-lock.yaml': pnpm, 'bun.lock': bun }).map(([path, text]) => ({
      code: manifest('"a": "⟦^1.0.0⟧"'),
      files: { [path]: text('1.2.0') },
      ...everything,
      says: `a 1.2.0 (locked in ${path})${tail('GHSA-1 (CVE-1)', '1.2.3', 'it breaks')}`,
      fixed: manifest('"a": "^1.2.3"'),
    })),
    {
      path: 'pnpm-workspace.yaml',
      code: 'catalog:\n  a: ⟦^1.0.0⟧\n',
      files: { 'pnpm-lock.yaml': pnpm('1.2.0') },
      ...everything,
      says: `a 1.2.0 (locked in pnpm-lock.yaml)${tail('GHSA-1 (CVE-1)', '1.2.3', 'it breaks')}`,
      fixed: 'catalog:\n  a: ^1.2.3\n',
    },
    {
      code: '{"workspaces":{"packages":["p/*"],"catalog":{"a":"⟦^1.0.0⟧"}}}',
      files: {
        'bun.lock':
          '{\n  "workspaces": {\n    "": {},\n  },\n  "catalog": {\n    "a": "^1.0.0",\n  },\n  "packages": {\n    "a": ["a@1.2.0", "", {}, "sha512-aa=="],\n  }\n}\n',
      },
      ...everything,
      says: `a 1.2.0 (locked in bun.lock)${tail('GHSA-1 (CVE-1)', '1.2.3', 'it breaks')}`,
      fixed: '{"workspaces":{"packages":["p/*"],"catalog":{"a":"^1.2.3"}}}',
    },
    {
      path: 'yarn.lock',
      code: 'a@^1.0.0:\n  version "⟦1.2.0⟧"\n',
      ...everything,
      says: `a 1.2.0${tail('GHSA-1 (CVE-1)', '1.2.3', 'it breaks')}`,
    },
    {
      path: 'pyproject.toml',
      code: '[project]\ndependencies = [\n  "Flask_Login⟦==0.6⟧",\n]\n[dependency-groups]\ndev = ["x"]\n',
      says: `Flask_Login 0.6${tail('PYSEC-1', '1.0')}`,
      fixed: '[project]\ndependencies = [\n  "Flask_Login==1.0",\n]\n[dependency-groups]\ndev = ["x"]\n',
      ...everything,
    },
    {
      path: 'pyproject.toml',
      code: '[project]\ndependencies = ["flask-login⟦>=0.5⟧"]\n',
      files: {
        'uv.lock':
          '[[package]]\nname = "app"\nsource = { virtual = "." }\n\n[[package]]\nname = "flask-login"\nversion = "0.6"\nsource = { registry = "https://r.example" }\n',
      },
      says: `flask-login 0.6 (locked in uv.lock)${tail('PYSEC-1', '1.0')}`,
      fixed: '[project]\ndependencies = ["flask-login>=1.0"]\n',
      ...everything,
    },
    {
      path: 'Pipfile',
      code: '[packages]\nflask-login = "⟦==0.6⟧"\n',
      says: `flask-login 0.6${tail('PYSEC-1', '1.0')}`,
      fixed: '[packages]\nflask-login = "==1.0"\n',
      ...everything,
    },
    {
      path: 'poetry.lock',
      code: '[[package]]\nname = "flask-login"\nversion = "⟦0.6⟧"\n',
      says: `flask-login 0.6${tail('PYSEC-1', '1.0')}`,
      ...everything,
    },
    ...[...VULNERABLE.caught, ...GRADLE.caught, ...MAJOR_VERSIONS, ...BY_LOCKFILE],
  ],
});
