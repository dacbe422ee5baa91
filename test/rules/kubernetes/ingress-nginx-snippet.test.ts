import { ingressNginxSnippet } from '../../../server/src/rules/kubernetes/ingress-nginx-snippet.ts';
import { testRule } from '../../support/rule-tester.ts';

const ingress = (annotations: string, path = '/'): string =>
  `apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: web\n  annotations:\n    a: b\n${annotations}spec:\n  rules:\n    - http:\n        paths:\n          - path: ${path}\n`;
const configMap = (data: string): string => `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: nginx\ndata:\n${data}`;
const N = 'nginx.ingress.kubernetes.io';
const snippet = (name: string): string =>
  `Annotation \`${name}\` of Ingress \`web\` is copied into the configuration of nginx. Delete it and use a specific annotation.`;
const injected = (name: string): string =>
  `Annotation \`${name}\` of Ingress \`web\` brings directives into the configuration of nginx. Delete it.`;
const path = (text: string): string =>
  `The path \`${text}\` of Ingress \`web\` reaches into the files of the controller (CVE-2021-25745). Use another path.`;
const ALLOWED =
  'ConfigMap `nginx` lets everyone who may write an Ingress configure nginx. Set `allow-snippet-annotations: "false"`.';

testRule(ingressNginxSnippet, {
  clean: [
    ingress(`    ${N}/rewrite-target: /$2\n    ${N}/server-alias: alias.example.com\n`),
    ingress(`    ${N}/app-root: /root\n`),
    ingress(`    ${N}/cors-expose-headers: etag, location\n`),
    ingress('    example.com/server-snippet: x\n'),
    ingress(`    # ${N}/server-snippet: x\n`),
    ingress('', '/api(/|$)(.*)'),
    ingress('', '/rooted/etcetera/aliases'),
    ingress('', '{{ .Values.path }}'),
    configMap('  allow-snippet-annotations: "false"\n'),
    configMap('  allow-snippet-annotations: "{{ .Values.allow }}"\n'),
    configMap('  server-tokens: "true"\n'),
    `apiVersion: v1\nkind: Service\nmetadata:\n  annotations:\n    ${N}/server-snippet: x\n`,
  ],
  caught: [
    {
      code: ingress(`    ⟦${N}/server-snippet⟧: |\n      location /x { return 200; }\n`),
      says: snippet(`${N}/server-snippet`),
      fixed: ingress(''),
    },
    {
      code: ingress(`    ⟦${N}/configuration-snippet⟧: more_set_headers X;\n    ⟦${N}/auth-snippet⟧: x\n`),
      says: [snippet(`${N}/configuration-snippet`), snippet(`${N}/auth-snippet`)],
      fixed: ingress(''),
    },
    {
      code: ingress(`    ⟦${N}/modsecurity-snippet⟧: x\n    ⟦ingress.kubernetes.io/stream-snippet⟧: y\n`),
      says: [snippet(`${N}/modsecurity-snippet`), snippet('ingress.kubernetes.io/stream-snippet')],
      fixed: ingress(''),
    },
    {
      code: ingress(`    ⟦nginx.org/location-snippets⟧: {{ .Values.snippet }}\n`),
      says: snippet('nginx.org/location-snippets'),
      fixed: ingress(''),
    },
    {
      code: ingress(`    ⟦${N}/proxy-redirect-from⟧: "x; content_by_lua_block { os.execute() }"\n`),
      says: injected(`${N}/proxy-redirect-from`),
      fixed: ingress(''),
    },
    {
      code: ingress(`    ⟦${N}/app-root⟧: /serviceaccount/token\n`),
      says: injected(`${N}/app-root`),
      fixed: ingress(''),
    },
    {
      code: ingress(`    ⟦${N}/proxy-body-size⟧: "1m; } location /x { proxy_pass http://y"\n`),
      says: injected(`${N}/proxy-body-size`),
      fixed: ingress(''),
    },
    {
      code: ingress(`    ⟦${N}/auth-url⟧: "http://x; alias /var/run/secrets/kubernetes.io/;"\n`),
      says: injected(`${N}/auth-url`),
      fixed: ingress(''),
    },
    { code: ingress('', '⟦/etc/passwd⟧'), says: path('/etc/passwd') },
    { code: ingress('', '⟦"/x/ {\\nalias /var/run/secrets/;"⟧'), says: path('/x/ { alias /var/run/secrets/;') },
    {
      path: 'ingress.json',
      code: `{"apiVersion": "extensions/v1beta1", "kind": "Ingress", "metadata": {"name": "web", "annotations": {⟦"${N}/server-snippet"⟧: "x"}}, "spec": {}}`,
      says: snippet(`${N}/server-snippet`),
      fixed: '{"apiVersion": "extensions/v1beta1", "kind": "Ingress", "metadata": {"name": "web"}, "spec": {}}',
    },
    {
      code: configMap('  allow-snippet-annotations: ⟦"true"⟧ # for the shop\n'),
      says: ALLOWED,
      fixed: configMap('  allow-snippet-annotations: "false" # for the shop\n'),
    },
    {
      path: 'map.json',
      code: '{"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "nginx"}, "data": {"allow-snippet-annotations": ⟦"true"⟧}}',
      says: ALLOWED,
      fixed:
        '{"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "nginx"}, "data": {"allow-snippet-annotations": "false"}}',
    },
  ],
});
