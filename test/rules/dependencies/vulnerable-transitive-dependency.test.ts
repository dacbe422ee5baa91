import { vulnerableTransitiveDependency } from '../../../server/src/rules/dependencies/vulnerable-transitive-dependency.ts';
import { advisories } from '../../support/advisories.ts';
import { testRule } from '../../support/rule-tester.ts';
import { TRANSITIVE_IN_PNPM } from '../../support/transitive-pnpm-cases.ts';
import { TRANSITIVE_IN_GRADLE, TRANSITIVE_IN_NUGET } from '../../support/transitive-cases.ts';

const known = advisories(
  { id: 'GHSA-1', aliases: ['CVE-1'], name: 'c', ranges: [['0', '1.2.3']], summary: 'it breaks' },
  { id: 'GHSA-2', name: 'c', ranges: [['0', '1.2.0']], severity: 'medium' },
  { id: 'GHSA-3', name: 'd', ranges: [['0', '2.0.0']], severity: 'critical' },
  { id: 'GHSA-4', name: 'e', ranges: [['0']], severity: 'low' },
  { id: 'MAL-1', name: 'evil', kind: 'malicious', ranges: [['0']] },
  { id: 'RUSTSEC-0', ecosystem: 'crates.io', name: 'old', informational: 'unmaintained', ranges: [['0']] },
  { id: 'RUSTSEC-1', ecosystem: 'crates.io', name: 'c', ranges: [['0', '1.2.3']] },
  { id: 'PYSEC-1', ecosystem: 'PyPI', name: 'c', ranges: [['0', '1.2.3']] },
  { id: 'GEM-1', ecosystem: 'RubyGems', name: 'c', ranges: [['0', '1.2.3']] },
  { id: 'PHP-1', ecosystem: 'Packagist', name: 'b/c', ranges: [['0', '1.2.3']] },
  { id: 'HEX-1', ecosystem: 'Hex', name: 'c', ranges: [['0', '1.2.3']] },
  { id: 'PUB-1', ecosystem: 'Pub', name: 'c', ranges: [['0', '1.2.3']] },
  { id: 'GO-1', ecosystem: 'Go', name: 'example.com/m', ranges: [['0', '1.2.0']] },
);
const everything = { advisories: known };

const manifest = (dependencies: string, more = ''): string => `{\n  "dependencies": {\n    ${dependencies}\n  }${more}\n}\n`;

type Packages = Readonly<Record<string, readonly [version: string, ...requires: string[]]>>;

/** `asked` are the direct dependencies of the project. */
const lock = (asked: readonly string[], packages: Packages): string =>
  JSON.stringify(
    {
      lockfileVersion: 3,
      packages: {
        '': { dependencies: Object.fromEntries(asked.map((name) => [name, '^1.0.0'])) },
        ...Object.fromEntries(
          Object.entries(packages).map(([path, [version, ...requires]]) => [
            `node_modules/${path}`,
            { version, dependencies: Object.fromEntries(requires.map((name) => [name, '*'])) },
          ]),
        ),
      },
    },
    null,
    2,
  );
const chain = lock(['a'], { a: ['1.0.0', 'b'], b: ['1.0.0', 'c'], c: ['1.1.0'] });
const npm = { 'package-lock.json': chain };

const says = (over: string, task: string): string =>
  `${over}, which is affected by GHSA-1 (CVE-1), high: it breaks. Also affected by GHSA-2. 1.2.3 is the smallest safe version; ${task} (test data, 2026-11-01).`;
const NPM = 'run `npm update c`, or raise what brings it in';
const FORCE = 'raise what brings it in, or force the version';
const path = 'a brings in c 1.1.0 (a › b › c@1.1.0)';

const yarn1 =
  'a@^1.0.0:\n  version "1.0.0"\n  dependencies:\n    b "^1.0.0"\n\nb@^1.0.0:\n  version "1.0.0"\n  dependencies:\n    c "^1.0.0"\n\nc@^1.0.0:\n  version "1.1.0"\n\nc@^2.0.0:\n  version "2.0.0"\n';
