import { lockfileDrift } from '../../../server/src/rules/dependencies/lockfile-drift.ts';
import { testRule } from '../../support/rule-tester.ts';
import { DRIFT } from '../../support/xml-declaration-cases.ts';

type Sections = Readonly<Record<string, Readonly<Record<string, string>>>>;

const SHA = '0123456789abcdef0123456789abcdef01234567';
const OTHER = '89abcdef0123456789abcdef0123456789abcdef';
const manifest = (sections: Sections): string => JSON.stringify(sections);
const lock = (root: Sections, packages: Readonly<Record<string, object>> = {}): string =>
  JSON.stringify({ lockfileVersion: 3, packages: { '': root, ...packages } });
const a = (version: string): Readonly<Record<string, object>> => ({ 'node_modules/a': { version } });
const inSync = lock({ dependencies: { a: '^1.0.0' } }, a('1.2.0'));
const files = (text: string): Readonly<Record<string, string>> => ({ 'package-lock.json': text });

const unsatisfied = (name: string, requirement: string, version: string, path = 'package-lock.json'): string =>
  `${name} ${requirement} does not admit ${version}, which ${path} has locked. Run the package manager to update the lockfile.`;
const missing = (name: string, path = 'package-lock.json'): string =>
  `${name} is not in ${path}. Run the package manager to update the lockfile.`;
const extra = (name: string, path = 'package.json'): string =>
  `${name} is asked for here but no longer in ${path}. Run the package manager to update the lockfile.`;
const cargoLock = [
  '[[package]]\nname = "app"\nversion = "0.1.0"\ndependencies = [\n "a",\n "b",\n "d",\n]\n',
  '[[package]]\nname = "b"\nversion = "0.1.0"\n',
  ...['a', 'd'].map((name) => `[[package]]\nname = "${name}"\nversion = "1.0.0"\nsource = "registry+https://r.example"\n`),
].join('\n');

const yarn1 = 'a@^1.0.0:\n  version "1.2.0"\n';
const berry =
  '__metadata:\n  version: 8\n\n"a@npm:^1.0.0":\n  version: 1.2.0\n  resolution: "a@npm:1.2.0"\n\n"app@workspace:.":\n  version: 0.0.0-use.local\n  resolution: "app@workspace:."\n  dependencies:\n    a: "npm:^1.0.0"\n';
const pnpm =
  "lockfileVersion: '9.0'\n\nimporters:\n\n  .:\n    dependencies:\n      a:\n        specifier: ^1.0.0\n        version: 1.2.0\n\n  packages/w:\n    dependencies:\n      '@o/x':\n        specifier: workspace:*\n        version: link:../x\n\npackages:\n\n  a@1.2.0:\n    resolution: {integrity: sha512-aa==}\n";
const pnpmCatalog = `catalogs:\n  default:\n    a:\n      specifier: ^1.0.0\n      version: 1.2.0\n\n${pnpm}`;
const bun =
  '{\n  "lockfileVersion": 1,\n  "workspaces": {\n    "": {\n      "dependencies": {\n        "a": "^1.0.0",\n      },\n    },\n  },\n  "packages": {\n    "a": ["a@1.2.0", "", {}, "sha512-aa=="],\n  }\n}\n';

const gemfileLock =
  'GIT\n  remote: https://h/r\n  revision: 0123456789abcdef0123456789abcdef01234567\n  specs:\n    tree (0.1)\n\nGEM\n  remote: https://gems.example/\n  specs:\n    a (1.2.0)\n      racc\n    b (1.0.0)\n    racc (1.0)\n    x (1.0.0)\n    x (1.0.0-java)\n\nDEPENDENCIES\n  a (~> 1.0)\n  b (~> 1.0)\n  tree!\n  x\n';
const composerLock =
  '{\n    "packages": [\n        {\n            "name": "a/a",\n            "version": "1.2.0",\n            "source": {\n                "type": "git",\n                "url": "https://h/a.git",\n                "reference": "0123456789abcdef0123456789abcdef01234567"\n            }\n        }\n    ],\n    "packages-dev": []\n}\n';
