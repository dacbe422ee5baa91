import assert from 'node:assert/strict';
import { applyEdits } from '../../server/src/base/edit.ts';
import { actionsAt } from '../../server/src/service/actions.ts';
import { Workspace } from '../../server/src/service/workspace.ts';

const NPM = '{\n  "dependencies": {\n    "lodash": "4.17.15",\n    "a": "http://h.example/a.tgz"\n  }\n}\n';

type Files = Readonly<Record<string, string>>;

interface Accepted {
  readonly title: string;
  readonly files: Files;
}

/** The first offer to accept a finding of a rule; the files after it, in which the finding is quiet and no mistake is told. */
function accepted(files: Files, path: string, rule: string): Accepted | undefined {
  const workspace = new Workspace({ today: '2026-11-23' });
  for (const [each, text] of Object.entries(files)) workspace.set(each, text);
  const before = workspace.report(path).findings;
  const finding = before.find((each) => each.rule === `dependencies/${rule}`);
  assert.ok(finding, before.map((each) => each.rule).join());
  const action = actionsAt(workspace, path, finding.span).find((each) => each.kind === 'suppress' && each.finding === finding);
  if (action?.kind !== 'suppress') return undefined;
  const changed: Record<string, string> = {};
  if (action.edits.length > 0) changed[path] = applyEdits(files[path] ?? '', action.edits);
  for (const other of action.others)
    changed[other.path] = 'create' in other ? other.create : applyEdits(files[other.path] ?? '', other.edits);
  for (const [each, text] of Object.entries(changed)) workspace.set(each, text);
  const after = workspace.report(path);
  assert.equal(
    after.suppressed.some(({ finding: { message } }) => message === finding.message),
    true,
    JSON.stringify(changed),
  );
  // That the reason is missing is told until somebody writes it.
  const rest = after.findings.filter((each) => each.rule.startsWith('dependencies/'));
  assert.equal(rest.length, before.length - 1, 'Others are quiet, too.');
  return { title: action.title, files: changed };
}

const HTTP = 'http-dependency';
const entry = (path: string, indent = '  '): string =>
  `${indent}- rule: dependencies/http-dependency\n${indent}  path: ${path}\n${indent}  reason: ''\n`;

