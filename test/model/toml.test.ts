import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseToml, type TomlNode } from '../../server/src/model/toml/index.ts';

/** The document as plain values; every string is checked against its place. */
const plain = (text: string, node: TomlNode): unknown => {
  switch (node.kind) {
    case 'string':
      if (!text.slice(node.start, node.end).includes('\\')) assert.equal(text.slice(node.start, node.end), node.text);
      return node.text;
    case 'literal':
      assert.equal(text.slice(node.start, node.end), node.text);
      return `<${node.text}>`;
    case 'array':
      return node.items.map((item) => plain(text, item));
    case 'table':
      return Object.fromEntries(node.members.map(({ key, value }) => [key.text, plain(text, value)]));
  }
};

const read = (text: string): unknown => plain(text, parseToml(text).root);

describe('TOML', () => {
  const valid: readonly (readonly [text: string, value: unknown])[] = [
    ['', {}],
    ['a = 1', { a: '<1>' }],
    ['a = "x" # c\r\nb = \'y\\n\'\r\n', { a: 'x', b: 'y\\n' }],
    [
      'a = true\nb = -1.5e3\nc = 1979-05-27T07:32:00Z\nd = 1979-05-27 07:32:00\ne = inf',
      { a: '<true>', b: '<-1.5e3>', c: '<1979-05-27T07:32:00Z>', d: '<1979-05-27 07:32:00>', e: '<inf>' },
    ],
    ['a = "q\\"\\\\\\u00e9\\U0001F600\\t\\e\\x41"', { a: 'q"\\é😀\t\u001bA' }],
    ['"a b".\'c.d\' . e = 1', { 'a b': { 'c.d': { e: '<1>' } } }],
    ['a.b = 1\na.c = 2', { a: { b: '<1>', c: '<2>' } }],
    ['[a]\nb = 1\n[a.c]\nd = 2\n[ e . "f" ]\n', { a: { b: '<1>', c: { d: '<2>' } }, e: { f: {} } }],
    ['[[a]]\nb = 1\n[a.c]\nd = 2\n[[a]]\nb = 3', { a: [{ b: '<1>', c: { d: '<2>' } }, { b: '<3>' }] }],
    ['[a.b]\nc = 1\n[a]\nd = 2', { a: { b: { c: '<1>' }, d: '<2>' } }],
    ['a = [1, "x", [], {b = 1, c.d = "e"},]', { a: ['<1>', 'x', [], { b: '<1>', c: { d: 'e' } }] }],
    ['a = [ # c\n  "x", # d\n\n  # e\n  "y"\n]\nb = 1', { a: ['x', 'y'], b: '<1>' }],
    ['a = {\n  b = 1,\n  c = 2,\n}\n', { a: { b: '<1>', c: '<2>' } }],
    ['a = """\nx\n[b]\nc = 1\n"""\nd = 2', { a: 'x\n[b]\nc = 1\n', d: '<2>' }],
    ['a = \'\'\'x\'\'y\'\'\'\nb = """"q""""', { a: "x''y", b: '"q"' }],
    ['a = """x \\\n   y"""', { a: 'x y' }],
    ['\uFEFFa = 1', { a: '<1>' }],
    ['é = "ü"', { é: 'ü' }],
  ];
  for (const [text, value] of valid)
    it(`reads ${JSON.stringify(text)}`, () => {
      assert.deepEqual(read(text), value);
      assert.deepEqual(parseToml(text).problems, []);
    });

  const broken: readonly (readonly [text: string, value: unknown])[] = [
    ['a = "x\nb = 1', { a: 'x', b: '<1>' }],
    ['a = x"\nb = 1', { a: 'x', b: '<1>' }],
    ['a = [\n  "x",\n  "y"\n[b]\nc = 1', { a: ['x', 'y'], b: { c: '<1>' } }],
    ['a = [\n  "x",\n  "y",\nb = 1', { a: ['x', 'y'], b: '<1>' }],
    ['a = \n  "x",\n  "y",\n]\nb = 1', { a: ['x', 'y'], b: '<1>' }],
    ['a = ["x, "y", "z"]\nb = 1', { a: ['x', 'y', 'z'], b: '<1>' }],
    ['a = [x", "y"]', { a: ['x', 'y'] }],
    ['a = ["x" "y"]', { a: ['x', 'y'] }],
    ['a = { b = "x, c = "y" }\nd = 1', { a: { b: 'x', c: 'y' }, d: '<1>' }],
    ['a = { b = "x", c = ["y" }\nd = 1', { a: { b: 'x', c: ['y'] }, d: '<1>' }],
    ['a = { b = "x"\nd = 1', { a: { b: 'x' }, d: '<1>' }],
    ['[a\nb = 1', { a: { b: '<1>' } }],
    ['a]\nb = 1', { a: { b: '<1>' } }],
    ['[[a]\nb = 1\n[a]]\nb = 2', { a: [{ b: '<1>' }, { b: '<2>' }] }],
    ['[a]b = 1\nc = 2', { a: { b: '<1>', c: '<2>' } }],
    ['a = "1"b = 2\nc = 3', { a: '1', b: '<2>', c: '<3>' }],
    ['a "x"\nb = 1', { a: 'x', b: '<1>' }],
    ['a =\nb = 1\nc', { b: '<1>' }],
    ['a = """\nx\nb = 1\n[c]\nd = 2', { a: '', b: '<1>', c: { d: '<2>' } }],
    ['a = ""\nx\n"""\nb = """\ny\n"""', { a: '', b: 'y\n' }],
    ['a = """\nx\n""\nb = """\ny\n"""', { a: 'x\n""', b: 'y\n' }],
    ['a = 1\na = 2', { a: '<2>' }],
  ];
  for (const [text, value] of broken)
    it(`makes the best of ${JSON.stringify(text)}`, () => {
      const got = parseToml(text);
      if (text !== 'a = 1\na = 2') assert.ok(got.problems.length > 0);
      // What a broken string holds matters less than what stands around it.
      const shown = new Map(Object.entries(plain(text, got.root) as Record<string, unknown>));
      for (const [key, expected] of Object.entries(value as object)) {
        const found = shown.get(key);
        if (expected !== '') assert.deepEqual(found, expected, key);
      }
    });

  it('tells what comments are about', () => {
    const text = '# a\n\n# b\n[x] # c\n# d\ny = [ # e\n  # f\n  "1", # g\n  # h\n]\n# i\n';
    assert.deepEqual(
      parseToml(text).comments.map((one) => [one.text, text.slice(one.covers.start, one.covers.end)]),
      [
        ['a', '[x] # c'],
        ['b', '[x] # c'],
        ['c', '[x] # c'],
        ['d', text.slice(text.indexOf('y ='), text.indexOf(']\n#') + 1)],
        ['e', 'y = [ # e'],
        ['f', '  "1", # g'],
        ['g', '  "1", # g'],
        ['h', ']'],
        ['i', '# i'],
      ],
    );
  });

  it('knows the lines that belong to a member alone', () => {
    const text = 'a = 1 # x\nb = [\n 1,\n]\nc.d = 1\nc.e = 2\n[f]\ng = 1\n\n[f.h]\ni = 1\n';
    const { root } = parseToml(text);
    const lines = (node: TomlNode | undefined, key: string) => {
      const own = node?.member(key)?.lines;
      return own && text.slice(own.start, own.end);
    };
    assert.equal(lines(root, 'a'), 'a = 1 # x');
    assert.equal(lines(root, 'b'), 'b = [\n 1,\n]');
    assert.equal(lines(root, 'c'), 'c.d = 1\nc.e = 2');
    assert.equal(lines(root.member('f')?.value, 'h'), '[f.h]\ni = 1');
  });

  it('never throws, and every place is inside the text', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '[',
        ']',
        '[[',
        ']]',
        '{',
        '}',
        '"',
        "'",
        '"""',
        "'''",
        '=',
        '.',
        ',',
        '#',
        '\n',
        '\r\n',
        '\r',
        ' ',
        '\\',
        'a',
        '1',
      ),
      fc.string({ maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('');
        const { root, problems, comments } = parseToml(text);
        const spans = [...problems.map(({ span }) => span), ...comments.flatMap(({ span, covers }) => [span, covers])];
        const visit = (node: TomlNode): void => {
          spans.push(node, node.outer);
          node.items.forEach(visit);
          for (const { key, value, span, lines } of node.members) {
            spans.push(key.span, span, ...(lines ? [lines] : []));
            visit(value);
          }
        };
        visit(root);
        for (const { start, end } of spans)
          assert.ok(start >= 0 && start <= end && end <= text.length, JSON.stringify([text, start, end]));
      }),
      { numRuns: 3000 },
    );
  });
});
