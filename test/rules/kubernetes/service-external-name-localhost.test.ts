import { serviceExternalNameLocalhost } from '../../../server/src/rules/kubernetes/service-external-name-localhost.ts';
import { testRule } from '../../support/rule-tester.ts';

const service = (name: string, type = 'ExternalName'): string =>
  `apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  type: ${type}\n  externalName: ${name}\n`;
const says = (host: string): string =>
  `Service \`web\` stands for \`${host}\`, which is whoever asks: a proxy that forwards to it reaches its own ports. Name another host.`;

testRule(serviceExternalNameLocalhost, {
  clean: [
    service('example.com'),
    service('localhost.example.com'),
    service('mylocalhost'),
    service('localhost', 'ClusterIP'),
    service('localhost', '{{ .Values.type }}'),
    service('{{ .Values.host }}'),
    service(''),
    service('10.127.0.1'),
    'apiVersion: v1\nkind: Service\nspec:\n  externalName: localhost\n',
  ],
  caught: [
    { code: service('⟦localhost⟧'), says: says('localhost') },
    { code: service('⟦"Localhost."⟧ # self'), says: says('Localhost.') },
    { code: service('⟦127.0.0.1⟧'), says: says('127.0.0.1') },
    { code: service("⟦'::1'⟧", '"ExternalName"'), says: says('::1') },
    { code: service('⟦app.localhost⟧'), says: says('app.localhost') },
    { code: service('⟦localhost.localdomain⟧'), says: says('localhost.localdomain') },
    {
      path: 'service.json',
      code: '{"apiVersion": "v1", "kind": "Service", "metadata": {"name": "web"}, "spec": {"type": "ExternalName", "externalName": ⟦"localhost"⟧}}',
      says: says('localhost'),
    },
  ],
});
