import { duplicateResource } from '../../../server/src/rules/kubernetes/duplicate-resource.ts';
import { testRule } from '../../support/rule-tester.ts';
import { documents, named } from './cross-file.ts';

const map = (name: string, more = ''): string => named('v1', 'ConfigMap', name, more);

testRule(duplicateResource, {
  clean: [
    documents(map('a'), map('b')),
    documents(map('a'), named('v1', 'Secret', 'a')),
    documents(
      'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a, namespace: x }\n',
      'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a, namespace: y }\n',
    ),
    documents(
      'apiVersion: v1\nkind: Pod\nmetadata: { generateName: a- }\n',
      'apiVersion: v1\nkind: Pod\nmetadata: { generateName: a- }\n',
    ),
    documents(map('{{ .Values.name }}'), map('{{ .Values.name }}')),
    { code: map('a'), files: { 'other/a.yaml': map('a') } },
    // Files of a folder that repeat each other are alternatives.
    { path: 'k8s/z.yaml', code: documents(map('a'), map('b')), files: { 'k8s/a.yaml': documents(map('a'), map('b')) } },
    // Overlays are alternatives; a patch changes what its base defines.
    {
      path: 'prod/extra.yaml',
      code: map('a'),
      files: {
        'base/kustomization.yaml': 'resources: [b.yaml]\n',
        'base/b.yaml': map('b'),
        'prod/kustomization.yaml': 'resources: [../base, extra.yaml]\n',
        'dev/kustomization.yaml': 'resources: [../base, extra.yaml]\n',
        'dev/extra.yaml': map('a'),
      },
    },
    {
      path: 'base/a.yaml',
      code: map('a'),
      files: {
        'base/kustomization.yaml': 'resources: [a.yaml]\npatches: [{ path: a-patch.yaml }]\n',
        'base/a-patch.yaml': map('a'),
      },
    },
  ],
  caught: [
    {
      code: documents(map('a'), map('b'), map('⟦a⟧')),
      says: 'ConfigMap `a` is defined a second time here. One overwrites the other. Rename or delete one.',
    },
    {
      path: 'base/x.yaml',
      code: map('⟦a⟧'),
      files: { 'base/kustomization.yaml': 'resources: [a.yaml, x.yaml]\n', 'base/a.yaml': map('a') },
      says: 'ConfigMap `a` is also defined in base/a.yaml. One overwrites the other. Rename or delete one.',
    },
    {
      path: 'k8s/z.yaml',
      code: map('⟦a⟧'),
      files: { 'k8s/a.yaml': map('a') },
      severity: 'info',
      says: 'ConfigMap `a` is also defined in k8s/a.yaml. One overwrites the other. Rename or delete one.',
    },
  ],
});
