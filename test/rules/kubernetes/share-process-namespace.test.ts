import { shareProcessNamespace } from '../../../server/src/rules/kubernetes/share-process-namespace.ts';
import { testRule } from '../../support/rule-tester.ts';
import { podFlagCases } from './pod-flags.ts';

testRule(
  shareProcessNamespace,
  podFlagCases(
    'shareProcessNamespace',
    (workload) => `The containers of ${workload} see the processes of each other. Delete the setting.`,
  ),
);
