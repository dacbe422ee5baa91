import assert from 'node:assert/strict';
import { applyEdits } from '../../server/src/base/edit.ts';
import { dependencyFactsOf, lockOf } from '../support/dependencies.ts';
import { dependencyFormatOf, parseDependencies, readDependencies } from '../../server/src/model/dependencies/index.ts';

/** One line a dependency: section, name, what its spans cover. */
function shown(path: string, text: string): string[] {
  return parseDependencies(path, text).dependencies.map((dependency) => {
    const {
      section,
      use,
      kind,
      groups,
      source,
      name,
      rawName,
      nameSpan,
      requirement,
      requirementSpan,
      version,
      location,
      marker,
    } = dependency;
    if (requirement !== undefined && requirementSpan)
      assert.equal(text.slice(requirementSpan.start, requirementSpan.end), requirement);
    if (location) assert.equal(text.slice(location.urlSpan.start, location.urlSpan.end), location.url);
    if (location?.refSpan) assert.equal(text.slice(location.refSpan.start, location.refSpan.end), location.ref);
    return [
      section || '-',
      use === 'declared' || use === 'locked' ? '' : use,
      kind === 'direct' ? '' : kind,
      groups.join('+'),
      source === 'registry' ? '' : source,
      name === rawName ? name : `${rawName}→${name}`,
      text.slice(nameSpan.start, nameSpan.end) === name ? '' : `'${text.slice(nameSpan.start, nameSpan.end)}'`,
      requirement === undefined ? '' : `"${requirement}"`,
      version === undefined ? '' : `=${version}`,
      location === undefined
        ? ''
        : `${location.transport} ${location.url}${location.ref === undefined ? '' : ` @${location.ref}`}${location.isCommit ? '!' : ''}`,
      marker === undefined ? '' : `if ${marker}`,
    ]
      .filter(Boolean)
      .join(' ');
  });
}

const without = (path: string, text: string, name: string): string => {
  const dependency = parseDependencies(path, text).dependencies.find((one) => one.rawName === name);
  assert.ok(dependency?.deletion);
  return applyEdits(text, [{ span: dependency.deletion, newText: '' }]);
};

