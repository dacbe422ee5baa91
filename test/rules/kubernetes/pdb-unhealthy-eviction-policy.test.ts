import { pdbUnhealthyEvictionPolicy } from '../../../server/src/rules/kubernetes/pdb-unhealthy-eviction-policy.ts';
import { testRule } from '../../support/rule-tester.ts';
import { budget } from './replicated.ts';

const says =
  'PodDisruptionBudget `budget` keeps pods that are broken anyway, so draining a node may hang. Set `unhealthyPodEvictionPolicy: AlwaysAllow`.';

testRule(pdbUnhealthyEvictionPolicy, {
  clean: [
    budget('maxUnavailable: 1\nunhealthyPodEvictionPolicy: AlwaysAllow\n'),
    budget('maxUnavailable: 1\nunhealthyPodEvictionPolicy: IfHealthyBudget\n'),
    budget('maxUnavailable: 1\nunhealthyPodEvictionPolicy: {{ .x }}\n'),
    budget('maxUnavailable: {{ .x }}\n'),
    { code: budget('maxUnavailable: 1\n'), kubernetesVersion: '1.26' },
    'apiVersion: example.com/v1\nkind: PodDisruptionBudget\nspec: { maxUnavailable: 1 }\n',
  ],
  caught: [
    {
      code: budget('maxUnavailable: 1 # one\n').replace('spec:', '⟦spec⟧:'),
      says,
      fixed: budget('maxUnavailable: 1 # one\nunhealthyPodEvictionPolicy: AlwaysAllow\n'),
    },
    {
      code: budget('maxUnavailable: 1\n⟦unhealthyPodEvictionPolicy⟧:\n'),
      says,
      fixed: budget('maxUnavailable: 1\nunhealthyPodEvictionPolicy: AlwaysAllow\n'),
    },
    {
      path: 'pdb.json',
      code: '{"kind": "PodDisruptionBudget", "apiVersion": "policy/v1", "metadata": {"name": "budget"}, ⟦"spec"⟧: {"minAvailable": 1}}',
      says,
      fixed:
        '{"kind": "PodDisruptionBudget", "apiVersion": "policy/v1", "metadata": {"name": "budget"}, "spec": {"minAvailable": 1, "unhealthyPodEvictionPolicy": "AlwaysAllow"}}',
    },
  ],
});
