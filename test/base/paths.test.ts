import assert from 'node:assert/strict';
import { globMatcher } from '../../server/src/base/glob.ts';
import { baseName, folderOf, foldersUpwards, resolvePath } from '../../server/src/base/path.ts';

describe('base: paths', () => {
  const resolved: readonly (readonly [from: string, relative: string, result: string | undefined])[] = [
    ['', 'a/b', 'a/b'],
    ['x/y', './a', 'x/y/a'],
    ['x/y', '../a', 'x/a'],
    ['x/y', '../../a', 'a'],
    ['x/y', '../../../a', undefined],
    ['x/y', '/a', 'a'],
    ['x', '..', ''],
    ['x', 'a/../../b', 'b'],
    ['x', 'a/../../../b', undefined],
  ];
  for (const [from, relative, result] of resolved)
    it(`${relative} seen from "${from}" is ${result ?? 'outside'}`, () => assert.equal(resolvePath(from, relative), result));

  it('takes paths apart', () => {
    assert.deepEqual([baseName('a/b'), baseName('b'), folderOf('a/b/c'), folderOf('c')], ['b', 'b', 'a/b', '']);
    assert.deepEqual([...foldersUpwards('a/b/c')], ['a/b', 'a', '']);
    assert.deepEqual([...foldersUpwards('c')], ['']);
  });

  const globs: readonly (readonly [
    patterns: readonly string[],
    folder: string,
    matches: readonly string[],
    not: readonly string[],
  ])[] = [
    [['vendor/**'], '', ['vendor/a', 'vendor/a/b'], ['x/vendor/a', 'vendors/a']],
    [['vendor'], '', ['vendor/a', 'x/vendor/a/b', 'vendor'], ['vendors', 'x/vendored/a']],
    [['*.yaml'], '', ['a.yaml', 'x/y/a.yaml', '.larboard.yaml'], ['a.yml']],
    [['/a.yaml'], '', ['a.yaml'], ['x/a.yaml']],
    [['x/'], '', ['x/a', 'y/x/a'], ['x.a']],
    [['./x/a'], '', ['x/a'], ['y/x/a']],
    [['**/test/*.{yaml,yml}'], '', ['test/a.yaml', 'x/test/a.yml'], ['test/x/a.yaml']],
    [['a?c', '[xy].txt'], '', ['abc', 'x.txt'], ['ac', 'z.txt']],
    [['x/**', '!x/keep/**'], '', ['x/a'], ['x/keep/a']],
    [['generated'], 'sub', ['sub/generated/a'], ['generated/a', 'sub2/generated/a']],
    [['', '/', '!'], '', [], ['a', '']],
    [['['], '', ['['], ['a']],
    [['*'.repeat(70000)], '', [], ['a']],
  ];
  for (const [patterns, folder, matches, not] of globs) {
    it(`${JSON.stringify(patterns).slice(0, 60)} in "${folder}"`, () => {
      const test = globMatcher(patterns, folder);
      assert.deepEqual(
        matches.filter((path) => !test(path)),
        [],
        'should match',
      );
      assert.deepEqual(not.filter(test), [], 'should not match');
    });
  }
});