describe('package.json', () => {
  const SHA = '0123456789abcdef0123456789abcdef01234567';
  const cases: readonly (readonly [spec: string, as: string])[] = [
    ['^1.2.3', 'dependencies a "^1.2.3"'],
    ['1.2.3', 'dependencies a "1.2.3" =1.2.3'],
    ['', 'dependencies a ""'],
    ['latest', 'dependencies a "latest"'],
    ['npm:b@^1', 'dependencies alias a→b \'a\' "^1"'],
    ['npm:@s/b@1.0.0', 'dependencies alias a→@s/b \'a\' "1.0.0" =1.0.0'],
    ['npm:b', "dependencies alias a→b 'a'"],
    ['npm:^1.0.0', 'dependencies a "^1.0.0"'],
    ['workspace:*', 'dependencies workspace a "*"'],
    ['catalog:', 'dependencies catalog a ""'],
    ['catalog:react18', 'dependencies catalog a "react18"'],
    ['file:../a', 'dependencies path a file file:../a'],
    ['link:../a', 'dependencies path a link link:../a'],
    ['../a.tgz', 'dependencies path a file ../a.tgz'],
    ['u/r', 'dependencies git a https u/r'],
    ['u/r#main', 'dependencies git a https u/r @main'],
    ['github:u/r#semver:^1', 'dependencies git a https github:u/r @semver:^1'],
    [`git+ssh://git@github.com/u/r.git#${SHA}`, `dependencies git a ssh git+ssh://git@github.com/u/r.git @${SHA}!`],
    [`git@github.com:u/r.git#v1`, 'dependencies git a ssh git@github.com:u/r.git @v1'],
    ['git://example.com/r.git', 'dependencies git a git git://example.com/r.git'],
    ['git+http://example.com/r#x', 'dependencies git a http git+http://example.com/r @x'],
    ['https://github.com/u/r', 'dependencies git a https https://github.com/u/r'],
    ['https://github.com/u/r/archive/v1.tar.gz', 'dependencies url a https https://github.com/u/r/archive/v1.tar.gz'],
    ['http://example.com/a.tgz', 'dependencies url a http http://example.com/a.tgz'],
    [`u/r#${SHA}&path:/packages/a`, `dependencies git a https u/r @${SHA}!`],
    ['jsr:^1.0.0', 'dependencies path a jsr jsr:^1.0.0'],
  ];
  for (const [spec, as] of cases)
    it(`reads "${spec}"`, () => {
      assert.deepEqual(shown('package.json', `{"dependencies": {"a": "${spec}"}}`), [as]);
    });

  it('reads every class of dependencies', () => {
    const text = JSON.stringify(
      {
        name: 'app',
        workspaces: { packages: ['packages/*'], catalog: { z: '^9' } },
        dependencies: { a: '^1', b: '2.x' },
        devDependencies: { c: '3' },
        optionalDependencies: { d: '4' },
        peerDependencies: { e: '5', f: '6' },
        peerDependenciesMeta: { f: { optional: true } },
        bundleDependencies: ['b'],
        overrides: { g: '1.0.0', h: { '.': '2', 'i@^1': '3', j: '$a' } },
        resolutions: { '**/k': '1', 'x/@s/l': '2', 'm@npm:^1': '3' },
        pnpm: { overrides: { 'n>o@1': '4', p: '-' } },
        engines: { node: '>=20' },
        packageManager: 'npm@10.1.0',
      },
      null,
      2,
    );
    assert.deepEqual(shown('app/package.json', text), [
      'catalog z "^9"',
      'dependencies a "^1"',
      'dependencies bundled b "2.x"',
      'devDependencies dev c "3"',
      'optionalDependencies optional d "4"',
      'peerDependencies peer e "5"',
      'peerDependencies peer+optional f "6"',
      'overrides override g "1.0.0" =1.0.0',
      'overrides override h "2"',
      'overrides override i "3"',
      'resolutions override k "1"',
      'resolutions override @s/l "2"',
      'resolutions override m "3"',
      'pnpm.overrides override o "4"',
    ]);
    const { runtimes, workspaces, name } = parseDependencies('package.json', text);
    assert.deepEqual(
      [runtimes.map((one) => `${one.name} ${one.requirement}`), workspaces, name],
      [['node >=20', 'npm 10.1.0'], ['packages/*'], 'app'],
    );
  });

  it('deletes an entry with its comma', () => {
    const text = '{\n  "dependencies": {\n    "a": "1",\n    "b": "2"\n  }\n}\n';
    assert.equal(without('package.json', text, 'a'), '{\n  "dependencies": {\n    "b": "2"\n  }\n}\n');
    assert.equal(without('package.json', text, 'b'), '{\n  "dependencies": {\n    "a": "1"\n  }\n}\n');
  });

  it('keeps the dependencies of a half-typed file', () => {
    assert.deepEqual(shown('package.json', '{\n  "dependencies": {\n    "a": "^1.0.0",\n    "b": "\n    "c": "2"\n  }\n}'), [
      'dependencies a "^1.0.0"',
      'dependencies b ""',
      'dependencies c "2"',
    ]);
  });

  it('keeps spans inside a text with escapes', () => {
    const { dependencies } = parseDependencies('package.json', '{"dependencies":{"a":"npm:b@^1\\u002e0"}}');
    assert.deepEqual(dependencies[0]?.requirementSpan, { start: 22, end: 37 });
  });
});

