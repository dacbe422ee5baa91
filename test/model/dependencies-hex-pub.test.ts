import assert from 'node:assert/strict';
import { parseDependencies } from '../../server/src/model/dependencies/index.ts';
import { lockOf, shown, without } from '../support/dependencies.ts';

const SHA = '0123456789abcdef0123456789abcdef01234567';
const HASH = `${SHA}${SHA}`.slice(0, 64);

describe('mix.exs', () => {
  const deps = (list: string): string[] =>
    shown('mix.exs', `defmodule A do\n  defp deps do\n    [\n${list}\n    ]\n  end\nend\n`);
  const cases: readonly (readonly [what: string, list: string, shown: readonly string[]])[] = [
    [
      'with requirements',
      '{:a, "~> 1.0"},\n{:b, ">= 1.0.0 and < 2.0.0"},\n{:c, "== 1.2.3"},\n{:d, "1.2.3"}',
      ['deps a "~> 1.0"', 'deps b ">= 1.0.0 and < 2.0.0"', 'deps c "== 1.2.3" =1.2.3', 'deps d "1.2.3" =1.2.3'],
    ],
    [
      'for some environments',
      '{:a, "~> 1.0", only: :dev},\n{:b, "~> 1.0", only: [:dev, :test], runtime: false},\n{:c, "~> 1.0", only: :prod},\n{:d, "~> 1.0", [only: :test]},\n{:e, "~> 1.0", only: [:dev, :prod]},\n{:f, "~> 1.0", optional: true},\n{:g, "~> 1.0", only: ~w(dev test)a}',
      [
        'deps dev a "~> 1.0"',
        'deps dev+test b "~> 1.0"',
        'deps c "~> 1.0"',
        'deps test d "~> 1.0"',
        'deps e "~> 1.0"',
        'deps optional f "~> 1.0"',
        'deps dev+test g "~> 1.0"',
      ],
    ],
    [
      'from git',
      `{:a, git: "https://h/a.git", branch: "main"},\n{:b, "~> 1.0", github: "u/b", tag: "v1"},\n{:c, [github: "u/c", ref: "${SHA}"]},\n{:d, git: "git@h:d.git"},\n{:e, git: url(), ref: "${SHA}"}`,
      [
        'deps git a https https://h/a.git @main',
        'deps git b "~> 1.0" https u/b @v1',
        `deps git c https u/c @${SHA}!`,
        'deps git d ssh git@h:d.git',
        'deps git e',
      ],
    ],
    ['from folders', '{:a, path: "../a"},\n{:b, in_umbrella: true}', ['deps path a file ../a', 'deps workspace b']],
    [
      'under other names',
      '{:a, "~> 1.0", hex: :b},\n{:c, "~> 1.0", organization: "acme"}',
      ['deps alias a→b \'a\' "~> 1.0"', 'deps c "~> 1.0"'],
    ],
    ['over several lines', '{:a,\n github: "u/a",\n tag: "v1",\n app: false,\n compile: false}', ['deps git a https u/a @v1']],
    [
      'whose requirement is computed',
      '{:a, @version},\n{:b, "~> #{v}"},\n{:c, System.get_env("C", "1.0.0")}',
      ['deps a', 'deps b', 'deps c'],
    ],
    ['that are comments', '# {:a, "~> 1.0"},\n{:b, "~> 1.0"} # {:c, "~> 1.0"}', ['deps b "~> 1.0"']],
    ['of a broken file', '{:a, "~> 1.0",\n{:b, "~> 1.0},\n{:c, "~> 1.0"', ['deps a "~> 1.0"', 'deps b', 'deps c "~> 1.0"']],
  ];
  for (const [what, list, expected] of cases)
    it(`has dependencies ${what}`, () => {
      assert.deepEqual(deps(list), expected);
      assert.deepEqual(deps(list.replaceAll('\n', '\r\n')), expected);
    });

  it('has none in other tuples', () => {
    assert.deepEqual(
      shown(
        'mix.exs',
        'def project do\n  [dialyzer: [plt_file: {:no_warn, "priv/x.plt"}], xref: [exclude: [{IEx, :started?, 0}]], docs: [extras: [{:"README.md", [title: "x"]}]], mod: {A, []}, deps: [{:a, "~> 1.0"}] ++ more()]\nend\n',
      ),
      ['deps a "~> 1.0"'],
    );
    assert.deepEqual(shown('mix.exs', '@moduledoc """\n{:a, "~> 1.0"}\n"""\n@x ~s({:b, "~> 1.0"})\ny = "{:c, 1}"\n'), []);
  });

  it('tells its name, Elixir and the folder of its applications', () => {
    const file = parseDependencies(
      'mix.exs',
      'def project do\n  [app: :mine, version: "1.0.0", elixir: "~> 1.16", apps_path: "apps"]\nend\n',
    );
    assert.deepEqual(
      [file.name, file.runtimes.map(({ name, requirement }) => `${name} ${requirement}`), file.workspaces],
      ['mine', ['elixir ~> 1.16'], ['apps/*']],
    );
  });

  it('loses a dependency with its line', () => {
    const text = 'defp deps do\n  [\n    {:a, "~> 1.0"}, # why\n    {:b, "~> 1.0"}\n  ]\nend\n';
    assert.equal(without('mix.exs', text, 'a'), 'defp deps do\n  [\n    {:b, "~> 1.0"}\n  ]\nend\n');
    assert.equal(parseDependencies('mix.exs', text).dependencies[1]?.deletion, undefined);
  });
});

