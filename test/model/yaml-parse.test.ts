import assert from 'node:assert/strict';
import { at, entryOf, HOLE, parseYaml, valueOf, type YamlNode, YAML_PROBLEMS } from '../../server/src/model/yaml/index.ts';

/** The tree as plain data, the way Kubernetes reads it. */
function plain(node: YamlNode | undefined): unknown {
  if (!node) return null;
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'alias') return plain(node.target);
  if (node.kind === 'sequence') return node.items.map(({ value }) => plain(value));
  return Object.fromEntries(node.entries.map(({ key, value }) => [String(plain(key)), plain(value)]));
}

const read = (text: string): unknown => plain(parseYaml(text).documents[0]?.root);
const problems = (text: string): readonly string[] =>
  parseYaml(text).documents.flatMap((document) =>
    document.problems.map(({ code, span }) => `${code} ${text.slice(span.start, span.end)}`),
  );

describe('YAML values', () => {
  const cases: readonly (readonly [string, unknown])[] = [
    ['a: yes', { a: true }],
    ['a: Off', { a: false }],
    ['a: "yes"', { a: 'yes' }],
    ["a: 'it''s'", { a: "it's" }],
    ['a: ~', { a: null }],
    ['a:', { a: null }],
    ['a: 0o17', { a: 15 }],
    ['a: 017', { a: 15 }],
    ['a: 0x1F', { a: 31 }],
    ['a: 1_000', { a: 1000 }],
    ['a: 1e3', { a: 1000 }],
    ['a: -.5', { a: -0.5 }],
    ['a: 1.2.3', { a: '1.2.3' }],
    ['a: 12:30', { a: '12:30' }],
    ['a: 2001-01-01', { a: '2001-01-01' }],
    ['a: !!str 1', { a: '1' }],
    ['a: |\n  x\n   y\n', { a: 'x\n y\n' }],
    ['a: >-\n  x\n  y\n', { a: 'x y' }],
    ['a: "\\u00e9\\n"', { a: 'é\n' }],
    ['- a\n- - b\n  - c\n-\n', ['a', ['b', 'c'], null]],
    ['a: &x [1]\nb: *x', { a: [1], b: [1] }],
    ['{"a": [true, null, "1"]}', { a: [true, null, '1'] }],
    ['\uFEFFa: b', { a: 'b' }],
    ['a: b\rc: d\r', { a: 'b', c: 'd' }],
    ['a: b # c', { a: 'b' }],
    ['a: b#c', { a: 'b#c' }],
  ];
  for (const [text, expected] of cases) it(JSON.stringify(text), () => assert.deepEqual(read(text), expected));
});

describe('YAML spans', () => {
  it('cover exactly the text of keys, values and items', () => {
    const text = '# c\na:   "x y"   # d\nb:\n  - &k one\n  - { c : 2 }\nd: |\n  text\n\n# end\n';
    const [document] = parseYaml(text).documents;
    const of = (node: YamlNode | undefined) => text.slice(node?.span.start, node?.span.end);
    const root = document?.root;
    assert.equal(of(at(root, 'a')), '"x y"');
    assert.equal(of(at(root, 'b')), '- &k one\n  - { c : 2 }');
    assert.equal(of(at(root, 'd')), '|\n  text');
    assert.deepEqual(
      document?.comments.map(({ text: comment }) => comment),
      ['c', 'd', 'end'],
    );
    assert.equal(text.slice(root?.span.start, root?.span.end).startsWith('a:'), true);
  });
});

describe('YAML keys', () => {
  const root = (text: string) => {
    const node = parseYaml(text).documents[0]?.root;
    assert.ok(node?.kind === 'mapping');
    return node;
  };
  it('finds the last of duplicates', () => assert.equal(valueOf(entryOf(root('a: 1\na: 2'), 'a')?.value), 2));
  it('finds what a merge brings in, the own key first', () => {
    const node = root('x: &x { a: 1, b: 1 }\ny:\n  <<: *x\n  b: 2\nz:\n  <<: [*x]\n');
    assert.equal(valueOf(at(node, 'y', 'a')), 1);
    assert.equal(valueOf(at(node, 'y', 'b')), 2);
    assert.equal(valueOf(at(node, 'z', 'b')), 1);
  });
  it('survives an alias bomb and a mapping that merges itself', () => {
    const bomb = Array.from(
      { length: 60 },
      (_, n) => `k${n}: &k${n}\n  <<: [${'*k'.concat(String(n - 1), ', ').repeat(n === 0 ? 0 : 9)}]\n`,
    ).join('');
    assert.equal(at(root(bomb), 'k59', 'missing'), undefined);
    assert.equal(at(root('a: &a\n  <<: *a\n'), 'a', 'b'), undefined);
  });
});

