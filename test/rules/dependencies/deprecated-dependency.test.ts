import { deprecatedDependency } from '../../../server/src/rules/dependencies/deprecated-dependency.ts';
import { namedVersion, replacementIn } from '../../../server/src/rules/dependencies/shared/deprecation.ts';
import { schemeOf } from '../../../server/src/model/dependencies/index.ts';
import assert from 'node:assert/strict';
import { registry } from '../../support/registry.ts';
import { testRule } from '../../support/rule-tester.ts';

const lock = (deprecated: string): string =>
  JSON.stringify(
    {
      packages: {
        '': { dependencies: { a: '^1.0.0', b: '^1.0.0' } },
        'node_modules/a': { version: '1.1.0', deprecated },
        'node_modules/b': { version: '1.0.0' },
        'node_modules/b/node_modules/c': { version: '1.0.0', deprecated: 'gone' },
      },
    },
    null,
    1,
  );
const code = (name = 'a', range = '⟦^1.0.0⟧'): string => `{ "dependencies": { "${name}": "${range}" } }`;

testRule(deprecatedDependency, {
  clean: [
    { code: code('b', '^1.0.0'), files: { 'package-lock.json': lock('gone') } },
    { code: code('a', '^1.0.0') },
    { code: code('a', '^1.0.0'), files: { 'package-lock.json': lock(' ') } },
    { code: code('a', '^2.0.0'), files: { 'package-lock.json': lock('gone') } },
    { path: 'package-lock.json', code: lock('gone'), files: { 'package.json': code('a', '^1.0.0') } },
  ],
  caught: [
    {
      code: code(),
      files: { 'package-lock.json': lock('This version\n is no longer supported.') },
      says: 'a 1.1.0 (locked in package-lock.json) is deprecated: “This version is no longer supported”. Move to a version or a package that is maintained.',
    },
    {
      code: code(),
      files: { 'package-lock.json': lock('Please use @s/a instead') },
      says: 'a 1.1.0 (locked in package-lock.json) is deprecated: “Please use @s/a instead”. Its authors point to @s/a.',
      fixed: '{ "dependencies": { "@s/a": "*" } }',
    },
    {
      path: 'package-lock.json',
      code: lock('gone').replace('"1.1.0"', '"⟦1.1.0⟧"'),
      says: 'a 1.1.0 is deprecated: “gone”. Move to a version or a package that is maintained.',
    },
    {
      code: code(),
      files: { 'package-lock.json': lock('Please upgrade to version 7 or higher.') },
      says: 'a 1.1.0 (locked in package-lock.json) is deprecated: “Please upgrade to version 7 or higher”. Go to 7.0.0.',
      fixed: '{ "dependencies": { "a": "^7.0.0" } }',
    },
    // A registry that was asked knows it, too.
    {
      code: '{ "dependencies": { "request": "⟦2.88.2⟧" } }',
      registry: registry({ request: { versions: { '2.88.2': { deprecated: 'request has been deprecated' } } } }),
      says: 'request 2.88.2 is deprecated: “request has been deprecated” (npm.example). Move to a version or a package that is maintained.',
    },
    {
      code: '{ "dependencies": { "old": "⟦2.0.0⟧" } }',
      registry: registry({ old: { versions: { '2.0.0': { deprecated: 'Use @s/new instead' } } } }),
      says: 'old 2.0.0 is deprecated: “Use @s/new instead” (npm.example). Its authors point to @s/new.',
      fixed: '{ "dependencies": { "@s/new": "*" } }',
    },
    // It knows which versions are not deprecated: one that is asked for comes first, one of the same major version before one of the next.
    ...(
      [
        ['^1.0.0', '^1.9.0', '1.9.0'],
        ['~1.1.0', '~1.1.7', '1.1.7'],
        ['1.1.0', '1.9.0', '1.9.0'],
      ] as const
    ).map(([asked, raised, better]) => ({
      code: code('a', `⟦${asked}⟧`),
      files: { 'package-lock.json': lock('broken') },
      registry: registry({ a: { versions: { '1.1.0': {}, '1.1.7': {}, '1.9.0': {}, '1.9.1-rc.1': {}, '2.0.0': {} } } }),
      says: `a 1.1.0 (locked in package-lock.json) is deprecated: “broken”. Go to ${better}.`,
      fixed: code('a', raised),
    })),
    {
      code: code('a', '⟦1.1.0⟧'),
      registry: registry({
        a: {
          versions: {
            '1.1.0': { deprecated: 'not supported' },
            '1.2.0': { deprecated: 'not supported' },
            '2.0.0': {},
            '2.1.0': {},
            '3.0.0': {},
          },
        },
      }),
      says: 'a 1.1.0 is deprecated: “not supported” (npm.example). Go to 2.1.0.',
      fixed: code('a', '2.1.0'),
    },
    // Composer has no words of the authors, but a name.
    ...(
      [
        ['true', 'Move to a version or a package that is maintained', undefined],
        ['"acme/new"', 'Its authors point to acme/new', '{"require":{"acme/new":"*"}}'],
      ] as const
    ).map(([abandoned, advice, fixed]) => ({
      path: 'composer.json',
      code: '{"require":{"acme/old":"⟦^1.0⟧"}}',
      files: {
        'composer.lock': `{"packages":[{"name":"acme/old","version":"v1.2.0","abandoned":${abandoned}}],"packages-dev":[]}`,
      },
      says: `acme/old v1.2.0 (locked in composer.lock) is abandoned by its authors. ${advice}.`,
      ...(fixed !== undefined && { fixed }),
    })),
  ],
});