const berry =
  '__metadata:\n  version: 8\n\n"a@npm:^1.0.0":\n  version: 1.0.0\n  resolution: "a@npm:1.0.0"\n  dependencies:\n    b: "npm:^1.0.0"\n\n"app@workspace:.":\n  version: 0.0.0-use.local\n  resolution: "app@workspace:."\n  dependencies:\n    a: "npm:^1.0.0"\n\n"b@npm:^1.0.0":\n  version: 1.0.0\n  resolution: "b@npm:1.0.0"\n  dependencies:\n    c: "npm:^1.0.0"\n\n"c@npm:^1.0.0":\n  version: 1.1.0\n  resolution: "c@npm:1.1.0"\n';
const bun =
  '{\n  "workspaces": {\n    "": {\n      "dependencies": {\n        "a": "^1.0.0",\n      },\n    },\n  },\n  "packages": {\n    "a": ["a@1.0.0", "", { "dependencies": { "b": "^1.0.0" } }, "sha512-aa=="],\n    "b": ["b@1.0.0", "", { "dependencies": { "c": "^1.0.0" } }, "sha512-aa=="],\n    "c": ["c@2.0.0", "", {}, "sha512-aa=="],\n    "b/c": ["c@1.1.0", "", {}, "sha512-aa=="],\n  }\n}\n';
const cargo =
  'version = 4\n\n[[package]]\nname = "app"\nversion = "0.1.0"\ndependencies = [\n "a",\n]\n\n[[package]]\nname = "a"\nversion = "1.0.0"\nsource = "registry+https://index.example/"\ndependencies = [\n "c 1.1.0",\n "old",\n]\n\n[[package]]\nname = "c"\nversion = "1.1.0"\nsource = "registry+https://index.example/"\n\n[[package]]\nname = "c"\nversion = "2.0.0"\nsource = "registry+https://index.example/"\n\n[[package]]\nname = "old"\nversion = "1.0.0"\nsource = "registry+https://index.example/"\n';
const python = (list: string, source = ''): string =>
  `[[package]]\nname = "a"\nversion = "1.0.0"\n${source}${list.replaceAll('NAME', 'b')}\n[[package]]\nname = "b"\nversion = "1.0.0"\n${source}${list.replaceAll('NAME', 'C')}\n[[package]]\nname = "C"\nversion = "1.1.0"\n${source}`;
const poetry = python('[package.dependencies]\nNAME = "*"\n');
const uv = `${python('dependencies = [\n    { name = "NAME" },\n]\n', 'source = { registry = "https://index.example/simple" }\n')}\n[[package]]\nname = "app"\nversion = "0.1.0"\nsource = { editable = "." }\ndependencies = [\n    { name = "a" },\n]\n`;
const pdm = python('dependencies = [\n    "NAME>=1",\n]\n');
const py = (id: string, task: string): string =>
  `a brings in c 1.1.0 (a › b › c@1.1.0), which is affected by ${id}, high: bad things happen. 1.2.3 is the smallest safe version; ${task} (test data, 2026-11-01).`;

const gems =
  'GEM\n  remote: https://gems.example/\n  specs:\n    a (1.0.0)\n      c (>= 1)\n    b (1.0.0)\n    c (1.1.0)\n\nDEPENDENCIES\n  a (~> 1.0)\n  b\n';
const php = JSON.stringify(
  {
    packages: [
      { name: 'b/a', version: '1.0.0', require: { 'b/c': '^1.0' } },
      { name: 'b/c', version: 'v1.1.0' },
    ],
    'packages-dev': [],
  },
  null,
  4,
);
const HASH = '5a904bf010ea24b67979835e0507688e31ac873d4ffc8ed0e5413e8d77455031';
const mix = `%{\n  "a": {:hex, :a, "1.0.0", "${HASH}", [:mix], [{:c, "~> 1.0", [hex: :c, repo: "hexpm", optional: false]}], "hexpm", "${HASH}"},\n  "c": {:hex, :c, "1.1.0", "${HASH}", [:mix], [], "hexpm", "${HASH}"},\n}\n`;
const pub = (c: string): string =>
  `packages:\n  a:\n    dependency: "direct main"\n    source: hosted\n    version: "1.0.0"\n  c:\n    dependency: transitive\n    source: hosted\n    version: "${c}"\n`;
