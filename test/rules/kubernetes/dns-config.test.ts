import { dnsConfig } from '../../../server/src/rules/kubernetes/dns-config.ts';
import { testRule } from '../../support/rule-tester.ts';
import { cronJob, deployment, pod } from './pods.ts';

const app = 'containers:\n  - name: app\n    image: a:1\n';
const unset = (workload: string) =>
  `${workload} looks up names outside of the cluster several times, because \`ndots\` is 5. Set it to 2 in \`dnsConfig.options\`.`;
const written = 'dnsConfig:\n  options:\n    - name: ndots\n      value: "2"\n';

testRule(dnsConfig, {
  clean: [
    pod(written + app),
    pod(`dnsConfig: {{ .dns }}\n${app}`),
    pod(`dnsConfig: { options: {{ .o }} }\n${app}`),
    pod(`dnsConfig: { options: [{ name: ndots, value: {{ .o }} }] }\n${app}`),
    pod(`dnsPolicy: Default\n${app}`),
    pod('containers:\n  - name: app\n'),
    'apiVersion: v1\nkind: Service\nmetadata: { name: s }\nspec: {}\n',
  ],
  caught: [
    { code: pod(app).replace('spec', '⟦spec⟧'), says: unset('Pod `web`'), fixed: pod(written + app) },
    {
      code: deployment(`⟦dnsConfig⟧: { nameservers: [1.1.1.1] }\n${app}`),
      says: unset('Deployment `web`'),
      fixed: deployment(`dnsConfig: { nameservers: [1.1.1.1], options: [{ name: ndots, value: "2" }] }\n${app}`),
    },
    {
      code: cronJob(`dnsConfig:\n  ⟦options⟧:\n    - name: edns0\n${app}`),
      says: unset('CronJob `web`'),
      fixed: cronJob(`dnsConfig:\n  options:\n    - name: edns0\n    - name: ndots\n      value: "2"\n${app}`),
    },
    {
      code: pod(`dnsConfig: { options: [{ name: ndots, value: ⟦'5'⟧ }] }\n${app}`),
      says: 'The `ndots` of Pod `web` is `5`. Set it to 2.',
      fixed: pod(`dnsConfig: { options: [{ name: ndots, value: "2" }] }\n${app}`),
    },
    {
      path: 'pod.json',
      code: '{"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "web"}, ⟦"spec"⟧: {"containers": []}}',
      says: unset('Pod `web`'),
      fixed:
        '{"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "web"}, "spec": {"containers": [], "dnsConfig": { "options": [{ "name": "ndots", "value": "2" }] }}}',
    },
  ],
});
