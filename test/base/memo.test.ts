import assert from 'node:assert/strict';
import { Memo, remembered } from '../../server/src/base/memo.ts';

describe('what is remembered', () => {
  it('is worked out once for each object, even where the answer is that there is none', () => {
    let count = 0;
    const memo = new Memo((key: { readonly name?: string }) => {
      count++;
      return key.name;
    });
    const [none, some] = [{}, { name: 'a' }];
    assert.deepEqual([memo.of(none), memo.of(none), memo.of(some), memo.of({ name: 'a' })], [undefined, undefined, 'a', 'a']);
    assert.equal(count, 3);
  });

  it('is made once for each key of a map', () => {
    const lists = new Map<string, number[]>();
    remembered(lists, 'a', () => []).push(1);
    remembered(lists, 'a', () => []).push(2);
    assert.deepEqual([...lists], [['a', [1, 2]]]);
  });
});
