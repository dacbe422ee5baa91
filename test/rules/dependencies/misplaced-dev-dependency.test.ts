import { misplacedDevDependency } from '../../../server/src/rules/dependencies/misplaced-dev-dependency.ts';
import { testRule } from '../../support/rule-tester.ts';

const move = (name: string, section: string): string =>
  `${name} is a tool for development, but is installed wherever the program runs. Move it to ${section}.`;
const apart = (name: string): string =>
  `${name} is a tool for development, but is installed wherever the program runs. Keep it in a file or group for development.`;

const restrict = (name: string, how: string): string =>
  `${name} is a tool for development, but is part of what runs. Restrict it to that with \`${how}\`.`;

const JUNIT = (rest: string): string =>
  `<dependency><groupId>junit</groupId><artifactId>junit</artifactId><version>4.13.2</version>${rest}</dependency>`;
const POM = (dependencies: string): string =>
  `<project><artifactId>app</artifactId><dependencies>${dependencies}</dependencies></project>`;
const MIX = (deps: string): string =>
  `defmodule A.MixProject do\n  def project, do: [app: :a, deps: deps()]\n  defp deps do\n    [${deps}]\n  end\nend\n`;

testRule(misplacedDevDependency, {
  clean: [
    '{"dependencies":{"@testing-library/react":"16","react-scripts":"5"}}',
    '{"name":"app","dependencies":{"express":"1","@types/node":"20"},"devDependencies":{"jest":"1","typescript":"5","webpack":"5"}}',
    // What is made for others may compile or bundle for them.
    '{"name":"acme","exports":"./a.js","dependencies":{"typescript":"5","webpack":"5","rollup-plugin-x":"1"}}',
    '{"name":"acme","bin":"a.js","dependencies":{"typescript":"5","vite":"5"}}',
    // What starts the program is needed there.
    '{"scripts":{"start":"ts-node src/main.ts"},"dependencies":{"ts-node":"10","typescript":"5"}}',
    '{"scripts":{"start:prod":"concurrently npm:a npm:b","postinstall":"tsc -p ."},"dependencies":{"concurrently":"8","typescript":"5"}}',
    '{"scripts":{"start":"cross-env NODE_ENV=production nodemon -x ts-node a.ts"},"dependencies":{"cross-env":"7","nodemon":"3","typescript":"5","ts-node":"10"}}',
    { path: 'pom.xml', code: POM(JUNIT('<scope>test</scope>')) },
    { path: 'pom.xml', code: POM(JUNIT('<scope>compile</scope>')) },
    // Its version, and perhaps its scope, is managed.
    { path: 'pom.xml', code: POM('<dependency><groupId>junit</groupId><artifactId>junit</artifactId></dependency>') },
    { path: 'pom.xml', code: POM(JUNIT('')).replace('<artifactId>app<', '<artifactId>app-test-support<') },
    {
      path: 'pom.xml',
      code: POM(JUNIT('')).replace(
        '</project>',
        `<dependencyManagement><dependencies>${JUNIT('<scope>test</scope>')}</dependencies></dependencyManagement></project>`,
      ),
    },
    {
      path: 'build.gradle',
      code: 'dependencies {\n  testImplementation "junit:junit:4.13.2"\n  implementation platform("org.junit:junit-bom:5.10.0")\n}\n',
    },
    {
      path: 'pom.xml',
      code: '<project><groupId>junit</groupId><artifactId>junit</artifactId><dependencies><dependency><groupId>org.hamcrest</groupId><artifactId>hamcrest-core</artifactId><version>1.3</version></dependency></dependencies></project>',
    },
    { path: 'junit5/build.gradle', code: 'dependencies {\n  api "junit:junit:4.13.2"\n}\n' },
    { path: 'app-testing/build.gradle', code: 'dependencies {\n  api "junit:junit:4.13.2"\n}\n' },
    {
      path: 'mix.exs',
      code: MIX('{:credo, "~> 1.7", only: [:dev, :test], runtime: false}, {:ex_doc, ">= 0.0.0", only: :dev}, {:jason, "~> 1.4"}'),
    },
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
      fixed: '{"dependencies":{"a":"1"},"devDependencies":{"jest":"^29.0.0","b":"1"}}',
    },
    {
      code: '{\n  "dependencies": {\n    "a": "1",\n    "⟦eslint-plugin-import⟧": "^2.0.0"\n  },\n  "devDependencies": {\n    "b": "1"\n  }\n}\n',
      says: move('eslint-plugin-import', 'devDependencies'),
      fixed:
        '{\n  "dependencies": {\n    "a": "1"\n  },\n  "devDependencies": {\n    "eslint-plugin-import": "^2.0.0",\n    "b": "1"\n  }\n}\n',
    },
    { code: '{"dependencies":{"⟦mocha⟧":"1"}}', says: move('mocha', 'devDependencies') },
    ...['webpack', 'typescript', 'concurrently', 'ts-node'].map((name) => ({
      code: `{"private":true,"dependencies":{"⟦${name}⟧":"^8.0.0"},"scripts":{"start":"node a","start:dev":"concurrently tsc webpack ts-node"}}`,
      says: move(name, 'devDependencies'),
    })),
    {
      code: '{"name":"lib","exports":"./a.js","dependencies":{"⟦npm-run-all⟧":"^4.0.0"}}',
      says: move('npm-run-all', 'devDependencies'),
    },
    {
      path: 'pom.xml',
      code: POM(JUNIT('')).replace('<artifactId>junit<', '<artifactId>⟦junit⟧<'),
      says: restrict('junit:junit', '<scope>test</scope>'),
      fixed: POM(JUNIT('<scope>test</scope>')),
    },
    {
      path: 'build.gradle.kts',
      code: 'dependencies {\n  implementation("⟦org.mockito:mockito-core⟧:5.0.0")\n}\n',
      says: restrict('org.mockito:mockito-core', 'testImplementation'),
      fixed: 'dependencies {\n  testImplementation("org.mockito:mockito-core:5.0.0")\n}\n',
    },
    {
      path: 'mix.exs',
      code: MIX('\n      {:⟦credo⟧, "~> 1.7"},\n      {:⟦dialyxir⟧, "~> 1.0", runtime: false}\n    '),
      says: [restrict('credo', 'only: [:dev, :test]'), restrict('dialyxir', 'only: [:dev, :test]')],
      fixed: MIX(
        '\n      {:credo, "~> 1.7", only: [:dev, :test]},\n      {:dialyxir, "~> 1.0", runtime: false, only: [:dev, :test]}\n    ',
      ),
    },
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
