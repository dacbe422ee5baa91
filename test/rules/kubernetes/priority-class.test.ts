import { priorityClass } from '../../../server/src/rules/kubernetes/priority-class.ts';
import { testRule } from '../../support/rule-tester.ts';
import { deployment, list, pod } from './pods.ts';

const app = 'containers:\n  - name: app\n    image: a:1\n';
const says = (workload: string) => `${workload} has no priority of its own. Set \`priorityClassName\`.`;

testRule(priorityClass, {
  clean: [
    pod(`priorityClassName: high\n${app}`),
    pod(`priorityClassName: {{ .p }}\n${app}`),
    pod(`x: {{ .x }}\n${app}`),
    pod('containers:\n  - name: app\n'),
    'apiVersion: v1\nkind: Service\nmetadata: { name: s }\nspec: {}\n',
  ],
  caught: [
    { code: pod(app).replace('spec', '⟦spec⟧'), says: says('Pod `web`') },
    { code: deployment(`⟦priorityClassName⟧:\n${app}`), says: says('Deployment `web`') },
    { code: list(`⟦priorityClassName⟧: null\npriority: 5\n${app}`), says: says('Pod `web`') },
  ],
});
