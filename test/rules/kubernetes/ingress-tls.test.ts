import { ingressTls } from '../../../server/src/rules/kubernetes/ingress-tls.ts';
import { testRule } from '../../support/rule-tester.ts';

const ingress = (spec: string, annotations = '', apiVersion = 'networking.k8s.io/v1'): string =>
  `apiVersion: ${apiVersion}\nkind: Ingress\nmetadata:\n  name: web\n${annotations === '' ? '' : `  annotations:\n    ${annotations}\n`}${spec}`;
const RULES = '  rules:\n    - host: a.example.com\n';
const plain = (annotations = ''): string => ingress(`spec:\n${RULES}`, annotations);
const tls = (hosts: string, host: string): string =>
  ingress(`spec:\n  tls:\n    - secretName: s\n      hosts: ${hosts}\n  rules:\n    - host: ${host}\n`);
const route = (spec: string): string => `apiVersion: route.openshift.io/v1\nkind: Route\nmetadata:\n  name: web\nspec:\n${spec}`;
const gateway = (listeners: string): string =>
  `apiVersion: gateway.networking.k8s.io/v1\nkind: Gateway\nmetadata:\n  name: web\nspec:\n  gatewayClassName: x\n  listeners:\n${listeners}`;
const istio = (servers: string, selector = 'ingressgateway'): string =>
  `apiVersion: networking.istio.io/v1\nkind: Gateway\nmetadata:\n  name: web\nspec:\n  selector: { istio: ${selector} }\n  servers:\n${servers}`;

const missing = (resource = 'Ingress'): string =>
  `${resource} \`web\` serves its hosts without TLS. Name a certificate under \`tls\`.`;
const uncovered = (host: string): string => `Ingress \`web\` has no certificate for \`${host}\`. List the host under \`tls\`.`;
const GATEWAY = 'Gateway `web` listens without TLS only. Add a listener with a certificate, and send plain HTTP there.';
const fixed = '  tls:\n    - hosts:\n        - a.example.com\n      secretName: web-tls\n';

