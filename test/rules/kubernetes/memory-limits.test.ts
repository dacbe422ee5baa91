import { memoryLimits } from '../../../server/src/rules/kubernetes/memory-limits.ts';
import { testRule } from '../../support/rule-tester.ts';
import { amountCases } from './amounts.ts';
import { pod } from './pods.ts';

const says = (container: string) =>
  `Container \`${container}\` has no memory limit, so a leak takes the memory of the whole node. Set \`resources.limits.memory\`.`;
const bare = (container: string) =>
  `Container \`${container}\` has no \`resources\`: nothing is reserved for it, and a leak takes the memory of the whole node. Set a memory limit and requests.`;
const { clean, caught } = amountCases('limits', 'memory', '256Mi', says, bare);
const requests = 'containers:\n  - name: app\n    image: a:1\n    resources:\n      requests:\n        memory: "1Gi"\n';

testRule(memoryLimits, {
  clean,
  caught: [
    ...caught,
    {
      code: pod(requests.replace('resources', '⟦resources⟧')),
      says: says('app'),
      fixed: pod(`${requests}      limits:\n        memory: "1Gi"\n`),
    },
    {
      path: 'deployment.json',
      code: '{"apiVersion": "v1", "kind": "Pod", "spec": {"containers": [{"name": "a", "image": "b", ⟦"resources"⟧: {"requests": {"memory": "64Mi"}}}]}}',
      says: says('a'),
      fixed:
        '{"apiVersion": "v1", "kind": "Pod", "spec": {"containers": [{"name": "a", "image": "b", "resources": {"requests": {"memory": "64Mi"}, "limits": { "memory": "64Mi" }}}]}}',
    },
  ],
});
