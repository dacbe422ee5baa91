/** Manifests and lockfiles as other tools and people lay them out, for tests that break them. Keys are paths behind a name. */
const some = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => make(index));

const record = <T>(count: number, make: (index: number) => readonly [string, T]): Record<string, T> =>
  Object.fromEntries(some(count, make));

const PACKAGE_JSON = {
  name: 'app',
  private: true,
  scripts: { build: 'tsc && node "a b.js"' },
  dependencies: record(6, (at) => [`dep-${at}`, `^${at}.1.0`]),
  peerDependenciesMeta: { react: { optional: true } },
  devDependencies: record(5, (at) => [`@s/dev-${at}`, `~1.${at}.0`]),
  license: 'MIT',
};

const PNPM_PACKAGE_JSON = {
  name: 'app',
  pnpm: {
    overrides: { a: '1', 'b>c': '2' },
    packageExtensions: { d: { dependencies: { e: '1' }, peerDependencies: { f: '1' } } },
  },
  resolutions: { g: '1' },
  dependencies: { h: '^1', i: 'workspace:*', j: 'npm:k@1' },
  devDependencies: { l: 'github:a/b' },
};

const entry = (at: number): object => ({
  version: `1.${at}.0`,
  resolved: `https://registry.example/dep-${at}.tgz`,
  integrity: 'sha512-ab==',
  ...(at % 2 === 0 && { dev: true, dependencies: { 'dep-1': '^1.0.0' } }),
});

const PACKAGE_LOCK = {
  name: 'app',
  lockfileVersion: 3,
  packages: { '': { dependencies: { 'dep-1': '^1.0.0' } }, ...record(5, (at) => [`node_modules/dep-${at}`, entry(at)]) },
};

const OLD_LOCK = {
  name: 'app',
  lockfileVersion: 1,
  dependencies: record(5, (at) => [
    `dep-${at}`,
    { version: `1.${at}.0`, requires: { 'dep-1': '^1' }, ...(at === 2 && { dependencies: { nested: { version: '2.0.0' } } }) },
  ]),
};

const BUN_LOCK = {
  lockfileVersion: 1,
  workspaces: { '': { name: 'app', dependencies: { 'dep-1': '^1' } }, 'packages/a': { name: 'a' } },
  packages: record(5, (at) => [`dep-${at}`, [`dep-${at}@1.${at}.0`, '', { dependencies: { 'dep-1': '^1' } }, 'sha512-ab==']]),
};

const COMPOSER_JSON = {
  name: 'acme/app',
  require: { php: '>=8.1', ...record(4, (at) => [`v/dep-${at}`, `^${at}.0`]) },
  'require-dev': record(3, (at) => [`v/dev-${at}`, `^${at}.0`]),
  autoload: { 'psr-4': { 'App\\': 'src/' } },
};

const COMPOSER_LOCK = {
  _readme: ['This file locks the dependencies of your project'],
  'content-hash': 'ab',
  packages: some(4, (at) => ({
    name: `v/dep-${at}`,
    version: `1.${at}.0`,
    source: { type: 'git', url: 'https://git.example/d.git', reference: 'ab' },
    require: { php: '>=8.1' },
    license: ['MIT'],
  })),
  'packages-dev': [{ name: 'v/dev', version: '2.0.0' }],
  'minimum-stability': 'stable',
};

const PIPFILE_LOCK = {
  _meta: {
    hash: { sha256: 'ab' },
    requires: { python_version: '3.12' },
    sources: [{ name: 'i', url: 'https://i.example', verify_ssl: true }],
  },
  default: record(5, (at) => [
    `dep-${at}`,
    { hashes: ['sha256:ab'], markers: "python_version >= '3.8'", version: `==1.${at}.0` },
  ]),
  develop: { dev: { version: '==1.0.0' } },
};

const NUGET_LOCK = {
  version: 1,
  dependencies: {
    'net8.0': record(5, (at) => [
      `Dep.N${at}`,
      {
        type: 'Direct',
        requested: `[1.${at}.0, )`,
        resolved: `1.${at}.0`,
        ...(at === 2 && { dependencies: { 'Dep.N1': '1.1.0' } }),
      },
    ]),
    'net8.0/linux-x64': { 'Dep.Other': { type: 'Direct', resolved: '2.0.0' } },
  },
};

const TOOLS = {
  version: 1,
  isRoot: true,
  tools: record(4, (at) => [`tool-${at}`, { version: `1.${at}.0`, commands: [`t${at}`] }]),
};
const GLOBAL = { sdk: { version: '8.0.100' }, 'msbuild-sdks': record(4, (at) => [`Sdk.N${at}`, `1.${at}.0`]) };

const JSON_FILES: Readonly<Record<string, unknown>> = {
  'package.json': PACKAGE_JSON,
  'pnpm/package.json': PNPM_PACKAGE_JSON,
  'package-lock.json': PACKAGE_LOCK,
  'old/package-lock.json': OLD_LOCK,
  'bun.lock': BUN_LOCK,
  'composer.json': COMPOSER_JSON,
  'composer.lock': COMPOSER_LOCK,
  'Pipfile.lock': PIPFILE_LOCK,
  'packages.lock.json': NUGET_LOCK,
  '.config/dotnet-tools.json': TOOLS,
  'global.json': GLOBAL,
};

