import assert from 'node:assert/strict';
import { Memo, remembered, TextMemo } from '../../server/src/base/memo.ts';

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

  it('of texts is worked out once for each, as long as there are not too many', () => {
    const asked: string[] = [];
    const memo = new TextMemo((text) => {
      asked.push(text);
      return text === 'none' ? undefined : text.length;
    }, 2);
    assert.deepEqual(
      ['none', 'a', 'none', 'a', 'bb', 'none', 'a'].map((text) => memo.of(text)),
      [undefined, 1, undefined, 1, 2, undefined, 1],
    );
    assert.deepEqual(asked, ['none', 'a', 'bb']);
    for (const text of ['c', 'd', 'e', 'none']) memo.of(text);
    assert.deepEqual(asked, ['none', 'a', 'bb', 'c', 'd', 'e', 'none']);
  });

  it('of a long text is not kept', () => {
    let count = 0;
    const memo = new TextMemo(() => ++count);
    assert.deepEqual([memo.of('a'.repeat(201)), memo.of('a'.repeat(201))], [1, 2]);
  });
});
