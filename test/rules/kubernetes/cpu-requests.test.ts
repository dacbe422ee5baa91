import { cpuRequests } from '../../../server/src/rules/kubernetes/cpu-requests.ts';
import { testRule } from '../../support/rule-tester.ts';
import { amountCases } from './amounts.ts';
import { deployment, pod } from './pods.ts';

const { clean, caught } = amountCases(
  'requests',
  'cpu',
  '100m',
  (container) => `Container \`${container}\` requests no CPU, so its share is not reserved. Set \`resources.requests.cpu\`.`,
);
const app = 'containers:\n  - name: app\n    image: a:1\n';
const limit = `Container \`app\` requests no CPU, so all of its limit is reserved. Set \`resources.requests.cpu\`.`;

testRule(cpuRequests, {
  clean: [...clean, pod(`resources:\n  limits: { cpu: 2 }\n${app}`)],
  caught: [
    ...caught,
    {
      code: pod(`${app}    ⟦resources⟧:\n      limits:\n        cpu: '2' # all\n`),
      says: limit,
      severity: 'info',
      fixed: pod(`${app}    resources:\n      limits:\n        cpu: '2' # all\n      requests:\n        cpu: '2'\n`),
    },
    {
      code: deployment(`${app}    resources: { limits: { cpu: 2 }, ⟦requests⟧: {} }\n`),
      says: limit,
      severity: 'info',
      fixed: deployment(`${app}    resources: { limits: { cpu: 2 }, requests: { cpu: 2 } }\n`),
    },
  ],
});
