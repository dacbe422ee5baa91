import { httpDependency } from '../../../server/src/rules/dependencies/http-dependency.ts';
import { testRule } from '../../support/rule-tester.ts';

const says = (name: string): string =>
  `${name} is downloaded over plain HTTP, where anyone on the way can replace it. Use HTTPS.`;

testRule(httpDependency, {
  clean: [
    '{"dependencies":{"a":"https://h/a.tgz"}}',
    '{"dependencies":{"a":"^1.0.0"}}',
    '{"dependencies":{"a":"http://localhost:4873/a.tgz"}}',
    '{"dependencies":{"a":"http://127.0.0.1/a.tgz"}}',
    '{"dependencies":{"a":"git+ssh://git@h/a.git"}}',
    '{"dependencies":{"http":"1"},"homepage":"http://example.com"}',
    '{"dependencies":{"a":"file:http://x"}}',
    { path: 'requirements.txt', code: '# a @ http://h/a.whl\na @ https://h/a.whl\n' },
    { path: 'go.mod', code: 'require example.com/http v1.0.0 // http://example.com\n' },
    { path: 'package-lock.json', code: '{"packages":{"node_modules/a":{"version":"1.0.0","resolved":"http://h/a.tgz"}}}' },
    { path: 'Cargo.toml', code: '[dependencies]\na = { git = "https://h/r" }\nb = { path = "../b" }\n' },
    { path: 'Gemfile', code: "gem 'a', git: 'https://h/r', homepage: 'http://h'\ngem 'b', github: 'u/http'\n" },
    { path: 'mix.exs', code: 'defp deps do\n  [{:a, git: "https://h/r"}]\nend\n' },
    { path: 'pubspec.yaml', code: 'homepage: http://h\ndependencies:\n  a:\n    git: https://h/r\n' },
  ],
  caught: [
    {
      path: 'Gemfile',
      code: "gem 'a', '~> 1.0', git: '⟦http⟧://h/r.git', branch: 'main'\ngit '⟦http⟧://h/s' do\n  gem 'b'\n  gem 'c'\nend\n",
      says: [says('a'), says('b')],
      fixed: "gem 'a', '~> 1.0', git: 'https://h/r.git', branch: 'main'\ngit 'https://h/s' do\n  gem 'b'\n  gem 'c'\nend\n",
    },
    {
      path: 'mix.exs',
      code: 'defp deps do\n  [{:a, "~> 1.0", git: "⟦http⟧://h/r", tag: "v1"}]\nend\n',
      says: says('a'),
      fixed: 'defp deps do\n  [{:a, "~> 1.0", git: "https://h/r", tag: "v1"}]\nend\n',
    },
    {
      path: 'pubspec.yaml',
      code: 'dependencies:\n  a:\n    git:\n      url: ⟦http⟧://h/r\n  b:\n    git: "⟦http⟧://h/s"\n',
      says: [says('a'), says('b')],
      fixed: 'dependencies:\n  a:\n    git:\n      url: https://h/r\n  b:\n    git: "https://h/s"\n',
    },
    { code: '{"dependencies":{"a":"⟦http⟧://h/a.tgz"}}', says: says('a'), fixed: '{"dependencies":{"a":"https://h/a.tgz"}}' },
    {
      code: '{"devDependencies":{"a":"⟦HTTP⟧://h/a.tgz"}}',
      says: says('a'),
      fixed: '{"devDependencies":{"a":"https://h/a.tgz"}}',
    },
    {
      code: '{"dependencies":{"a":"⟦http⟧://github.com/u/r.git#main"}}',
      says: says('a'),
      fixed: '{"dependencies":{"a":"https://github.com/u/r.git#main"}}',
    },
    {
      code: '{"overrides":{"a":{"b":"⟦http⟧://h/b.tgz"}}}',
      says: says('b'),
      fixed: '{"overrides":{"a":{"b":"https://h/b.tgz"}}}',
    },
    { code: '{"resolutions":{"**/b":"⟦http⟧://h/b.tgz"}}', says: says('b'), fixed: '{"resolutions":{"**/b":"https://h/b.tgz"}}' },
    {
      code: '{"dependencies":{"a":"⟦http⟧://h:8080/a.tgz"}}',
      says: says('a'),
      fixed: '{"dependencies":{"a":"https://h:8080/a.tgz"}}',
    },
    {
      code: '{\n  "dependencies": {\n    "a": "⟦http⟧://localhost.example.com/a.tgz",\n    "b": "⟦http⟧://h/b.tgz"\n  }\n}\n',
      says: [says('a'), says('b')],
      fixed: '{\n  "dependencies": {\n    "a": "https://localhost.example.com/a.tgz",\n    "b": "https://h/b.tgz"\n  }\n}\n',
    },
    {
      path: 'requirements.txt',
      code: 'a @ ⟦http⟧://h/a.whl ; python_version > "3"\n',
      says: says('a'),
      fixed: 'a @ https://h/a.whl ; python_version > "3"\n',
    },
    { path: 'requirements.txt', code: '⟦http⟧://h/a.whl\n', says: says('This dependency'), fixed: 'https://h/a.whl\n' },
    { path: 'requirements.txt', code: '-e ⟦http⟧://h/a.zip#egg=a\n', says: says('a'), fixed: '-e https://h/a.zip#egg=a\n' },
    {
      path: 'Cargo.toml',
      code: '[dependencies]\na = { git = "⟦http⟧://h/r", branch = "x" }\n',
      says: says('a'),
      fixed: '[dependencies]\na = { git = "https://h/r", branch = "x" }\n',
    },
    {
      path: 'pyproject.toml',
      code: '[project]\ndependencies = ["a @ ⟦http⟧://h/a.whl"]\n[tool.poetry.dependencies]\nb = {url = "⟦http⟧://h/b.whl"}\n',
      says: [says('a'), says('b')],
      fixed: '[project]\ndependencies = ["a @ https://h/a.whl"]\n[tool.poetry.dependencies]\nb = {url = "https://h/b.whl"}\n',
    },
    {
      path: 'pubspec.yaml',
      code: 'name: a\ndependencies:\n  b:\n    hosted: ⟦http⟧://pub.example\n    version: ^1.0.0\n',
      says: 'What pub.example hosts is downloaded over plain HTTP, where anyone on the way can replace it. Use HTTPS.',
      fixed: 'name: a\ndependencies:\n  b:\n    hosted: https://pub.example\n    version: ^1.0.0\n',
    },
    {
      path: 'pubspec.yaml',
      code: 'name: a\ndependencies:\n  b:\n    hosted: ⟦http⟧://me:hunter2@pub.example/x\n    version: ^1.0.0\n',
      says: 'What pub.example hosts is downloaded over plain HTTP, where anyone on the way can replace it. Use HTTPS.',
      fixed: 'name: a\ndependencies:\n  b:\n    hosted: https://me:hunter2@pub.example/x\n    version: ^1.0.0\n',
    },
  ],
});
