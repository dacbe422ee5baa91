import { yamlSortedKeys } from '../../../server/src/rules/kubernetes/yaml-sorted-keys.ts';
import { testRule } from '../../support/rule-tester.ts';

const says = (key: string, previous: string) => `The key \`${key}\` stands after \`${previous}\`. Sort the keys of this mapping.`;

testRule(yamlSortedKeys, {
  clean: [
    'apiVersion: v1\nkind: Pod\nmetadata:\n  labels: { a: b, c: d }\n  name: web\nspec:\n  containers:\n    - image: a\n      name: b\n',
    'apiVersion: v1\nkind: ConfigMap\nmetadata: {}\n',
    'apiVersion: v1\nkind: Pod\nmetadata:\n  name: {{ .name }}\n  labels: {}\n',
    'apiVersion: v1\nkind: Pod\nmetadata: &m\n  name: a\nspec:\n  a: b\n  <<: *m\n  c: d\n',
  ],
  caught: [
    {
      code: 'kind: Pod\n⟦apiVersion⟧: v1\nmetadata:\n  name: web\n  ⟦labels⟧: {}\n  annotations: {}\n',
      says: [says('apiVersion', 'kind'), says('labels', 'name')],
    },
    { code: 'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - name: a\n      ⟦image⟧: b\n', says: says('image', 'name') },
    { code: 'apiVersion: v1\ndata: { b: c, ⟦"a"⟧: d }\nkind: ConfigMap\n', says: says('a', 'b') },
    {
      path: 'a.json',
      code: '{"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "a", ⟦"labels"⟧: {}}}',
      says: says('labels', 'name'),
    },
  ],
});