/** JSON on one line, with a key a line but without any indentation, and with tabs. */
export const JSON_LAYOUTS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(JSON_FILES).flatMap(([path, content]) => [
    [`one-line/${path}`, JSON.stringify(content)],
    [`unindented/${path}`, JSON.stringify(content, null, 1).replaceAll(/^ +/gm, '')],
    ...(path.endsWith('.lock') || path.endsWith('.lock.json') ? [[`tabs/${path}`, JSON.stringify(content, null, '\t')]] : []),
  ]),
);

const POM = `<project>
  <parent>
    <groupId>g.parent</groupId>
    <artifactId>parent</artifactId>
    <version>1.0</version>
  </parent>
  <properties>
    <java.version>17</java.version>
  </properties>
  <dependencies>
${some(5, (at) => `    <dependency>\n      <groupId>g${at}</groupId>\n      <artifactId>a${at}</artifactId>\n      <version>1.${at}</version>\n    </dependency>\n`).join('')}  </dependencies>
</project>
`;

const CSPROJ = `<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>net8.0</TargetFramework>
  </PropertyGroup>
  <ItemGroup>
${some(5, (at) => `    <PackageReference Include="Dep.N${at}" Version="1.${at}.0" />\n`).join('')}  </ItemGroup>
</Project>
`;

const PYPROJECT = `[project]
name = "app"
dependencies = ["flask==2.3.2", "requests>=2.31", "django~=4.2", "numpy"]

[project.optional-dependencies]
dev = ["pytest>=7", "ruff"]
docs = ['sphinx']
`;

const PNPM_LOCK = `lockfileVersion: '9.0'

importers:

  .:
    dependencies:
${some(4, (at) => `      dep-${at}:\n        specifier: ^1.0.0\n        version: 1.${at}.0\n`).join('')}
packages:

${some(4, (at) => `  dep-${at}@1.${at}.0:\n    resolution: {integrity: sha512-ab==}\n\n`).join('')}`;

const withReturns = (text: string): string => text.replaceAll('\n', '\r\n');

