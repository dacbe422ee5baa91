import assert from 'node:assert/strict';
import { applyEdits } from '../../server/src/base/edit.ts';
import { asMapping, entryOf, parseYaml, renameKey, styleOf, wrapEntries } from '../../server/src/model/yaml/index.ts';

const document = (text: string) => {
  const root = asMapping(parseYaml(text).documents[0]?.root);
  assert.ok(root);
  return { root, source: { text, style: styleOf(text, root, text.includes('\r\n') ? '\r\n' : '\n') } };
};

function wrap(text: string, ...names: readonly string[]): string | undefined {
  const { root, source } = document(text);
  const wrapped = names.map((name) => {
    const entry = entryOf(root, name);
    assert.ok(entry);
    return { entry, path: [`${name}1`, `${name}2`], beside: { type: 'T' } };
  });
  const edits = wrapEntries(source, root, 'out', wrapped);
  return edits && applyEdits(text, edits);
}

describe('wrapping entries', () => {
  it('writes only keys, in the style of the document', () => {
    assert.equal(wrap('a: 1 # one\nb: 2\n', 'a'), 'out:\n  a1:\n    type: T\n    a2: 1 # one\nb: 2\n');
    assert.equal(
      wrap('x: 0\r\na: 1\r\n# two\r\nb: "2"', 'b', 'a'),
      'x: 0\r\nout:\r\n  a1:\r\n    type: T\r\n    a2: 1\r\n# two\r\n  b1:\r\n    type: T\r\n    b2: "2"',
    );
    assert.equal(wrap('{"a": 1, "b": [2]}', 'a'), '{"out": { "a1": { "type": "T", "a2": 1 } }, "b": [2]}');
  });

  it('refuses what does not stand together, has lines of its own, or an anchor', () => {
    assert.equal(wrap('a: 1\nx: 0\nb: 2\n', 'a', 'b'), undefined);
    for (const value of ['|\n  text', '\n  - 1', '{b: 1}', '"1\n  2"', '']) assert.equal(wrap(`a: ${value}\n`, 'a'), undefined);
    assert.equal(wrap('&k a: 1\n', 'a'), undefined);
  });
});

describe('renaming a key', () => {
  it('keeps its quotes', () => {
    for (const [text, expected] of [
      ['a: {}\n', 'b: {}\n'],
      ["'a': 1\n", "'b': 1\n"],
      ['{"a":1}', '{"b":1}'],
      ['&k a: 1\n', undefined],
    ] as const) {
      const { root, source } = document(text);
      const entry = entryOf(root, 'a');
      const edits = entry && renameKey(source, entry, 'b');
      assert.equal(edits && applyEdits(text, edits), expected);
    }
  });
});
