import { danglingIngress } from '../../../server/src/rules/kubernetes/dangling-ingress.ts';
import { testRule } from '../../support/rule-tester.ts';
import { documents, named, service } from './cross-file.ts';

const ingress = (backend: string, apiVersion = 'networking.k8s.io/v1'): string =>
  named(
    apiVersion,
    'Ingress',
    'web',
    `spec:\n  rules:\n  - http:\n      paths:\n      - path: /\n        pathType: Prefix\n        backend: ${backend}\n`,
  );
const web = service('web', '  ports:\n  - name: http\n    port: 80\n  - name: admin\n    port: 8080\n');

testRule(danglingIngress, {
  clean: [
    documents(ingress('{ service: { name: web, port: { number: 80 } } }'), web),
    documents(ingress('{ service: { name: web, port: { name: admin } } }'), web),
    documents(ingress('{ serviceName: web, servicePort: 80 }', 'extensions/v1beta1'), web),
    ingress('{ service: { name: web, port: { number: 80 } } }'),
    // Ports that are no list are known to nobody, and another rule tells of them.
    documents(
      ingress('{ service: { name: web, port: { number: 81 } } }'),
      service('web', '  ports:\n    name: http\n    port: 80\n'),
    ),
    documents(ingress('{ resource: { kind: Bucket, name: files } }'), web),
    {
      code: ingress('{ service: { name: web, port: { number: 81 } } }'),
      files: { 'web.yaml': service('web', '  ports:\n  - port: {{ .Values.port }}\n') },
    },
    documents(ingress('{ service: { name: "{{ .Values.name }}", port: { number: 80 } } }'), web),
  ],
  caught: [
    {
      code: documents(ingress('{ service: { name: ⟦wbe⟧, port: { number: 80 } } }'), web),
      says: 'Ingress `web` sends traffic to the Service `wbe`, which no file here defines. Did you mean `web`?',
      fixed: documents(ingress('{ service: { name: web, port: { number: 80 } } }'), web),
    },
    {
      code: ingress('{ serviceName: ⟦other⟧, servicePort: 80 }', 'networking.k8s.io/v1beta1'),
      files: { 'services.yaml': documents(web, service('api', '  ports: []\n')) },
      says: 'Ingress `web` sends traffic to the Service `other`, which no file here defines. Create it or correct the name.',
    },
    {
      code: documents(ingress('{ service: { name: web, port: { number: ⟦8000⟧ } } }'), web),
      says: 'The Service `web` has no port `8000`. Did you mean `8080`?',
      fixed: documents(ingress('{ service: { name: web, port: { number: 8080 } } }'), web),
    },
    {
      code: named(
        'networking.k8s.io/v1',
        'Ingress',
        'web',
        'spec:\n  defaultBackend:\n    service:\n      name: web\n      port:\n        name: ⟦metrics⟧ # open\n',
      ),
      files: { 'service.yaml': web },
      says: 'The Service `web` has no port `metrics`. Add it there or correct the number or name here.',
    },
    {
      code: documents(named('route.openshift.io/v1', 'Route', 'web', 'spec:\n  to:\n    kind: Service\n    name: ⟦weeb⟧\n'), web),
      says: 'Route `web` sends traffic to the Service `weeb`, which no file here defines. Did you mean `web`?',
      fixed: documents(named('route.openshift.io/v1', 'Route', 'web', 'spec:\n  to:\n    kind: Service\n    name: web\n'), web),
    },
  ],
});
