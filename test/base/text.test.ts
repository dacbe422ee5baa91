import assert from 'node:assert/strict';
import { applyEdits, areDisjoint, deletion, insertion, mapSpan } from '../../server/src/base/edit.ts';
import { EditedText } from '../../server/src/base/edited-text.ts';
import { hash64 } from '../../server/src/base/hash.ts';
import { LineIndex } from '../../server/src/base/line-index.ts';
import { snapshot } from '../../server/src/base/snapshot.ts';
import { covers, length, sliceOf, span, touches } from '../../server/src/base/span.ts';

describe('base: texts', () => {
  it('applies edits in any order, and insertions at one place in the order given', () => {
    const edits = [insertion(3, 'x'), deletion(span(0, 1)), insertion(3, 'y'), { span: span(4, 6), newText: 'EF' }];
    assert.ok(areDisjoint(edits));
    assert.equal(applyEdits('abcdef', edits), 'bcxydEF');
  });

  it('refuses edits that overlap or leave the text', () => {
    const overlapping = [deletion(span(0, 3)), deletion(span(2, 4))];
    assert.ok(!areDisjoint(overlapping));
    assert.throws(() => applyEdits('abcdef', overlapping), /overlapping edit at offset 2/);
    assert.throws(() => applyEdits('abc', [deletion(span(2, 4))]), /beyond the text's 3/);
    assert.throws(() => applyEdits('abc', [{ span: span(2, 1), newText: '' }]), RangeError);
  });

  const moved: readonly (readonly [
    string,
    readonly [number, number],
    ReturnType<typeof insertion>,
    readonly [number, number],
  ])[] = [
    ['an edit before moves it', [4, 6], { span: span(0, 1), newText: 'xyz' }, [6, 8]],
    ['an edit behind leaves it', [4, 6], { span: span(7, 8), newText: '' }, [4, 6]],
    ['an edit inside stretches it', [2, 6], insertion(4, 'xx'), [2, 8]],
    ['what is wholly replaced becomes the replacement', [2, 6], { span: span(2, 6), newText: 'x' }, [2, 3]],
    ['a deletion over its start cuts it', [2, 6], deletion(span(0, 4)), [0, 2]],
    ['an insertion before its start is not part of it', [2, 6], insertion(2, 'xx'), [4, 8]],
  ];
  for (const [title, [start, end], edit, [from, to]] of moved)
    it(`maps a span: ${title}`, () => assert.deepEqual(mapSpan(span(start, end), [edit]), span(from, to)));

  it('tells several rounds of edits as one', () => {
    const edited = new EditedText('one two three');
    edited.apply([{ span: span(4, 7), newText: 'TWO' }]);
    edited.apply([deletion(span(0, 4)), { span: span(5, 6), newText: 'O!' }]);
    assert.equal(edited.text, 'TO!O three');
    assert.equal(applyEdits('one two three', edited.edits()), edited.text);
    assert.ok(areDisjoint(edited.edits()));
  });

  it('counts lines as the Language Server Protocol does', () => {
    const text = 'a\nb\r\nc\rd';
    const lines = new LineIndex(text);
    assert.equal(lines.lineCount, 4);
    assert.deepEqual(
      [0, 1, 2, 3, 5, 6, 7, 8].map((offset) => {
        const { line, character } = lines.positionAt(offset);
        return [line, character];
      }),
      [
        [0, 0],
        [0, 1],
        [1, 0],
        [1, 1],
        [2, 0],
        [2, 1],
        [3, 0],
        [3, 1],
      ],
    );
  });

  it('moves positions outside the text to its ends', () => {
    const lines = new LineIndex('ab\ncd');
    assert.deepEqual(lines.positionAt(-1), { line: 0, character: 0 });
    assert.deepEqual(lines.positionAt(99), { line: 1, character: 2 });
    assert.equal(lines.offsetAt({ line: 7, character: 0 }), 5);
    assert.equal(lines.offsetAt({ line: -1, character: 4 }), 0);
    assert.equal(lines.offsetAt({ line: 1, character: 99 }), 5);
  });

  it('knows the line ending of a file from its first line break', () => {
    assert.equal(snapshot('a', 'x\r\ny\n').eol, '\r\n');
    assert.equal(snapshot('a', 'x\ny\r\n').eol, '\n');
    assert.equal(snapshot('a', 'x').eol, '\n');
    assert.equal(snapshot('a', '\n').eol, '\n');
  });

  it('compares spans', () => {
    assert.equal(length(span(2, 5)), 3);
    assert.equal(sliceOf('abcdef', span(2, 4)), 'cd');
    assert.ok(covers(span(1, 5), span(1, 5)) && !covers(span(1, 5), span(0, 2)));
    assert.ok(touches(span(1, 3), span(3, 3)) && !touches(span(1, 3), span(4, 5)));
  });

  it('hashes to 16 hexadecimal digits that differ for near texts and never change', () => {
    const hashes = ['', 'a', 'b', 'ab', 'ba', 'a'.repeat(1000)].map(hash64);
    for (const hash of hashes) assert.match(hash, /^[0-9a-f]{16}$/);
    assert.equal(new Set(hashes).size, hashes.length);
    // Fingerprints stand in people's baselines.
    assert.equal(hash64('larboard'), 'fcb2d984fe1a1563');
  });
});
