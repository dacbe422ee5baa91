import { hostIpc } from '../../../server/src/rules/kubernetes/host-ipc.ts';
import { testRule } from '../../support/rule-tester.ts';
import { cronJob, deployment, list, pod } from './pods.ts';

const says = (workload: string) => `${workload} shares the IPC namespace of its node. Delete the setting.`;
const containers = 'containers:\n  - name: app\n    image: a:1\n';

testRule(hostIpc, {
  clean: [
    pod(containers),
    pod(`hostIPC: false\n${containers}`),
    pod(`hostIPC:\n${containers}`),
    pod(`hostIPC: "true"\n${containers}`),
    pod(`hostIPC: {{ .Values.flag }}\n${containers}`),
    // Not a field of a container, of the resource, or of what is no pod.
    pod('containers:\n  - name: app\n    hostIPC: true\n'),
    'apiVersion: v1\nkind: Pod\nhostIPC: true\nspec:\n  containers: []\n',
    'apiVersion: v1\nkind: Service\nmetadata: { name: s }\nspec:\n  hostIPC: true\n',
    'apiVersion: v1\nkind: ConfigMap\ndata:\n  pod: |\n    hostIPC: true\n',
  ],
  caught: [
    { code: pod(`hostIPC: ⟦true⟧\n${containers}`), says: says('Pod `web`'), fixed: pod(containers) },
    {
      code: deployment(`# the agent\nhostIPC: ⟦on⟧\n${containers}`),
      says: says('Deployment `web`'),
      fixed: deployment(`# the agent\n${containers}`),
    },
    {
      code: cronJob(`dnsPolicy: Default\nhostIPC: ⟦True⟧ # why\n${containers}`),
      says: says('CronJob `web`'),
      fixed: cronJob(`dnsPolicy: Default\n${containers}`),
    },
    { code: list(`hostIPC: ⟦true⟧\n${containers}`), says: says('Pod `web`'), fixed: list(containers) },
    {
      path: 'pod.json',
      code: '{"apiVersion": "v1", "kind": "Pod", "spec": {"containers": [], "hostIPC": ⟦true⟧}}',
      says: says('Pod'),
      fixed: '{"apiVersion": "v1", "kind": "Pod", "spec": {"containers": []}}',
    },
  ],
});
