import { rollingUpdate } from '../../../server/src/rules/kubernetes/rolling-update.ts';
import { testRule } from '../../support/rule-tester.ts';
import { replicated } from './replicated.ts';

const recreate =
  'Deployment `web` stops all of its pods before it starts new ones, so each update is an outage. Use `RollingUpdate`.';
const manual = (workload: string) => `${workload} is only updated where somebody deletes its pods. Use \`RollingUpdate\`.`;

testRule(rollingUpdate, {
  clean: [
    replicated(''),
    replicated('strategy: { type: RollingUpdate }\n'),
    replicated('strategy: { rollingUpdate: { maxSurge: 1 } }\n'),
    replicated('strategy: { type: {{ .type }} }\n'),
    replicated('strategy: { type: Recreate }\n', 'volumes:\n  - name: data\n    persistentVolumeClaim: { claimName: data }\n'),
    replicated('updateStrategy: { type: RollingUpdate }\n', '', 'DaemonSet'),
    replicated('updateStrategy: { type: Recreate }\n'),
    'apiVersion: argoproj.io/v1alpha1\nkind: Rollout\nspec:\n  strategy: { type: Recreate }\n  template: { spec: {} }\n',
  ],
  caught: [
    {
      code: replicated('strategy:\n  type: ⟦Recreate⟧ # old\n'),
      says: recreate,
      fixed: replicated('strategy:\n  type: RollingUpdate # old\n'),
    },
    {
      code: replicated('strategy: { type: ⟦"Recreate"⟧ }\n', 'volumes:\n  - name: tmp\n    emptyDir: {}\n'),
      says: recreate,
      fixed: replicated('strategy: { type: RollingUpdate }\n', 'volumes:\n  - name: tmp\n    emptyDir: {}\n'),
    },
    {
      code: replicated('updateStrategy:\n  type: ⟦OnDelete⟧\n', '', 'DaemonSet'),
      says: manual('DaemonSet `web`'),
      fixed: replicated('updateStrategy:\n  type: RollingUpdate\n', '', 'DaemonSet'),
    },
    {
      code: replicated('updateStrategy:\n  type: ⟦OnDelete⟧\n', '', 'StatefulSet'),
      says: manual('StatefulSet `web`'),
      fixed: replicated('updateStrategy:\n  type: RollingUpdate\n', '', 'StatefulSet'),
    },
    {
      path: 'deployment.json',
      code: '{"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": "web"}, "spec": {"strategy": {"type": ⟦"Recreate"⟧}, "template": {"spec": {}}}}',
      says: recreate,
      fixed:
        '{"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": "web"}, "spec": {"strategy": {"type": "RollingUpdate"}, "template": {"spec": {}}}}',
    },
  ],
});
