import { hpaReplicasConflict } from '../../../server/src/rules/kubernetes/hpa-replicas-conflict.ts';
import { testRule } from '../../support/rule-tester.ts';
import { autoscaler, replicated } from './replicated.ts';

const says = (workload = 'Deployment `web`', kind = 'HorizontalPodAutoscaler') =>
  `${workload} sets \`replicas\`, which ${kind} \`scaler\` changes; each apply undoes that. Delete the key.`;
const scaler = autoscaler('minReplicas: 2\nmaxReplicas: 5\n');
const keda =
  '---\napiVersion: keda.sh/v1alpha1\nkind: ScaledObject\nmetadata:\n  name: scaler\nspec:\n  scaleTargetRef: { name: web }\n';

testRule(hpaReplicasConflict, {
  clean: [
    replicated('') + scaler,
    replicated('replicas: 3\n'),
    replicated('replicas: 0\n') + scaler,
    replicated('replicas: {{ .Values.replicas }}\n') + scaler,
    replicated('replicas:\n') + scaler,
    replicated('replicas: 3\n') + autoscaler('maxReplicas: 5\n', 'other'),
    replicated('replicas: 3\n') + autoscaler('maxReplicas: 5\n', 'web', 'StatefulSet'),
    replicated('replicas: 3\n').replace('name: web', 'name: web\n  namespace: a') + scaler,
  ],
  caught: [
    { code: replicated('⟦replicas⟧: 3 # few\n') + scaler, says: says(), fixed: replicated('') + scaler },
    {
      code: `${scaler.slice(4)}---\n${replicated('⟦replicas⟧: 1\nminReadySeconds: 1\n')}`,
      says: says(),
      fixed: `${scaler.slice(4)}---\n${replicated('minReadySeconds: 1\n')}`,
    },
    {
      code: replicated('⟦replicas⟧: 3\n', '', 'StatefulSet') + autoscaler('maxReplicas: 5\n', 'web', 'StatefulSet'),
      says: says('StatefulSet `web`'),
      fixed: replicated('', '', 'StatefulSet') + autoscaler('maxReplicas: 5\n', 'web', 'StatefulSet'),
    },
    {
      code: replicated('⟦replicas⟧: 3\n') + keda,
      says: says('Deployment `web`', 'ScaledObject'),
      fixed: replicated('') + keda,
    },
  ],
});
