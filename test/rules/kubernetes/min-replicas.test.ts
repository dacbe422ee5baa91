import { minReplicas } from '../../../server/src/rules/kubernetes/min-replicas.ts';
import { testRule } from '../../support/rule-tester.ts';
import { autoscaler, replicated } from './replicated.ts';

const single = 'Deployment `web` runs a single pod, so it is down whenever that pod moves. Set `replicas` to 2 or more.';
const scaler = 'HorizontalPodAutoscaler `scaler` may scale down to a single pod. Set `minReplicas` to 2 or more.';
const pinned = (most: string, least: string) =>
  `HorizontalPodAutoscaler \`scaler\` cannot scale, because its \`maxReplicas\` ${most} is not more than its \`minReplicas\` ${least}. Raise it.`;

testRule(minReplicas, {
  clean: [
    replicated('replicas: 2\n'),
    replicated('replicas: 0\n'),
    replicated('replicas: {{ .Values.replicas }}\n'),
    replicated('x: {{ .x }}\n'),
    replicated('replicas: 1\nstrategy: { type: Recreate }\n'),
    replicated('') + autoscaler('minReplicas: 2\nmaxReplicas: 5\n'),
    replicated('replicas: 1\n', '', 'StatefulSet'),
    replicated('replicas: "1"\n'),
    autoscaler('minReplicas: 0\nmaxReplicas: 5\n'),
    'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec: { template: {} }\n',
    'apiVersion: example.com/v1\nkind: Deployment\nspec: { replicas: 1 }\n',
  ],
  caught: [
    { code: replicated('replicas: ⟦1⟧ # cheap\n'), says: single, fixed: replicated('replicas: 2 # cheap\n') },
    { code: replicated('').replace('spec:', '⟦spec⟧:'), says: single, fixed: replicated('replicas: 2\n') },
    { code: replicated('⟦replicas⟧:\n'), says: single, fixed: replicated('replicas: 2\n') },
    {
      code: replicated('replicas: ⟦1⟧\n') + autoscaler('minReplicas: 2\nmaxReplicas: 5\n', 'other'),
      says: single,
      fixed: replicated('replicas: 2\n') + autoscaler('minReplicas: 2\nmaxReplicas: 5\n', 'other'),
    },
    {
      code: 'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec: { replicas: ⟦1⟧ }\n',
      says: single,
      fixed: 'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec: { replicas: 2 }\n',
    },
    {
      code: autoscaler('minReplicas: ⟦1⟧\nmaxReplicas: 5\n'),
      says: scaler,
      fixed: autoscaler('minReplicas: 2\nmaxReplicas: 5\n'),
    },
    {
      code: autoscaler('maxReplicas: 5\n').replace('spec:', '⟦spec⟧:'),
      says: scaler,
      fixed: autoscaler('maxReplicas: 5\nminReplicas: 2\n'),
    },
    {
      code: autoscaler('minReplicas: 3\nmaxReplicas: ⟦3⟧\n'),
      says: pinned('3', '3'),
      fixed: autoscaler('minReplicas: 3\nmaxReplicas: 5\n'),
    },
    {
      path: 'deployment.json',
      code: '{"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": "web"}, "spec": {"replicas": ⟦1⟧, "selector": {}}}',
      says: single,
      fixed:
        '{"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": "web"}, "spec": {"replicas": 2, "selector": {}}}',
    },
  ],
});
