import { kubeSystemNamespace } from '../../../server/src/rules/kubernetes/kube-system-namespace.ts';
import { testRule } from '../../support/rule-tester.ts';

const says = (workload: string, namespace = 'kube-system') =>
  `${workload} runs in \`${namespace}\`, which belongs to the cluster. Give it a namespace of its own.`;
const pod = (namespace: string, spec = 'containers: []', labels = '') =>
  `apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n  namespace: ${namespace}\n${labels}spec:\n  ${spec}\n`;

testRule(kubeSystemNamespace, {
  clean: [
    pod('web'),
    pod('default'),
    pod('kube-systems'),
    pod('{{ .Release.Namespace }}'),
    pod(''),
    'apiVersion: v1\nkind: Pod\nmetadata:\n  name: kube-system\nspec:\n  containers: []\n',
    pod('kube-system', 'priorityClassName: system-node-critical'),
    pod('kube-system', 'containers: []', '  labels: { component: etcd, tier: control-plane }\n'),
    pod('kube-system', 'containers: []', '  labels: { k8s-app: kube-proxy }\n'),
    'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n  namespace: kube-system\n',
    'apiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nmetadata:\n  name: a\n  namespace: kube-system\n',
  ],
  caught: [
    { code: pod('⟦kube-system⟧ # why'), says: says('Pod `web`') },
    { code: pod('⟦"kube-public"⟧'), says: says('Pod `web`', 'kube-public') },
    { code: pod('⟦kube-node-lease⟧', 'priorityClassName: high'), says: says('Pod `web`', 'kube-node-lease') },
    {
      code: 'apiVersion: v1\nkind: List\nitems:\n- apiVersion: apps/v1\n  kind: DaemonSet\n  metadata: { name: {{ .n }}, namespace: ⟦kube-system⟧ }\n  spec: { template: { spec: { containers: [] } } }\n',
      says: says('DaemonSet'),
    },
    {
      path: 'job.json',
      code: '{"apiVersion": "batch/v1", "kind": "Job", "metadata": {"name": "a", "namespace": ⟦"kube-system"⟧}, "spec": {"template": {"spec": {"containers": []}}}}',
      says: says('Job `a`'),
    },
  ],
});
