import assert from 'node:assert/strict';
import { parseDependencies } from '../../server/src/model/dependencies/index.ts';
import { rootsOf, shown } from '../support/dependencies.ts';

const SHA = '0123456789abcdef0123456789abcdef01234567';

describe('pnpm-lock.yaml', () => {
  const nine = `lockfileVersion: '9.0'

settings:
  autoInstallPeers: true

catalogs:
  default:
    react:
      specifier: ^18.0.0
      version: 18.3.1
  old:
    react:
      specifier: ^17.0.0
      version: 17.0.2

overrides:
  x: 1.0.0

importers:

  .:
    dependencies:
      '@o/w':
        specifier: workspace:*
        version: link:packages/w
      al:
        specifier: npm:real@^4
        version: real@4.0.0
      g:
        specifier: u/g
        version: https://codeload.github.com/u/g/tar.gz/${SHA}
      react:
        specifier: 'catalog:'
        version: 18.3.1
    devDependencies:
      a:
        specifier: ^1.0.0
        version: 1.2.3(react@18.3.1)

  packages/w:
    optionalDependencies:
      o:
        specifier: ^1
        version: 1.0.0

packages:

  '@s/t@1.0.0':
    resolution: {integrity: sha512-ss==}

  a@1.2.3:
    resolution: {integrity: sha512-aa==}
    engines: {node: '>=6'}
    peerDependencies:
      react: '*'

  g@https://codeload.github.com/u/g/tar.gz/${SHA}:
    resolution: {tarball: https://codeload.github.com/u/g/tar.gz/${SHA}}
    version: 1.0.0

  o@1.0.0:
    resolution: {integrity: sha512-oo==}
    cpu: [x64]

  react@17.0.2:
    resolution: {integrity: sha512-17==}

  react@18.3.1:
    resolution: {integrity: sha512-18==}

  real@4.0.0:
    resolution: {integrity: sha512-rr==}

snapshots:

  '@s/t@1.0.0': {}

  a@1.2.3(react@18.3.1):
    dependencies:
      '@s/t': 1.0.0
      react: 18.3.1

  g@https://codeload.github.com/u/g/tar.gz/${SHA}: {}

  o@1.0.0:
    optional: true

  react@17.0.2: {}

  react@18.3.1: {}

  real@4.0.0: {}
`;

  it('reads version 9', () => {
    assert.deepEqual(shown('pnpm-lock.yaml', nine), [
      'packages transitive dev @s/t =1.0.0',
      'packages dev a =1.2.3',
      `packages git g =1.0.0 https https://codeload.github.com/u/g/tar.gz/${SHA} @${SHA}!`,
      'packages optional o =1.0.0',
      'packages transitive react =17.0.2',
      'packages react =18.3.1',
      'packages real =4.0.0',
    ]);
    assert.deepEqual(rootsOf('pnpm-lock.yaml', nine), [
      [
        '',
        'dependencies @o/w "*", dependencies al "^4", dependencies g, dependencies react "", devDependencies a "^1.0.0"',
        'al 4.0.0, g 1.0.0, react 18.3.1, a 1.2.3',
        '@o/w',
      ],
      ['packages/w', 'optionalDependencies o "^1"', 'o 1.0.0', ''],
      ['', 'no manifest known', 'catalog react 18.3.1, catalogs.old react 17.0.2', ''],
    ]);
    const [, a] = parseDependencies('pnpm-lock.yaml', nine).dependencies;
    assert.deepEqual([a?.integrity, a?.requires, a?.path], [['sha512-aa=='], ['@s/t', 'react'], 'a@1.2.3']);
    assert.equal(nine.slice(a?.versionSpan?.start, a?.versionSpan?.end), '1.2.3');
  });

  it('reads version 6', () => {
    const six = `lockfileVersion: '6.0'

dependencies:
  a:
    specifier: ^1.0.0
    version: 1.2.3(p@1.0.0)
  g:
    specifier: u/g
    version: github.com/u/g/${SHA}

devDependencies:
  p:
    specifier: ^1
    version: 1.0.0

packages:

  /@s/t@1.0.0:
    resolution: {integrity: sha512-ss==}
    dev: false

  /a@1.2.3(p@1.0.0):
    resolution: {integrity: sha512-aa==}
    dependencies:
      '@s/t': 1.0.0
      p: 1.0.0
    dev: false

  /p@1.0.0:
    resolution: {integrity: sha512-pp==}
    dev: true

  github.com/u/g/${SHA}:
    resolution: {tarball: https://codeload.github.com/u/g/tar.gz/${SHA}}
    name: g
    version: 1.0.0
    dev: false
`;
    assert.deepEqual(shown('pnpm-lock.yaml', six), [
      'packages transitive @s/t =1.0.0',
      'packages a =1.2.3',
      'packages dev p =1.0.0',
      `packages git g 'github.com/u/g/${SHA}' =1.0.0 https https://codeload.github.com/u/g/tar.gz/${SHA} @${SHA}!`,
    ]);
    assert.deepEqual(rootsOf('pnpm-lock.yaml', six), [
      ['', 'dependencies a "^1.0.0", dependencies g, devDependencies p "^1"', 'a 1.2.3, g 1.0.0, p 1.0.0', ''],
    ]);
  });

  it('reads version 5', () => {
    const five = `lockfileVersion: 5.4

importers:

  packages/w:
    specifiers:
      '@s/b': ^2.0.0
      a: ^1.0.0
      l: workspace:*
    dependencies:
      a: 1.2.3_react@18.0.0
      l: link:../l
    devDependencies:
      '@s/b': 2.0.0

packages:

  /@s/b/2.0.0:
    resolution:
      integrity: sha512-bb==
    dev: true

  /a/1.2.3_react@18.0.0:
    resolution: {integrity: sha512-aa==}
    dependencies:
      r: 3.0.0
    dev: false
    optional: true

  registry.example/r/3.0.0:
    resolution: {integrity: sha512-rr==, registry: https://registry.example/, tarball: https://registry.example/r/-/r-3.0.0.tgz}
    dev: false
`;
    assert.deepEqual(shown('pnpm-lock.yaml', five), [
      'packages dev @s/b =2.0.0',
      'packages optional a =1.2.3',
      'packages transitive r =3.0.0',
    ]);
    assert.deepEqual(rootsOf('pnpm-lock.yaml', five), [
      ['packages/w', 'dependencies a "^1.0.0", dependencies l "*", devDependencies @s/b "^2.0.0"', 'a 1.2.3, @s/b 2.0.0', 'l'],
    ]);
    assert.deepEqual(
      parseDependencies('pnpm-lock.yaml', five).dependencies.map(({ integrity }) => integrity),
      [['sha512-bb=='], ['sha512-aa=='], ['sha512-rr==']],
    );
  });
});

