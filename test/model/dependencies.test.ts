import assert from 'node:assert/strict';
import { lockOf, shown, without } from '../support/dependencies.ts';
import { dependencyFormatOf, parseDependencies, readDependencies } from '../../server/src/model/dependencies/index.ts';

describe('requirements files', () => {
  const cases: readonly (readonly [line: string, as: string | undefined])[] = [
    ['requests==2.31.0', '- requests "==2.31.0" =2.31.0'],
    ['Flask_Login >= 0.6, < 1  # why', '- Flask_Login→flask-login \'Flask_Login\' ">= 0.6, < 1"'],
    ['a[x,y]~=1.4 ; python_version < "3.9"', '- a "~=1.4" if python_version < "3.9"'],
    ['a (>=1)', '- a ">=1"'],
    ['a', '- a ""'],
    ['a;sys_platform=="win32"', '- a "" if sys_platform=="win32"'],
    ['a===1.0-weird', '- a "===1.0-weird"'],
    ['a==1.*', '- a "==1.*"'],
    ['a==1.0 --hash=sha256:aa --hash=sha256:bb', '- a "==1.0" =1.0'],
    ['a @ https://h/a.whl', '- url a https https://h/a.whl'],
    ['a @ git+https://h/u/a.git@v1.2#subdirectory=x ; extra == "b"', '- git a https git+https://h/u/a.git @v1.2 if extra == "b"'],
    [
      'git+https://user@h/u/a.git@0123456789abcdef0123456789abcdef01234567#egg=A',
      "- git A→a 'A' https git+https://user@h/u/a.git @0123456789abcdef0123456789abcdef01234567!",
    ],
    ['-e git+ssh://git@h/u/a.git#egg=a', '- git a ssh git+ssh://git@h/u/a.git'],
    ['-e .', '- path file .'],
    ['--editable=./lib', undefined],
    ['./lib/a.whl', undefined],
    ['a =1.0', undefined],
    ['This is prose.', undefined],
  ];
  for (const [line, as] of cases)
    it(`reads "${line}"`, () => {
      const lines = shown('requirements.txt', `${line}\n`);
      if (as !== undefined)
        assert.deepEqual(
          lines.map((one) => one.replaceAll(/ +/g, ' ')),
          [as.replaceAll(/ +/g, ' ')],
        );
    });

  it('reads no path from a comment of another language', () => {
    assert.deepEqual(shown('requirements.txt', '// about a\na==1.0\n//b\n'), shown('requirements.txt', 'a==1.0\n'));
  });

  it('joins continuation lines and knows hashes, options and comments', () => {
    const text =
      '\uFEFF# head\n-r base.txt\n-cconstraints.txt\n--index-url "https://i/simple"\na==1.0 \\\n    --hash=sha256:aa \\\n    --hash=sha256:bb\n    # via b\n# about c\nc>=\\\n2\n';
    const file = parseDependencies('requirements-dev.txt', text);
    assert.deepEqual(shown('requirements-dev.txt', text.replace('>=\\\n2', '>=2')), ['- dev a "==1.0" =1.0', '- dev c ">=2"']);
    assert.deepEqual(file.dependencies[0]?.integrity, ['sha256:aa', 'sha256:bb']);
    assert.deepEqual(
      file.includes.map(({ kind, path }) => [kind, path]),
      [
        ['requirements', 'base.txt'],
        ['constraints', 'constraints.txt'],
      ],
    );
    assert.deepEqual(
      file.registries.map(({ kind, urlSpan }) => [kind, text.slice(urlSpan.start, urlSpan.end)]),
      [['index', 'https://i/simple']],
    );
    assert.deepEqual(
      file.comments.map((one) => [one.text, text.slice(one.covers.start, one.covers.end)]),
      [
        ['head', '-r base.txt'],
        ['via b', 'c>=\\\n2'],
        ['about c', 'c>=\\\n2'],
      ],
    );
    assert.equal(without('requirements.txt', text, 'a').includes('sha256'), false);
  });

  it('takes the compiled file as the lockfile of a .in file', () => {
    const files = { 'requirements.in': 'Flask\n', 'requirements.txt': 'flask==2.0.0\nx==1\n', 'dev.in': 'a', 'dev.txt': 'a>=1' };
    assert.equal(lockOf(files, 'requirements.in')?.locked.get('flask')?.version, '2.0.0');
    assert.equal(lockOf(files, 'dev.in'), undefined);
  });
});