describe('mix.lock', () => {
  const text = `%{
  "plug": {:hex, :plug, "1.15.3", "${HASH}", [:mix], [{:mime, "~> 1.0 or ~> 2.0", [hex: :mime, repo: "hexpm", optional: false]}, {:plug_crypto, "~> 1.1", [hex: :plug_crypto2, repo: "hexpm", optional: false]}], "hexpm", "${HASH.replace('0', 'f')}"},
  "mime": {:hex, :mime, "2.0.5", "${HASH}", [:mix], [], "hexpm"},
  "chatterbox": {:hex, :ts_chatterbox, "0.15.1", "${HASH}", [:rebar3], [], "hexpm", "${HASH}"},
  "tree": {:git, "https://git.example/tree.git", "${SHA}", [branch: "main"]},
}
`;
  for (const written of [text, `\uFEFF${text.replaceAll('\n', '\r\n')}`, text.replaceAll('": {', '" => {')])
    it('is read', () => {
      assert.deepEqual(shown('mix.lock', written), [
        '- plug =1.15.3',
        '- transitive mime =2.0.5',
        "- alias chatterbox→ts_chatterbox 'chatterbox' =0.15.1",
        `- git tree https https://git.example/tree.git @${SHA}!`,
      ]);
      const { dependencies } = parseDependencies('mix.lock', written);
      assert.deepEqual(dependencies[0]?.requires, ['mime', 'plug_crypto2']);
      assert.deepEqual(dependencies[0].integrity, [`sha256:${HASH.replace('0', 'f')}`]);
      assert.deepEqual(dependencies[1]?.integrity, [`sha256:${HASH}`]);
      for (const { version, versionSpan, span } of dependencies) {
        if (versionSpan) assert.equal(written.slice(versionSpan.start, versionSpan.end), version);
        assert.match(written.slice(span.start, span.end), /^"[a-z]+"[^]*\},$/);
      }
    });

  it('belongs to the project and the applications of an umbrella', () => {
    const files = { 'mix.lock': text, 'mix.exs': 'def project, do: [apps_path: "apps"]\n' };
    for (const path of ['mix.exs', 'apps/web/mix.exs'])
      assert.equal(lockOf(files, path)?.locked.get('mime')?.version, '2.0.5', path);
    for (const path of ['other/mix.exs', 'examples/apps/mix.exs']) assert.equal(lockOf(files, path), undefined, path);
  });
});

