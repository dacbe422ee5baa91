import assert from 'node:assert/strict';
import { applyEdits } from '../../server/src/base/edit.ts';
import {
  appendItem,
  asMapping,
  asSequence,
  at,
  deleteItem,
  deletePath,
  type Edits,
  type EditSource,
  mergeEntries,
  type NewEntries,
  type NewValue,
  parseYaml,
  setPath,
  styleOf,
  type YamlMapping,
} from '../../server/src/model/yaml/index.ts';

type Change = (source: EditSource, base: YamlMapping) => Edits;

/** Applies a change at a path, and once more with CRLF. */
function check(name: string, text: string, path: readonly string[], change: Change, expected: string | undefined): void {
  for (const eol of ['\n', '\r\n'] as const) {
    it(`${name} (${eol === '\n' ? 'LF' : 'CRLF'})`, () => {
      const given = text.replaceAll('\n', eol);
      const root = parseYaml(given).documents[0]?.root;
      const base = asMapping(path.length === 0 ? root : at(root, ...path));
      assert.ok(base, 'the base is not a mapping');
      const edits = change({ text: given, style: styleOf(given, root, eol) }, base);
      assert.equal(edits && applyEdits(given, edits), expected?.replaceAll('\n', eol));
    });
  }
}

describe('YAML edits: set', () => {
  const set =
    (path: readonly string[], value: NewValue, before?: string): Change =>
    (source, base) =>
      setPath(source, base, path, value, before);
  check(
    'adds a key at the end, behind its comment',
    'a:\n  b: 1 # c\nd: 2\n',
    ['a'],
    set(['x'], 'true'),
    'a:\n  b: 1 # c\n  x: true\nd: 2\n',
  );
  check(
    'creates missing parents with the indentation of the file',
    'a:\n    b: 1\n',
    ['a'],
    set(['x', 'y'], '1'),
    'a:\n    b: 1\n    x:\n        y: 1\n',
  );
  check('adds without a line break at the end', 'a: 1', [], set(['b'], '2'), 'a: 1\nb: 2');
  check(
    'adds behind a nested block',
    'a:\n  b:\n    c:\n      - d\ne: 1\n',
    ['a'],
    set(['x'], '1'),
    'a:\n  b:\n    c:\n      - d\n  x: 1\ne: 1\n',
  );
  check('adds behind a block scalar', 'a:\n  b: |\n    t\n\n', ['a'], set(['x'], '1'), 'a:\n  b: |\n    t\n  x: 1\n\n');
  check('keeps away from a block scalar that keeps its breaks', 'a:\n  b: |+\n    t\n\n', ['a'], set(['x'], '1'), undefined);
  check('adds in front of a sibling', 'a: 1\nb: 2\nc: 3\n', [], set(['x'], '9', 'c'), 'a: 1\nb: 2\nx: 9\nc: 3\n');
  check('adds in front of the first key', 'b: 2\nc: 3\n', [], set(['x'], '9', 'b'), 'x: 9\nb: 2\nc: 3\n');
  check('does not part a first key from its comment', '# about b\nb: 2\n', [], set(['x'], '9', 'b'), '# about b\nb: 2\nx: 9\n');
  check('fills an empty value', 'a:\n  b: # none\nc: 1\n', [], set(['a', 'b', 'x'], '1'), 'a:\n  b: # none\n    x: 1\nc: 1\n');
  check('fills an explicit null', 'a: null # c\nb: 1\n', [], set(['a', 'x'], '1'), 'a: # c\n  x: 1\nb: 1\n');
  check('fills an empty flow mapping', 'a: {}\n', [], set(['a', 'x', 'y'], '1'), 'a: { x: { y: 1 } }\n');
  check('adds to a flow mapping', 'a: {b: 1}\n', ['a'], set(['x'], '[1]'), 'a: {b: 1, x: [1]}\n');
  check(
    'adds to a flow mapping over several lines',
    'a: {\n  b: 1,\n  c: 2\n}\n',
    ['a'],
    set(['x'], '3'),
    'a: {\n  b: 1,\n  c: 2,\n  x: 3\n}\n',
  );
  check('adds to a flow mapping with a comma at its end', 'a: {b: 1,}\n', ['a'], set(['x'], '2'), 'a: {b: 1, x: 2,}\n');
  check(
    'writes JSON',
    '{\n  "a": {\n    "b": 1\n  }\n}\n',
    ['a'],
    set(['x', 'y'], ['ALL']),
    '{\n  "a": {\n    "b": 1,\n    "x": { "y": ["ALL"] }\n  }\n}\n',
  );
  check('replaces a scalar', 'a: "true" # c\n', [], set(['a'], 'false'), 'a: false # c\n');
  check(
    'writes lists with indented dashes',
    'a:\n  - b\n',
    [],
    set(['x', 'y'], ['1', '2']),
    'a:\n  - b\nx:\n  y:\n    - 1\n    - 2\n',
  );
  check('writes lists with dashes below the key', 'a:\n- b\n', [], set(['x'], ['1']), 'a:\n- b\nx:\n- 1\n');
  check('writes mappings as items', 'a:\n- b\n', [], set(['x'], [{ k: '1', l: '2' }]), 'a:\n- b\nx:\n- k: 1\n  l: 2\n');
  check('does not set below a scalar', 'a: 1\n', [], set(['a', 'b'], '1'), undefined);
  check('does not replace a mapping', 'a: { b: 1 }\n', [], set(['a'], '1'), undefined);
  check('writes through an alias', 'x: &x\n  a: 1\ny: *x\n', [], set(['y', 'b'], '2'), 'x: &x\n  a: 1\n  b: 2\ny: *x\n');
});

