import { runAsGroupRoot } from '../../../server/src/rules/kubernetes/run-as-group-root.ts';
import { testRule } from '../../support/rule-tester.ts';
import { app, appWith, cronJob, deployment, list, pod } from './pods.ts';

const says = (field: string, subject: string) =>
  `\`${field}: 0\` gives ${subject} the group of root. Choose another group, for example 1000.`;
const supplemental = (workload: string) => `\`supplementalGroups\` gives ${workload} the group of root. Remove the 0.`;

testRule(runAsGroupRoot, {
  clean: [
    pod(app),
    pod(`securityContext: { runAsGroup: 1, fsGroup: 2, supplementalGroups: [3, 4] }\n${app}`),
    pod(appWith('runAsGroup: 10\n')),
    // Not a field of containers.
    pod(appWith('fsGroup: 0\n')),
    pod(`securityContext: { supplementalGroups: "0" }\n${app}`),
    pod(`securityContext:\n  fsGroup: {{ .Values.group }}\n${app}`),
    pod(`hostUsers: false\nsecurityContext: { fsGroup: 0, supplementalGroups: [0] }\n${app}`),
    pod(appWith('runAsUser: 0\n')),
  ],
  caught: [
    {
      code: pod(`securityContext:\n  runAsGroup: ⟦0⟧\n  fsGroup: ⟦0⟧ # volumes\n${app}`),
      says: [says('runAsGroup', 'Pod `web`'), says('fsGroup', 'Pod `web`')],
      fixed: pod(`securityContext:\n  runAsGroup: 1000\n  fsGroup: 1000 # volumes\n${app}`),
      alternatives: {
        'Delete `runAsGroup: 0`': pod(`securityContext:\n  fsGroup: 0 # volumes\n${app}`),
        'Delete `fsGroup: 0`': pod(`securityContext:\n  runAsGroup: 0\n${app}`),
      },
    },
    {
      code: deployment(appWith('runAsGroup: ⟦0⟧\n')),
      says: says('runAsGroup', 'container `app`'),
      fixed: deployment(appWith('runAsGroup: 1000\n')),
      alternatives: { 'Delete `runAsGroup: 0`': deployment(app) },
    },
    {
      code: cronJob(`securityContext:\n  supplementalGroups:\n    - 5\n    - ⟦0⟧\n${app}`),
      says: supplemental('CronJob `web`'),
      fixed: cronJob(`securityContext:\n  supplementalGroups:\n    - 5\n${app}`),
    },
    {
      code: list(`securityContext: { supplementalGroups: [⟦0⟧] }\n${app}`),
      says: supplemental('Pod `web`'),
      fixed: list(app),
    },
    {
      code: pod(`${appWith('{ runAsGroup: ⟦0⟧ }\n', 'initContainers')}${app}`),
      says: says('runAsGroup', 'container `app`'),
      fixed: pod(`${appWith('{ runAsGroup: 1000 }\n', 'initContainers')}${app}`),
    },
    {
      path: 'pod.json',
      code: '{"apiVersion": "v1", "kind": "Pod", "spec": {"securityContext": {"supplementalGroups": [⟦0⟧, 7]}, "containers": []}}',
      says: supplemental('Pod'),
      fixed: '{"apiVersion": "v1", "kind": "Pod", "spec": {"securityContext": {"supplementalGroups": [7]}, "containers": []}}',
    },
  ],
});
