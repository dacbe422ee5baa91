import { deprecatedDependency } from '../../../server/src/rules/dependencies/deprecated-dependency.ts';
import { replacementIn } from '../../../server/src/rules/dependencies/shared/deprecation.ts';
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
    // A registry that was asked knows it, too.
    {
      code: '{ "dependencies": { "request": "⟦2.88.2⟧" } }',
      registry: registry({ request: { versions: { '2.88.2': { deprecated: 'request has been deprecated' } } } }),
      says: 'request 2.88.2 is deprecated: “request has been deprecated”. Move to a version or a package that is maintained.',
    },
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
