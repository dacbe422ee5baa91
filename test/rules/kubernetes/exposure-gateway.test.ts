import { exposureGateway } from '../../../server/src/rules/kubernetes/exposure-gateway.ts';
import { testRule } from '../../support/rule-tester.ts';
import { deployment } from './pods.ts';

const WORKLOAD = deployment('containers: []\n');
const service = (selector = '{ app: web }', namespace = ''): string =>
  `apiVersion: v1\nkind: Service\nmetadata:\n  name: front\n${namespace === '' ? '' : `  namespace: ${namespace}\n`}spec:\n  selector: ${selector}\n`;
const with3 = (route: string, ...others: readonly string[]): string => [route, ...others].join('---\n');
const all = (route: string): string => with3(route, service(), WORKLOAD);
const http = (backend: string, parent = '{ name: public }'): string =>
  `apiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nmetadata:\n  name: way\nspec:\n  parentRefs: [${parent}]\n  rules:\n    - backendRefs:\n        - ${backend}\n`;
const virtual = (host: string, gateways: string): string =>
  `apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata:\n  name: way\nspec:\n  hosts: [a.example.com]\n${gateways}  http:\n    - route:\n        - destination: { host: ${host}, port: { number: 80 } }\n`;
const ingress = (backend: string): string =>
  `apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: way\nspec:\n  rules:\n    - http: { paths: [{ path: /, backend: ${backend} }] }\n`;
const says = (kind: string): string =>
  `${kind} \`way\` opens Deployment \`web\` to traffic from outside the cluster. Make sure that this is meant and that it demands authentication.`;

testRule(exposureGateway, {
  clean: [
    // Without its Service and its workload nobody can tell where a route leads.
    http('{ name: front, port: 80 }'),
    with3(http('{ name: front, port: 80 }'), service()),
    with3(http('{ name: other, port: 80 }'), service(), WORKLOAD),
    with3(http('{ name: front, port: 80 }'), service('{ app: other }'), WORKLOAD),
    with3(http('{ name: front, port: 80 }'), service('{ app: web, tier: front }'), WORKLOAD),
    with3(http('{ name: front, port: 80 }'), service('{ app: web }', 'shop'), WORKLOAD),
    with3(http('{ name: front, port: 80 }'), service('{}'), WORKLOAD),
    with3(http('{ name: front, port: 80 }'), service('{ app: "{{ .Values.app }}" }'), WORKLOAD),
    all(http('{ name: front, kind: ServiceImport }')),
    // Inside the mesh.
    all(http('{ name: front, port: 80 }', '{ kind: Service, name: front }')),
    all(virtual('front', '')),
    all(virtual('front', '  gateways: [mesh]\n')),
    all(virtual('front', '  gateways: [istio-egressgateway, mesh]\n')),
  ],
  caught: [
    { code: all(http('{ name: ⟦front⟧, port: 80 }')), says: says('HTTPRoute') },
    { code: all(http('name: ⟦front⟧\n          port: 80\n        - { name: front, port: 81 }')), says: says('HTTPRoute') },
    { code: all(virtual('⟦front⟧', '  gateways: [public]\n')), says: says('VirtualService') },
    {
      code: with3(
        virtual('⟦front.shop.svc.cluster.local⟧', '  gateways: [mesh, istio-system/public]\n'),
        service('{ app: web }', 'shop'),
        WORKLOAD.replace('  name: web\n', '  name: web\n  namespace: shop\n'),
      ),
      says: says('VirtualService'),
    },
    {
      code: with3(http('{ name: ⟦front⟧, port: 80 }'), service('{ app: web }', 'default'), WORKLOAD),
      says: says('HTTPRoute'),
    },
    {
      code: all(ingress('{ service: { name: ⟦front⟧, port: { number: 80 } } }')),
      says: says('Ingress'),
      severity: 'info',
    },
    { code: all(ingress('{ serviceName: ⟦front⟧, servicePort: 80 }')), says: says('Ingress'), severity: 'info' },
  ],
});