describe('the package that a deprecation points to', () => {
  const cases: readonly (readonly [message: string, name: string | undefined])[] = [
    ['this package has been deprecated', undefined],
    ['request has been deprecated, see https://github.com/request/request/issues/3142', undefined],
    ['Please upgrade to version 7 or higher. Older versions may use Math.random().', undefined],
    ['Rimraf versions prior to v4 are no longer supported', undefined],
    ['Use @eslint/config-array instead', '@eslint/config-array'],
    ['Use @eslint/object-schema instead', '@eslint/object-schema'],
    ['This functionality has been moved to @npmcli/fs', '@npmcli/fs'],
    ["Please use 'got' instead", 'got'],
    ['`foo` is deprecated, use `bar` instead', 'bar'],
    ["Use your platform's native DOMException instead", undefined],
    ["Use your platform's native atob() and btoa() methods instead", undefined],
    ['core-js@<3.23.3 is no longer maintained. Please, upgrade to the actual version of core-js.', undefined],
    ['Renamed to mkdirp-classic.', 'mkdirp-classic'],
    ['use String.prototype.padStart()', undefined],
    ['This package is no longer supported. Please use @npmcli/package-json instead.', '@npmcli/package-json'],
    ['Please use @jridgewell/sourcemap-codec instead', '@jridgewell/sourcemap-codec'],
    ['use one of @a/b or @c/d', undefined],
    ['package has been renamed to uuid', 'uuid'],
    ['replaced by the native fetch', undefined],
  ];
  for (const [message, name] of cases) it(message, () => assert.equal(replacementIn(message, 'a'), name));
});

describe('the version that a deprecation points to', () => {
  const cases: readonly (readonly [message: string, version: string | undefined])[] = [
    ['this package has been deprecated', undefined],
    ['Please upgrade to version 7 or higher. Older versions may use Math.random().', '7.0.0'],
    ['Please upgrade  to version 7 or higher.', '7.0.0'],
    ['Rimraf versions prior to v4 are no longer supported', '4.0.0'],
    ['Glob versions prior to v9 are no longer supported', '9.0.0'],
    ['core-js@<3.23.3 is no longer maintained. Please, upgrade to the actual version of core-js.', '3.23.3'],
    ['Critical bug fixed in v3.1.1, please upgrade to the latest version.', '3.1.1'],
    ['This version is no longer supported, upgrade to 1.0.1', undefined],
    ['Debug versions >=3.2.0 <3.2.7 || >=4 <4.3.1 have a low-severity ReDos regression', undefined],
    ['Please use 8.0.0-beta.1', undefined],
    ['Use node 18', undefined],
    ['please move to 4.x', '4.0.0'],
  ];
  const npm = schemeOf('npm');
  assert.ok(npm);
  for (const [message, version] of cases) it(message, () => assert.equal(namedVersion(message, '2.0.0', npm)?.version, version));
});
