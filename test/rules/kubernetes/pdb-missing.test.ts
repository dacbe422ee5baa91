import { pdbMissing } from '../../../server/src/rules/kubernetes/pdb-missing.ts';
import { testRule } from '../../support/rule-tester.ts';
import { autoscaler, budget, replicated } from './replicated.ts';

const says = (workload = 'Deployment `web`') =>
  `All pods of ${workload} may be evicted at once. Add a PodDisruptionBudget that selects them.`;
const selecting = (selector: string) => budget(`maxUnavailable: 1\nselector: ${selector}\n`);
const own = (name = 'web') =>
  `---\napiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata:\n  name: ${name}\nspec:\n  maxUnavailable: 1\n  unhealthyPodEvictionPolicy: AlwaysAllow\n  selector:\n    matchLabels:\n      app: web\n`;
const mark = (text: string) => text.replace('web', '⟦web⟧');

testRule(pdbMissing, {
  clean: [
    replicated(''),
    replicated('replicas: 1\n'),
    replicated('replicas: {{ .Values.replicas }}\n'),
    replicated('replicas: 3\n') + selecting('{ matchLabels: { app: web } }'),
    replicated('replicas: 3\n') + selecting('{}'),
    replicated('replicas: 3\n') + selecting('{ matchExpressions: [{ key: app, operator: In, values: [api, web] }] }'),
    replicated('replicas: 3\n', '', 'DaemonSet'),
    replicated('replicas: 3\n') + autoscaler('maxReplicas: 4\n'),
  ],
  caught: [
    { code: mark(replicated('replicas: 3\n')), says: says(), fixed: replicated('replicas: 3\n') + own() },
    {
      code: mark(replicated('replicas: 2\n', '', 'StatefulSet')) + selecting('{ matchLabels: { app: other } }'),
      says: says('StatefulSet `web`'),
      fixed: replicated('replicas: 2\n', '', 'StatefulSet') + own() + selecting('{ matchLabels: { app: other } }'),
    },
    {
      code: mark(replicated('')) + autoscaler('minReplicas: 2\nmaxReplicas: 4\n'),
      says: says(),
      fixed: replicated('') + own() + autoscaler('minReplicas: 2\nmaxReplicas: 4\n'),
    },
    {
      code: mark(replicated('replicas: 3\n')) + selecting('{ matchExpressions: [{ key: app, operator: NotIn, values: [web] }] }'),
      says: says(),
      fixed:
        replicated('replicas: 3\n') + own() + selecting('{ matchExpressions: [{ key: app, operator: NotIn, values: [web] }] }'),
    },
    {
      path: 'deployment.json',
      code: '{"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": ⟦"web"⟧}, "spec": {"replicas": 2, "selector": {}, "template": {"spec": {"containers": []}}}}',
      says: says(),
    },
  ],
});
