import assert from 'node:assert/strict';
import fc from 'fast-check';
import { memberDeletion, parseJson, valueOf, type JsonNode } from '../../server/src/model/json/index.ts';

const plain = (node: JsonNode | undefined): unknown => {
  switch (node?.kind) {
    case 'object':
      return Object.fromEntries(node.members.map(({ key, value }) => [key.text, plain(value)]));
    case 'array':
      return node.items.map(plain);
    case 'string':
      return node.text;
    case 'literal':
      return JSON.parse(node.text);
    default:
      return undefined;
  }
};

const LAYOUT =
  '{\n  "name": "x",\n  "dependencies": {\n    "a": "^1.0.0",\n    "b": "2.x || 3"\n  },\n  "files": [\n    "dist"\n  ],\n  "scripts": {\n    "t": "echo \\"no\\" && exit"\n  }\n}\n';

describe('JSON', () => {
  it('reads valid documents as JSON.parse does', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), fc.constantFrom(undefined, 1, 2, '\t'), (json, indent) => {
        const text = JSON.stringify(JSON.parse(json), null, indent);
        const { root, problems } = parseJson(text);
        assert.deepEqual(problems, []);
        assert.equal(JSON.stringify(plain(root)), JSON.stringify(JSON.parse(text)));
      }),
    );
  });

  it('reports a problem exactly where JSON.parse refuses', () => {
    fc.assert(
      fc.property(
        fc.json(),
        fc.nat(),
        fc.constantFrom('', '"', '{', '}', '[', ']', ',', ':', '\\', '\n', '0'),
        (json, seed, put) => {
          const at = seed % (json.length + 1);
          const text = json.slice(0, at) + put + json.slice(at + (seed % 2));
          let valid = true;
          try {
            JSON.parse(text);
          } catch {
            valid = false;
          }
          const lenient = /\\[^"\\/bfnrtu]|\\u(?![0-9A-Fa-f]{4})|[\t\r]/.test(text);
          if (!lenient) assert.equal(parseJson(text).problems.length === 0, valid, text);
        },
      ),
    );
  });

  it('keeps offsets of strings inside their quotes, behind a byte order mark too', () => {
    const text = '\uFEFF{ "a\\u0062" : "x\\ny" }';
    const member = parseJson(text).root?.members[0];
    assert.equal(member?.key.text, 'ab');
    assert.equal(member.value?.text, 'x\ny');
    assert.equal(text.slice(member.value.start, member.value.end), 'x\\ny');
  });

  it('keeps all keys when any one character is missing', () => {
    const keys = ['name', 'dependencies', 'files', 'scripts'];
    for (let at = 0; at < LAYOUT.length; at++) {
      const text = LAYOUT.slice(0, at) + LAYOUT.slice(at + 1);
      const root = parseJson(text).root;
      const found = keys.filter((key) => valueOf(root, key) !== undefined);
      const lost = keys.filter((key) => !found.includes(key));
      assert.ok(lost.length === 0 || lost.some((key) => !text.includes(key)), `${JSON.stringify(text)} lost ${String(lost)}`);
      const map = root?.members.find(({ value }) => value?.kind === 'object')?.value;
      assert.equal(map?.members.length, 2, JSON.stringify(text));
    }
  });

  it('deletes one member and leaves JSON', () => {
    for (const text of ['{"a":1,"b":2,"c":3}', '{\n  "a": "x",\r\n  "b": {},\n  "c": []\n}', '{ "a": 1 }']) {
      const root = parseJson(text).root;
      assert.ok(root);
      root.members.forEach(({ key }, index) => {
        const cut = memberDeletion(text, root, index);
        assert.ok(cut);
        const left = JSON.parse(text.slice(0, cut.start) + text.slice(cut.end)) as object;
        const { [key.text]: _, ...expected } = JSON.parse(text) as Record<string, unknown>;
        assert.deepEqual(left, expected);
      });
    }
  });

  it('survives anything', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...Array.from('{}[]:,"\\/*\n\r ab1-\0\uFEFF')) }), (text) => {
        for (const { span } of parseJson(text).problems)
          assert.ok(span.start >= 0 && span.start <= span.end && span.end <= text.length);
      }),
      { numRuns: 3000 },
    );
  });

  it('reads deep nesting without recursion', () => {
    const deep = 200_000;
    assert.equal(parseJson('['.repeat(deep)).root?.kind, 'array');
    assert.equal(parseJson('[\n'.repeat(deep) + '}\n'.repeat(deep)).root?.kind, 'array');
    assert.equal(parseJson('{"a":'.repeat(deep) + '1' + '}'.repeat(deep)).root?.kind, 'object');
  });
});