/** Everything else: on few lines, with few dependencies, with other line breaks. */
export const OTHER_LAYOUTS: Readonly<Record<string, string>> = {
  'comma-first/package.json': `{ "name": "app"\n, "version": "1.0.0"\n, "dependencies":\n  { "express": "^4.0.0"\n  , "lodash": "4.17.21"\n  , "react": "^18.0.0"\n  }\n, "devDependencies":\n  { "mocha": "^10.0.0"\n  , "nyc": "15.0.0"\n  }\n}\n`,
  'one-line/pyproject.toml': PYPROJECT,
  'returns/pyproject.toml': withReturns(PYPROJECT),
  'inline/pyproject.toml': `[project]\nname = 'app'\ndependencies = [\n"flask==2.3.2",\n"requests>=2.31; python_version < '3.9'"\n]\noptional-dependencies = { dev = ['pytest>=7', 'ruff'], docs = ['sphinx'] }\n`,
  'returns/pnpm-lock.yaml': withReturns(PNPM_LOCK),
  'pubspec.yaml': `name: app\nenvironment:\n  sdk: ^3.0.0\ndependencies:\n  http: ^1.1.0\n  path: 1.8.3\n  yaml: any\ndev_dependencies:\n  lints: ^2.0.0\n`,
  'comments/pubspec.yaml': `# The app.\nname: app\n\n# What is needed.\ndependencies:\n  http: ^1.1.0\n  path: 1.8.3 # old\n  yaml: any\n`,
  'blanks/pubspec.yaml': `name: app  \nenvironment:  \n  sdk: ^3.0.0  \ndependencies:  \n  http: ^1.1.0  \n  path: 1.8.3  \ndev_dependencies:  \n  lints: ^2.0.0  \n`,
  'flow/pubspec.yaml': `name: app\nenvironment: { sdk: ^3.0.0 }\ndependencies: {http: ^1.1.0, path: 1.8.3, yaml: any}\ndev_dependencies: {lints: ^2.0.0}\n`,
  'flutter/pubspec.yaml': `name: app\ndependencies:\n  flutter:\n    sdk: flutter\n  http: ^1.1.0\n  path: 1.8.3\ndev_dependencies:\n  flutter_test:\n    sdk: flutter\n  lints: ^2.0.0\n`,
  'pnpm-workspace.yaml': `packages: ['apps/*', 'packages/*']\ncatalog:\n    "react": "^18.0.0"\n    'lodash': '4.17.21'\n    "@types/node": ^20\n    zod: ^3\noverrides:\n    foo: 1.0.0\n    bar@1: 1.2.0\n`,
  'pubspec.lock': `packages:\n${some(4, (at) => `  dep_${at}:\n    dependency: transitive\n    source: hosted\n    version: "1.${at}.0"\n`).join('')}sdks:\n  dart: ">=3.0.0"\n`,
  'go.mod': `module m\ngo 1.20\nrequire(\n  git.example/a v1.2.3\n  git.example/b v0.1.0 // indirect\n)\nexclude(\n  git.example/b v0.0.1\n)\nrequire git.example/c v1.0.0\n`,
  'unindented/go.mod': `module git.example/m\n\ngo 1.21\n\nrequire (\ngit.example/a v1.2.3\ngit.example/b v0.1.0 // indirect\n)\n\nexclude git.example/b v0.0.1\nrequire git.example/c v1.0.0\n`,
  'requirements.txt': 'flask==2.3.2\nrequests>=2.31,<3\ndjango~=4.2\nurllib3\n',
  'one-line/Pipfile': `[packages]\na="*"\nb={version="^1",extras=["x"]}\nc="==1.0"\n[dev-packages]\nd={version="*"}\n`,
  'inline/poetry/pyproject.toml': `[tool.poetry]\ndependencies = { python = "^3.9", flask = "^2", requests = { version = "^2.31", extras = ["socks"] }, django = "4.2" }\n`,
  'groups/pyproject.toml': `[tool.poetry.dependencies]\npython = "^3.9"\nflask = "^2"\n\n[tool.poetry.group.dev.dependencies]\npytest = "^7"\nruff = "*"\n\n[tool.poetry.group.docs]\noptional = true\n\n[tool.poetry.group.docs.dependencies]\nsphinx = "^7"\nfuro = "*"\n`,
  'setup.cfg': `[options]\ninstall_requires =\n    flask==2.3.2\n    requests>=2.31\n    django~=4.2\nsetup_requires = setuptools\npackages =\n    app\n`,
  'extras/setup.cfg': `[metadata]\nname = app\nclassifiers =\n    A :: B\n[options]\ninstall_requires =\n    flask==2.3.2\n    requests>=2.31\n    django~=4.2\n[options.extras_require]\ndev =\n    pytest\n    ruff\ndocs = sphinx\n`,
  'setup.py': `from setuptools import setup\n\nrequires = [\n    'flask==2.3.2',\n    'requests>=2.31',\n    'django~=4.2',\n]\n\nsetup(name='app', install_requires=requires, extras_require={"dev": ["pytest", "ruff"], "docs": "sphinx"})\n`,
  Gemfile: `source 'https://gems.example'\ngem 'rails', '~> 7.0'\ngem "puma", ">= 5", "< 7"\ngroup :test do\n  gem 'rspec', '3.0'\n  gem 'rubocop'\nend\n`,
  'app.gemspec': `Gem::Specification.new do |s|\n  s.name = 'app'\n  s.add_dependency 'rails', '~> 7.0'\n  s.add_dependency 'puma', ['>= 5', '< 7']\n  s.add_development_dependency('rspec')\nend\n`,
  'lists/Gemfile': `source :rubygems\ngem 'rails', '3.2.1'\ngem 'a', *['1.0']\ngem 'b', '~> 1.0', platforms: [:mri, :jruby]\n%w[c d].each { |name| gem name }\n`,
  'one-line/mix.exs': `defmodule App.MixProject do\n  use Mix.Project\n  def project, do: [app: :app, deps: deps()]\n  defp deps, do: [{:phoenix, "~> 1.7.0"}, {:ecto_sql, "~> 3.10"}, {:jason, "1.4.0"}]\nend\n`,
  'build.gradle': `dependencies { implementation 'g.a:b:31.0-jre'; testImplementation 'g.c:d:4.13'; api 'g.e:f:1.7' }\n`,
  'lines/build.gradle': `dependencies {\n    implementation group: 'g.a', name: 'b', version: '1.0'\n    implementation('g.c:d:2.0') {\n        transitive = false\n    }\n    api 'g.e:f:3.0'\n}\n`,
  'lists/build.gradle': `def v = '1.0'\n\ndependencies {\n    implementation "g.a:b:1.0",\n            "g.c:d:\${v}",\n            'g.e:f:3.0',\n            "g.g:h:4.0"\n    runtimeOnly "g.i:j:5.0"\n}\n`,
  'build.gradle.kts': `dependencies {\n    implementation("g.a:b:1.0")\n    api(platform("g.c:d:2.0"))\n    testImplementation("g.e:f:3.0")\n    runtimeOnly("g.g:h:4.0")\n}\n`,
  'pom.xml': POM,
  'one-line/pom.xml': POM.replaceAll(/\n\s*/g, ''),
  'one-line/App.csproj': CSPROJ.replaceAll(/\n\s*/g, ''),
  'gradle/verification-metadata.xml': `<verification-metadata>\n   <components>\n${some(4, (at) => `      <component group="g${at}" name="a" version="1.${at}">\n         <artifact name="a.jar"/>\n      </component>\n`).join('')}   </components>\n</verification-metadata>\n`,
};
