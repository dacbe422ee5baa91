import { ingressWildcardHost } from '../../../server/src/rules/kubernetes/ingress-wildcard-host.ts';
import { testRule } from '../../support/rule-tester.ts';

const ingress = (rules: string, apiVersion = 'networking.k8s.io/v1'): string =>
  `apiVersion: ${apiVersion}\nkind: Ingress\nmetadata:\n  name: web\nspec:\n  rules:\n${rules}`;
const virtual = (spec: string): string =>
  `apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata:\n  name: web\nspec:\n${spec}`;
const gateway = (hosts: string, selector = 'ingressgateway'): string =>
  `apiVersion: networking.istio.io/v1\nkind: Gateway\nmetadata:\n  name: web\nspec:\n  selector: { istio: ${selector} }\n  servers:\n    - hosts: ${hosts}\n`;
const EMPTY = 'Ingress `web` has a rule for every host. Name the host.';
const wildcard = (host: string, kind = 'Ingress'): string =>
  `${kind} \`web\` takes every host that matches \`${host}\`. Name the hosts.`;

testRule(ingressWildcardHost, {
  clean: [
    ingress('    - host: a.example.com\n'),
    ingress('    - host: {{ .Values.host }}\n'),
    ingress('    - http: { paths: [{ path: {{ .Values.path }} }] }\n'),
    'apiVersion: networking.k8s.io/v1\nkind: Ingress\nspec:\n  defaultBackend: { service: { name: a } }\n',
    'apiVersion: networking.internal.knative.dev/v1alpha1\nkind: Ingress\nspec:\n  rules:\n    - host: "*"\n',
    virtual('  hosts: [a.example.com]\n'),
    virtual('  hosts: ["*.wikipedia.org"]\n  gateways: [mesh, istio-egressgateway]\n'),
    gateway('[a.example.com, "*.example.com"]'),
    gateway('["*"]', 'egressgateway'),
    gateway('["*"]\n      port: { number: 31400, protocol: TCP, name: tcp }'),
    virtual('  hosts: ["*"]\n  gateways: [public]\n  tcp: []\n'),
  ],
  caught: [
    { code: ingress('    - ⟦http⟧:\n        paths: []\n'), says: EMPTY },
    { code: ingress('    - host: ⟦""⟧\n', 'extensions/v1beta1'), says: EMPTY },
    { code: ingress('    - ⟦host⟧:\n      http: {}\n'), says: EMPTY },
    { code: ingress('    - host: ⟦"*"⟧\n', 'networking.k8s.io/v1beta1'), says: wildcard('*') },
    {
      code: ingress("    - host: ⟦'*.example.com'⟧\n    - host: b.example.com\n    - ⟦http⟧: {}\n"),
      says: [wildcard('*.example.com'), EMPTY],
    },
    { code: ingress('    - host: ⟦"*.example.com"⟧\n    - host: {{ .Values.host }}\n'), says: wildcard('*.example.com') },
    { code: virtual('  hosts:\n    - ⟦"*"⟧\n  gateways: [public]\n'), says: wildcard('*', 'VirtualService') },
    { code: virtual('  hosts: [a, ⟦"*.example.com"⟧]\n'), says: wildcard('*.example.com', 'VirtualService') },
    {
      code: `${gateway('["*"]')}---\n${virtual('  hosts: [⟦"*"⟧]\n  gateways: [web]\n')}`,
      says: wildcard('*', 'VirtualService'),
    },
    { code: gateway('[⟦"*"⟧]'), says: wildcard('*', 'Gateway') },
    { code: gateway('[⟦"shop/*"⟧]'), says: wildcard('shop/*', 'Gateway') },
    {
      path: 'ingress.json',
      code: '{"apiVersion": "networking.k8s.io/v1", "kind": "Ingress", "metadata": {"name": "web"}, "spec": {"rules": [{"host": ⟦"*"⟧}]}}',
      says: wildcard('*'),
    },
  ],
});
