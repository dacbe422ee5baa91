import { livenessProbe } from '../../../server/src/rules/kubernetes/liveness-probe.ts';
import { testRule } from '../../support/rule-tester.ts';
import { missingProbeCases } from './probe-cases.ts';

testRule(
  livenessProbe,
  missingProbeCases(
    'livenessProbe',
    (container) => `Nobody notices when container \`${container}\` hangs. Add a \`livenessProbe\`.`,
    'failureThreshold: 6',
  ),
);