describe('service: suppressing in manifests of packages', () => {
  it('makes a configuration where the format has no comments', () => {
    assert.deepEqual(accepted({ 'package.json': NPM }, 'package.json', HTTP), {
      title: 'Suppress dependencies/http-dependency in .larboard.yaml, with a reason',
      files: { '.larboard.yaml': `suppressions:\n${entry('package.json')}` },
    });
  });

  it('names the advisory, the package and the file', () => {
    const found = accepted({ 'package.json': NPM }, 'package.json', 'vulnerable-dependency');
    assert.match(found?.title ?? '', /^Suppress GHSA-\w{4}-\w{4}-\w{4} in \.larboard\.yaml, with a reason$/);
    assert.match(
      found?.files['.larboard.yaml'] ?? '',
      /^suppressions:\n {2}- rule: GHSA-[\w-]+\n {4}package: lodash\n {4}path: package\.json\n {4}reason: ''\n$/,
    );
  });

  const CONFIGS: readonly (readonly [what: string, path: string, before: string, after: string])[] = [
    ['to an empty one', '.larboard.yaml', '', `suppressions:\n${entry('web/package.json')}`],
    ['to one of comments', '.larboard.yaml', '# Ours.\n', `# Ours.\nsuppressions:\n${entry('web/package.json')}`],
    ['behind other keys', '.larboard.yaml', 'profile: strict\n', `profile: strict\nsuppressions:\n${entry('web/package.json')}`],
    [
      'without a last line break',
      '.larboard.yml',
      'profile: strict',
      `profile: strict\nsuppressions:\n${entry('web/package.json').trimEnd()}`,
    ],
    ['to a key without a value', '.larboard.yaml', 'suppressions:\n', `suppressions:\n${entry('web/package.json')}`],
    [
      'to a list',
      '.larboard.yaml',
      'suppressions:\n- rule: dependencies/git-dependency # a\n  reason: b # c\nprofile: strict\n',
      `suppressions:\n- rule: dependencies/git-dependency # a\n  reason: b # c\n${entry('web/package.json', '')}profile: strict\n`,
    ],
    [
      'to a list in flow style',
      '.larboard.yaml',
      'suppressions: [{ rule: dependencies/git-dependency, reason: b }]\n',
      "suppressions: [{ rule: dependencies/git-dependency, reason: b }, { rule: dependencies/http-dependency, path: web/package.json, reason: '' }]\n",
    ],
    ['to the nearest one', 'web/.larboard.yaml', 'profile: strict\n', `profile: strict\nsuppressions:\n${entry('package.json')}`],
  ];
  for (const [what, config, before, after] of CONFIGS)
    it(`adds ${what}`, () => {
      const files = { 'web/package.json': NPM, [config]: before };
      assert.deepEqual(accepted(files, 'web/package.json', HTTP)?.files, { [config]: after });
    });

  it('adds nothing to what is no list, and nothing for a path that a glob would read otherwise', () => {
    assert.equal(
      accepted({ 'package.json': NPM, '.larboard.yaml': 'suppressions: { a: b }\n' }, 'package.json', HTTP),
      undefined,
    );
    assert.equal(accepted({ '(a)/package.json': NPM }, '(a)/package.json', HTTP), undefined);
  });

  const VULNERABLE = 'vulnerable-dependency';
  const COMMENTS: readonly (readonly [path: string, rule: string, text: string, comment: string])[] = [
    ['go.mod', VULNERABLE, 'module m\n\ngo 1.26\n\nrequire (\n\tgolang.org/x/net v0.7.0\n)\n', '\t// larboard-ignore GO-'],
    [
      'go.work',
      'go-replace-fork',
      'go 1.26\n\nreplace a.example/a => b.example/b v1.0.0\n',
      '// larboard-ignore dependencies/go-replace-fork: \n',
    ],
    ['build.gradle', VULNERABLE, "dependencies {\n    api 'org.yaml:snakeyaml:1.30'\n}\n", '    // larboard-ignore GHSA-'],
    ['build.gradle.kts', VULNERABLE, 'dependencies {\n    api("org.yaml:snakeyaml:1.30")\n}\n', '    // larboard-ignore GHSA-'],
    ['gradle/libs.versions.toml', VULNERABLE, '[libraries]\na = "org.yaml:snakeyaml:1.30"\n', '# larboard-ignore GHSA-'],
    [
      'gradle/wrapper/gradle-wrapper.properties',
      'gradle-wrapper-http',
      'distributionUrl=http\\://g.example/gradle-8.10-bin.zip\n',
      '# larboard-ignore dep',
    ],
    [
      'pom.xml',
      'maven-snapshot-dependency',
      '<project>\n  <dependencies>\n    <dependency>\n      <groupId>g</groupId>\n      <artifactId>a</artifactId>\n      <version>1-SNAPSHOT</version>\n    </dependency>\n  </dependencies>\n</project>\n',
      '<!-- larboard-ignore dep',
    ],
    [
      'A.csproj',
      VULNERABLE,
      '<Project>\n  <ItemGroup>\n    <PackageReference Include="Newtonsoft.Json" Version="12.0.3" />\n  </ItemGroup>\n</Project>\n',
      '    <!-- larboard-ignore GHSA-',
    ],
    [
      'nuget.config',
      'nuget-insecure-source',
      '<configuration>\n  <packageSources>\n    <clear />\n    <add key="a" value="http://n.example/v3/index.json" />\n  </packageSources>\n</configuration>\n',
      '    <!-- larboard-ignore dep',
    ],
    ['Gemfile', VULNERABLE, "source 'https://rubygems.org'\n\ngroup :a do\n  gem 'rack', '2.2.3'\nend\n", '  # larboard-ignore '],
    [
      'a.gemspec',
      'wildcard-version-range',
      "Gem::Specification.new do |s|\n  s.add_dependency 'rack', '>= 0'\nend\n",
      '  # larboard-ignore dep',
    ],
    [
      'mix.exs',
      'wildcard-version-range',
      'defmodule A.MixProject do\n  use Mix.Project\n\n  defp deps do\n    [\n      {:plug, ">= 0.0.0"}\n    ]\n  end\nend\n',
      '      # larboard-ignore dep',
    ],
    ['pubspec.yaml', 'wildcard-version-range', 'name: a\ndependencies:\n  http: any\n', '  # larboard-ignore dep'],
    ['pnpm-workspace.yaml', 'install-scripts-unrestricted', 'dangerouslyAllowAllBuilds: true\n', '# larboard-ignore dep'],
    ['.yarnrc.yml', 'yarnrc-unsafe-http', 'unsafeHttpWhitelist:\n  - "*.shop.example"\n', '  # larboard-ignore dep'],
    ['.npmrc', 'npmrc-strict-ssl-off', 'strict-ssl=false\n', '# larboard-ignore dep'],
    ['pip.conf', 'pip-trusted-host', '[global]\ntrusted-host = h.example\n', '# larboard-ignore dep'],
    ['requirements.txt', VULNERABLE, 'PyYAML==5.3\n', '# larboard-ignore PYSEC-'],
    ['pyproject.toml', 'uv-unsafe-index-strategy', '[tool.uv]\nindex-strategy = "unsafe-best-match"\n', '# larboard-ignore dep'],
    ['setup.py', 'setup-py-command-override', "setup(\n    cmdclass={'install': A},\n)\n", '    # larboard-ignore dep'],
    [
      'Cargo.toml',
      'cargo-patch-override',
      '[dependencies]\na = "1"\n\n[patch.crates-io]\na = { path = "../a" }\n',
      '# larboard-ignore dep',
    ],
    [
      '.cargo/config.toml',
      'cargo-insecure-registry',
      '[registries.corp]\nindex = "sparse+http://c.example/"\n',
      '# larboard-ignore dep',
    ],
    ['go.env', 'go-insecure-env', 'GOSUMDB=off\n', '# larboard-ignore dep'],
  ];
  for (const [path, rule, text, comment] of COMMENTS)
    it(`writes a comment into ${path}`, () => {
      const found = accepted({ [path]: text }, path, rule);
      assert.ok(found?.files[path]?.includes(comment), JSON.stringify(found));
    });

  const WITHOUT: readonly (readonly [path: string, rule: string, text: string])[] = [
    ['composer.json', 'composer-disable-tls', '{"config": {"disable-tls": true}}'],
    [
      'yarn.lock',
      'credentials-in-manifest',
      'a@http://u:p@h.example/a.tgz:\n  version "1.0.0"\n  resolved "http://u:p@h.example/a.tgz#0123456789"\n',
    ],
    [
      'Cargo.lock',
      'lockfile-insecure-url',
      'version = 4\n\n[[package]]\nname = "a"\nversion = "1.0.0"\nsource = "registry+http://c.example/"\n',
    ],
  ];
  for (const [path, rule, text] of WITHOUT)
    it(`writes none into ${path}`, () => {
      assert.deepEqual(Object.keys(accepted({ [path]: text }, path, rule)?.files ?? {}), ['.larboard.yaml']);
    });
});

describe('service: the lightbulb at a package', () => {
  it('says once what mends several vulnerabilities, and explains a rule once, last', () => {
    const workspace = new Workspace({ today: '2026-11-23' });
    workspace.set('package.json', NPM);
    const [finding] = workspace.report('package.json').findings.filter(({ rule }) => rule.endsWith('/vulnerable-dependency'));
    assert.ok(finding);
    const actions = actionsAt(workspace, 'package.json', finding.span);
    const titles = actions.map(({ title }) => title);
    assert.deepEqual(titles, [...new Set(titles)]);
    assert.equal(actions.filter(({ kind }) => kind === 'fix').length > 0, true);
    assert.equal(titles.filter((title) => title.startsWith('Suppress GHSA-')).length > 3, true, titles.join('\n'));
    assert.equal(titles.at(-1), 'Explain dependencies/vulnerable-dependency');
  });
});
