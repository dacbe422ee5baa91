import { labelValueInvalid } from '../../../server/src/rules/kubernetes/label-value-invalid.ts';
import { testRule } from '../../support/rule-tester.ts';
import { cronJob, deployment, pod } from './pods.ts';

const map = (metadata: string, name = 'web') =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\n  ${metadata.replaceAll('\n', '\n  ').trimEnd()}\n`;
const kind = (header: string, name: string) => `${header}\nmetadata:\n  name: ${name}\n`;
const CHARACTERS = 'only letters, digits, dashes, underscores and dots are allowed, with a letter or digit at both ends';
const LOWER = 'only lower-case letters, digits and dashes are allowed, with a letter or digit at both ends';
const DOMAIN =
  'only lower-case letters, digits, dashes and dots are allowed, with a letter or digit at both ends and beside each dot';
const value = (key: string, text: string, rule = CHARACTERS) => `The label \`${key}\` cannot be \`${text}\`: ${rule}.`;
const key = (name: string, rule: string, what = 'a label') => `The key of ${what} cannot be \`${name}\`: ${rule}.`;
const type = (name: string) => `The value of \`${name}\` is no text, and Kubernetes rejects it. Put it in quotes.`;
const name = (what: string, text: string, rule: string) => `The name of ${what} cannot be \`${text}\`: ${rule}.`;
const long = (length: number) => 'a'.repeat(length);