const pubspec = 'name: app\ndependencies:\n  a: ^1.0.0\n';

testRule(vulnerableTransitiveDependency, {
  clean: [
    ...TRANSITIVE_IN_GRADLE.clean,
    ...TRANSITIVE_IN_NUGET.clean,
    { code: manifest('"a": "^1.0.0"'), ...everything },
    { code: manifest('"a": "^1.0.0"'), files: npm },
    // An override, or a lockfile that the manifest has outgrown.
    { code: manifest('"a": "^1.0.0"', ',\n  "overrides": { "c": "^1.2.3" }'), files: npm, ...everything },
    { code: manifest('"a": "^1.0.0"', ',\n  "overrides": { "c@1": "1.2.3" }'), files: npm, ...everything },
    { code: manifest('"a": "^1.0.0"', ',\n  "overrides": { "c": "npm:other@1.0.0" }'), files: npm, ...everything },
    { code: manifest('"a": "^2.0.0"'), files: npm, ...everything },
    // The direct one is another rule's matter, whoever else leads to it.
    { code: manifest('"c": "^1.0.0"'), files: { 'package-lock.json': lock(['c'], { c: ['1.1.0'] }) }, ...everything },
    {
      code: manifest('"a": "^1.0.0", "c": "^1.0.0"'),
      files: { 'package-lock.json': lock(['a', 'c'], { a: ['1.0.0', 'c'], c: ['1.1.0'] }) },
      ...everything,
    },
    // The nested version is the one that counts.
    {
      code: manifest('"a": "^1.0.0"'),
      files: { 'package-lock.json': lock(['a'], { a: ['1.0.0', 'c'], c: ['1.1.0'], 'a/node_modules/c': ['1.2.3'] }) },
      ...everything,
    },
    {
      code: manifest('"a": "^1.0.0"'),
      files: { 'package-lock.json': lock(['a'], { a: ['1.0.0', 'evil'], evil: ['1.0.0'] }) },
      ...everything,
    },
    { code: '{ "peerDependencies": { "a": "^1.0.0" } }', files: npm, ...everything },
    { path: 'package-lock.json', code: chain, files: { 'package.json': manifest('"a": "^1.0.0"') }, ...everything },
    { path: 'yarn.lock', code: yarn1, files: { 'package.json': manifest('"a": "^1.0.0"') }, ...everything },
    { path: 'go.mod', code: 'require example.com/m v1.2.0 // indirect\n', ...everything },
    { path: 'go.mod', code: 'require example.com/m v1.1.0\n', ...everything },
    {
      path: 'pyproject.toml',
      code: '[project]\nname = "app"\ndependencies = ["a>=1"]\n\n[tool.uv]\nconstraint-dependencies = ["c>=1.2.3"]\n',
      files: { 'uv.lock': uv },
      ...everything,
    },
    {
      path: 'pyproject.toml',
      code: '[tool.poetry.dependencies]\na = "^1.0"\nc = "^1.2.3"\n',
      files: { 'poetry.lock': poetry },
      ...everything,
    },
    {
      path: 'Cargo.toml',
      code: '[package]\nname = "app"\n\n[dependencies]\nb = "1"\n',
      files: { 'Cargo.lock': cargo },
      ...everything,
    },
    // Of pub, forced beside the lockfile.
    {
      path: 'pubspec.lock',
      code: pub('1.1.0'),
      files: { 'pubspec.yaml': `${pubspec}dependency_overrides:\n  c: ^1.2.3\n` },
      ...everything,
    },
    { path: 'pubspec.lock', code: pub('1.2.3'), files: { 'pubspec.yaml': pubspec }, ...everything },
    // Outgrown.
    { path: 'Gemfile', code: 'gem "a", "~> 1.0"\ngem "c", ">= 1.2.3"\n', files: { 'Gemfile.lock': gems }, ...everything },
  ],
  caught: [
    ...TRANSITIVE_IN_GRADLE.caught,
    ...TRANSITIVE_IN_NUGET.caught,
    ...TRANSITIVE_IN_PNPM,
    {
      code: manifest('"a": "⟦^1.0.0⟧"'),
      files: npm,
      says: says(path, NPM),
      fixed: manifest('"a": "^1.0.0"', ',\n  "overrides": {\n    "c": "^1.2.3"\n  }'),
      ...everything,
    },
    {
      code: '{"devDependencies":{"a":"⟦^1.0.0⟧"}}',
      files: npm,
      says: says(path.replace('a', 'a (development only)'), NPM),
      severity: 'medium',
      fixed: '{"devDependencies":{"a":"^1.0.0"}, "overrides": { "c": "^1.2.3" }}',
      ...everything,
    },
    {
      code: manifest('"a": "⟦^1.0.0⟧"', ',\n  "overrides": {\n    "x": "1.0.0"\n  }'),
      files: npm,
      says: says(path, NPM),
      fixed: manifest('"a": "^1.0.0"', ',\n  "overrides": {\n    "x": "1.0.0",\n    "c": "^1.2.3"\n  }'),
      ...everything,
    },
    {
      code: manifest('"a": "⟦^1.0.0⟧"', ',\n  "overrides": {\n    "c": "^1.0.0"\n  }'),
      files: npm,
      says: says(path, NPM),
      fixed: manifest('"a": "^1.0.0"', ',\n  "overrides": {\n    "c": "^1.2.3"\n  }'),
      ...everything,
    },
    // Another major version is in use elsewhere and must stay.
    {
      code: manifest('"a": "⟦^1.0.0⟧"'),
      files: { 'package-lock.json': lock(['a'], { a: ['1.0.0', 'c'], c: ['1.1.0'], 'b/node_modules/c': ['2.0.0'] }) },
      says: says('a brings in c 1.1.0 (a › c@1.1.0)', NPM),
      fixed: manifest('"a": "^1.0.0"', ',\n  "overrides": {\n    "c@1": "^1.2.3"\n  }'),
      ...everything,
    },
    {
      code: manifest('"a": "⟦^1.0.0⟧"'),
      files: { 'package-lock.json': lock(['a'], { a: ['1.0.0', 'e'], e: ['1.0.0'] }) },
      says: 'a brings in e 1.0.0 (a › e@1.0.0), which is affected by GHSA-4, low: bad things happen. No safe version is known (test data, 2026-11-01).',
      severity: 'low',
      ...everything,
    },
    {
      code: '{\n  "optionalDependencies": {\n    "a": "⟦^1.0.0⟧"\n  }\n}\n',
      files: { 'package-lock.json': lock(['a'], { a: ['1.0.0', 'd'], d: ['1.0.0'] }) },
      says: 'a (optional) brings in d 1.0.0 (a › d@1.0.0), which is affected by GHSA-3, critical: bad things happen. 2.0.0 is the smallest safe version; raise what brings it in, or force the version (test data, 2026-11-01).',
      severity: 'critical',
      fixed: '{\n  "optionalDependencies": {\n    "a": "^1.0.0"\n  },\n  "overrides": {\n    "d": "^2.0.0"\n  }\n}\n',
      ...everything,
    },
    {
      code: manifest('"a": "⟦^1.0.0⟧"'),
      files: { 'yarn.lock': yarn1.replace('c@^2.0.0:\n  version "2.0.0"\n', '') },
      says: says(path, FORCE),
      fixed: manifest('"a": "^1.0.0"', ',\n  "resolutions": {\n    "c": "^1.2.3"\n  }'),
      ...everything,
    },
    // Yarn cannot be told which of two versions is meant.
    { code: manifest('"a": "⟦^1.0.0⟧"'), files: { 'yarn.lock': yarn1 }, says: says(path, FORCE), ...everything },
    {
      code: manifest('"a": "⟦^1.0.0⟧"'),
      files: { 'yarn.lock': berry },
      says: says(path, FORCE),
      fixed: manifest('"a": "^1.0.0"', ',\n  "resolutions": {\n    "c": "^1.2.3"\n  }'),
      ...everything,
    },
    {
      code: manifest('"a": "⟦^1.0.0⟧"'),
      files: { 'bun.lock': bun.replace('    "c": ["c@2.0.0", "", {}, "sha512-aa=="],\n', '') },
      says: says(path, FORCE),
      fixed: manifest('"a": "^1.0.0"', ',\n  "overrides": {\n    "c": "^1.2.3"\n  }'),
      ...everything,
    },
    { code: manifest('"a": "⟦^1.0.0⟧"'), files: { 'bun.lock': bun }, says: says(path, FORCE), ...everything },
    // The override belongs into the manifest beside the lockfile.
    {
      path: 'packages/w/package.json',
      code: manifest('"a": "⟦^1.0.0⟧"'),
      files: {
        'package.json': '{\n\t"workspaces": ["packages/*"]\n}\n',
        'package-lock.json': chain.replace('"": {', '"": {},\n    "packages/w": {'),
      },
      says: says(path, NPM).replace('npm update c', 'npm update c'),
      others: { 'package.json': '{\n\t"workspaces": ["packages/*"],\n\t"overrides": {\n\t\t"c": "^1.2.3"\n\t}\n}\n' },
      ...everything,
    },
    {
      path: 'Cargo.toml',
      code: '[package]\nname = "app"\n\n[dependencies]\na = "⟦1⟧"\n',
      files: { 'Cargo.lock': cargo },
      says: py('RUSTSEC-1', 'run `cargo update -p c@1.1.0`, or raise what brings it in').replace('a › b › c', 'a › c'),
      ...everything,
    },
    {
      path: 'pyproject.toml',
      code: '[tool.poetry.dependencies]\npython = "^3.12"\na = "⟦^1.0⟧"\n\n[build-system]\n',
      files: { 'poetry.lock': poetry },
      says: py('PYSEC-1', 'run `poetry update c`, or raise what brings it in'),
      fixed: '[tool.poetry.dependencies]\npython = "^3.12"\na = "^1.0"\nc = "^1.2.3"\n\n[build-system]\n',
      ...everything,
    },
    {
      path: 'pyproject.toml',
      code: '[project]\nname = "app"\ndependencies = ["a⟦>=1⟧"]\n',
      files: { 'uv.lock': uv },
      says: py('PYSEC-1', 'run `uv lock --upgrade-package c`, or raise what brings it in'),
      fixed: '[project]\nname = "app"\ndependencies = ["a>=1"]\n\n[tool.uv]\nconstraint-dependencies = ["c>=1.2.3"]\n',
      ...everything,
    },
    {
      path: 'pyproject.toml',
      code: '[project]\nname = "app"\ndependencies = ["a⟦>=1⟧"]\n\n[tool.uv]\nconstraint-dependencies = [\n    "x<2",\n]\n',
      files: { 'uv.lock': uv },
      says: py('PYSEC-1', 'run `uv lock --upgrade-package c`, or raise what brings it in'),
      fixed:
        '[project]\nname = "app"\ndependencies = ["a>=1"]\n\n[tool.uv]\nconstraint-dependencies = [\n    "x<2",\n    "c>=1.2.3",\n]\n',
      ...everything,
    },
    {
      path: 'pyproject.toml',
      code: '[project]\nname = "app"\ndependencies = ["a⟦>=1⟧"]\n',
      files: { 'pdm.lock': pdm },
      says: py('PYSEC-1', FORCE),
      fixed: '[project]\nname = "app"\ndependencies = ["a>=1"]\n\n[tool.pdm.resolution.overrides]\nc = ">=1.2.3"\n',
      ...everything,
    },
    {
      path: 'package-lock.json',
      code: lock(['a'], { a: ['1.0.0', 'c'], c: ['1.1.0'] }).replace('"1.1.0"', '"⟦1.1.0⟧"'),
      says: 'c 1.1.0 (a › c@1.1.0) is affected by GHSA-1 (CVE-1), high: it breaks. Also affected by GHSA-2. 1.2.3 is the smallest safe version (test data, 2026-11-01).',
      ...everything,
    },
    {
      path: 'package-lock.json',
      code: lock(['a'], { a: ['1.0.0', 'e'], e: ['1.0.1'] }).replace('"1.0.1"', '"⟦1.0.1⟧"'),
      says: 'e 1.0.1 (a › e@1.0.1) is affected by GHSA-4, low: bad things happen. No safe version is known (test data, 2026-11-01).',
      severity: 'low',
      ...everything,
    },
    {
      path: 'go.mod',
      code: 'require (\n\texample.com/m ⟦v1.1.0⟧ // indirect\n)\n',
      says: 'example.com/m v1.1.0, which other modules bring in, is affected by GO-1, high: bad things happen. 1.2.0 is the smallest safe version (test data, 2026-11-01).',
      fixed: 'require (\n\texample.com/m v1.2.0 // indirect\n)\n',
      ...everything,
    },
    {
      path: 'go.mod',
      code: 'require example.com/n ⟦v1.1.0⟧ // indirect\n',
      says: 'example.com/n v1.1.0, which other modules bring in, is affected by GO-2, high: bad things happen. No safe version is known (test data, 2026-11-01).',
      advisories: advisories({ id: 'GO-2', ecosystem: 'Go', name: 'example.com/n', ranges: [['0']] }),
    },
    // Package managers without overrides: what is to be newer is asked for as well.
    {
      path: 'Gemfile',
      code: 'source "https://gems.example"\n\ngem "a", "⟦~> 1.0⟧" # pinned\ngroup :test do\n  gem "b"\nend\n',
      files: { 'Gemfile.lock': gems },
      says: py('GEM-1', 'run `bundle update --conservative c`, or raise what brings it in').replace('a › b › c', 'a › c'),
      fixed:
        'source "https://gems.example"\n\ngem "a", "~> 1.0" # pinned\ngem "c", ">= 1.2.3", "< 2"\ngroup :test do\n  gem "b"\nend\n',
      ...everything,
    },
    {
      path: 'Gemfile',
      code: 'group :production do\n  gem "a", "⟦~> 1.0⟧"\nend\n',
      files: { 'Gemfile.lock': gems },
      says: py('GEM-1', 'run `bundle update --conservative c`, or raise what brings it in').replace('a › b › c', 'a › c'),
      fixed: "group :production do\n  gem \"a\", \"~> 1.0\"\nend\ngem 'c', '>= 1.2.3', '< 2'\n",
      ...everything,
    },
    // Everybody would get what only tests use.
    {
      path: 'Gemfile',
      code: 'group :test do\n  gem "a", "⟦~> 1.0⟧"\nend\n',
      files: { 'Gemfile.lock': gems },
      says: py('GEM-1', 'run `bundle update --conservative c`, or raise what brings it in')
        .replace('a › b › c', 'a › c')
        .replace('a', 'a (development only)'),
      severity: 'medium',
      ...everything,
    },
    {
      path: 'composer.json',
      code: '{\n  "require": {\n    "b/a": "⟦^1.0⟧"\n  }\n}\n',
      files: { 'composer.lock': php },
      says: 'b/a brings in b/c v1.1.0 (b/a › b/c@v1.1.0), which is affected by PHP-1, high: bad things happen. 1.2.3 is the smallest safe version; run `composer update b/c`, or raise what brings it in (test data, 2026-11-01).',
      fixed: '{\n  "require": {\n    "b/a": "^1.0",\n    "b/c": "^1.2.3"\n  }\n}\n',
      ...everything,
    },
    {
      path: 'mix.exs',
      code: 'defmodule A do\n  defp deps do\n    [\n      {:a, "⟦~> 1.0⟧"}\n    ]\n  end\nend\n',
      files: { 'mix.lock': mix },
      says: py('HEX-1', 'run `mix deps.update c`, or raise what brings it in').replace('a › b › c', 'a › c'),
      fixed:
        'defmodule A do\n  defp deps do\n    [\n      {:a, "~> 1.0"},\n      {:c, ">= 1.2.3 and < 2.0.0", override: true}\n    ]\n  end\nend\n',
      ...everything,
    },
    {
      path: 'pubspec.lock',
      code: pub('⟦1.1.0⟧'),
      files: { 'pubspec.yaml': pubspec },
      says: 'c 1.1.0 is affected by PUB-1, high: bad things happen. 1.2.3 is the smallest safe version (test data, 2026-11-01).',
      others: { 'pubspec.yaml': `${pubspec}\ndependency_overrides:\n  c: ^1.2.3\n` },
      ...everything,
    },
  ],
});