describe('YAML recovery', () => {
  const cases: readonly (readonly [string, unknown, readonly string[]])[] = [
    ['a:\n  hostNet\n  b: 1\n', { a: { hostNet: null, b: 1 } }, ['missing-colon hostNet']],
    ['a:\n  list\n    - b: 1\nc: 2\n', { a: { list: [{ b: 1 }] }, c: 2 }, ['missing-colon list']],
    ['a: "x\nb: 1\nc: "d"\n', { a: 'x', b: 1, c: 'd' }, ['missing-quote "x']],
    ['a: [1, 2\nb: 3\n', { a: [1, 2], b: 3 }, ['missing-bracket [1, 2']],
    ['a:\n  b: 1\n   c: 2\n  d: 3\n', { a: { b: 1, c: 2, d: 3 } }, ['indentation c: 2']],
    ['a: b: c\nd: 1\n', { d: 1 }, ['compact-mapping b']],
    ['a: *x\nb: 1\n', { a: null, b: 1 }, ['unresolved-alias *x']],
    ['a:\n  b:1\n  c: 2\n', { a: { b: 1, c: 2 } }, ['missing-space b:1']],
  ];
  for (const [text, expected, says] of cases) {
    it(`reads around the mistake in ${JSON.stringify(text)}`, () => {
      assert.deepEqual(read(text), expected);
      assert.deepEqual(problems(text), says);
    });
  }
  it('says what to do in every message', () => {
    for (const message of Object.values(YAML_PROBLEMS)) assert.match(message, /^[A-Z].*\.$/);
  });
});

