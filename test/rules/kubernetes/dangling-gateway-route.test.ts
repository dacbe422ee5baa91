import { danglingGatewayRoute } from '../../../server/src/rules/kubernetes/dangling-gateway-route.ts';
import { testRule } from '../../support/rule-tester.ts';
import { documents, named, service } from './cross-file.ts';

const route = (parent: string, backend: string, kind = 'HTTPRoute'): string =>
  named(
    'gateway.networking.k8s.io/v1',
    kind,
    'web',
    `spec:\n  parentRefs:\n  - ${parent}\n  rules:\n  - backendRefs:\n    - ${backend}\n`,
  );
const web = service('web', '  ports:\n  - port: 80\n');
const gateway = named(
  'gateway.networking.k8s.io/v1',
  'Gateway',
  'edge',
  'spec:\n  gatewayClassName: x\n  listeners:\n  - name: http\n    port: 80\n',
);

testRule(danglingGatewayRoute, {
  clean: [
    documents(route('name: edge', '{ name: web, port: 80 }'), web, gateway),
    route('name: edge', '{ name: web, port: 80 }'),
    documents(route('{ kind: Service, name: edge, group: "" }', '{ name: web, port: 80 }'), named('v1', 'Service', 'edge'), web),
    documents(route('name: edge', '{ group: example.com, kind: Bucket, name: files }'), web, gateway),
    documents(route('name: edge', '{ name: web, namespace: other, port: 80 }'), web, gateway),
  ],
  caught: [
    {
      code: documents(route('name: ⟦egde⟧', '{ name: web, port: 80 }'), web, gateway),
      says: 'HTTPRoute `web` refers to the Gateway `egde`, which no file here defines. Did you mean `edge`?',
      fixed: documents(route('name: edge', '{ name: web, port: 80 }'), web, gateway),
    },
    {
      code: documents(route('name: edge', '{ name: web, port: ⟦8080⟧ }', 'GRPCRoute'), web, gateway),
      says: 'The Service `web` has no port `8080`. Did you mean `80`?',
      fixed: documents(route('name: edge', '{ name: web, port: 80 }', 'GRPCRoute'), web, gateway),
    },
    {
      code: route('name: edge', '{ name: ⟦shop⟧, port: 80 }'),
      files: { 'services.yaml': documents(web, service('api', '  ports: []\n')) },
      says: 'HTTPRoute `web` refers to the Service `shop`, which no file here defines. Create it or correct the name.',
    },
    {
      code: documents(route('name: edge', '{ name: two, port: ⟦81⟧ }'), service('two', '  ports:\n  - port: 90\n  - port: 91\n')),
      says: 'The Service `two` has no port `81`. Add it there or correct the number or name here.',
    },
  ],
});
