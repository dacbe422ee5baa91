import { hostAliases } from '../../../server/src/rules/kubernetes/host-aliases.ts';
import { testRule } from '../../support/rule-tester.ts';
import { cronJob, deployment, list, pod } from './pods.ts';

const says = (workload: string) => `${workload} writes names into \`/etc/hosts\` of its containers. Use DNS or a Service.`;
const app = 'containers:\n  - name: app\n    image: a:1\n';

testRule(hostAliases, {
  clean: [
    pod(app),
    pod(`hostAliases: []\n${app}`),
    pod(`hostAliases:\n${app}`),
    pod(`hostAliases: {{ .Values.aliases }}\n${app}`),
    pod(`containers:\n  - name: app\n    hostAliases: [{ ip: 10.0.0.1 }]\n`),
    'apiVersion: v1\nkind: Service\nspec:\n  hostAliases: [{ ip: 10.0.0.1 }]\n',
  ],
  caught: [
    {
      code: pod(`⟦hostAliases⟧:\n  - ip: 10.0.0.1\n    hostnames: [db]\n${app}`),
      says: says('Pod `web`'),
      fixed: pod(app),
    },
    { code: deployment(`${app}⟦hostAliases⟧: [{ ip: 10.0.0.1 }]\n`), says: says('Deployment `web`'), fixed: deployment(app) },
    {
      code: cronJob(`# names\n⟦hostAliases⟧:\n- ip: 10.0.0.1\n${app}`),
      says: says('CronJob `web`'),
      fixed: cronJob(`# names\n${app}`),
    },
    { code: list(`⟦hostAliases⟧:\n  - ip: {{ .ip }}\n${app}`), says: says('Pod `web`'), fixed: list(app) },
    {
      path: 'pod.json',
      code: '{"apiVersion": "v1", "kind": "Pod", "spec": {"containers": [], ⟦"hostAliases"⟧: [{"ip": "10.0.0.1"}]}}',
      says: says('Pod'),
      fixed: '{"apiVersion": "v1", "kind": "Pod", "spec": {"containers": []}}',
    },
  ],
});
