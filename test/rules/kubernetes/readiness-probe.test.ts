import { readinessProbe } from '../../../server/src/rules/kubernetes/readiness-probe.ts';
import { testRule } from '../../support/rule-tester.ts';
import { deployment } from './pods.ts';
import { missingProbeCases } from './probe-cases.ts';

const says = (container: string) =>
  `Container \`${container}\` gets requests before it can answer them. Add a \`readinessProbe\`.`;
const { clean, caught } = missingProbeCases('readinessProbe', says, 'periodSeconds: 5');
const service = (app: string) =>
  `---\napiVersion: v1\nkind: Service\nmetadata: { name: s }\nspec:\n  selector: { app: ${app} }\n`;
const worker = (name: string) => deployment(`containers:\n  - name: ${name}\n    image: a:1\n`);

testRule(readinessProbe, {
  clean: [...clean, worker('app') + service('other')],
  caught: [...caught, { code: worker('⟦app⟧') + service('web'), says: says('app') }],
});