testRule(labelValueInvalid, {
  clean: [
    map(
      `labels:\n  app.kubernetes.io/name: Web_1.2-x\n  empty: ""\n  none:\n  long: ${long(63)}\n  version: "1.0"\n  yes: 'true'`,
    ),
    map('annotations:\n  Example.com/Note: "any text, really: 1"\n  b: |\n    several\n    lines\n'),
    map('labels:\n  a: ${VALUE}\n  b: "{{ .Values.b }}"\n  c: <name>\n  d: {{ .Values.d }}\n  "{{ .e }}": f\n'),
    map('labels:\n  {{- include "labels" . | nindent 4 }}\n'),
    map('labels: {}', 'web.example.com'),
    map('labels: {}', '${NAME}'),
    map('labels: {}', 'APP_NAME'),
    map('labels: {}', '1234-web'),
    kind('apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole', 'system:Team_A'),
    kind('apiVersion: certificates.k8s.io/v1\nkind: CertificateSigningRequest', 'User:Ada'),
    kind('apiVersion: user.openshift.io/v1\nkind: User', 'Ada'),
    kind('apiVersion: v1\nkind: Service', '1web'),
    kind('apiVersion: batch/v1\nkind: CronJob', long(52)),
    'apiVersion: v1\nkind: Pod\nmetadata:\n  generateName: web-\n',
    pod('containers:\n  - name: app-1\n    ports:\n      - { name: http, containerPort: 80 }\nnodeSelector: { disk: ssd }\n'),
    'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\ndata:\n  labels: "a b"\n',
    'apiVersion: example.com/v1\nkind: App\nmetadata: { name: a }\nspec:\n  selector: { a: "b c" }\n  labels: { a: 1 }\n',
  ],
  caught: [
    {
      code: map('labels:\n  app: ⟦hello world⟧ # why\n  b: c'),
      says: value('app', 'hello world'),
      fixed: map('labels:\n  app: hello-world # why\n  b: c'),
    },
    {
      code: map('labels: { owner: ⟦"ada@example.com"⟧ }'),
      says: value('owner', 'ada@example.com'),
      fixed: map('labels: { owner: "ada-example.com" }'),
    },
    { code: map('labels: { a: ⟦"-"⟧ }'), says: value('a', '-') },
    {
      code: map(`labels:\n  app: ⟦${long(64)}⟧`),
      says: value('app', long(64), 'it has 64 characters, and 63 are allowed'),
      fixed: map(`labels:\n  app: ${long(63)}`),
    },
    {
      code: map('labels:\n  version: ⟦1.0⟧\n  enabled: ⟦true⟧ # why\nannotations:\n  prometheus.io/port: ⟦8080⟧'),
      says: [type('version'), type('enabled'), type('prometheus.io/port')],
      fixed: map('labels:\n  version: "1.0"\n  enabled: "true" # why\nannotations:\n  prometheus.io/port: "8080"'),
    },
    {
      code: map('labels:\n  ⟦my label⟧: a\n  ⟦Example.com/a⟧: b\n  ⟦a/b/c⟧: d\n  ⟦a/⟧: e\nannotations:\n  ⟦a b⟧: c'),
      says: [
        key('my label', CHARACTERS),
        key('Example.com/a', 'what stands before the slash must be a domain in lower case'),
        key('a/b/c', CHARACTERS),
        key('a/', 'the name is missing'),
        key('a b', CHARACTERS, 'an annotation'),
      ],
    },
    { code: map('labels: {}', '⟦Web_App⟧'), says: name('a ConfigMap', 'Web_App', DOMAIN), fixed: map('labels: {}', 'web-app') },
    { code: map('labels: {}', '⟦1234⟧'), says: type('name'), fixed: map('labels: {}', '"1234"') },
    { code: kind('apiVersion: v1\nkind: Service', '⟦web.app⟧'), says: name('a Service', 'web.app', LOWER) },
    {
      code: kind('apiVersion: v1\nkind: Service', '⟦1web⟧'),
      kubernetesVersion: '1.33',
      says: name('a Service', '1web', 'it begins with a digit, which Services may not before Kubernetes 1.34'),
    },
    {
      code: kind('apiVersion: rbac.authorization.k8s.io/v1\nkind: Role', '⟦a/b⟧'),
      says: name('a Role', 'a/b', 'slashes and percent signs are not allowed'),
    },
    {
      code: kind('apiVersion: batch/v1\nkind: CronJob', `⟦${long(53)}⟧`),
      says: name('a CronJob', long(53), 'it has 53 characters, and 52 are allowed'),
    },
    {
      code: kind('apiVersion: networking.k8s.io/v1\nkind: Ingress', 'web').replace(
        'name: web',
        'name: web\n  namespace: ⟦My.Team⟧',
      ),
      says: name('a Namespace', 'My.Team', LOWER),
    },
    {
      code: deployment(
        'containers:\n  - name: ⟦my_container⟧\n    ports:\n      - name: ⟦a-very-long-port-name⟧\n        containerPort: 80\nvolumes:\n  - name: ⟦Data_Volume⟧\n',
      ),
      says: [
        name('a container', 'my_container', LOWER),
        name('a port', 'a-very-long-port-name', 'it has 21 characters, and 15 are allowed'),
        name('a volume', 'Data_Volume', LOWER),
      ],
      fixed: deployment(
        'containers:\n  - name: my-container\n    ports:\n      - name: a-very-long-port-name\n        containerPort: 80\nvolumes:\n  - name: data-volume\n',
      ),
    },
    {
      code: deployment('nodeSelector:\n  gpu: ⟦true⟧\n').replaceAll('{ app: web }', '{ app: ⟦"web app"⟧ }'),
      says: [value('app', 'web app'), value('app', 'web app'), type('gpu')],
      fixed: deployment('nodeSelector:\n  gpu: "true"\n').replaceAll('{ app: web }', '{ app: "web-app" }'),
    },
    {
      code: cronJob('containers: []\n')
        .replace('spec:\n        spec:', 'metadata: { labels: { v: ⟦2⟧ } }\n        spec:')
        .replace('      template:\n        spec:', '      template:\n        metadata: { labels: { v: ⟦2⟧ } }\n        spec:'),
      says: type('v'),
      fixed: cronJob('containers: []\n').replace(
        '      template:\n        spec:',
        '      template:\n        metadata: { labels: { v: "2" } }\n        spec:',
      ),
    },
    {
      code: 'apiVersion: v1\nkind: Service\nmetadata: { name: a }\nspec:\n  selector: { app: ⟦"a/b/c/d"⟧ }\n',
      says: value('app', 'a/b/c/d'),
      fixed: 'apiVersion: v1\nkind: Service\nmetadata: { name: a }\nspec:\n  selector: { app: "a-b-c-d" }\n',
    },
    {
      path: 'a.json',
      code: '{"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "a", "labels": {"a": ⟦1⟧}}}',
      says: type('a'),
      fixed: '{"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "a", "labels": {"a": "1"}}}',
    },
  ],
});