testRule(ingressTls, {
  clean: [
    tls('[a.example.com]', 'a.example.com'),
    tls('[A.Example.com]', 'a.example.com'),
    tls("['*.example.com']", 'a.example.com'),
    tls("['*.example.com']", "'*.example.com'"),
    tls('{{ .Values.hosts }}', 'a.example.com'),
    tls('[]', 'a.example.com'),
    tls('[b.example.com]', '"{{ .Values.host }}"'),
    tls('["{{ .Values.host }}"]', 'a.example.com'),
    ingress(`spec:\n  tls:\n    - secretName: s\n${RULES}`),
    ingress(`spec:\n  tls: {{ .Values.tls }}\n${RULES}`),
    // A template may write the section.
    ingress('spec:\n  rules:\n    - host: {{ .Values.host }}\n'),
    ingress('spec:\n  tls:\n    - hosts: [a.example.com]\n  rules:\n    - http: {}\n'),
    // Parts of an Ingress, to be merged with the others.
    ingress('spec:\n  ingressClassName: nginx\n'),
    ingress('', 'a: b'),
    plain('alb.ingress.kubernetes.io/certificate-arn: arn:aws:acm:eu-west-1:1:certificate/x'),
    plain(`alb.ingress.kubernetes.io/listen-ports: '[{"HTTP": 80}, {"HTTPS": 443}]'`),
    plain('networking.gke.io/managed-certificates: web'),
    plain('traefik.ingress.kubernetes.io/router.tls: "true"'),
    plain('nginx.ingress.kubernetes.io/ssl-passthrough: "true"'),
    plain('networking.gke.io/managed-certificates: "{{ .Values.certificate }}"'),
    'apiVersion: networking.internal.knative.dev/v1alpha1\nkind: Ingress\nspec:\n  rules: []\n',
    route('  to: { kind: Service, name: a }\n  tls: { termination: edge }\n'),
    route('  host: a\n'),
    'apiVersion: serving.knative.dev/v1\nkind: Route\nspec:\n  to: x\n',
    gateway('    - { name: a, protocol: HTTP, port: 80 }\n    - { name: b, protocol: HTTPS, port: 443 }\n'),
    gateway('    - { name: a, protocol: TCP, port: 80 }\n'),
    gateway('    - { name: a, protocol: "{{ .Values.protocol }}", port: 80 }\n'),
    gateway('    []\n'),
    istio('    - port: { number: 80, name: http, protocol: HTTP }\n      tls: { httpsRedirect: true }\n'),
    istio('    - port: { number: 80, name: http, protocol: HTTP }\n    - port: { number: 443, name: https, protocol: HTTPS }\n'),
    istio('    - port: { number: 80, name: http, protocol: HTTP }\n', 'egressgateway'),
  ],
  caught: [
    { code: ingress(`⟦spec⟧:\n${RULES}`), says: missing(), fixed: ingress(`spec:\n${fixed}${RULES}`) },
    {
      code: ingress(`⟦spec⟧:\n  ingressClassName: x\n${RULES}    - host: '*.example.com'\n`, '', 'extensions/v1beta1'),
      says: missing(),
      fixed: ingress(
        `spec:\n  ingressClassName: x\n  tls:\n    - hosts:\n        - a.example.com\n        - '*.example.com'\n      secretName: web-tls\n${RULES}    - host: '*.example.com'\n`,
        '',
        'extensions/v1beta1',
      ),
    },
    {
      code: ingress('⟦spec⟧:\n  defaultBackend: { service: { name: a, port: { number: 80 } } }\n'),
      says: missing(),
      fixed: ingress(
        'spec:\n  defaultBackend: { service: { name: a, port: { number: 80 } } }\n  tls:\n    - secretName: web-tls\n',
      ),
    },
    {
      code: ingress(`spec:\n  ⟦tls⟧: []\n${RULES}`, '', 'networking.k8s.io/v1beta1'),
      says: missing(),
      fixed: ingress(`spec:\n${fixed}${RULES}`, '', 'networking.k8s.io/v1beta1'),
    },
    {
      code: ingress(`⟦spec⟧:\n${RULES}`, 'cert-manager.io/cluster-issuer: letsencrypt'),
      says: missing(),
      fixed: ingress(`spec:\n${fixed}${RULES}`, 'cert-manager.io/cluster-issuer: letsencrypt'),
    },
    {
      path: 'ingress.json',
      code: '{"apiVersion": "networking.k8s.io/v1", "kind": "Ingress", "metadata": {"name": "web"}, ⟦"spec"⟧: {"rules": [{"host": "*.b"}]}}',
      says: missing(),
      fixed:
        '{"apiVersion": "networking.k8s.io/v1", "kind": "Ingress", "metadata": {"name": "web"}, "spec": {"rules": [{"host": "*.b"}], "tls": [{ "hosts": ["*.b"], "secretName": "web-tls" }]}}',
    },
    {
      code: tls('[b.example.com]', '⟦a.example.com⟧'),
      says: uncovered('a.example.com'),
      fixed: tls('[b.example.com, a.example.com]', 'a.example.com'),
    },
    {
      code: tls("\n        - '*.example.com'", '⟦a.b.example.com⟧\n    - host: ⟦example.com⟧'),
      says: [uncovered('a.b.example.com'), uncovered('example.com')],
      fixed: tls(
        "\n        - '*.example.com'\n        - a.b.example.com\n        - example.com",
        'a.b.example.com\n    - host: example.com',
      ),
    },
    {
      code: ingress(`spec:\n  tls:\n    - hosts: [a.example.com]\n${RULES}`, 'kubernetes.io/ingress.allow-http: ⟦"true"⟧'),
      says: 'Ingress `web` is served without TLS as well. Set `kubernetes.io/ingress.allow-http: "false"`.',
      fixed: ingress(`spec:\n  tls:\n    - hosts: [a.example.com]\n${RULES}`, 'kubernetes.io/ingress.allow-http: "false"'),
    },
    { code: route('  to: { kind: Service, name: a }\n').replace('\nspec:', '\n⟦spec⟧:'), says: missing('Route') },
    { code: gateway('    - name: a\n      protocol: ⟦HTTP⟧\n      port: 80\n'), says: GATEWAY },
    { code: istio('    - port: { number: 80, name: http, protocol: ⟦HTTP⟧ }\n      hosts: ["a.example.com"]\n'), says: GATEWAY },
  ],
});