describe('go.mod', () => {
  const text = `module example.com/app // the app

go 1.24.0
toolchain go1.24.1

require (
\tgithub.com/a/b v1.2.3
\t"golang.org/x/net" v0.0.0-20200101000000-0123456789ab // indirect; why
\t// about d
\tgithub.com/d v2.0.0+incompatible
)
require github.com/e/f/v3 v3.0.1
replace (
\tgithub.com/a/b => ../b
\tgithub.com/e/f/v3 v3.0.1 => example.com/fork v1.0.0
)
exclude github.com/d v1.0.0
retract [v1.0.0, v1.1.0]
tool golang.org/x/tools/cmd/stringer
`;
  it('reads all directives', () => {
    assert.deepEqual(shown('go.mod', text), [
      'require github.com/a/b "v1.2.3" =v1.2.3',
      'require transitive golang.org/x/net "v0.0.0-20200101000000-0123456789ab" =v0.0.0-20200101000000-0123456789ab',
      'require github.com/d "v2.0.0+incompatible" =v2.0.0+incompatible',
      'require github.com/e/f/v3 "v3.0.1" =v3.0.1',
      'replace replacement path github.com/a/b→../b',
      'replace replacement github.com/e/f/v3→example.com/fork "v1.0.0" =v1.0.0 if v3.0.1',
      'exclude exclusion github.com/d "v1.0.0" =v1.0.0',
      `retract retraction example.com/app '[v1.0.0, v1.1.0]' "[v1.0.0, v1.1.0]"`,
    ]);
    const file = parseDependencies('go.mod', text);
    assert.deepEqual(
      [file.problems, file.name, file.runtimes.map(({ name, requirement }) => `${name} ${requirement}`)],
      [[], 'example.com/app', ['go 1.24.0', 'toolchain go1.24.1']],
    );
    assert.equal(text.slice(file.comments[2]?.covers.start, file.comments[2]?.covers.end), '\tgithub.com/d v2.0.0+incompatible');
  });

  it('deletes a line', () => {
    assert.equal(without('go.mod', text, 'github.com/a/b').includes('github.com/a/b v'), false);
    assert.equal(without('go.mod', 'require a.b/c v1.0.0', 'a.b/c'), '');
  });
});

describe('settings files', () => {
  const settings = (path: string, text: string) =>
    parseDependencies(path, text).settings.map(({ section, key, valueSpan }) => [
      section,
      key,
      text.slice(valueSpan.start, valueSpan.end),
    ]);

  it('reads .npmrc, .pypirc and NuGet.config', () => {
    assert.deepEqual(settings('.npmrc', '; c\nregistry = "https://r/"\n//r/:_authToken=abc=\nalways-auth\n'), [
      ['', 'registry', 'https://r/'],
      ['', '//r/:_authToken', 'abc='],
      ['', 'always-auth', ''],
    ]);
    assert.deepEqual(settings('.pypirc', '[pypi]\nusername: u\npassword = p\n'), [
      ['pypi', 'username', 'u'],
      ['pypi', 'password', 'p'],
    ]);
    assert.deepEqual(
      settings(
        'NuGet.Config',
        '<c><!-- <add key="no" value="no"/> --><packageSourceCredentials><feed><add key="ClearTextPassword" value="p" /></feed></packageSourceCredentials></c>',
      ),
      [['feed', 'ClearTextPassword', 'p']],
    );
  });
});

describe('formats', () => {
  it('are told from the path', () => {
    const cases: readonly (readonly [string, string | undefined])[] = [
      ['a/package.json', 'package.json'],
      ['npm-shrinkwrap.json', 'package-lock.json'],
      ['requirements.txt', 'requirements.txt'],
      ['dev-requirements.txt', 'requirements.txt'],
      ['requirements_test.in', 'requirements.txt'],
      ['requirements/base.txt', 'requirements.txt'],
      ['constraints.txt', 'constraints.txt'],
      ['NuGet.Config', 'nuget.config'],
      ['.yarnrc', '.yarnrc'],
      ['.config/uv/uv.toml', 'uv.toml'],
      ['a/.cargo/config', 'cargo-config.toml'],
      ['.cargo/credentials.toml', 'cargo-credentials.toml'],
      ['config.toml', undefined],
      ['setup.py', 'setup.py'],
      ['.github/dependabot.yaml', 'dependabot.yml'],
      ['dependabot.yml', undefined],
      ['.github/renovate.json', 'renovate.json'],
      ['.vscode/extensions.json', 'extensions.json'],
      ['extensions.json', undefined],
      ['.devcontainer/node/devcontainer.json', 'devcontainer.json'],
      ['.devcontainer.json', 'devcontainer.json'],
      ['my-package.json', undefined],
      ['notes.txt', undefined],
      ['tsconfig.json', undefined],
    ];
    for (const [path, format] of cases) assert.equal(dependencyFormatOf(path), format, path);
  });

  it('show the same list through the library', () => {
    assert.deepEqual(readDependencies('go.mod', 'require a.b/c v1.0.0 // indirect\n'), [
      {
        ecosystem: 'Go',
        name: 'a.b/c',
        rawName: 'a.b/c',
        requirement: 'v1.0.0',
        version: 'v1.0.0',
        use: 'declared',
        kind: 'transitive',
        groups: [],
        source: 'registry',
        start: 8,
        end: 20,
      },
    ]);
    assert.deepEqual(readDependencies('unknown.bin', '\0\0'), []);
    assert.deepEqual(readDependencies('server.yaml', 'server:\n  port = 8443\nflask==1.0\n'), []);
  });
});
