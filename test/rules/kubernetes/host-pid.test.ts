import { hostPid } from '../../../server/src/rules/kubernetes/host-pid.ts';
import { testRule } from '../../support/rule-tester.ts';
import { podFlagCases } from './pod-flags.ts';

testRule(
  hostPid,
  podFlagCases('hostPID', (workload) => `${workload} sees and can signal the processes of its node. Delete the setting.`),
);
