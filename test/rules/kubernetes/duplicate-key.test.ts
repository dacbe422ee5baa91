import { duplicateKey } from '../../../server/src/rules/kubernetes/duplicate-key.ts';
import { testRule } from '../../support/rule-tester.ts';

const same = (key: string) => `The key \`${key}\` stands twice in this mapping, with the same value. Delete one.`;
const other = (key: string) =>
  `The key \`${key}\` stands twice in this mapping. Kubernetes rejects the file or uses only this last value.`;
const map = (data: string) => `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: c\ndata:\n${data}`;

testRule(duplicateKey, {
  clean: [
    map('  a: 1\n  b: 1\n'),
    map('  a: 1\n  A: 1\n'),
    map('  a: { x: 1 }\n  b: { x: 1 }\n'),
    map('  {{- if .x }}\n  a: 1\n  {{- else }}\n  a: 2\n  {{- end }}\n'),
    map('  a: |\n    x: 1\n    x: 2\n'),
    `${map('  a: 1\n')}---\n${map('  a: 1\n')}`,
    map('  x: &a { k: 1 }\n  y: &b { l: 1 }\n  z:\n    <<: *a\n    <<: *b\n'),
    map('  # a: 1\n  a: 1\n'),
    'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - name: a\n    - name: a\n',
  ],
  caught: [
    { code: map('  a: x\n  b: z\n  ⟦a⟧: x # twice\n'), says: same('a'), fixed: map('  a: x\n  b: z\n') },
    {
      code: map('  a: 1\n  b: 2\n  ⟦a⟧: 3\n'),
      says: other('a'),
      fixed: map('  b: 2\n  a: 3\n'),
      alternatives: { 'Delete this value': map('  a: 1\n  b: 2\n') },
    },
    {
      code: 'apiVersion: v1\nkind: Pod\nmetadata:\n  labels: { app: a, ⟦app⟧: a }\n',
      says: same('app'),
      fixed: 'apiVersion: v1\nkind: Pod\nmetadata:\n  labels: { app: a }\n',
    },
    {
      code: 'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - name: a\n      env: []\n      ⟦name⟧: b\n',
      says: other('name'),
      fixed: 'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - env: []\n      name: b\n',
      alternatives: { 'Delete this value': 'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - name: a\n      env: []\n' },
    },
    {
      code: `${map('  a: 1\n')}---\n${map("  a: 1\n  ⟦'a'⟧: 1\n")}`,
      says: same('a'),
      fixed: `${map('  a: 1\n')}---\n${map('  a: 1\n')}`,
    },
    { code: map('  a: 1\n  ⟦a⟧: 1\n  ⟦a⟧: 1\n'), says: [same('a'), same('a')], fixed: map('  a: 1\n') },
    {
      code: 'kind: ConfigMap\napiVersion: v1\ndata:\n  a:\n    x\n  ⟦a⟧:\n    x',
      says: same('a'),
      fixed: 'kind: ConfigMap\napiVersion: v1\ndata:\n  a:\n    x',
    },
    {
      path: 'map.json',
      code: '{"apiVersion": "v1", "kind": "ConfigMap", "data": {"a": "1", ⟦"a"⟧: "1"}}',
      says: same('a'),
      fixed: '{"apiVersion": "v1", "kind": "ConfigMap", "data": {"a": "1"}}',
    },
  ],
});
