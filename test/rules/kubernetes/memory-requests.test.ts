import { memoryRequests } from '../../../server/src/rules/kubernetes/memory-requests.ts';
import { testRule } from '../../support/rule-tester.ts';
import { amountCases } from './amounts.ts';
import { deployment, pod } from './pods.ts';

const { clean, caught } = amountCases(
  'requests',
  'memory',
  '128Mi',
  (container) => `Container \`${container}\` requests no memory, so none is reserved for it. Set \`resources.requests.memory\`.`,
);
const app = 'containers:\n  - name: app\n    image: a:1\n';
const limit = `Container \`app\` requests no memory, so all of its limit is reserved. Set \`resources.requests.memory\`.`;

testRule(memoryRequests, {
  clean: [...clean, pod(`resources:\n  limits: { memory: 2 }\n${app}`)],
  caught: [
    ...caught,
    {
      code: pod(`${app}    ⟦resources⟧:\n      limits:\n        memory: '2' # all\n`),
      says: limit,
      severity: 'info',
      fixed: pod(`${app}    resources:\n      limits:\n        memory: '2' # all\n      requests:\n        memory: '2'\n`),
    },
    {
      code: deployment(`${app}    resources: { limits: { memory: 2 }, ⟦requests⟧: {} }\n`),
      says: limit,
      severity: 'info',
      fixed: deployment(`${app}    resources: { limits: { memory: 2 }, requests: { memory: 2 } }\n`),
    },
  ],
});
