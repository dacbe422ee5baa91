import assert from 'node:assert/strict';
import { catalogEntryFor, lockedFor, parseDependencies } from '../../server/src/model/dependencies/index.ts';
import { dependencyFactsOf, lockOf } from '../support/dependencies.ts';

const yarn = 'a@^1.0.0, a@npm:^1.5.0:\n  version "1.6.0"\n\nal@npm:real@^2:\n  version "2.0.0"\n';
const pnpm = (importer: string): string =>
  `lockfileVersion: '9.0'\n\nimporters:\n\n  ${importer}:\n    dependencies:\n      a:\n        specifier: ^1.0.0\n        version: 1.2.0\n\npackages:\n\n  a@1.2.0: {}\n`;

const cargo = (name: string): string => `[[package]]\nname = "${name}"\nversion = "0.1.0"\n`;
const member = '[package]\nname = "m"\n';
const uv = (folder: string): string => `[[package]]\nname = "app"\nversion = "0.1.0"\nsource = { editable = "${folder}" }\n`;

describe('the lockfile of a manifest', () => {
  const cases: readonly (readonly [
    title: string,
    files: Readonly<Record<string, string>>,
    path: string,
    lockfile: string | undefined,
  ])[] = [
    ['Yarn 1, beside', { 'yarn.lock': yarn }, 'package.json', 'yarn.lock'],
    ['Yarn 1, no workspace', { 'yarn.lock': yarn, 'package.json': '{}' }, 'packages/w/package.json', undefined],
    [
      'Yarn 1, a workspace',
      { 'yarn.lock': yarn, 'package.json': '{"workspaces":["packages/*"]}' },
      'packages/w/package.json',
      'yarn.lock',
    ],
    [
      'Yarn 1, not listed',
      { 'yarn.lock': yarn, 'package.json': '{"workspaces":["packages/*","!packages/w"]}' },
      'packages/w/package.json',
      undefined,
    ],
    ['pnpm, an importer', { 'pnpm-lock.yaml': pnpm('packages/w') }, 'packages/w/package.json', 'pnpm-lock.yaml'],
    ['pnpm, another importer', { 'pnpm-lock.yaml': pnpm('packages/x') }, 'packages/w/package.json', undefined],
    [
      'the nearest that lists it',
      { 'pnpm-lock.yaml': pnpm('a/b'), 'a/pnpm-lock.yaml': pnpm('.') },
      'a/b/package.json',
      'pnpm-lock.yaml',
    ],
    ['Cargo, a member', { 'Cargo.lock': cargo('m'), 'w/m/Cargo.toml': member }, 'w/m/Cargo.toml', 'Cargo.lock'],
    [
      'Cargo, the nearest that knows it',
      { 'Cargo.lock': cargo('m'), 'w/Cargo.lock': cargo('other'), 'w/m/Cargo.toml': member },
      'w/m/Cargo.toml',
      'Cargo.lock',
    ],
    ['Cargo, not a member', { 'Cargo.lock': cargo('other'), 'm/Cargo.toml': member }, 'm/Cargo.toml', undefined],
    ['uv, a member', { 'uv.lock': uv('packages/w') }, 'packages/w/pyproject.toml', 'uv.lock'],
    ['uv, not a member', { 'uv.lock': uv('packages/x') }, 'packages/w/pyproject.toml', undefined],
    ['Poetry, beside only', { 'poetry.lock': '', 'w/poetry.lock': '' }, 'w/v/pyproject.toml', undefined],
    ['the nearest', { 'pnpm-lock.yaml': pnpm('a'), 'a/yarn.lock': yarn }, 'a/package.json', 'a/yarn.lock'],
    [
      'by the named manager',
      { 'yarn.lock': yarn, 'pnpm-lock.yaml': pnpm('.'), 'package.json': '{"packageManager":"yarn@1.22.22"}' },
      'package.json',
      'yarn.lock',
    ],
    [
      'by devEngines',
      { 'yarn.lock': yarn, 'pnpm-lock.yaml': pnpm('.'), 'package.json': '{"devEngines":{"packageManager":{"name":"yarn"}}}' },
      'package.json',
      'yarn.lock',
    ],
  ];
  for (const [title, files, path, lockfile] of cases)
    it(title, () => {
      assert.equal(lockOf(files, path)?.path, lockfile);
    });

  it('finds what Yarn 1 locked by what is asked for', () => {
    const lock = lockOf({ 'yarn.lock': yarn }, 'package.json');
    const asked = (spec: string, name = 'a'): string | undefined => {
      const [dependency] = parseDependencies('package.json', JSON.stringify({ dependencies: { [name]: spec } })).dependencies;
      return dependency && lockedFor(lock, dependency)?.version;
    };
    assert.deepEqual(
      [asked('^1.0.0'), asked('npm:^1.5.0'), asked('^1.1.0'), asked('npm:real@^2', 'al'), asked('u/r')],
      ['1.6.0', '1.6.0', undefined, '2.0.0', undefined],
    );
  });

  it('finds where the version of a catalog stands', () => {
    const files: Readonly<Record<string, string>> = {
      'pnpm-workspace.yaml': 'catalog:\n  a: ^1.0.0\ncatalogs:\n  old:\n    a: ^0.9.0\n',
      'bun/package.json': '{"workspaces":{"catalog":{"b":"2"}},"catalogs":{"x":{"b":"3"}}}',
    };
    const place = (path: string, rawName: string, requirement: string): string | undefined => {
      const found = catalogEntryFor(
        path,
        { source: 'catalog', rawName, requirement },
        { get: (_, other) => (files[other] === undefined ? undefined : dependencyFactsOf(other, files[other])) },
      );
      return found && `${found.path} ${files[found.path]?.slice(found.entry.span.start, found.entry.span.end) ?? ''}`;
    };
    assert.deepEqual(
      [
        place('packages/w/package.json', 'a', ''),
        place('packages/w/package.json', 'a', 'default'),
        place('packages/w/package.json', 'a', 'old'),
        place('packages/w/package.json', 'a', 'new'),
        place('bun/p/package.json', 'b', ''),
        place('bun/p/package.json', 'b', 'x'),
      ],
      [
        'pnpm-workspace.yaml ^1.0.0',
        'pnpm-workspace.yaml ^1.0.0',
        'pnpm-workspace.yaml ^0.9.0',
        undefined,
        'bun/package.json 2',
        'bun/package.json 3',
      ],
    );
  });
});
