import { pdbSelectorDangling } from '../../../server/src/rules/kubernetes/pdb-selector-dangling.ts';
import { testRule } from '../../support/rule-tester.ts';
import { documents, named, workload } from './cross-file.ts';

const budget = (selector: string, apiVersion = 'policy/v1'): string =>
  named(apiVersion, 'PodDisruptionBudget', 'web', `spec:\n  minAvailable: 1\n  selector:\n    matchLabels: ${selector}\n`);
const web = workload('web', '{ app: web }');

testRule(pdbSelectorDangling, {
  clean: [
    documents(budget('{ app: web }'), web),
    budget('{ app: web }'),
    named('policy/v1', 'PodDisruptionBudget', 'web', 'spec:\n  minAvailable: 1\n'),
    { code: budget('{ app: web }'), files: { 'web.yaml': web } },
  ],
  caught: [
    {
      code: documents(
        named('policy/v1', 'PodDisruptionBudget', 'web', 'spec:\n  selector:\n    ⟦matchLabels: { app: api }⟧\n'),
        web,
      ),
      says: 'The selector of PodDisruptionBudget `web` matches no pod that is deployed with it. Did you mean Deployment `web`?',
      fixed: documents(
        named('policy/v1', 'PodDisruptionBudget', 'web', 'spec:\n  selector:\n    matchLabels: { app: web }\n'),
        web,
      ),
    },
    {
      code: named('policy/v1beta1', 'PodDisruptionBudget', 'web', 'spec:\n  selector:\n    ⟦matchLabels: { name: web }⟧\n'),
      files: { 'web.yaml': web },
      says: 'The selector of PodDisruptionBudget `web` matches no pod that is deployed with it. Correct its labels.',
    },
    {
      // Two workloads are as near, so neither is offered.
      code: documents(
        named('policy/v1', 'PodDisruptionBudget', 'web', 'spec:\n  selector:\n    ⟦matchLabels: { app: xx }⟧\n'),
        workload('aa', '{ app: aa }'),
        workload('bb', '{ app: bb }'),
      ),
      says: 'The selector of PodDisruptionBudget `web` matches no pod that is deployed with it. Correct its labels.',
    },
  ],
});
