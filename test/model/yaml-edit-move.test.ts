import assert from 'node:assert/strict';
import { applyEdits } from '../../server/src/base/edit.ts';
import { asMapping, at, entryOf, moveEntry, parseYaml, styleOf } from '../../server/src/model/yaml/index.ts';

/** Moves the entry `name` of the mapping at `from` to the one at `to`. */
function moved(
  text: string,
  from: readonly string[],
  name: string,
  to: readonly string[],
  path: readonly string[] = [],
): string | undefined {
  const [document] = parseYaml(text).documents;
  const mapping = asMapping(at(document?.root, ...from));
  const target = asMapping(at(document?.root, ...to));
  const entry = entryOf(mapping, name);
  const holder = from.length === 0 ? undefined : entryOf(asMapping(at(document?.root, ...from.slice(0, -1))), from.at(-1) ?? '');
  assert.ok(mapping && target && entry);
  const edits = moveEntry({ text, style: styleOf(text, document?.root, '\n') }, mapping, entry, target, path, holder);
  return edits && applyEdits(text, edits);
}

describe('moveEntry', () => {
  it('takes comments and deeper lines along', () => {
    assert.equal(
      moved('a:\n  x: 1\n  # about y\n  y: # here\n    - |\n      text\n\n      more\nb:\n    z: 1\n', ['a'], 'y', ['b']),
      'a:\n  x: 1\nb:\n    z: 1\n    # about y\n    y: # here\n      - |\n        text\n\n        more\n',
    );
  });

  it('makes the keys of a path', () => {
    assert.equal(moved('a: 1\nb:\n  c: 1\nx: 2\n', [], 'x', ['b'], ['d', 'e']), 'a: 1\nb:\n  c: 1\n  d:\n    e:\n      x: 2\n');
  });

  it('moves the last of a mapping out of it where it stands', () => {
    assert.equal(moved('a:\n  b:\n    c: 1\n    x: 2\n', ['a', 'b'], 'x', ['a']), 'a:\n  b:\n    c: 1\n  x: 2\n');
  });

  it('takes a key away under which nothing would be left', () => {
    assert.equal(moved('a:\n  # c\n  x: 1\nb:\n  c: 1\n', ['a'], 'x', ['b']), 'b:\n  c: 1\n  # c\n  x: 1\n');
    assert.equal(moved('b:\n  c: 1\na:\n  x: 1\n', ['a'], 'x', ['b']), 'b:\n  c: 1\n  x: 1\n');
    assert.equal(moved('c: 1\na:\n  b:\n    x: 1\n', ['a', 'b'], 'x', ['a']), 'c: 1\na:\n  x: 1\n');
  });

  it('works in a text without a line break at its end', () => {
    assert.equal(moved('a:\n  c: 1\nb: 1\nx: 2', [], 'x', ['a']), 'a:\n  c: 1\n  x: 2\nb: 1');
  });

  it('leaves alone what has no lines of its own', () => {
    assert.equal(moved('a: { x: 1, y: 2 }\nb:\n  c: 1\n', ['a'], 'x', ['b']), undefined);
    assert.equal(moved('a:\n  x: 1\n  y: 2\nb: { c: 1 }\n', ['a'], 'x', ['b']), undefined);
    assert.equal(moved('a:\n  x: &k\n    z: 1\n  y: 2\nb:\n  c: |+\n    t\n\n', ['a'], 'x', ['b']), undefined);
  });
});
