import { misplacedDevDependency } from '../../../server/src/rules/dependencies/misplaced-dev-dependency.ts';
import { testRule } from '../../support/rule-tester.ts';

const move = (name: string, section: string): string =>
  `${name} is a tool for development, but is installed wherever the program runs. Move it to ${section}.`;
const apart = (name: string): string =>
  `${name} is a tool for development, but is installed wherever the program runs. Keep it in a file or group for development.`;

testRule(misplacedDevDependency, {
  clean: [
    '{"dependencies":{"@testing-library/react":"16","react-scripts":"5"}}',
    '{"name":"app","dependencies":{"express":"1","typescript":"5","@types/node":"20","webpack":"5"},"devDependencies":{"jest":"1"}}',
    '{"name":"eslint-config-acme","dependencies":{"eslint-plugin-import":"1","eslint":"9"}}',
    '{"name":"@acme/test-utils","dependencies":{"jest":"1"}}',
    '{"peerDependencies":{"eslint":"9"},"optionalDependencies":{"mocha":"1"},"overrides":{"jest":"1"}}',
    { path: 'requirements-dev.txt', code: 'pytest\n' },
    { path: 'requirements/typing.txt', code: 'mypy\n' },
    { path: 'requirements_lint.txt', code: 'black\n' },
    { path: 'requirements/local.txt', code: '-r base.txt\nipdb\npytest-django\n' },
    // A generator formats what it writes.
    '{"name":"create-acme","bin":"cli.js","dependencies":{"prettier":"^3.0.0"}}',
    { path: 'tests/requirements.txt', code: 'pytest\n' },
    { path: 'requirements.txt', code: 'requests\npytesting\n' },
    {
      path: 'pyproject.toml',
      code: '[project]\nname = "pytest-acme"\ndependencies = ["pytest"]\n[project.optional-dependencies]\ntest = ["pytest"]\n',
    },
    { path: 'Cargo.toml', code: '[dependencies]\nserde = "1"\n[dev-dependencies]\ncriterion = "0.5"\n' },
    { path: 'package-lock.json', code: '{"packages":{"":{"dependencies":{"jest":"1"}}}}' },
    // The Gemfile of a gem; what only a condition brings in.
    { path: 'Gemfile', code: 'source "https://gems.example"\ngemspec\ngem "rspec", "~> 3"\n' },
    { path: 'Gemfile', code: 'source "https://gems.example"\ngem "rspec", "~> 3" if ENV["CI"]\n' },
  ],
  caught: [
    {
      code: '{"dependencies":{"⟦jest⟧":"^29.0.0","a":"1"},"devDependencies":{"b":"1"}}',
      says: move('jest', 'devDependencies'),
      fixed: '{"dependencies":{"a":"1"},"devDependencies":{"jest":"^29.0.0", "b":"1"}}',
    },
    {
      code: '{\n  "dependencies": {\n    "a": "1",\n    "⟦eslint-plugin-import⟧": "^2.0.0"\n  },\n  "devDependencies": {\n    "b": "1"\n  }\n}\n',
      says: move('eslint-plugin-import', 'devDependencies'),
      fixed:
        '{\n  "dependencies": {\n    "a": "1"\n  },\n  "devDependencies": {\n    "eslint-plugin-import": "^2.0.0",\n    "b": "1"\n  }\n}\n',
    },
    { code: '{"dependencies":{"⟦mocha⟧":"1"}}', says: move('mocha', 'devDependencies') },
    { path: 'requirements.txt', code: 'requests==2\n⟦pytest-cov⟧==4\n', says: apart('pytest-cov') },
    {
      path: 'Cargo.toml',
      code: '[dependencies]\n⟦pretty_assertions⟧ = "1"\nserde = "1"\n\n[dev-dependencies]\nrstest = "0.18"\n',
      says: move('pretty_assertions', 'dev-dependencies'),
      fixed: '[dependencies]\nserde = "1"\n\n[dev-dependencies]\npretty_assertions = "1"\nrstest = "0.18"\n',
    },
    {
      path: 'pyproject.toml',
      code: '[project]\ndependencies = [\n  "requests",\n  "⟦black⟧>=24",\n]\n\n[dependency-groups]\ndev = [\n  "mypy",\n]\n',
      says: move('black', 'dependency-groups.dev'),
      fixed: '[project]\ndependencies = [\n  "requests",\n]\n\n[dependency-groups]\ndev = [\n  "black>=24",\n  "mypy",\n]\n',
    },
    {
      path: 'pyproject.toml',
      code: '[tool.poetry.dependencies]\nrequests = "^2"\n⟦pytest⟧ = "^8"\n\n[tool.poetry.group.dev.dependencies]\nruff = "^0.5"\n',
      says: move('pytest', 'tool.poetry.group.dev.dependencies'),
      fixed:
        '[tool.poetry.dependencies]\nrequests = "^2"\n\n[tool.poetry.group.dev.dependencies]\npytest = "^8"\nruff = "^0.5"\n',
    },
  ],
});
