import { hostIpc } from '../../../server/src/rules/kubernetes/host-ipc.ts';
import { testRule } from '../../support/rule-tester.ts';
import { podFlagCases } from './pod-flags.ts';

testRule(
  hostIpc,
  podFlagCases('hostIPC', (workload) => `${workload} shares the IPC namespace of its node. Delete the setting.`),
);
