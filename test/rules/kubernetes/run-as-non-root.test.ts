import { runAsNonRoot } from '../../../server/src/rules/kubernetes/run-as-non-root.ts';
import { testRule } from '../../support/rule-tester.ts';
import { cronJob, deployment, list, pod } from './pods.ts';

const podSays = (workload: string) =>
  `Nothing keeps ${workload} from running as root. Set \`runAsNonRoot: true\` in the security context of the pod.`;
const containerSays = (name: string) =>
  `Nothing keeps container \`${name}\` from running as root. Set \`runAsNonRoot: true\` in its security context.`;
const disabled = (subject: string) => `\`runAsNonRoot: false\` lets ${subject} run as root. Set it to true.`;
const root = (subject: string) => `\`runAsUser: 0\` runs ${subject} as root. Choose another user.`;
const app = 'containers:\n  - name: app\n    image: a:1\n';
const marked = (text: string, key: string, at: number) => `${text.slice(0, at)}${text.slice(at).replace(key, `⟦${key}⟧`)}`;
const markSpec = (text: string) => marked(text, 'spec', text.lastIndexOf('spec:'));

testRule(runAsNonRoot, {
  clean: [
    pod(`securityContext:\n  runAsNonRoot: true\n${app}`),
    pod(`securityContext: { runAsUser: 1000 }\n${app}`),
    pod(`securityContext: { runAsNonRoot: true, runAsUser: 0 }\n${app}    securityContext: { runAsUser: 7 }\n`),
    pod(`${app}    securityContext:\n      runAsNonRoot: true\n`),
    pod(`securityContext: { runAsNonRoot: false }\n${app}    securityContext: { runAsUser: 65532 }\n`),
    pod(`os: { name: windows }\n${app}`),
    pod(`hostUsers: false\n${app}`),
    pod('containers:\n  - name: app\n    image: {{ .Values.image }}\n'),
    pod(`securityContext:\n  runAsUser: {{ .Values.uid }}\n${app}`),
    pod('containers:\n  - name: app\n'),
    pod(`securityContext: { runAsNonRoot: yes }\n${app}`),
    pod(`securityContext: { runAsNonRoot: {{ .Values.nonRoot }} }\n${app}    securityContext: { runAsNonRoot: true }\n`),
    pod(`os: { name: windows }\nsecurityContext: { runAsNonRoot: false }\n${app}    securityContext: { runAsNonRoot: true }\n`),
    'apiVersion: apps/v1\nkind: Deployment\nspec: { template: { spec: { containers: [ { name: a, image: b } ] } } }\n',
  ],
  caught: [
    {
      code: pod(`securityContext: { runAsNonRoot: ⟦false⟧ }\n${app}    securityContext: { runAsNonRoot: true }\n`),
      severity: 'low',
      says: disabled('Pod `web`'),
      fixed: pod(`securityContext: { runAsNonRoot: true }\n${app}    securityContext: { runAsNonRoot: true }\n`),
    },
    { code: markSpec(pod(app)), says: podSays('Pod `web`'), fixed: pod(`securityContext:\n  runAsNonRoot: true\n${app}`) },
    {
      code: markSpec(deployment(`restartPolicy: Always\n# the one\n${app}`)),
      says: podSays('Deployment `web`'),
      fixed: deployment(`restartPolicy: Always\nsecurityContext:\n  runAsNonRoot: true\n# the one\n${app}`),
    },
    {
      code: cronJob(`⟦securityContext⟧:\n    fsGroup: 2\n${app}`),
      says: podSays('CronJob `web`'),
      fixed: cronJob(`securityContext:\n    fsGroup: 2\n    runAsNonRoot: true\n${app}`),
    },
    {
      code: list(`⟦securityContext⟧: {}\n${app}`),
      says: podSays('Pod `web`'),
      fixed: list(`securityContext: { runAsNonRoot: true }\n${app}`),
    },
    {
      code: pod(`initContainers:\n  - name: ⟦init⟧\n    image: i:1\n${app}    securityContext: { runAsUser: 7 }\n`),
      says: containerSays('init'),
      fixed: pod(
        `initContainers:\n  - name: init\n    image: i:1\n    securityContext:\n      runAsNonRoot: true\n${app}    securityContext: { runAsUser: 7 }\n`,
      ),
    },
    {
      code: pod(`securityContext:\n  runAsNonRoot: ⟦false⟧ # legacy\n${app}  - name: other\n    image: b:1\n`),
      says: disabled('Pod `web`'),
      fixed: pod(`securityContext:\n  runAsNonRoot: true # legacy\n${app}  - name: other\n    image: b:1\n`),
    },
    {
      code: pod(`securityContext: { runAsUser: 1 }\n${app}    securityContext: { runAsUser: ⟦0⟧ }\n`),
      says: root('container `app`'),
      fixed: pod(`securityContext: { runAsUser: 1 }\n${app}    securityContext: { runAsUser: 1000 }\n`),
    },
    {
      code: pod(`securityContext: { runAsNonRoot: true, runAsUser: ⟦0⟧ }\n${app}`),
      says: root('Pod `web`'),
      fixed: pod(`securityContext: { runAsNonRoot: true, runAsUser: 1000 }\n${app}`),
    },
    {
      code: pod(`securityContext: { runAsNonRoot: true }\n${app}    securityContext: { runAsUser: ⟦0⟧ }\n`),
      says: root('container `app`'),
      fixed: pod(`securityContext: { runAsNonRoot: true }\n${app}    securityContext: { runAsUser: 1000 }\n`),
    },
    {
      code: pod(
        `containers:\n  - name: app\n    image: {{ .Values.image }}\n    securityContext:\n      runAsNonRoot: ⟦false⟧\n`,
      ),
      says: disabled('container `app`'),
      fixed: pod(`containers:\n  - name: app\n    image: {{ .Values.image }}\n    securityContext:\n      runAsNonRoot: true\n`),
    },
    {
      kubernetesVersion: '1.34',
      code: markSpec(pod(`hostUsers: false\n${app}`)),
      says: podSays('Pod `web`'),
      fixed: pod(`hostUsers: false\nsecurityContext:\n  runAsNonRoot: true\n${app}`),
    },
    {
      path: 'pod.json',
      code: '{"apiVersion": "v1", "kind": "Pod", "⟦spec⟧": {"containers": [{"name": "a", "image": "b"}]}}'.replace(
        '"⟦spec⟧"',
        '⟦"spec"⟧',
      ),
      says: podSays('Pod'),
      fixed:
        '{"apiVersion": "v1", "kind": "Pod", "spec": {"containers": [{"name": "a", "image": "b"}], "securityContext": { "runAsNonRoot": true }}}',
    },
  ],
});
