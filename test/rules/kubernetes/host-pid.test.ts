import { hostPid } from '../../../server/src/rules/kubernetes/host-pid.ts';
import { testRule } from '../../support/rule-tester.ts';
import { cronJob, deployment, list, pod } from './pods.ts';

const says = (workload: string) => `${workload} sees and can signal the processes of its node. Delete the setting.`;
const containers = 'containers:\n  - name: app\n    image: a:1\n';

testRule(hostPid, {
  clean: [
    pod(containers),
    pod(`hostPID: false\n${containers}`),
    pod(`hostPID:\n${containers}`),
    pod(`hostPID: "true"\n${containers}`),
    pod(`hostPID: {{ .Values.flag }}\n${containers}`),
    // Not a field of a container, of the resource, or of what is no pod.
    pod('containers:\n  - name: app\n    hostPID: true\n'),
    'apiVersion: v1\nkind: Pod\nhostPID: true\nspec:\n  containers: []\n',
    'apiVersion: v1\nkind: Service\nmetadata: { name: s }\nspec:\n  hostPID: true\n',
    'apiVersion: v1\nkind: ConfigMap\ndata:\n  pod: |\n    hostPID: true\n',
  ],
  caught: [
    { code: pod(`hostPID: ⟦true⟧\n${containers}`), says: says('Pod `web`'), fixed: pod(containers) },
    {
      code: deployment(`# the agent\nhostPID: ⟦on⟧\n${containers}`),
      says: says('Deployment `web`'),
      fixed: deployment(`# the agent\n${containers}`),
    },
    {
      code: cronJob(`dnsPolicy: Default\nhostPID: ⟦True⟧ # why\n${containers}`),
      says: says('CronJob `web`'),
      fixed: cronJob(`dnsPolicy: Default\n${containers}`),
    },
    { code: list(`hostPID: ⟦true⟧\n${containers}`), says: says('Pod `web`'), fixed: list(containers) },
    {
      path: 'pod.json',
      code: '{"apiVersion": "v1", "kind": "Pod", "spec": {"containers": [], "hostPID": ⟦true⟧}}',
      says: says('Pod'),
      fixed: '{"apiVersion": "v1", "kind": "Pod", "spec": {"containers": []}}',
    },
  ],
});
