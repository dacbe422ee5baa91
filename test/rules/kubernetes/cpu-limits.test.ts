import { cpuLimits } from '../../../server/src/rules/kubernetes/cpu-limits.ts';
import { testRule } from '../../support/rule-tester.ts';
import { amountCases } from './amounts.ts';
import { pod } from './pods.ts';

const says = (container: string) => `Container \`${container}\` has no CPU limit. Set \`resources.limits.cpu\`.`;
const { clean, caught } = amountCases('limits', 'cpu', '500m', says);
const requesting = (cpu: string, limits = '') =>
  pod(`containers:\n  - name: app\n    image: a:1\n    resources:\n      requests:\n        cpu: ${cpu}\n${limits}`);

testRule(cpuLimits, {
  clean,
  caught: [
    ...caught,
    ...['10m', '"2"'].map((cpu) => ({
      code: requesting(cpu).replace('resources', '⟦resources⟧'),
      says: says('app'),
      fixed: requesting(cpu, `      limits:\n        cpu: ${cpu === '10m' ? '500m' : cpu}\n`),
    })),
  ],
});