describe('YAML templates', () => {
  const isTemplate = (text: string) => parseYaml(text).documents.some((document) => document.isTemplate);
  for (const text of [
    'a: {{ .x }}\n',
    '{{- if .x }}\na: 1\n{{- end }}\n',
    '- {{ x }}\n',
    'a: "{{ .x | default "y" }}"\n',
    '{% if x %}\na: 1\n{% endif %}\n',
  ]) {
    it(`sees one in ${JSON.stringify(text)}`, () => {
      assert.equal(isTemplate(text), true);
      assert.deepEqual(problems(text), []);
    });
  }
  for (const text of [
    'a: "{{ x }}"\n',
    "a: '{{ x }}'\n",
    '# {{ x }}\na: 1\n',
    'a: |\n  {{ x }}\nb: 1\n',
    '- |\n {{ x }}\n- b\n',
    'a: { b: { c: 1 } }\n',
    'a: b # {{ x }}\n',
  ]) {
    it(`sees none in ${JSON.stringify(text)}`, () => assert.equal(isTemplate(text), false));
  }
  const ACTION = '{{- toYaml .y | nindent 4 }}';
  const unknown = HOLE.repeat(ACTION.length);
  const around: readonly (readonly [about: string, text: string, expected: unknown])[] = [
    ['lines of actions', 'a: 1\n{{- if .x }}\nb: 2\n{{- else }}\nc: 3\n{{- end }}\ne: 4\n', { a: 1, b: 2, c: 3, e: 4 }],
    ['an action that is the value of the key above', `d:\n  ${ACTION}\ne: 4\n`, { d: unknown, e: 4 }],
    ['an action at the left edge that is', `d:\n${ACTION}\ne: 4\n`, { d: unknown.slice(1), e: 4 }],
    ['one inside a condition', `d:\n  {{- if .x }}\n  ${ACTION}\n  {{- end }}\ne: 4\n`, { d: unknown, e: 4 }],
    ['one that the lines below go on with', `d: ${ACTION}\n  e: 4\nf: 5\n`, { d: { e: 4 }, f: 5 }],
    ['one above that the lines below go on with', `d:\n  ${ACTION}\n  e: 4\n`, { d: { e: 4 } }],
    ['one that items go on with', `d: ${ACTION}\n- e: ${ACTION}\n    f: 4\n`, { d: [{ e: { f: 4 } }] }],
    ['a value that is followed by another key', `d: ${ACTION}\n# c\n\n{{ end }}\ne: 4\n`, { d: unknown, e: 4 }],
    ['the last value', `a: 1\nd: ${ACTION}\n`, { a: 1, d: unknown }],
    [
      'control structures, which are no value',
      'd:\n{{- if .x }}\n{{- /* c */}}\n{{- $a := 1 }}\n{{- end }}\ne: 4\n',
      { d: null, e: 4 },
    ],
    [
      'actions at the left edge inside a block scalar',
      'a: |-\n{{- range .x }}\n    b: {\n{{- end }}\n    c\nd: 1\ne: {{ x }}\n',
      undefined,
    ],
    [
      'strings that hold what ends an action',
      'a: {{ "}}" }}\nb: {{`{{ $x }}`}}\nc: 1\n',
      { a: HOLE.repeat(10), b: HOLE.repeat(14), c: 1 },
    ],
    ['an odd quote', "a: {{ x ' }}\nb: 1\n", { a: HOLE.repeat(9), b: 1 }],
    ['comments that hold what ends an action, and documents', 'a: 1\n{{- /* }}\n---\nb: 2\n*/ -}}\nc: 3\n', { a: 1, c: 3 }],
    ['comments of Jinja', '{% if x %}\na: 1\n{# b: 2\n---\nc: { #}\n{% endif %}\nd: 3\n', { a: 1, d: 3 }],
    ['an action over several lines', 'a: 1\n{{- if (or .x\n   .y) }}\nb: 2\n{{- end }}\n', { a: 1, b: 2 }],
    ['a key', '{{ .k }}: 1\nb: 2\n', { [HOLE.repeat(8)]: 1, b: 2 }],
  ];
  for (const [about, text, expected] of around) {
    it(`reads ${about}`, () => {
      assert.deepEqual(problems(text), []);
      if (expected !== undefined) assert.deepEqual(read(text), expected);
    });
  }
  it('keeps the length of a shell array', () => {
    const text = 'a: {{ x }}\nb: |\n  echo ${#list[@]}\n';
    assert.deepEqual(read(text), { a: HOLE.repeat(7), b: 'echo ${#list[@]}\n' });
  });
});

describe('YAML extremes', () => {
  const texts: Readonly<Record<string, string>> = {
    'a 10 MB line': `a: ${'x'.repeat(10_000_000)}`,
    'a 3 MB line': `a: ${'x y '.repeat(750_000)}`,
    'deep flow': '['.repeat(100_000),
    'deep block': Array.from({ length: 1500 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'),
    'deep dashes': '- '.repeat(50_000),
    'many quotes': '"'.repeat(1_000_000),
    'many actions': '{{'.repeat(300_000),
    'many open strings in actions': '{{ ` }}\n'.repeat(50_000),
    'many open comments in actions': '{{/* }}\n'.repeat(50_000),
    'many keys of actions': 'a: {{ x }}\n'.repeat(30_000),
    'many actions in one line': '{{ a }} '.repeat(100_000),
    'NUL bytes': 'a: \0\0\0\n\0b: c\n',
    'many tags': '!a &b '.repeat(50_000),
    'many commas': `[${','.repeat(300_000)}`,
    'question marks': '? '.repeat(20_000),
    colons: ': '.repeat(20_000),
    nothing: '',
    'a lone surrogate': 'a: \uD800\nb: \uDFFF',
  };
  for (const [name, text] of Object.entries(texts)) {
    it(`reads ${name}`, () => {
      const { documents } = parseYaml(text);
      assert.ok(documents.length > 0);
      for (const { problems: found } of documents)
        for (const { span } of found) assert.ok(span.start >= 0 && span.end <= text.length && span.start <= span.end);
    });
  }
  it('notes a bounded number of mistakes', () => {
    const found = parseYaml('"'.repeat(10_000)).documents[0]?.problems ?? [];
    assert.ok(found.length > 0 && found.length <= 20);
    assert.ok(found.every(({ code }) => code === 'unexpected-content' || code === 'missing-space'));
  });
  it('reads 50,000 documents', () => assert.equal(parseYaml('---\na: b\n'.repeat(50_000)).documents.length, 50_000));
});
