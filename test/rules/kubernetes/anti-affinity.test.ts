import { antiAffinity } from '../../../server/src/rules/kubernetes/anti-affinity.ts';
import { testRule } from '../../support/rule-tester.ts';
import { autoscaler, replicated } from './replicated.ts';

const unset = (replicas = 3, workload = 'Deployment `web`') =>
  `All ${replicas} pods of ${workload} may land on one node. Spread them with \`topologySpreadConstraints\`.`;
const others =
  'The anti-affinity of Deployment `web` keeps away from other pods, not from its own, so all 3 may land on one node. Select its own labels, or add `topologySpreadConstraints`.';
const constraints =
  'topologySpreadConstraints:\n  - maxSkew: 1\n    topologyKey: kubernetes.io/hostname\n    whenUnsatisfiable: ScheduleAnyway\n    labelSelector:\n      matchLabels:\n        app: web\n';
const required = (selector: string) =>
  `affinity:\n  podAntiAffinity:\n    requiredDuringSchedulingIgnoredDuringExecution:\n      - topologyKey: kubernetes.io/hostname\n        labelSelector: ${selector}\n`;
const mark = (text: string, key = 'spec', at = text.lastIndexOf(`${key}:`)) =>
  `${text.slice(0, at)}⟦${key}⟧${text.slice(at + key.length)}`;

testRule(antiAffinity, {
  clean: [
    replicated(''),
    replicated('replicas: 1\n'),
    replicated('replicas: {{ .n }}\n'),
    replicated('replicas: 3\n', constraints),
    replicated('replicas: 3\n', 'topologySpreadConstraints: {{ .c }}\n'),
    replicated('replicas: 3\n', 'affinity: {{ .a }}\n'),
    replicated('replicas: 3\n', required('{ matchLabels: { app: web } }')),
    replicated('replicas: 3\n', required('{ matchExpressions: [{ key: app, operator: In, values: [web] }] }')),
    replicated(
      'replicas: 3\n',
      'affinity: { podAntiAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, podAffinityTerm: { topologyKey: zone, labelSelector: {} } }] } }\n',
    ),
    replicated('replicas: 3\n', '', 'DaemonSet'),
    replicated('replicas: 3\n') + autoscaler('maxReplicas: 3\n'),
  ],
  caught: [
    { code: mark(replicated('replicas: 3\n')), says: unset(), fixed: replicated('replicas: 3\n', constraints) },
    {
      code: mark(replicated('replicas: 2\n', 'restartPolicy: Always # x\n', 'StatefulSet')),
      says: unset(2, 'StatefulSet `web`'),
      fixed: replicated('replicas: 2\n', `restartPolicy: Always # x\n${constraints}`, 'StatefulSet'),
    },
    {
      code: mark(replicated('') + autoscaler('minReplicas: 3\nmaxReplicas: 4\n'), 'spec', replicated('').lastIndexOf('spec:')),
      says: unset(),
      fixed: replicated('', constraints) + autoscaler('minReplicas: 3\nmaxReplicas: 4\n'),
    },
    {
      code: replicated('replicas: 3\n', '⟦affinity⟧:\n  nodeAffinity: {}\n'),
      says: unset(),
      fixed: replicated('replicas: 3\n', `affinity:\n  nodeAffinity: {}\n${constraints}`),
    },
    {
      code: replicated('replicas: 3\n', 'affinity: { ⟦podAntiAffinity⟧: {} }\n'),
      says: unset(),
      fixed: replicated('replicas: 3\n', `affinity: { podAntiAffinity: {} }\n${constraints}`),
    },
    {
      code: replicated(
        'replicas: 3\n',
        required('{ matchLabels: { app: other } }').replace('podAntiAffinity', '⟦podAntiAffinity⟧'),
      ),
      says: others,
      fixed: replicated('replicas: 3\n', `${required('{ matchLabels: { app: other } }')}${constraints}`),
    },
  ],
});