describe('YAML edits: merge', () => {
  const merge =
    (wanted: NewEntries, before?: string): Change =>
    (source, base) =>
      mergeEntries(source, base, wanted, before);
  const context = { c: { a: 'true', b: { drop: ['ALL'] }, s: { type: 'X' } } };
  check(
    'writes what is missing as one block',
    'i: 1 # c\nz: 2\n',
    [],
    merge(context, 'z'),
    'i: 1 # c\nc:\n  a: true\n  b:\n    drop:\n      - ALL\n  s:\n    type: X\nz: 2\n',
  );
  check(
    'adds, replaces and extends, and leaves the rest',
    'c:\n    a: false # why\n    b:\n        drop:\n        - NET_RAW # one\n    # last\n    z: 1\ne: 1\n',
    [],
    merge(context),
    'c:\n    a: true # why\n    b:\n        drop:\n        - NET_RAW # one\n        - ALL\n    # last\n    z: 1\n    s:\n        type: X\ne: 1\n',
  );
  check(
    'puts what belongs to an inner block in front where two blocks end together',
    'c:\n  b:\n    drop:\n      - A\n',
    [],
    merge({ c: { b: { drop: ['ALL'], add: '[]' }, s: 'x' }, d: '1' }),
    'c:\n  b:\n    drop:\n      - A\n      - ALL\n    add: []\n  s: x\nd: 1\n',
  );
  check('has nothing to do', 'c: { a: true, b: { drop: [X, ALL] }, s: { type: X } }\n', [], merge(context), undefined);
  check(
    'writes several keys into a flow mapping',
    'c: {z: 1}\n',
    [],
    merge(context),
    'c: {z: 1, a: true, b: { drop: [ALL] }, s: { type: X }}\n',
  );
  check(
    'opens an empty mapping',
    'c: {} # todo\nd: 1\n',
    [],
    merge({ c: { a: '1', b: '2' } }),
    'c: # todo\n  a: 1\n  b: 2\nd: 1\n',
  );
  check(
    'opens an empty mapping inside braces',
    'x: { c: {} }\n',
    ['x'],
    merge({ c: { a: '1', b: '2' } }),
    'x: { c: { a: 1, b: 2 } }\n',
  );
  check('fills nulls', 'c:\nd: 1\n', [], merge({ c: { a: '1' }, d: '2' }), 'c:\n  a: 1\nd: 2\n');
  check(
    'writes through an alias',
    'x: &x { a: 0 }\nc: *x\n',
    [],
    merge({ c: { a: '1', b: '2' } }),
    'x: &x { a: 1, b: 2 }\nc: *x\n',
  );
  check('gives up where a mapping is a list', 'c: [1]\nd: 1\n', [], merge({ c: { a: '1' }, e: '2' }), undefined);
  check('gives up where a list is a scalar', 'c: ALL\n', [], merge({ c: ['ALL'] }), undefined);
  check(
    'adds nothing behind a block scalar that keeps its breaks',
    'c:\n  a: |+\n    t\n\n',
    [],
    merge({ c: { b: '1' } }),
    undefined,
  );
  const long = { c: { first: 'a'.repeat(40), second: { inner: 'b'.repeat(40) }, third: ['x'] } };
  check(
    'breaks long lines of JSON',
    '{\n    "a": 1,\n    "b": 2\n}\n',
    [],
    merge(long),
    `{\n    "a": 1,\n    "b": 2,\n    "c": {\n        "first": "${'a'.repeat(40)}",\n        "second": { "inner": "${'b'.repeat(40)}" },\n        "third": ["x"]\n    }\n}\n`,
  );
  check(
    'indents by tabs where they stand',
    '{\n\t"a": 1\n}\n',
    [],
    merge(long),
    `{\n\t"a": 1,\n\t"c": {\n\t\t"first": "${'a'.repeat(40)}",\n\t\t"second": { "inner": "${'b'.repeat(40)}" },\n\t\t"third": ["x"]\n\t}\n}\n`,
  );
  check('keeps JSON on one line on it', '{"a": 1}\n', [], merge({ c: { d: 'x' } }), '{"a": 1, "c": { "d": "x" }}\n');
});

