import { cpuLimits } from '../../../server/src/rules/kubernetes/cpu-limits.ts';
import { testRule } from '../../support/rule-tester.ts';
import { amountCases } from './amounts.ts';

testRule(
  cpuLimits,
  amountCases(
    'limits',
    'cpu',
    '500m',
    (container) => `Container \`${container}\` has no CPU limit. Set \`resources.limits.cpu\`.`,
  ),
);
