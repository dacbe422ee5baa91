import assert from 'node:assert/strict';
import { isTarget, parseKubernetes, patched, type PatchTarget } from '../../server/src/model/kubernetes/index.ts';
import { asMapping, parseYaml, type YamlNode } from '../../server/src/model/yaml/index.ts';

function plain(node: YamlNode | undefined): unknown {
  if (!node) return null;
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'alias') return plain(node.target);
  if (node.kind === 'sequence') return node.items.map(({ value }) => plain(value));
  return Object.fromEntries(node.entries.map(({ key, value }) => [String(plain(key)), plain(value)]));
}

const rootOf = (text: string): YamlNode => {
  const root = parseYaml(text).documents[0]?.root;
  assert.ok(root);
  return root;
};

function after(object: string, patch: string): unknown {
  const base = asMapping(rootOf(object));
  assert.ok(base);
  const result = patched(base, rootOf(patch));
  return result && plain(result);
}

describe('strategic merge patches', () => {
  const cases: readonly (readonly [about: string, object: string, patch: string, expected: unknown])[] = [
    ['set fields', '{ a: 1, b: { c: 2 } }', '{ b: { d: 3 }, e: 4 }', { a: 1, b: { c: 2, d: 3 }, e: 4 }],
    ['replace values', '{ a: 1, b: 2 }', '{ b: [3] }', { a: 1, b: [3] }],
    ['make what was nothing', 'a:\n', '{ a: { b: 1 } }', { a: { b: 1 } }],
    ['take fields out', '{ a: 1, b: 2 }', 'b: null\n', { a: 1 }],
    ['take fields out by a directive', '{ a: { b: 1 }, c: 2 }', '{ a: { $patch: delete } }', { c: 2 }],
    ['replace mappings by a directive', '{ a: { b: 1 } }', '{ a: { $patch: replace, c: 2 } }', { a: { c: 2 } }],
    ['delete objects', '{ a: 1 }', '{ $patch: delete }', undefined],
    [
      'merge containers by name',
      '{ containers: [{ name: a, image: x }, { name: b }] }',
      '{ containers: [{ name: b, image: z }, { name: c }] }',
      { containers: [{ name: 'a', image: 'x' }, { name: 'b', image: 'z' }, { name: 'c' }] },
    ],
    [
      'take containers out',
      '{ containers: [{ name: a }, { name: b }] }',
      '{ containers: [{ name: a, $patch: delete }] }',
      { containers: [{ name: 'b' }] },
    ],
    [
      'merge ports by number',
      '{ ports: [{ port: 80 }, { port: 81 }] }',
      '{ ports: [{ port: 81, name: a }] }',
      { ports: [{ port: 80 }, { port: 81, name: 'a' }] },
    ],
    [
      'replace lists that have no key',
      '{ args: [a, b], tolerations: [{ key: a }] }',
      '{ args: [c], tolerations: [{ key: b }] }',
      { args: ['c'], tolerations: [{ key: 'b' }] },
    ],
    ['win over merge keys', 'w: &w { a: 1 }\nz: { <<: *w }\n', '{ z: { a: 2 } }', { w: { a: 1 }, z: { '<<': { a: 1 }, a: 2 } }],
    ['say nothing by a scalar', '{ a: 1 }', 'text', { a: 1 }],
  ];
  for (const [about, object, patch, expected] of cases)
    it(about, () => {
      assert.deepEqual(after(object, patch), expected);
    });

  it('leave everything of the object where it is', () => {
    const text = '# c\na: { b: 1 }\nd: 2\n';
    const base = asMapping(rootOf(text));
    assert.ok(base);
    const result = patched(base, rootOf('a: { c: 3 }\ne: { f: [4] }\n'));
    assert.deepEqual(
      result?.entries.map(({ span }) => text.slice(span.start, span.end)),
      ['a: { b: 1 }', 'd: 2', ''],
    );
    for (const { value } of result.entries) assert.ok(value && value.span.end <= text.length);
  });
});

describe('JSON patches', () => {
  const OBJECT = '{ a: { b: 1 }, l: [{ c: 1 }, { c: 2 }], "x/y": 3 }';
  const whole = { a: { b: 1 }, l: [{ c: 1 }, { c: 2 }], 'x/y': 3 };
  const cases: readonly (readonly [about: string, operations: string, expected: unknown])[] = [
    ['add fields', '[{ op: add, path: /a/d, value: 2 }]', { ...whole, a: { b: 1, d: 2 } }],
    [
      'replace values',
      '[{ op: test, path: /a, value: 1 }, { op: replace, path: /a/b, value: [2] }]',
      { ...whole, a: { b: [2] } },
    ],
    ['take fields out', '[{ op: remove, path: /a }]', { l: whole.l, 'x/y': 3 }],
    [
      'add items',
      '[{ op: add, path: /l/0, value: x }, { op: add, path: /l/-, value: z }]',
      { ...whole, l: ['x', ...whole.l, 'z'] },
    ],
    ['change items', '[{ op: add, path: /l/1/d, value: x }]', { ...whole, l: [{ c: 1 }, { c: 2, d: 'x' }] }],
    ['take items out', '[{ op: remove, path: /l/0 }]', { ...whole, l: [{ c: 2 }] }],
    ['read escaped names', '[{ op: replace, path: /x~1y, value: 4 }]', { ...whole, 'x/y': 4 }],
    ['change nothing where a path leads nowhere', '[{ op: remove, path: /a }, { op: add, path: /q/r, value: 1 }]', whole],
    ['change nothing where an operation is not known', '[{ op: move, from: /a, path: /q }]', whole],
    ['change nothing without a path', '[{ op: add, value: 1 }, x]', whole],
  ];
  for (const [about, operations, expected] of cases)
    it(about, () => {
      assert.deepEqual(after(OBJECT, operations), expected);
    });
});

describe('targets of patches', () => {
  const [web] = parseKubernetes(
    'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web-api, namespace: shop, labels: { tier: front } }\n',
  ).resources;
  assert.ok(web);
  const cases: readonly (readonly [target: PatchTarget, expected: boolean])[] = [
    [{}, true],
    [{ kind: 'Deployment', group: 'apps', version: 'v1' }, true],
    [{ kind: 'StatefulSet' }, false],
    [{ name: 'web-api' }, true],
    [{ name: 'web' }, false],
    [{ name: 'web.*' }, true],
    [{ name: '.*-api' }, true],
    [{ name: '^w.*b.*i$' }, true],
    [{ name: 'web-api.*web-api' }, false],
    [{ name: '(api|web-api)' }, true],
    [{ kind: 'StatefulSet|Deployment' }, true],
    // Too clever to be sure.
    [{ name: '[a-z-]+' }, false],
    [{ namespace: 'shop' }, true],
    [{ labelSelector: 'tier=front' }, true],
    [{ labelSelector: 'tier == front, tier' }, true],
    [{ labelSelector: 'tier!=front' }, false],
    [{ labelSelector: 'app=web' }, false],
    [{ annotationSelector: 'a=b' }, false],
  ];
  for (const [target, expected] of cases)
    it(JSON.stringify(target), () => {
      assert.equal(isTarget(web, target), expected);
    });
});