describe('YAML edits: delete', () => {
  const del =
    (...path: readonly string[]): Change =>
    (source, base) =>
      deletePath(source, base, path);
  check('deletes a line with its comment', 'a: 1\nb: 2 # c\nc: 3\n', [], del('b'), 'a: 1\nc: 3\n');
  check('deletes a last line without a line break', 'a: 1\nb: 2', [], del('b'), 'a: 1');
  check('deletes a nested block', 'a:\n  b:\n    - 1\n  c: 2\n', ['a'], del('b'), 'a:\n  c: 2\n');
  check('deletes a parent that would be empty', 'a: 1\nb:\n  c:\n    d: 1\n', [], del('b', 'c', 'd'), 'a: 1\n');
  check('leaves the base alone', 'a: 1\n', [], del('a'), undefined);
  check('deletes from a flow mapping', 'x: { a: 1, b: 2, c: 3 }\n', ['x'], del('b'), 'x: { a: 1, c: 3 }\n');
  check(
    'deletes a line of a flow mapping with its comment',
    'x: {\n  a: 1, # one\n  # about b\n  b: 2, # two\n  c: 3 # three\n}\n',
    ['x'],
    del('a'),
    'x: {\n  # about b\n  b: 2, # two\n  c: 3 # three\n}\n',
  );
  check(
    'deletes the last line of a flow mapping with its comment',
    'x: {\n  a: 1, # one\n  b: 2 # two\n}\n',
    ['x'],
    del('b'),
    'x: {\n  a: 1, # one\n}\n',
  );
  check(
    'does not delete what shares its line with a comment of others',
    'x: { a: 1, # one\n  b: 2 }\n',
    ['x'],
    del('a'),
    undefined,
  );
  check('deletes the last from a flow mapping', 'x: { a: 1, b: 2 }\n', ['x'], del('b'), 'x: { a: 1 }\n');
  check('does not delete through an alias', 'x: &x { a: 1, b: 2 }\ny: *x\nz: 1\n', [], del('y', 'a'), undefined);
  check('does not know a missing key', 'a: 1\nb: 1\n', [], del('c'), undefined);
});

describe('YAML edits: lists', () => {
  const list = (base: YamlMapping) => {
    const found = asSequence(at(base, 'l'));
    assert.ok(found);
    return found;
  };
  const add =
    (value: NewValue): Change =>
    (source, base) =>
      appendItem(source, list(base), value);
  const remove =
    (index: number): Change =>
    (source, base) =>
      deleteItem(source, list(base), index);
  check('appends to a block list', 'l:\n- a # c\nm: 1\n', [], add('b'), 'l:\n- a # c\n- b\nm: 1\n');
  check('appends a mapping', 'l:\n  - a: 1\n', [], add({ b: '2', c: '3' }), 'l:\n  - a: 1\n  - b: 2\n    c: 3\n');
  check('appends to a flow list', 'l: [a]\n', [], add('b'), 'l: [a, b]\n');
  check('appends to an empty list', 'l: []\n', [], add('b'), 'l: [b]\n');
  check('deletes an item', 'l:\n  - a\n  - b # c\n  - c\n', [], remove(1), 'l:\n  - a\n  - c\n');
  check('deletes a flow item', 'l: [a, b]\n', [], remove(0), 'l: [b]\n');
  check('keeps the only item', 'l: [a]\n', [], remove(0), undefined);
});
