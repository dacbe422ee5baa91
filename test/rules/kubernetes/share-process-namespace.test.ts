import { shareProcessNamespace } from '../../../server/src/rules/kubernetes/share-process-namespace.ts';
import { testRule } from '../../support/rule-tester.ts';
import { cronJob, deployment, list, pod } from './pods.ts';

const says = (workload: string) => `The containers of ${workload} see the processes of each other. Delete the setting.`;
const containers = 'containers:\n  - name: app\n    image: a:1\n';

testRule(shareProcessNamespace, {
  clean: [
    pod(containers),
    pod(`shareProcessNamespace: false\n${containers}`),
    pod(`shareProcessNamespace:\n${containers}`),
    pod(`shareProcessNamespace: "true"\n${containers}`),
    pod(`shareProcessNamespace: {{ .Values.flag }}\n${containers}`),
    // Not a field of a container, of the resource, or of what is no pod.
    pod('containers:\n  - name: app\n    shareProcessNamespace: true\n'),
    'apiVersion: v1\nkind: Pod\nshareProcessNamespace: true\nspec:\n  containers: []\n',
    'apiVersion: v1\nkind: Service\nmetadata: { name: s }\nspec:\n  shareProcessNamespace: true\n',
    'apiVersion: v1\nkind: ConfigMap\ndata:\n  pod: |\n    shareProcessNamespace: true\n',
  ],
  caught: [
    { code: pod(`shareProcessNamespace: ⟦true⟧\n${containers}`), says: says('Pod `web`'), fixed: pod(containers) },
    {
      code: deployment(`# the agent\nshareProcessNamespace: ⟦on⟧\n${containers}`),
      says: says('Deployment `web`'),
      fixed: deployment(`# the agent\n${containers}`),
    },
    {
      code: cronJob(`dnsPolicy: Default\nshareProcessNamespace: ⟦True⟧ # why\n${containers}`),
      says: says('CronJob `web`'),
      fixed: cronJob(`dnsPolicy: Default\n${containers}`),
    },
    { code: list(`shareProcessNamespace: ⟦true⟧\n${containers}`), says: says('Pod `web`'), fixed: list(containers) },
    {
      path: 'pod.json',
      code: '{"apiVersion": "v1", "kind": "Pod", "spec": {"containers": [], "shareProcessNamespace": ⟦true⟧}}',
      says: says('Pod'),
      fixed: '{"apiVersion": "v1", "kind": "Pod", "spec": {"containers": []}}',
    },
  ],
});