const pubspecLock =
  'packages:\n  a:\n    dependency: "direct main"\n    source: hosted\n    version: "1.2.0"\n  b:\n    dependency: "direct dev"\n    source: hosted\n    version: "1.0.0"\n  t:\n    dependency: transitive\n    source: hosted\n    version: "1.0.0"\n';

testRule(lockfileDrift, {
  clean: [
    {
      path: 'Gemfile',
      code: "gem 'a', '~> 1.0'\ngem 'b'\ngem 'tree', git: 'https://h/r'\n",
      files: { 'Gemfile.lock': gemfileLock },
    },
    { path: 'Gemfile.lock', code: gemfileLock, files: { Gemfile: "gem 'a'\ngemspec\n" } },
    { path: 'Gemfile.lock', code: gemfileLock, files: { Gemfile: "eval_gemfile 'x'\n" } },
    { path: 'Gemfile.lock', code: gemfileLock, files: { Gemfile: '%w[a b x].each { |n| gem n }\n' } },
    { path: 'Gemfile.next.lock', code: gemfileLock, files: { Gemfile: "gem 'a'\n" } },
    { path: 'sub/Gemfile', code: "gem 'zzz'\n", files: { 'Gemfile.lock': gemfileLock } },
    { path: 'mine.gemspec', code: "s.add_dependency 'zzz'\n", files: { 'Gemfile.lock': gemfileLock } },
    { path: 'gemfiles/r7.gemfile', code: "gem 'a', '~> 1.0'\n", files: { 'gemfiles/r7.gemfile.lock': gemfileLock } },
    {
      path: 'composer.json',
      code: '{"require": {"A/a": "^1.0", "php": ">=8", "ext-json": "*"}}',
      files: { 'composer.lock': composerLock },
    },
    {
      path: 'pubspec.yaml',
      code: 'dependencies:\n  a: ^1.0.0\n  b:\n    path: ../b\n',
      files: { 'pubspec.lock': pubspecLock },
    },
    {
      path: 'composer.json',
      code: '{"require": {"a/a": "^1.0@dev"}}',
      files: { 'composer.lock': composerLock.replace('1.2.0', 'dev-main') },
    },
    {
      path: 'composer.json',
      code: '{"require": {"a/part": "^1.0", "psr/log-implementation": "*"}}',
      files: {
        'composer.lock': composerLock.replace(
          '"version": "1.2.0",',
          '"version": "1.2.0",\n            "replace": {\n                "a/part": "self.version"\n            },\n            "provide": {\n                "psr/log-implementation": "1.0"\n            },',
        ),
      },
    },
    {
      path: 'mix.exs',
      code: 'defp deps(:prod), do: [{:x, "~> 1.0"}]\ndefp more do\n  if System.get_env("X") do\n    [{:y, "~> 1.0"}]\n  end\nend\n',
      files: { 'mix.lock': '%{\n  "a": {:hex, :a, "1.2.0", "00", [:mix], [], "hexpm", "00"},\n}\n' },
    },
    { path: 'pubspec.lock', code: pubspecLock, files: { 'pubspec.yaml': 'workspace:\n  - pkg\ndependencies:\n  a: any\n' } },
    {
      path: 'pkg/pubspec.yaml',
      code: 'resolution: workspace\ndependencies:\n  b: ^1.0.0\n',
      files: { 'pubspec.lock': pubspecLock, 'pubspec.yaml': 'workspace:\n  - pkg\n' },
    },
    {
      path: 'other/pubspec.yaml',
      code: 'dependencies:\n  zzz: ^1.0.0\n',
      files: { 'pubspec.lock': pubspecLock, 'pubspec.yaml': 'name: a\n' },
    },
    {
      path: 'apps/web/mix.exs',
      code: 'defp deps do\n  [{:a, "~> 1.0"}, {:core, in_umbrella: true}]\nend\n',
      files: {
        'mix.lock': '%{\n  "a": {:hex, :a, "1.2.0", "00", [:mix], [], "hexpm", "00"},\n}\n',
        'mix.exs': 'def project, do: [apps_path: "apps"]\n',
      },
    },
    { code: manifest({ dependencies: { a: '^1.0.0' } }), files: files(inSync) },
    { code: manifest({ dependencies: { a: '^1.0.0' } }) },
    { code: manifest({ dependencies: { a: '^1.1.0' } }), files: files(inSync) },
    { code: manifest({ dependencies: { a: 'latest' } }), files: files(inSync) },
    { code: manifest({ dependencies: { a: '^1.0.0' }, peerDependencies: { p: '*' } }), files: files(inSync) },
    {
      code: manifest({ dependencies: { a: 'npm:b@^2' } }),
      files: files(lock({ dependencies: { a: 'npm:b@^2' } }, { 'node_modules/a': { name: 'b', version: '2.1.0' } })),
    },
    {
      code: manifest({ dependencies: { a: 'file:../a' } }),
      files: files(lock({ dependencies: { a: 'file:../a' } }, { 'node_modules/a': { resolved: '../a', link: true } })),
    },
    { code: manifest({ optionalDependencies: { a: '^1.0.0' } }), files: files(lock({ optionalDependencies: { a: '^1.0.0' } })) },
    {
      code: manifest({ dependencies: { a: '^1.0.0' }, overrides: { a: '9.0.0' } }),
      files: files(lock({ dependencies: { a: '^1.0.0' } }, a('9.0.0'))),
    },
    {
      code: manifest({ dependencies: { a: `u/r#${SHA}` } }),
      files: files(
        lock(
          { dependencies: { a: `u/r#${SHA}` } },
          { 'node_modules/a': { version: '1.0.0', resolved: `git+ssh://git@github.com/u/r.git#${SHA}` } },
        ),
      ),
    },
    { path: 'other/package.json', code: manifest({ dependencies: { a: '^9' } }), files: files(inSync) },
    {
      path: 'packages/w/package.json',
      code: manifest({ dependencies: { a: '^2.0.0', '@o/x': '*' } }),
      files: files(
        lock(
          {},
          {
            'packages/w': { dependencies: { a: '^2.0.0', '@o/x': '*' } },
            'node_modules/a': { version: '1.0.0' },
            'packages/w/node_modules/a': { version: '2.0.0' },
            'node_modules/@o/x': { resolved: 'packages/x', link: true },
          },
        ),
      ),
    },
    {
      code: manifest({ dependencies: { a: '^1.0.0' } }),
      files: files(JSON.stringify({ lockfileVersion: 1, dependencies: { a: { version: '1.2.0' } } })),
    },
    { path: 'package-lock.json', code: inSync, files: { 'package.json': manifest({ dependencies: { a: '^1.0.0' } }) } },
    { path: 'package-lock.json', code: inSync },
    { path: 'package-lock.json', code: inSync, files: { 'package.json': '{"dependencies": {' } },
    { path: 'requirements.in', code: 'A>=1\nb; python_version < "3"\n', files: { 'requirements.txt': 'a==1.5\n' } },
    { path: 'requirements.txt', code: 'a==1.5\n' },
    ...Object.entries({ 'yarn.lock': yarn1, 'pnpm-lock.yaml': pnpm, 'bun.lock': bun }).map(([path, text]) => ({
      code: manifest({ dependencies: { a: '^1.0.0' } }),
      files: { [path]: text },
    })),
    { code: manifest({ dependencies: { a: '^1.0.0' } }), files: { 'yarn.lock': berry } },
    { path: 'yarn.lock', code: berry, files: { 'package.json': manifest({ dependencies: { a: '^1.0.0' } }) } },
    // Yarn 1 does not list what it links, what is forced, and folders that are no workspace of the manifest above.
    {
      code: manifest({ dependencies: { '@o/w': '^1.0.0' } }),
      files: { 'yarn.lock': yarn1, 'packages/w/package.json': '{"name":"@o/w","version":"1.0.0"}' },
    },
    { code: manifest({ dependencies: { a: '^9' }, resolutions: { a: '1.2.0' } }), files: { 'yarn.lock': yarn1 } },
    {
      path: 'other/package.json',
      code: manifest({ dependencies: { b: '^9' } }),
      files: { 'yarn.lock': yarn1, 'package.json': '{}' },
    },
    {
      code: manifest({ dependencies: { b: 'latest', c: 'u/r', d: '' } }),
      files: { 'yarn.lock': 'b@latest:\n  version "1.0.0"\n' },
    },
    {
      path: 'packages/w/package.json',
      code: manifest({ dependencies: { '@o/x': 'workspace:*' } }),
      files: { 'pnpm-lock.yaml': pnpm },
    },
    { code: manifest({ dependencies: { a: '^1.0.0', l: 'link:../l' } }), files: { 'pnpm-lock.yaml': pnpm } },
    // Forced from pnpm's own file.
    {
      code: manifest({ dependencies: { a: '^3.0.0' } }),
      files: { 'pnpm-lock.yaml': pnpm, 'pnpm-workspace.yaml': 'overrides:\n  a: ^1.0.0\n' },
    },
    // Nobody asks for an entry of a catalog that is not locked.
    { path: 'pnpm-workspace.yaml', code: 'catalog:\n  a: ^1.1.0\n  b: ^2.0.0\n', files: { 'pnpm-lock.yaml': pnpmCatalog } },
    // Of two lockfiles the one of the named package manager counts.
    {
      code: '{"packageManager":"pnpm@10.0.0","dependencies":{"a":"^1.0.0"}}',
      files: { 'package-lock.json': lock({ dependencies: { b: '^1' } }), 'pnpm-lock.yaml': pnpm },
    },
    {
      path: 'pyproject.toml',
      code: '[build-system]\nrequires = ["hatchling"]\n[project]\ndependencies = ["Foo_Bar>=1", "w; os_name == \'nt\'"]\n[dependency-groups]\ndev = ["x"]\n',
      files: { 'poetry.lock': '[[package]]\nname = "foo-bar"\nversion = "1.2"\n' },
    },
    {
      path: 'Cargo.toml',
      code: '[package]\nname = "app"\n[dependencies]\na = "1"\nb = { path = "b" }\nc = { package = "d", version = "1" }\n[workspace.dependencies]\nunused = "1"\n',
      files: { 'Cargo.lock': cargoLock },
    },
    ...DRIFT.clean,
    {
      path: 'build.gradle',
      code: "dependencies {\n  implementation 'm:a:1.2'\n  implementation 'm:new:1', libs.x\n  classpath 'm:b:2'\n}\nsubprojects { dependencies { api 'm:b:3' } }\n",
      files: { 'gradle.lockfile': 'm:a:1.3=compileClasspath\nm:b:1=runtimeClasspath\nm:c:1=a\nm:c:2=b\n' },
    },
    {
      path: 'app/build.gradle',
      code: "dependencies { implementation 'm:a:2' }\n",
      files: { 'gradle.lockfile': 'm:a:1.3=compileClasspath\n' },
    },
  ],
  caught: [
    {
      path: 'Gemfile',
      code: "gem 'a', '⟦~> 2.0⟧'\ngem '⟦gone⟧'\ngem 'plat', platforms: :windows\ngem 'x', '9' if ENV['X']\n",
      files: { 'Gemfile.lock': gemfileLock },
      says: [unsatisfied('a', '~> 2.0', '1.2.0', 'Gemfile.lock'), missing('gone', 'Gemfile.lock')],
    },
    {
      path: 'Gemfile.lock',
      code: gemfileLock.replace('  b (~> 1.0)', '  ⟦b⟧ (~> 1.0)'),
      files: { Gemfile: "gem 'a'\ngem 'x'\ngem 'tree', git: 'https://h/r'\n" },
      says: extra('b', 'Gemfile'),
    },
    {
      path: 'mine.gemspec',
      code: "s.add_dependency 'racc'\ns.add_dependency '⟦gone⟧'\ns.add_dependency 'a', '⟦~> 2.0⟧'\n",
      files: { 'Gemfile.lock': `PATH\n  remote: .\n  specs:\n    mine (1.0.0)\n\n${gemfileLock}` },
      says: [missing('gone', 'Gemfile.lock'), unsatisfied('a', '~> 2.0', '1.2.0', 'Gemfile.lock')],
    },
    {
      path: 'composer.json',
      code: '{"require": {"a/a": "⟦^2.0⟧", "⟦b/b⟧": "1", "php": ">=8"}, "require-dev": {"⟦c/c⟧": "1"}}',
      files: { 'composer.lock': composerLock },
      says: [
        unsatisfied('a/a', '^2.0', '1.2.0', 'composer.lock'),
        missing('b/b', 'composer.lock'),
        missing('c/c', 'composer.lock'),
      ],
    },
    {
      path: 'mix.exs',
      code: 'defp deps do\n  [{:a, "⟦~> 2.0⟧"}, {:⟦gone⟧, "~> 1.0", only: :test}, {:l, path: "../l"}]\nend\n',
      files: { 'mix.lock': '%{\n  "a": {:hex, :a, "1.2.0", "00", [:mix], [], "hexpm", "00"},\n}\n' },
      says: [unsatisfied('a', '~> 2.0', '1.2.0', 'mix.lock'), missing('gone', 'mix.lock')],
    },
    {
      path: 'pubspec.yaml',
      code: 'dependencies:\n  a: ⟦^2.0.0⟧\n  ⟦gone⟧: ^1.0.0\n  b: any\n',
      files: { 'pubspec.lock': pubspecLock },
      says: [unsatisfied('a', '^2.0.0', '1.2.0', 'pubspec.lock'), missing('gone', 'pubspec.lock')],
    },
    {
      path: 'pubspec.lock',
      code: pubspecLock.replace('  b:', '  ⟦b⟧:'),
      files: { 'pubspec.yaml': 'dependencies:\n  a: ^1.0.0\n' },
      says: extra('b', 'pubspec.yaml'),
    },
    { code: '{"dependencies":{"a":"⟦^2.0.0⟧"}}', files: files(inSync), says: unsatisfied('a', '^2.0.0', '1.2.0') },
    {
      code: '{"devDependencies":{"a":"⟦1.0.0⟧"}}',
      files: files(lock({ devDependencies: { a: '^1.0.0' } }, a('1.2.0'))),
      says: unsatisfied('a', '1.0.0', '1.2.0'),
    },
    { code: '{"dependencies":{"a":"^1.0.0","⟦b⟧":"^1"}}', files: files(inSync), says: missing('b') },
    { code: '{"dependencies":{"a":"^1.0.0","⟦b⟧":"u/r"}}', files: files(inSync), says: missing('b') },
    { code: '{"dependencies":{"a":"npm:b@⟦^1.0.0⟧"}}', files: files(inSync), says: unsatisfied('a', '^1.0.0', 'a 1.2.0') },
    {
      code: `{"dependencies":{"a":"u/r#⟦${OTHER}⟧"}}`,
      files: files(
        lock(
          { dependencies: { a: 'u/r' } },
          { 'node_modules/a': { version: '1.0.0', resolved: `git+ssh://git@github.com/u/r.git#${SHA}` } },
        ),
      ),
      says: unsatisfied('a', OTHER, SHA),
    },
    {
      path: 'packages/w/package.json',
      code: '{"dependencies":{"a":"⟦^1.0.0⟧"}}',
      files: files(lock({}, { 'packages/w': { dependencies: { a: '^2.0.0' } }, 'node_modules/a': { version: '2.0.0' } })),
      says: unsatisfied('a', '^1.0.0', '2.0.0'),
    },
    {
      code: '{"dependencies":{"a":"⟦^2⟧","⟦b⟧":"1"}}',
      files: { 'npm-shrinkwrap.json': JSON.stringify({ lockfileVersion: 1, dependencies: { a: { version: '1.2.0' } } }) },
      says: [unsatisfied('a', '^2', '1.2.0', 'npm-shrinkwrap.json'), missing('b', 'npm-shrinkwrap.json')],
    },
    {
      path: 'app/package-lock.json',
      code: '{"packages":{"":{"dependencies":{"a":"1","⟦gone⟧":"1"},"devDependencies":{"⟦also⟧":"2"}}}}',
      files: { 'app/package.json': '{"dependencies":{"a":"1"}}' },
      says: [extra('gone', 'app/package.json'), extra('also', 'app/package.json')],
    },
    {
      path: 'package-lock.json',
      code: '{"packages":{"":{},"packages/w":{"dependencies":{"⟦a⟧":"1"}}}}',
      files: { 'package.json': '{}', 'packages/w/package.json': '{}' },
      says: extra('a', 'packages/w/package.json'),
    },
    {
      path: 'requirements.in',
      code: 'a⟦>=2⟧\n⟦b⟧\n',
      files: { 'requirements.txt': 'a==1.5\n' },
      says: [unsatisfied('a', '>=2', '1.5', 'requirements.txt'), missing('b', 'requirements.txt')],
    },
    {
      code: '{"dependencies":{"⟦a⟧":"^2.0.0"}}',
      files: { 'yarn.lock': yarn1 },
      says: missing('a@^2.0.0', 'yarn.lock'),
    },
    {
      path: 'packages/w/package.json',
      code: '{"dependencies":{"⟦b⟧":"^2.0.0"}}',
      files: { 'yarn.lock': yarn1, 'package.json': '{"workspaces":["packages/*"]}' },
      says: missing('b@^2.0.0', 'yarn.lock'),
    },
    ...Object.entries({ 'yarn.lock': berry, 'pnpm-lock.yaml': pnpm, 'bun.lock': bun }).map(([path, text]) => ({
      code: '{"dependencies":{"a":"⟦^2.0.0⟧","⟦b⟧":"1"}}',
      files: { [path]: text },
      says: [unsatisfied('a', '^2.0.0', '1.2.0', path), missing('b', path)],
    })),
    {
      path: 'pnpm-lock.yaml',
      code: pnpm.replace('      a:', '      ⟦a⟧:'),
      files: { 'package.json': '{}' },
      says: extra('a'),
    },
    {
      path: 'pnpm-workspace.yaml',
      code: 'catalog:\n  a: ⟦^2.0.0⟧\n',
      files: { 'pnpm-lock.yaml': pnpmCatalog },
      says: unsatisfied('a', '^2.0.0', '1.2.0', 'pnpm-lock.yaml'),
    },
    {
      path: 'pyproject.toml',
      code: '[project]\ndependencies = ["Foo_Bar⟦>=2⟧", "⟦gone⟧"]\n',
      files: { 'poetry.lock': '[[package]]\nname = "foo-bar"\nversion = "1.2"\n' },
      says: [unsatisfied('Foo_Bar', '>=2', '1.2', 'poetry.lock'), missing('gone', 'poetry.lock')],
    },
    {
      path: 'Cargo.toml',
      code: '[package]\nname = "app"\n[dependencies]\na = "1"\n⟦gone⟧ = "1"\n',
      files: { 'Cargo.lock': cargoLock },
      says: missing('gone', 'Cargo.lock'),
    },
    ...DRIFT.caught,
    {
      path: 'build.gradle.kts',
      code: 'dependencies { implementation("m:a:⟦2.0⟧") }\n',
      files: { 'gradle.lockfile': 'm:a:1.3=compileClasspath\n' },
      says: unsatisfied('m:a', '2.0', '1.3', 'gradle.lockfile'),
    },
  ],
});
