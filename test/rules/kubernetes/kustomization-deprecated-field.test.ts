import { kustomizationDeprecatedField } from '../../../server/src/rules/kubernetes/kustomization-deprecated-field.ts';
import { testRule } from '../../support/rule-tester.ts';

const path = 'kustomization.yaml';

testRule(kustomizationDeprecatedField, {
  clean: [
    { path, code: 'resources: [a.yaml]\nlabels: []\npatches: []\n' },
    { path, code: 'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n' },
    { path: 'app.yaml', code: 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\ndata: { bases: x }\n' },
  ],
  caught: [
    {
      path,
      code: '⟦bases⟧: # below\n- ../base\n',
      says: 'The field `bases` is deprecated. Use `resources`.',
      fixed: 'resources: # below\n- ../base\n',
    },
    {
      path,
      code: 'resources: [a.yaml]\n⟦bases⟧:\n- ../base\n⟦commonLabels⟧: { a: b }\n⟦vars⟧: []\n',
      says: [
        'The field `bases` is deprecated. Use `resources`.',
        'The field `commonLabels` is deprecated. Use `labels`.',
        'The field `vars` is deprecated. Use `replacements`.',
      ],
    },
    {
      path,
      code: '⟦patchesStrategicMerge⟧:\n  - a.yaml # first\n  - "b.yaml"\n',
      says: 'The field `patchesStrategicMerge` is deprecated. Use `patches`.',
      fixed: 'patches:\n  - path: a.yaml # first\n  - path: "b.yaml"\n',
    },
    {
      path: 'a/Kustomization',
      code: 'secretGenerator:\n- name: a\n  ⟦env⟧: a.env\n',
      says: 'The field `env` of a generator is deprecated. Use `envs`, which is a list.',
    },
  ],
});
