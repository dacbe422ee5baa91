import { unboundedVersionRange } from '../../../server/src/rules/dependencies/unbounded-version-range.ts';
import { testRule } from '../../support/rule-tester.ts';

const unknown = (name: string, requirement: string): string =>
  `${name} ${requirement} also takes every future major version. Give the range an upper end.`;
const locked = (name: string, requirement: string, better: string): string =>
  `${name} ${requirement} also takes every future major version. Require ${better}, which holds the locked version.`;

testRule(unboundedVersionRange, {
  clean: [
    { path: 'requirements.txt', code: 'foo>=1.0\nfoo<2\n' },
    '{"dependencies":{"a":"^1.0.0","b":">=1 <2","c":"1.x","d":"<2","e":"*","f":"latest","g":"1 - 2"}}',
    '{"peerDependencies":{"a":">=1"},"engines":{"node":">=20"}}',
    '{"dependencies":{"a":"workspace:>=1","b":"u/r#semver:>=1"}}',
    { code: '{"dependencies":{"@o/b":">=1"}}', files: { 'packages/b/package.json': '{"name":"@o/b"}' } },
    { path: 'requirements.txt', code: 'a==1\nb~=2.0\nc>=1,<2\nd\n' },
    { path: 'requirements.in', code: 'a>=1\n' },
    { path: 'requirements.txt', code: '-c constraints.txt\na>=1\n', files: { 'constraints.txt': 'a<2\n' } },
    { path: 'requirements.txt', code: '-c https://h.example/constraints.txt\na>=1\n' },
    { path: 'constraints.txt', code: 'a>=1\n' },
    {
      path: 'pyproject.toml',
      code: '[build-system]\nrequires = ["setuptools>=61"]\n[project]\nrequires-python = ">=3.9"\ndependencies = ["a>=1"]\n[tool.poetry.dependencies]\npython = ">=3.9"\nb = "^1.0"\n',
    },
    { path: 'setup.cfg', code: '[options]\ninstall_requires =\n  a>=1\n' },
    { path: 'go.mod', code: 'module m\nrequire a.b/c v1.0.0\n' },
    { path: 'Cargo.toml', code: '[dependencies]\na = "1"\nb = "^1.2"\nc = ">=1, <2"\nd = "*"\n' },
    // Tools of development of a gem and of an Elixir project.
    { path: 'a.gemspec', code: 'Gem::Specification.new do |s|\n  s.add_development_dependency "b", ">= 6.1"\nend\n' },
    { path: 'mix.exs', code: 'defp deps do\n  [{:floki, ">= 0.30.0", only: :test}]\nend\n' },
  ],
  caught: [
    { code: '{"dependencies":{"a":"⟦>=1.2⟧"}}', says: unknown('a', '>=1.2') },
    { code: '{"devDependencies":{"a":"⟦> 1⟧","b":"⟦^0.9 || >=1⟧"}}', says: [unknown('a', '> 1'), unknown('b', '^0.9 || >=1')] },
    {
      code: '{"dependencies":{"a":"⟦>=1.2⟧"}}',
      files: { 'package-lock.json': '{"packages":{"":{"dependencies":{"a":">=1.2"}},"node_modules/a":{"version":"1.4.0"}}}' },
      says: locked('a', '>=1.2', '^1.4.0'),
      fixed: '{"dependencies":{"a":"^1.4.0"}}',
    },
    { path: 'requirements.txt', code: 'a⟦>=1⟧\nb⟦>=1,!=1.5⟧ # why\n', says: [unknown('a', '>=1'), unknown('b', '>=1,!=1.5')] },
    {
      path: 'pyproject.toml',
      code: '[tool.poetry.dependencies]\na = "⟦>=1.0⟧"\n',
      files: { 'poetry.lock': '[[package]]\nname = "a"\nversion = "1.5.0"\n' },
      says: locked('a', '>=1.0', '>=1.5.0,<2'),
      fixed: '[tool.poetry.dependencies]\na = ">=1.5.0,<2"\n',
    },
    { path: 'Cargo.toml', code: '[dependencies]\na = { version = "⟦>=1.0⟧" }\n', says: unknown('a', '>=1.0') },
    { path: 'Pipfile', code: '[packages]\na = "⟦>1⟧"\n', says: unknown('a', '>1') },
  ],
});
