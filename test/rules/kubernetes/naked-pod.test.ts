import { nakedPod } from '../../../server/src/rules/kubernetes/naked-pod.ts';
import { testRule } from '../../support/rule-tester.ts';
import { cronJob, deployment, list, pod } from './pods.ts';

const app = 'containers:\n  - name: app\n    image: a:1\n';
const meta = (lines: string) => pod(app).replace('name: web\n', `name: web\n${lines}`);
const service = 'Pod `web` is not started again when its node fails. Use a Deployment, StatefulSet or DaemonSet.';
const task = 'Pod `web` runs once and is not tried again when its node fails. Use a Job.';

testRule(nakedPod, {
  clean: [
    deployment(app),
    cronJob(app),
    pod(`x: {{ .x }}\n${app}`),
    meta('  annotations: { kubernetes.io/config.mirror: abc }\n'),
    meta('  annotations:\n    helm.sh/hook: test\n'),
    meta('  ownerReferences: [{ kind: ReplicaSet, name: web }]\n'),
    meta('  namespace: kube-system\n  labels: { tier: control-plane }\n'),
    'apiVersion: v1\nkind: PodTemplate\nmetadata: { name: t }\ntemplate: { spec: { containers: [] } }\n',
  ],
  caught: [
    { code: pod(app).replace('web', '⟦web⟧'), says: service },
    { code: list(app).replace('web', '⟦web⟧'), says: service },
    { code: pod(`restartPolicy: Never\n${app}`).replace('web', '⟦web⟧'), says: task },
    { code: meta('  ownerReferences: []\n  annotations: { a: b }\n').replace('web', '⟦web⟧'), says: service },
    {
      path: 'pod.json',
      code: '{"apiVersion": "v1", "kind": "Pod", "metadata": {"name": ⟦"web"⟧}, "spec": {"containers": []}}',
      says: service,
    },
  ],
});
