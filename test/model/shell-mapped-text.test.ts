import assert from 'node:assert/strict';
import { MappedText, MappedTextBuilder } from '../../server/src/model/shell/index.ts';

/** The origin of each character. */
const origins = (text: MappedText): string[] =>
  Array.from({ length: text.length }, (_, at) => Object.values(text.span(at, at + 1)).join('–'));

describe('mapped text', () => {
  it('a copy is mapped character by character', () => assert.deepEqual(origins(MappedText.slice('abc', 1, 3)), ['1–2', '2–3']));

  it('a replacement stands for the whole of its origin', () => {
    const text = new MappedTextBuilder().add('a', 0, 1).add('x', 1, 3).add('b', 3, 4).build();
    assert.deepEqual(origins(text), ['0–1', '1–3', '3–4']);
  });

  it('a replacement as long as its origin is no copy of it', () => {
    const text = new MappedTextBuilder().add('a', 0, 1).addWhole('xyz', 1, 4).add('b', 4, 5).build();
    assert.equal(text.text, 'axyzb');
    assert.deepEqual(origins(text), ['0–1', '1–4', '1–4', '1–4', '4–5']);
  });

  it('a piece of a replacement stays one, however long it is', () => {
    const whole = new MappedTextBuilder().addWhole('abcdef', 10, 14).build();
    for (let end = 1; end <= 6; end++)
      assert.deepEqual(
        origins(whole.slice(0, end)),
        Array.from({ length: end }, () => '10–14'),
      );
  });

  it('copies that continue each other become one segment', () => {
    const text = new MappedTextBuilder().add('ab', 0, 2).add('cd', 2, 4).build();
    assert.equal(text.segments, 1);
    assert.deepEqual(text.span(1, 3), { start: 1, end: 3 });
  });

  it('a span over a gap has both its sides', () => {
    const text = new MappedTextBuilder().add('ab', 0, 2).add('cd', 6, 8).build();
    assert.deepEqual(
      [text.span(1, 3), text.span(2, 2), text.span(4, 4)],
      [
        { start: 1, end: 7 },
        { start: 6, end: 6 },
        { start: 8, end: 8 },
      ],
    );
  });

  it('an empty text is where it was started', () =>
    assert.deepEqual(new MappedTextBuilder(7).build().span(0, 0), { start: 7, end: 7 }));
});
