import { nodeAffinity } from '../../../server/src/rules/kubernetes/node-affinity.ts';
import { testRule } from '../../support/rule-tester.ts';
import { cronJob, deployment, pod } from './pods.ts';

const app = 'containers:\n  - name: app\n    image: a:1\n';
const says = (workload: string) => `${workload} runs on any node. Set a \`nodeAffinity\` or a \`nodeSelector\`.`;

testRule(nodeAffinity, {
  clean: [
    { code: pod(`nodeSelector:\n  disk: ssd\n${app}`), shown: true },
    pod(`affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: {} } }\n${app}`),
    pod(`nodeSelector: { disk: ssd }\n${app}`),
    pod(`nodeName: n\n${app}`),
    pod(`affinity: {{ .a }}\n${app}`),
    pod('containers:\n  - name: app\n'),
    'apiVersion: v1\nkind: Service\nmetadata: { name: s }\nspec: {}\n',
  ],
  caught: [
    { code: pod(app).replace('spec', '⟦spec⟧'), says: says('Pod `web`') },
    { code: deployment(`⟦affinity⟧: { podAffinity: {} }\n${app}`), says: says('Deployment `web`') },
    { code: cronJob(`affinity:\n  ⟦nodeAffinity⟧:\n${app}`), says: says('CronJob `web`') },
  ],
});