describe('pubspec.yaml', () => {
  it('has dependencies of every source', () => {
    const text = `name: app
environment:
  sdk: '>=3.0.0 <4.0.0'
  flutter: ">=3.10.0"
dependencies:
  flutter:
    sdk: flutter
  a: ^1.0.0 # why
  b: '>=1.0.0 <2.0.0'
  c: "1.2.3"
  d: any
  e:
  f:
    git: https://h/f.git
  g:
    git:
      url: git@h:g.git
      ref: main
      path: packages/g
  h: { git: { url: https://h/h.git, ref: ${SHA} } }
  i:
    path: ../i
  j:
    hosted: https://pub.example
    version: ^1.0.0
  k:
    hosted:
      name: real
      url: https://other.example
    version: 1.0.0
dev_dependencies:
  test: ^1.0.0
dependency_overrides:
  a: 1.5.0
flutter:
  assets:
    - x: 1
`;
    const expected = [
      'dependencies path flutter',
      'dependencies a "^1.0.0"',
      'dependencies b ">=1.0.0 <2.0.0"',
      'dependencies c "1.2.3" =1.2.3',
      'dependencies d "any"',
      'dependencies e',
      'dependencies git f https https://h/f.git',
      'dependencies git g ssh git@h:g.git @main',
      `dependencies git h https https://h/h.git @${SHA}!`,
      'dependencies path i file ../i',
      'dependencies j "^1.0.0"',
      'dependencies k→real \'k\' "1.0.0" =1.0.0',
      'dev_dependencies dev test "^1.0.0"',
      'dependency_overrides override a "1.5.0" =1.5.0',
    ];
    assert.deepEqual(shown('pubspec.yaml', text), expected);
    assert.deepEqual(shown('pubspec.yaml', `\uFEFF${text.replaceAll('\n', '\r\n')}`), expected);
    const file = parseDependencies('pubspec.yaml', text);
    assert.deepEqual(
      file.registries.map(({ url }) => url),
      ['https://pub.example', 'https://other.example'],
    );
    assert.deepEqual(
      file.runtimes.map(({ name, requirement }) => `${name} ${requirement}`),
      ['dart >=3.0.0 <4.0.0', 'flutter >=3.10.0'],
    );
    const shorter = without('pubspec.yaml', text, 'g');
    assert.ok(shorter.includes('f.git\n  h: {') && !shorter.includes('packages/g'));
  });

  it('keeps all but the broken part of a file', () => {
    assert.deepEqual(
      shown(
        'pubspec.yaml',
        'description: An app: with a colon\n\tname: x\ndependencies:\n  a: ^1.0.0\n  b ^2.0.0\n  c:\n    git: "https://h/c\n  d: ^1.0.0\ndev_dependencies: \n  e: ^1.0.0\n',
      ),
      [
        'dependencies a "^1.0.0"',
        'dependencies git c https https://h/c',
        'dependencies d "^1.0.0"',
        'dev_dependencies dev e "^1.0.0"',
      ],
    );
  });
});

it('pubspec.lock is read', () => {
  const text = `# Generated by pub
# See https://dart.dev/tools/pub/glossary#lockfile
packages:
  a:
    dependency: "direct main"
    description:
      name: a
      sha256: "${HASH}"
      url: "https://pub.dev"
    source: hosted
    version: "1.2.3"
  b:
    dependency: "direct dev"
    description:
      path: "packages/b"
      ref: main
      resolved-ref: "${SHA}"
      url: "https://git.example/b.git"
    source: git
    version: "0.1.0"
  c:
    dependency: transitive
    description:
      name: c
      url: "https://pub.example"
    source: hosted
    version: "2.0.0-dev.1"
  flutter:
    dependency: "direct main"
    description: flutter
    source: sdk
    version: "0.0.0"
  mine:
    dependency: "direct overridden"
    description:
      path: "../mine"
      relative: true
    source: path
    version: "1.0.0"
sdks:
  dart: ">=3.0.0 <4.0.0"
`;
  const expected = [
    'packages a =1.2.3',
    `packages dev git b =0.1.0 https https://git.example/b.git @${SHA}!`,
    'packages transitive c =2.0.0-dev.1',
    'packages path flutter =0.0.0',
    'packages path mine =1.0.0 file ../mine',
  ];
  assert.deepEqual(shown('pubspec.lock', text), expected);
  assert.deepEqual(shown('pubspec.lock', `\uFEFF${text.replaceAll('\n', '\r\n')}`), expected);
  const { dependencies, roots, runtimes } = parseDependencies('pubspec.lock', text);
  assert.deepEqual(dependencies[0]?.integrity, [`sha256:${HASH}`]);
  assert.deepEqual(
    roots[0]?.declared?.map(({ rawName }) => rawName),
    ['a', 'b', 'flutter'],
  );
  assert.deepEqual(
    runtimes.map(({ name, requirement }) => `${name} ${requirement}`),
    ['dart >=3.0.0 <4.0.0'],
  );
});
