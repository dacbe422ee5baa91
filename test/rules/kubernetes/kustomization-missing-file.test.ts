import { kustomizationMissingFile } from '../../../server/src/rules/kubernetes/kustomization-missing-file.ts';
import { testRule } from '../../support/rule-tester.ts';

const path = 'app/kustomization.yaml';

testRule(kustomizationMissingFile, {
  clean: [
    { path, code: 'resources:\n- web.yaml\n', beside: ['app/web.yaml'] },
    { path, code: 'resources:\n- ../base\n', beside: ['base/kustomization.yml'] },
    {
      path,
      code: 'resources:\n- https://example.com/org/repo//base?ref=v1\n- github.com/org/repo/deploy\n- git@example.com:org/repo.git\n',
      beside: [],
    },
    // Nobody listed the files.
    { path, code: 'resources:\n- web.yaml\n' },
    // A single file, without those around it.
    { path, code: 'resources:\n- web.yaml\n- api.yaml\n', beside: [] },
    // Outside the workspace.
    { path, code: 'resources:\n- ../../elsewhere\n', beside: [] },
    {
      path,
      code: 'configMapGenerator:\n- name: a\n  files: [settings.json=files/prod.json]\n  envs: [a.env]\n',
      beside: ['app/files/prod.json', 'app/a.env'],
    },
    {
      path,
      code: 'resources: [web.yaml]\nsecretGenerator:\n- name: a\n  envs: [.env]\n',
      beside: ['app/web.yaml'],
    },
    { path, code: 'patches:\n- patch: |-\n    - op: remove\n      path: /a\n  target: { kind: Pod }\n', beside: [] },
    { path, code: 'patchesStrategicMerge:\n- |-\n  apiVersion: v1\n  kind: Pod\n', beside: [] },
    {
      path: 'app/flux.yaml',
      code: 'apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: { name: a }\nspec: { path: ./none }\n',
      beside: [],
    },
  ],
  caught: [
    {
      path,
      code: 'resources:\n- ⟦deploy.yaml⟧ # the program\n',
      beside: ['app/deploys.yaml', 'app/service.yaml'],
      says: 'There is no `deploy.yaml`. Did you mean `deploys.yaml`?',
      fixed: 'resources:\n- deploys.yaml # the program\n',
    },
    {
      path,
      code: 'resources:\n- ⟦web.yaml⟧\n- api.yaml\n',
      beside: ['web.yaml', 'app/api.yaml'],
      says: 'There is no `web.yaml`. Correct the path or delete the entry.',
    },
    {
      path,
      code: 'components: [⟦../logging⟧]\n',
      beside: ['logging/readme.md'],
      says: 'The folder `../logging` has no `kustomization.yaml`. Add one or correct the path.',
    },
    {
      path,
      code: 'patches:\n- path: ⟦"patches/a.yaml"⟧\nconfigMapGenerator:\n- name: a\n  files:\n  - ⟦key=none.txt⟧\n  - b.txt\n',
      beside: ['app/a.yaml', 'app/b.txt'],
      says: [
        'There is no `patches/a.yaml`. Correct the path or delete the entry.',
        'There is no `none.txt`. Correct the path or delete the entry.',
      ],
    },
  ],
});
