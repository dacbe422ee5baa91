import { hostNetwork } from '../../../server/src/rules/kubernetes/host-network.ts';
import { testRule } from '../../support/rule-tester.ts';
import { cronJob, deployment, list, pod } from './pods.ts';

const says = (workload: string) => `${workload} shares the network of its node. Delete the setting and use a Service.`;
const containers = 'containers:\n  - name: app\n    image: a:1\n';

testRule(hostNetwork, {
  clean: [
    pod(containers),
    pod(`hostNetwork: false\n${containers}`),
    pod(`hostNetwork:\n${containers}`),
    pod(`hostNetwork: "true"\n${containers}`),
    pod(`hostNetwork: {{ .Values.hostNetwork }}\n${containers}`),
    pod('containers:\n  - name: app\n    hostNetwork: true\n'),
    'apiVersion: v1\nkind: Pod\nhostNetwork: true\nspec:\n  containers: []\n',
    'apiVersion: v1\nkind: Service\nmetadata: { name: s }\nspec:\n  hostNetwork: true\n',
    'apiVersion: v1\nkind: ConfigMap\ndata:\n  pod: |\n    hostNetwork: true\n',
    { path: 'pod.json', code: '{"apiVersion": "v1", "kind": "Pod", "spec": {"hostNetwork": false, "containers": []}}' },
  ],
  caught: [
    { code: pod(`hostNetwork: ⟦true⟧\n${containers}`), says: says('Pod `web`'), fixed: pod(containers) },
    { code: pod(`${containers}hostNetwork: ⟦true⟧ # why`), says: says('Pod `web`'), fixed: pod(containers).slice(0, -1) },
    {
      code: deployment(`# the CNI\nhostNetwork: ⟦on⟧\n${containers}`),
      says: says('Deployment `web`'),
      fixed: deployment(`# the CNI\n${containers}`),
    },
    {
      code: cronJob(`dnsPolicy: Default\nhostNetwork: ⟦True⟧\n${containers}`),
      says: says('CronJob `web`'),
      fixed: cronJob(`dnsPolicy: Default\n${containers}`),
    },
    { code: list(`hostNetwork: ⟦true⟧\n${containers}`), says: says('Pod `web`'), fixed: list(containers) },
    {
      code: `apiVersion: apps/v1\nkind: DaemonSet\nspec:\n  template:\n    spec:\n      hostNetwork: ⟦true⟧\n      {{- toYaml .Values.spec | nindent 6 }}\n      hostPID: true\n`,
      says: says('DaemonSet'),
      fixed: `apiVersion: apps/v1\nkind: DaemonSet\nspec:\n  template:\n    spec:\n      {{- toYaml .Values.spec | nindent 6 }}\n      hostPID: true\n`,
    },
    {
      code: 'apiVersion: v1\nkind: PodTemplate\ntemplate: { spec: { hostNetwork: ⟦true⟧, containers: [] } }\n',
      says: says('PodTemplate'),
      fixed: 'apiVersion: v1\nkind: PodTemplate\ntemplate: { spec: { containers: [] } }\n',
    },
    {
      path: 'pod.json',
      code: '{"apiVersion": "v1", "kind": "Pod", "spec": {"containers": [], "hostNetwork": ⟦true⟧}}',
      says: says('Pod'),
      fixed: '{"apiVersion": "v1", "kind": "Pod", "spec": {"containers": []}}',
    },
    {
      code: `${pod(`hostNetwork: ⟦true⟧\n${containers}`)}---\n${pod(`hostNetwork: ⟦true⟧\n${containers}`)}`,
      says: [says('Pod `web`'), says('Pod `web`')],
      fixed: `${pod(containers)}---\n${pod(containers)}`,
    },
    {
      code: `${pod(`hostNetwork: ⟦true⟧\n${containers}`)}  broken\n  other: x\n`,
      says: says('Pod `web`'),
      fixed: `${pod(containers)}  broken\n  other: x\n`,
    },
  ],
});