describe('package-lock.json', () => {
  const lock = {
    name: 'app',
    lockfileVersion: 3,
    packages: {
      '': { name: 'app', workspaces: ['packages/*'], dependencies: { a: '^1', al: 'npm:b@2', g: 'u/g' } },
      'packages/w': { name: '@o/w', version: '1.0.0', devDependencies: { c: '^3', a: '^1' } },
      'node_modules/@o/w': { resolved: 'packages/w', link: true },
      'node_modules/a': {
        version: '1.2.3',
        resolved: 'https://registry.npmjs.org/a/-/a-1.2.3.tgz',
        integrity: 'sha512-xx',
        dependencies: { t: '1' },
      },
      'node_modules/al': { name: 'b', version: '2.0.0' },
      'node_modules/g': {
        version: '1.0.0',
        resolved: 'git+ssh://git@github.com/u/g.git#0123456789abcdef0123456789abcdef01234567',
      },
      'node_modules/t': { version: '1.0.0', dev: true },
      'packages/w/node_modules/c': { version: '3.1.0', dev: true },
    },
  };
  const text = JSON.stringify(lock, null, 2);

  it('lists what is installed, and who asks for it', () => {
    assert.deepEqual(shown('package-lock.json', text), [
      "packages a 'node_modules/a' =1.2.3",
      "packages alias al→b 'node_modules/al' =2.0.0",
      "packages git g 'node_modules/g' =1.0.0 ssh git+ssh://git@github.com/u/g.git @0123456789abcdef0123456789abcdef01234567!",
      "packages transitive dev t 'node_modules/t' =1.0.0",
      "packages dev c 'packages/w/node_modules/c' =3.1.0",
    ]);
    const file = parseDependencies('package-lock.json', text);
    assert.deepEqual(file.dependencies[0]?.requires, ['t']);
    assert.deepEqual(
      file.roots.map(({ path, declared, resolved }) => [
        path,
        declared?.map(({ rawName }) => rawName),
        [...resolved].map(([name, { version }]) => `${name} ${version}`),
      ]),
      [
        ['', ['a', 'al', 'g'], ['a 1.2.3', 'al 2.0.0', 'g 1.0.0']],
        ['packages/w', ['c', 'a'], ['c 3.1.0', 'a 1.2.3']],
      ],
    );
  });

  it('reads version 1', () => {
    const old = JSON.stringify({
      lockfileVersion: 1,
      dependencies: {
        a: { version: '1.0.0', requires: { b: '^2' }, dependencies: { b: { version: '2.0.0', dev: true } } },
        al: { version: 'npm:real@3.0.0' },
        g: { version: 'git+https://h/u/g.git#0123456789abcdef0123456789abcdef01234567', from: 'x' },
      },
    });
    assert.deepEqual(shown('npm-shrinkwrap.json', old), [
      'packages a =1.0.0',
      'packages transitive dev b =2.0.0',
      "packages alias al→real 'al' =3.0.0",
      'packages git g https git+https://h/u/g.git @0123456789abcdef0123456789abcdef01234567!',
    ]);
  });

  it('finds the lockfile of a manifest in its folder or above, where it lists the folder', () => {
    const files = {
      'package-lock.json': text,
      'other/x/package.json': '{}',
      'own/package-lock.json': JSON.stringify({ packages: { '': {} } }),
    };
    assert.equal(lockOf(files, 'package.json')?.root.path, '');
    assert.equal(lockOf(files, 'packages/w/package.json')?.locked.get('c')?.version, '3.1.0');
    assert.equal(lockOf(files, 'other/x/package.json'), undefined);
    assert.equal(lockOf(files, 'own/package.json')?.path, 'own/package-lock.json');
    assert.equal(lockOf(files, 'own/deep/package.json'), undefined);
  });

  it('has facts that are plain data', () => {
    const facts = dependencyFactsOf('package-lock.json', text);
    assert.deepEqual(JSON.parse(JSON.stringify(facts)), facts);
  });
});

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
        requirement: 'v1.0.0',
        version: 'v1.0.0',
        kind: 'transitive',
        groups: [],
        source: 'registry',
        start: 8,
        end: 20,
      },
    ]);
    assert.deepEqual(readDependencies('unknown.bin', '\0\0'), []);
  });
});
