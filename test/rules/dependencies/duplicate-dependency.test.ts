import { duplicateDependency } from '../../../server/src/rules/dependencies/duplicate-dependency.ts';
import { testRule } from '../../support/rule-tester.ts';
import { DUPLICATE } from '../../support/xml-declaration-cases.ts';

const ignored = (name: string): string =>
  `${name} is declared again further down, and only the last one counts. Remove this one.`;
const both = (name: string): string => `${name} is in dependencies as well, and only that entry counts. Remove it here.`;
const npm = (name: string): string =>
  `${name} is in dependencies as well, but npm takes this entry, so that production installs lack the package. Keep one of the two.`;
const differ = (name: string): string =>
  `${name} is in dependencies as well, and which one counts differs between package managers. Keep one of the two.`;
const below = (name: string): string => `${name} is declared again below, more strictly. Remove this one.`;
const again = (name: string): string => `${name} is already declared above. Keep one of the two.`;

testRule(duplicateDependency, {
  clean: [
    '{"dependencies":{<%- dep("a") %>,<%- dep("b") %>}}',
    '{"dependencies":{"a":"1","b":"1"}}',
    '{"dependencies":{"a":"1"},"peerDependencies":{"a":"1"}}',
    '{"devDependencies":{"a":"1"},"peerDependencies":{"a":"1"}}',
    '{"dependencies":{"a":"1"},"overrides":{"a":"1"},"resolutions":{"a":"1"}}',
    '{"dependencies":{"a":"1","b":"npm:a@2"}}',
    '{"dependencies":{"a":"1"},"scripts":{"a":"1"}}',
    { path: 'build.gradle', code: "ext.libs = [a: 'g:a:1.0', b: 'g:a:1.0', c: 'g:a:2.0']\n" },
    { path: 'requirements.txt', code: 'a==1\nb==1\n# a==2\n' },
    { path: 'requirements.txt', code: 'a==1; python_version < "3"\na==2; python_version >= "3"\n' },
    { path: 'requirements.txt', code: 'a==1\na[x]==1\n' },
    { path: 'constraints.txt', code: 'a<2\na>=1\n' },
    { path: 'go.mod', code: 'require a.b/c v1.0.0\nrequire a.b/c/v2 v2.0.0\nreplace a.b/c => a.b/c v1.0.0\n' },
    { path: 'package-lock.json', code: '{"packages":{"":{"dependencies":{"a":"1"},"devDependencies":{"a":"1"}}}}' },
    { path: 'Cargo.toml', code: '[dependencies]\na = "1"\nb = { package = "a", version = "2" }\n[dev-dependencies]\na = "1"\n' },
    {
      path: 'pyproject.toml',
      code: '[project]\ndependencies = ["a", "a[x]", "b; os_name == \'nt\'", "b"]\n[dependency-groups]\ndev = ["a"]\n[tool.poetry.dependencies]\na = [{version = "1", python = "<3"}, {version = "2", python = ">3"}]\n',
    },
    {
      path: 'Gemfile',
      code: "if A\n  gem 'a', '1'\nelse\n  gem 'a', '2'\nend\ngem 'b', platforms: :ruby\ngem 'b', platforms: :jruby\n",
    },
    { path: 'Gemfile', code: "gem 'a'\n# gem 'a'\ngem 'a-b'\n" },
    { path: 'a.gemspec', code: "s.add_dependency 'a'\ns.add_development_dependency 'a'\n" },
    {
      path: 'composer.json',
      code: '{"require": {"a/b": "1", "c/d": "1"}, "require-dev": {"e/f": "1"}, "replace": {"a/b": "1"}}',
    },
    { path: 'pubspec.yaml', code: 'dependencies:\n  a: ^1.0.0\ndependency_overrides:\n  a: ^2.0.0\n' },
    { path: 'setup.cfg', code: '[options]\ninstall_requires =\n  a\ntests_require =\n  a\n' },
    { path: 'poetry.lock', code: '[[package]]\nname = "a"\nversion = "1"\n\n[[package]]\nname = "a"\nversion = "2"\n' },
    ...DUPLICATE.clean,
    {
      path: 'build.gradle',
      code: "dependencies {\n  implementation 'a:b:1'\n  implementation 'a:b:1:tests'\n  testImplementation 'a:b:1'\n}\n",
    },
    {
      path: 'build.gradle',
      code: "dependencies {\n  if (x) { api 'a:b:1' } else { api 'a:b:2' }\n  constraints { api 'a:b:1' }\n}\n",
    },
    {
      path: 'build.gradle',
      code: "project(':a') { dependencies { api 'a:b:1' } }\nproject(':b') { dependencies { api 'a:b:1' } }\n",
    },
    { path: 'build.gradle.kts', code: 'dependencies {\n  api(platform("a:b:1"))\n  api("a:b:1")\n}\n' },
    {
      path: 'build.gradle.kts',
      code: 'testing { suites {\n  named("test") { dependencies { implementation("a:b:1") } }\n  register<JvmTestSuite>("it") { dependencies { implementation("a:b:1") } }\n} }\n',
    },
    {
      path: 'build.gradle',
      code: "configure(project(':a')) { dependencies { api 'a:b:1' } }\nconfigure(subprojects - x) { dependencies { api 'a:b:1' } }\n",
    },
    { path: 'gradle/libs.versions.toml', code: '[libraries]\na = "g:n:1"\nb = "g:n:2"\n' },
    {
      path: 'build.gradle',
      code: "dependencies {\n  implementation 'a:b:1'\n  implementation('a:b:1') {\n    capabilities { requireCapability('a:c') }\n  }\n}\n",
    },
  ],
  caught: [
    {
      path: 'Gemfile',
      code: "gem 'a', '~> 1'\ngroup :test do\n  gem '⟦a⟧', '~> 1'\nend\n",
      says: again('a'),
      fixed: "gem 'a', '~> 1'\ngroup :test do\nend\n",
    },
    { path: 'Gemfile', code: "gem '⟦a⟧'\ngem 'b'\ngem 'a', '~> 1'\n", says: below('a'), fixed: "gem 'b'\ngem 'a', '~> 1'\n" },
    {
      path: 'a.gemspec',
      code: "s.add_dependency 'a', '1'\ns.add_dependency '⟦a⟧', '2'\n",
      says: again('a'),
      fixed: "s.add_dependency 'a', '1'\n",
    },
    {
      path: 'composer.json',
      code: '{"require": {"⟦a/b⟧": "1", "a/b": "2"}}',
      says: ignored('a/b'),
      fixed: '{"require": {"a/b": "2"}}',
    },
    {
      path: 'composer.json',
      code: '{"require": {"a/b": "1"}, "require-dev": {"⟦a/b⟧": "1", "c/d": "2"}}',
      says: again('a/b'),
      fixed: '{"require": {"a/b": "1"}, "require-dev": {"c/d": "2"}}',
    },
    {
      path: 'mix.exs',
      code: 'defp deps do\n  [\n    {:a, "~> 1.0"},\n    {:⟦a⟧, "~> 1.0"},\n    {:b, "~> 1.0"}\n  ]\nend\n',
      says: again('a'),
      fixed: 'defp deps do\n  [\n    {:a, "~> 1.0"},\n    {:b, "~> 1.0"}\n  ]\nend\n',
    },
    { code: '{"dependencies":{"⟦a⟧":"1","b":"2","a":"3"}}', says: ignored('a'), fixed: '{"dependencies":{"b":"2","a":"3"}}' },
    {
      code: '{"dependencies":{"⟦a⟧":"1","⟦a⟧":"1","a":"1"}}',
      says: [ignored('a'), ignored('a')],
      fixed: '{"dependencies":{"a":"1"}}',
    },
    {
      code: '{\n  "dependencies": {\n    "⟦a⟧": "1",\n    "a": "2"\n  }\n}\n',
      says: ignored('a'),
      fixed: '{\n  "dependencies": {\n    "a": "2"\n  }\n}\n',
    },
    { code: '{"peerDependencies":{"⟦a⟧":"1","a":"2"}}', says: ignored('a'), fixed: '{"peerDependencies":{"a":"2"}}' },
    {
      code: '{"packageManager":"pnpm@10.0.0","dependencies":{"a":"1"},"devDependencies":{"⟦a⟧":"1","b":"1"}}',
      says: both('a'),
      fixed: '{"packageManager":"pnpm@10.0.0","dependencies":{"a":"1"},"devDependencies":{"b":"1"}}',
    },
    {
      code: '{"packageManager":"npm@11.0.0","dependencies":{"a":"1"},"devDependencies":{"⟦a⟧":"1","b":"1"}}',
      says: npm('a'),
      fixed: '{"packageManager":"npm@11.0.0","dependencies":{"a":"1"},"devDependencies":{"b":"1"}}',
    },
    {
      code: '{"devDependencies":{"⟦a⟧":"^2"},"dependencies":{"a":"1"}}',
      says: differ('a'),
      fixed: '{"devDependencies":{},"dependencies":{"a":"1"}}',
    },
    {
      path: 'requirements.txt',
      code: 'Foo.Bar==1\nb==2\n⟦foo-bar⟧==1 # again\n',
      says: again('foo-bar'),
      fixed: 'Foo.Bar==1\nb==2\n',
    },
    { path: 'requirements.txt', code: 'a==1\n⟦a⟧==2 \\\n  --hash=sha256:aa\nb\n', says: again('a'), fixed: 'a==1\nb\n' },
    { path: 'requirements.txt', code: '⟦PyYAML⟧\nb\npyyaml==5.3\n', says: below('PyYAML'), fixed: 'b\npyyaml==5.3\n' },
    { path: 'requirements.txt', code: 'pyyaml==5.3\nb\n⟦PyYAML⟧\n', says: again('PyYAML'), fixed: 'pyyaml==5.3\nb\n' },
    { path: 'requirements.txt', code: '⟦a⟧\na==1\n⟦a⟧\n', says: [below('a'), again('a')], fixed: 'a==1\n' },
    {
      path: 'requirements.txt',
      code: '⟦requests⟧>=2.31\nb\nrequests==2.32.5\n',
      says: below('requests'),
      fixed: 'b\nrequests==2.32.5\n',
    },
    {
      path: 'requirements.txt',
      code: 'requests==2.32.5\nb\n⟦requests⟧>=2.31\n',
      says: again('requests'),
      fixed: 'requests==2.32.5\nb\n',
    },
    { path: 'requirements.txt', code: '⟦a⟧>=1,<3\na>=1.2,<3\n⟦a⟧\n', says: [below('a'), again('a')], fixed: 'a>=1.2,<3\n' },
    { path: 'requirements.txt', code: 'a\n⟦a⟧', says: again('a'), fixed: 'a' },
    {
      path: 'go.mod',
      code: 'require a.b/c v1.0.0\nrequire (\n\t⟦a.b/c⟧ v1.0.0 // indirect\n)\n',
      says: again('a.b/c'),
      fixed: 'require a.b/c v1.0.0\nrequire (\n)\n',
    },
    {
      path: 'go.mod',
      code: 'require (\n\t⟦a.b/c⟧ v1.2.0\n\ta.b/c v1.10.0\n)\n',
      says: below('a.b/c'),
      fixed: 'require (\n\ta.b/c v1.10.0\n)\n',
    },
    {
      path: 'Cargo.toml',
      code: '[dependencies]\na = "1"\nb = "1" # b\n⟦a⟧ = { version = "2" }\n',
      says: again('a'),
      fixed: '[dependencies]\na = "1"\nb = "1" # b\n',
    },
    {
      path: 'pyproject.toml',
      code: '[project]\ndependencies = [\n  "Foo_Bar>=1",\n  "⟦foo-bar⟧",\n  "b"\n]\n',
      says: again('foo-bar'),
      fixed: '[project]\ndependencies = [\n  "Foo_Bar>=1",\n  "b"\n]\n',
    },
    {
      path: 'pyproject.toml',
      code: '[project]\ndependencies = ["⟦a⟧", "b", "a>=1"]\n',
      says: below('a'),
      fixed: '[project]\ndependencies = ["b", "a>=1"]\n',
    },
    {
      path: 'setup.cfg',
      code: '[options]\ninstall_requires =\n  a>=1\n  ⟦a⟧\n',
      says: again('a'),
      fixed: '[options]\ninstall_requires =\n  a>=1\n',
    },
    ...DUPLICATE.caught,
    {
      path: 'build.gradle',
      code: "dependencies {\n  implementation 'a:b:1'\n  implementation 'c:d:1'\n  implementation '⟦a:b⟧:1'\n}\n",
      says: again('a:b'),
      fixed: "dependencies {\n  implementation 'a:b:1'\n  implementation 'c:d:1'\n}\n",
    },
    {
      path: 'build.gradle.kts',
      code: 'dependencies {\n  api("⟦a:b⟧:1.9")\n  api("a:b:1.10")\n}\n',
      says: below('a:b'),
      fixed: 'dependencies {\n  api("a:b:1.10")\n}\n',
    },
  ],
});
