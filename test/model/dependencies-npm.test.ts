import assert from 'node:assert/strict';
import { dependencyFactsOf, lockOf, shown, without } from '../support/dependencies.ts';
import { parseDependencies } from '../../server/src/model/dependencies/index.ts';

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
    ['npm:vue@^3', 'dependencies alias a→vue \'a\' "^3"'],
    ['npm:xstate@5', 'dependencies alias a→xstate \'a\' "5"'],
    ['npm:v1.0.0', 'dependencies a "v1.0.0" =1.0.0'],
    ['npm:x', 'dependencies a "x"'],
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
    ['workspace:@s/b@^1', 'dependencies workspace a→@s/b \'a\' "^1"'],
    ['workspace:../a', 'dependencies workspace a "../a"'],
    ['patch:a@npm%3A1.0.0#~/.yarn/patches/a.patch', 'dependencies a "1.0.0" =1.0.0'],
    ['patch:@s/b@^1.2.0#./b.patch', 'dependencies alias a→@s/b \'a\' "^1.2.0"'],
    ['patch:a@patch%3Aa@npm%253A1#x#./a.patch', 'dependencies path a patch patch:a@patch%3Aa@npm%253A1#x#./a.patch'],
  ];
  for (const [spec, as] of cases)
    it(`reads "${spec}"`, () => {
      assert.deepEqual(shown('package.json', `{"dependencies": {"a": "${spec}"}}`), [as]);
    });

  it('takes what pnpm installs as a runtime for no package', () => {
    assert.deepEqual(shown('package.json', '{"devDependencies": {"node": "runtime:^24.0.0", "a": "1"}}'), [
      'devDependencies dev a "1"',
    ]);
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
      'overrides override i "3" if h>',
      'resolutions override k "1"',
      'resolutions override @s/l "2" if x>',
      'resolutions override m "3" if ^1',
      'pnpm.overrides override o "4" if n>',
    ]);
    const { runtimes, workspaces, name } = parseDependencies('package.json', text);
    assert.deepEqual(
      [runtimes.map((one) => `${one.name} ${one.requirement}`), workspaces, name],
      [['node >=20', 'npm 10.1.0'], ['packages/*'], 'app'],
    );
  });

  it('reads named catalogs, devEngines and what is bundled as a whole', () => {
    const text = JSON.stringify({
      dependencies: { a: '1' },
      devDependencies: { b: '1' },
      bundleDependencies: true,
      catalogs: { old: { c: '1.0.0' } },
      devEngines: {
        runtime: [{ name: 'node', version: '>=20' }, { name: 'bun' }],
        packageManager: { name: 'pnpm', version: '10' },
      },
    });
    assert.deepEqual(shown('package.json', text), [
      'dependencies bundled a "1"',
      'devDependencies dev b "1"',
      'catalogs.old c "1.0.0" =1.0.0',
    ]);
    const { runtimes, packageManager } = parseDependencies('package.json', text);
    assert.deepEqual(
      [runtimes.map(({ name, requirement }) => `${name} ${requirement}`), packageManager],
      [['node >=20', 'pnpm 10'], 'pnpm'],
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
