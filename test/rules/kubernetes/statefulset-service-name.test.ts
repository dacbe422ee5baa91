import { statefulsetServiceName } from '../../../server/src/rules/kubernetes/statefulset-service-name.ts';
import { testRule } from '../../support/rule-tester.ts';
import { replicated } from './replicated.ts';

const stateful = (head: string) => replicated(head, '', 'StatefulSet');
const service = (name: string, spec = 'clusterIP: None, selector: { app: web }') =>
  `---\napiVersion: v1\nkind: Service\nmetadata: { name: ${name} }\nspec: { ${spec} }\n`;
const unset = 'StatefulSet `web` has no `serviceName`, so its pods have no names in DNS. Name its headless Service.';
const headed = (name: string) =>
  `Service \`${name}\` of StatefulSet \`web\` is not headless, so its pods have no names in DNS. Use a Service with \`clusterIP: None\`.`;

testRule(statefulsetServiceName, {
  clean: [
    stateful('serviceName: web\n'),
    stateful('serviceName: web\n') + service('web'),
    stateful('serviceName: web\n') + service('web', 'clusterIP: None'),
    stateful('serviceName: {{ .name }}\n') + service('other'),
    stateful('x: {{ .x }}\n'),
    stateful('serviceName: web\n') + service('web', 'clusterIP: {{ .ip }}'),
    stateful('serviceName: web\n') + service('{{ .name }}'),
    replicated(''),
    'apiVersion: apps/v1\nkind: StatefulSet\nmetadata: { name: patch }\nspec: { template: { spec: { containers: [] } } }\n',
  ],
  caught: [
    { code: stateful('').replace('spec', '⟦spec⟧'), says: unset },
    {
      code: stateful('').replace('spec', '⟦spec⟧') + service('web-headless') + service('web', 'selector: { app: web }'),
      says: unset,
      fixed: stateful('serviceName: web-headless\n') + service('web-headless') + service('web', 'selector: { app: web }'),
    },
    {
      code: stateful('serviceName: ⟦wbe⟧\n') + service('web'),
      says: 'There is no Service `wbe` beside StatefulSet `web`. Did you mean `web`?',
      fixed: stateful('serviceName: web\n') + service('web'),
    },
    {
      code: stateful('serviceName: ⟦web⟧\n') + service('front', 'selector: { app: front }'),
      says: 'There is no Service `web` beside StatefulSet `web`, so its pods have no names in DNS. Add a headless Service of that name.',
    },
    { code: stateful('serviceName: ⟦web⟧\n') + service('web', 'selector: { app: web }'), says: headed('web') },
    {
      code: stateful('serviceName: ⟦web⟧ # own\n') + service('web', 'selector: { app: web }') + service('web-headless'),
      says: headed('web'),
      fixed: stateful('serviceName: web-headless # own\n') + service('web', 'selector: { app: web }') + service('web-headless'),
    },
    {
      code: stateful('serviceName: ⟦web⟧\n') + service('web', 'clusterIP: None, selector: { app: other }'),
      says: 'Service `web` does not select the pods of StatefulSet `web`, so they have no names in DNS. Compare its selector with their labels.',
    },
  ],
});
