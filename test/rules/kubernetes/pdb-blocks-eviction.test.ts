import { pdbBlocksEviction } from '../../../server/src/rules/kubernetes/pdb-blocks-eviction.ts';
import { testRule } from '../../support/rule-tester.ts';
import { autoscaler, budget, replicated } from './replicated.ts';

const selector = 'selector: { matchLabels: { app: web } }\n';
const none = (field: string, value: string) =>
  `\`${field}: ${value}\` lets no pod go, so draining a node hangs. Use \`maxUnavailable: 1\`.`;
const all = (replicas: number, value: string, workload = 'Deployment `web`') =>
  `${workload} has ${replicas} pods at its fewest, and \`minAvailable: ${value}\` keeps all of them, so draining a node hangs. Use \`maxUnavailable: 1\`.`;

testRule(pdbBlocksEviction, {
  clean: [
    budget(`maxUnavailable: 1\n${selector}`),
    budget(`maxUnavailable: "1"\n${selector}`),
    budget(`maxUnavailable: few\n${selector}`),
    budget(`maxUnavailable: 10%\n${selector}`),
    budget(`minAvailable: 1\n${selector}`),
    budget(`minAvailable: 50%\n${selector}`) + '---\n' + replicated('replicas: 2\n'),
    budget(`minAvailable: {{ .Values.min }}\n${selector}`),
    budget(`maxUnavailable: {{ .Values.max }}\n${selector}`),
    budget(`minAvailable: 2\n${selector}`) + '---\n' + replicated('replicas: 3\n'),
    budget(`minAvailable: 2\n${selector}`) + '---\n' + replicated('replicas: {{ .n }}\n'),
    budget(`minAvailable: 2\n${selector}`) + '---\n' + replicated('').replace('app: web\n    spec', 'app: other\n    spec'),
    budget(`minAvailable: 0\n${selector}`) + '---\n' + replicated('replicas: 1\n'),
    budget(`minAvailable: 2\n${selector}`) +
      '---\n' +
      replicated('replicas: 1\n') +
      autoscaler('minReplicas: 3\nmaxReplicas: 9\n'),
    budget(`minAvailable: 1\n${selector}`) + '---\n' + replicated('replicas: 0\n'),
    'apiVersion: example.com/v1\nkind: PodDisruptionBudget\nspec: { maxUnavailable: 0 }\n',
  ],
  caught: [
    {
      code: budget(`maxUnavailable: ⟦"0"⟧\n${selector}`),
      says: none('maxUnavailable', '0'),
      fixed: budget(`maxUnavailable: 1\n${selector}`),
    },
    {
      code: budget(`maxUnavailable: ⟦0⟧ # never\n${selector}`),
      says: none('maxUnavailable', '0'),
      fixed: budget(`maxUnavailable: 1 # never\n${selector}`),
    },
    {
      code: budget(`maxUnavailable: ⟦"0%"⟧\n${selector}`),
      says: none('maxUnavailable', '0%'),
      fixed: budget(`maxUnavailable: 1\n${selector}`),
    },
    {
      code: budget(`minAvailable: ⟦100%⟧\n${selector}`),
      says: none('minAvailable', '100%'),
      fixed: budget(`maxUnavailable: 1\n${selector}`),
    },
    {
      code: budget(`minAvailable: ⟦2⟧\n${selector}`) + '---\n' + replicated('replicas: 2\n'),
      says: all(2, '2'),
      fixed: budget(`maxUnavailable: 1\n${selector}`) + '---\n' + replicated('replicas: 2\n'),
    },
    {
      code: replicated('', '', 'StatefulSet') + budget(`${selector}minAvailable: ⟦1⟧\n`),
      says: all(1, '1', 'StatefulSet `web`'),
      fixed: replicated('', '', 'StatefulSet') + budget(`${selector}maxUnavailable: 1\n`),
    },
    {
      code: budget(`minAvailable: ⟦75%⟧\n${selector}`) + '---\n' + replicated('replicas: 2\n'),
      says: all(2, '75%'),
      fixed: budget(`maxUnavailable: 1\n${selector}`) + '---\n' + replicated('replicas: 2\n'),
    },
    {
      code: budget(`minAvailable: ⟦3⟧\n${selector}`) + '---\n' + replicated('') + autoscaler('minReplicas: 2\nmaxReplicas: 9\n'),
      says: all(2, '3'),
      fixed: budget(`maxUnavailable: 1\n${selector}`) + '---\n' + replicated('') + autoscaler('minReplicas: 2\nmaxReplicas: 9\n'),
    },
    {
      code: budget(`minAvailable: 1\n⟦maxUnavailable⟧: 1\n${selector}`),
      says: 'A PodDisruptionBudget may set only one of `minAvailable` and `maxUnavailable`. Kubernetes rejects both; delete one.',
    },
    {
      code: budget(selector).replace('spec:', '⟦spec⟧:'),
      says: 'PodDisruptionBudget `budget` says neither how many pods must stay nor how many may go. Set `maxUnavailable: 1`.',
      fixed: budget(`${selector}maxUnavailable: 1\n`),
    },
    {
      path: 'pdb.json',
      code: '{"apiVersion": "policy/v1", "kind": "PodDisruptionBudget", "spec": {"maxUnavailable": ⟦0⟧, "selector": {}}}',
      says: none('maxUnavailable', '0'),
      fixed: '{"apiVersion": "policy/v1", "kind": "PodDisruptionBudget", "spec": {"maxUnavailable": 1, "selector": {}}}',
    },
  ],
});
