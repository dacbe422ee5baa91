import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseDependencies } from '../../server/src/model/dependencies/index.ts';

const name = fc.constantFrom('a', 'b', '@s/c', 'd');
const version = fc.constantFrom(
  '1.0.0',
  'npm:b@1.0.0',
  'file:../x',
  'git+ssh://git@git.example/r.git#main',
  'https://h.example/a.tgz',
  'github:u/r',
);
const asked = fc.dictionary(name, fc.constantFrom('^1.0.0', '*', 'file:../x'), { maxKeys: 3 });
const entry = fc.record(
  {
    version,
    resolved: fc.constantFrom<unknown>('https://r.example/a/-/a-1.0.0.tgz', 'file:x', 'http://h.example/"é.tgz', false),
    integrity: fc.constantFrom<unknown>('sha512-aa==', 'sha1-a= sha512-b=', null),
    name,
    dev: fc.boolean(),
    optional: fc.boolean(),
    devOptional: fc.boolean(),
    inBundle: fc.boolean(),
    link: fc.boolean(),
    hasInstallScript: fc.boolean(),
    deprecated: fc.constantFrom<unknown>('No.', true),
    license: fc.constantFrom<unknown>('MIT', { type: 'MIT' }),
    dependencies: asked,
    optionalDependencies: fc.constantFrom<unknown>({ b: '1' }, [], 'x'),
    os: fc.constantFrom<unknown>(['linux', 1, null, {}], '{'),
  },
  { requiredKeys: [] },
);
const path = fc.constantFrom(
  '',
  'packages/w',
  'node_modules/a',
  'node_modules/@s/c',
  'node_modules/a/node_modules/b',
  'packages/w/node_modules/d',
);
const old = fc.letrec<{ packages: unknown; entry: unknown }>((tie) => ({
  packages: fc.dictionary(name, tie('entry'), { maxKeys: 3 }),
  entry: fc.tuple(entry, fc.option(tie('packages'), { nil: undefined, depthSize: 'small' })).map(([own, dependencies]) => {
    const { dependencies: requires, ...rest } = own;
    return { ...rest, requires: requires ?? true, ...(dependencies !== undefined && { dependencies }) };
  }),
})).packages;
const lockfile = fc.oneof(
  fc.record({ name, lockfileVersion: fc.constant(3), packages: fc.dictionary(path, fc.oneof(entry, fc.constant(1))) }),
  fc.record({ name, lockfileVersion: fc.constant(2), packages: fc.dictionary(path, entry), dependencies: old }),
  fc.record({ name, lockfileVersion: fc.constant(1), requires: fc.constant(true), dependencies: old }),
);

describe('package-lock.json', () => {
  it('is the same whether it is scanned or, because something is wrong at its end, read as a tree', () => {
    fc.assert(
      fc.property(lockfile, fc.constantFrom(0, 2, '\t'), (content, indent) => {
        const text = JSON.stringify(content, null, indent);
        const scanned = parseDependencies('package-lock.json', text);
        const tree = parseDependencies('package-lock.json', `${text}}`);
        assert.equal(scanned.problems.length, 0);
        assert.ok(tree.problems.length > 0);
        assert.deepEqual({ ...scanned, problems: [] }, { ...tree, problems: [] });
      }),
      { numRuns: 500 },
    );
  });
});
