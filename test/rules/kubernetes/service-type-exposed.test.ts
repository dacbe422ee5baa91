import { serviceTypeExposed } from '../../../server/src/rules/kubernetes/service-type-exposed.ts';
import { testRule } from '../../support/rule-tester.ts';

const service = (spec: string, annotations = ''): string =>
  `apiVersion: v1\nkind: Service\nmetadata:\n  name: web\n${annotations === '' ? '' : `  annotations:\n    ${annotations}\n`}spec:\n${spec}`;
const PORTS = '  ports:\n    - port: 80\n';
const balancer = (annotation: string): string => service(`  type: LoadBalancer\n${PORTS}`, annotation);
const open = (annotation: string): string => service(`  type: ⟦LoadBalancer⟧\n${PORTS}`, annotation);
const closed = (annotation = ''): string => service(`  type: ClusterIP\n${PORTS}`, annotation);

const NODE = 'Service `web` opens a port on every node. Use `ClusterIP` behind an Ingress.';
const BALANCER =
  'Service `web` is open to every address. List those that may connect in `loadBalancerSourceRanges`, or use `ClusterIP`.';

testRule(serviceTypeExposed, {
  clean: [
    service(PORTS),
    closed(),
    service('  type: ExternalName\n  externalName: example.com\n'),
    service('  type: {{ .Values.type }}\n'),
    service(`  type: LoadBalancer\n${PORTS}  loadBalancerSourceRanges:\n    - 10.0.0.0/8\n`),
    service(`  type: LoadBalancer\n${PORTS}  loadBalancerSourceRanges: {{ toYaml .Values.ranges }}\n`),
    // A template may add the ranges.
    service('  type: LoadBalancer\n  ports:\n    - port: {{ .Values.port }}\n'),
    balancer('networking.gke.io/load-balancer-type: "Internal"'),
    balancer('cloud.google.com/load-balancer-type: Internal'),
    balancer('service.beta.kubernetes.io/aws-load-balancer-internal: "true"'),
    balancer('service.beta.kubernetes.io/aws-load-balancer-internal: 0.0.0.0/0'),
    balancer('service.beta.kubernetes.io/aws-load-balancer-scheme: internal'),
    balancer('service.beta.kubernetes.io/azure-load-balancer-internal: "true"'),
    balancer('service.beta.kubernetes.io/load-balancer-source-ranges: 10.0.0.0/8, 192.168.0.0/16'),
    balancer('service.beta.kubernetes.io/azure-load-balancer-internal: "{{ .Values.internal }}"'),
    'apiVersion: serving.knative.dev/v1\nkind: Service\nspec:\n  type: NodePort\n',
  ],
  caught: [
    {
      code: service('  type: ⟦NodePort⟧ # for the demo\n  ports:\n    - port: 80\n      nodePort: 30080\n      targetPort: 80\n'),
      says: NODE,
      fixed: service('  type: ClusterIP # for the demo\n  ports:\n    - port: 80\n      targetPort: 80\n'),
    },
    {
      code: service('  type: ⟦"NodePort"⟧\n  ports: [{ port: 80, nodePort: 30080 }]\n  externalTrafficPolicy: Local\n'),
      says: NODE,
      fixed: service('  type: ClusterIP\n  ports: [{ port: 80 }]\n'),
    },
    {
      code: service('  type: ⟦NodePort⟧\n  ports:\n    - port: {{ .Values.port }}\n'),
      says: NODE,
      fixed: service('  type: ClusterIP\n  ports:\n    - port: {{ .Values.port }}\n'),
    },
    { code: open(''), says: BALANCER, fixed: closed() },
    {
      code: service(`  type: ⟦LoadBalancer⟧\n${PORTS}  loadBalancerSourceRanges: ['0.0.0.0/0']\n  loadBalancerIP: 1.2.3.4\n`),
      says: BALANCER,
      fixed: closed(),
    },
    {
      code: service(`  type: ⟦LoadBalancer⟧\n${PORTS}  loadBalancerSourceRanges: []\n`),
      says: BALANCER,
      fixed: closed(),
    },
    {
      code: open('networking.gke.io/load-balancer-type: External'),
      says: BALANCER,
      fixed: closed('networking.gke.io/load-balancer-type: External'),
    },
    {
      code: open('service.beta.kubernetes.io/azure-load-balancer-internal: "false"'),
      says: BALANCER,
      fixed: closed('service.beta.kubernetes.io/azure-load-balancer-internal: "false"'),
    },
    {
      code: open('service.beta.kubernetes.io/load-balancer-source-ranges: 0.0.0.0/0'),
      says: BALANCER,
      fixed: closed('service.beta.kubernetes.io/load-balancer-source-ranges: 0.0.0.0/0'),
    },
    {
      path: 'service.json',
      code: '{"apiVersion": "v1", "kind": "Service", "metadata": {"name": "web"}, "spec": {"type": ⟦"LoadBalancer"⟧, "ports": [{"port": 80}]}}',
      says: BALANCER,
      fixed:
        '{"apiVersion": "v1", "kind": "Service", "metadata": {"name": "web"}, "spec": {"type": "ClusterIP", "ports": [{"port": 80}]}}',
    },
  ],
});