describe('pnpm-workspace.yaml', () => {
  const text = `packages:
  - packages/*
  - '!packages/old'

# The versions of all.
catalog:
  react: ^18.0.0 # stays
  '@s/a': '1.0.0'
catalogs:
  old:
    react: npm:preact@^10
overrides:
  'x>b@1': 2.0.0
  c: '-'
  d: $react
minimumReleaseAge: 1440
onlyBuiltDependencies:
  - esbuild
  - sharp
peerDependencyRules:
  ignoreMissing: [react]
`;

  it('reads catalogs, overrides, packages and settings', () => {
    const { workspaces, settings, comments, problems } = parseDependencies('pnpm-workspace.yaml', text);
    assert.deepEqual(shown('pnpm-workspace.yaml', text), [
      'catalog react "^18.0.0"',
      'catalog @s/a "1.0.0" =1.0.0',
      'catalogs.old alias react→preact \'react\' "^10"',
      'overrides override b "2.0.0" =2.0.0 if x>',
    ]);
    assert.deepEqual(workspaces, ['packages/*', '!packages/old']);
    assert.deepEqual(
      settings.map(({ section, key, value, valueSpan }) => {
        assert.equal(text.slice(valueSpan.start, valueSpan.end), value);
        return `${section}/${key} ${value}`;
      }),
      [
        '/minimumReleaseAge 1440',
        '/onlyBuiltDependencies esbuild',
        '/onlyBuiltDependencies sharp',
        'peerDependencyRules/ignoreMissing react',
      ],
    );
    assert.deepEqual(
      comments.map(({ text: comment, covers }) => [comment, text.slice(covers.start, covers.end)]),
      [
        ['The versions of all.', 'catalog:'],
        ['stays', '  react: ^18.0.0 # stays'],
      ],
    );
    assert.deepEqual(problems, []);
  });

  it('deletes an entry with its line', () => {
    const [react] = parseDependencies('pnpm-workspace.yaml', text).dependencies;
    assert.equal(text.slice(react?.deletion?.start, react?.deletion?.end), '  react: ^18.0.0 # stays\n');
  });
});
