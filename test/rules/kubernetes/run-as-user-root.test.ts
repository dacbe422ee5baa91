import { runAsUserRoot } from '../../../server/src/rules/kubernetes/run-as-user-root.ts';
import { testRule } from '../../support/rule-tester.ts';
import { app, appWith, cronJob, deployment, list, pod } from './pods.ts';

const says = (subject: string) => `\`runAsUser: 0\` runs ${subject} as root. Choose another user, for example 1000.`;

testRule(runAsUserRoot, {
  clean: [
    pod(app),
    pod(`securityContext:\n  runAsUser: 1000\n${app}`),
    pod(appWith('runAsUser: 1\n')),
    pod(appWith('runAsUser: "0"\n')),
    pod(appWith('runAsUser: {{ .Values.uid }}\n')),
    pod(appWith('runAsUser:\n')),
    pod(`hostUsers: false\n${appWith('runAsUser: 0\n')}`),
    { code: pod(`hostUsers: false\nsecurityContext: { runAsUser: 0 }\n${app}`), kubernetesVersion: '1.35' },
    pod(appWith('runAsGroup: 0\n')),
    'apiVersion: v1\nkind: ConfigMap\ndata:\n  runAsUser: "0"\n',
  ],
  caught: [
    {
      code: pod(`securityContext:\n  runAsUser: ⟦0⟧ # legacy\n${app}`),
      says: says('Pod `web`'),
      fixed: pod(`securityContext:\n  runAsUser: 1000 # legacy\n${app}`),
      alternatives: { 'Delete `runAsUser: 0`': pod(app) },
    },
    {
      code: deployment(appWith('runAsUser: ⟦0⟧\nrunAsNonRoot: false\n')),
      says: says('container `app`'),
      fixed: deployment(appWith('runAsUser: 1000\nrunAsNonRoot: false\n')),
      alternatives: { 'Delete `runAsUser: 0`': deployment(appWith('runAsNonRoot: false\n')) },
    },
    {
      code: cronJob(`${appWith('runAsUser: ⟦0⟧\n', 'initContainers')}containers: []\n`),
      says: says('container `app`'),
      fixed: cronJob(`${appWith('runAsUser: 1000\n', 'initContainers')}containers: []\n`),
    },
    {
      code: list(appWith('{ runAsUser: ⟦0x0⟧ }\n', 'ephemeralContainers')),
      says: says('container `app`'),
      fixed: list(appWith('{ runAsUser: 1000 }\n', 'ephemeralContainers')),
    },
    // The pod's own 0 is refused even where each container says otherwise.
    {
      code: pod(`securityContext: { runAsUser: ⟦0⟧, fsGroup: 2 }\n${appWith('runAsUser: 5\n')}`),
      says: says('Pod `web`'),
      fixed: pod(`securityContext: { runAsUser: 1000, fsGroup: 2 }\n${appWith('runAsUser: 5\n')}`),
      alternatives: { 'Delete `runAsUser: 0`': pod(`securityContext: { fsGroup: 2 }\n${appWith('runAsUser: 5\n')}`) },
    },
    // User namespaces free from the rule since 1.35.
    {
      code: pod(`hostUsers: false\n${appWith('runAsUser: ⟦0⟧\n')}`),
      kubernetesVersion: '1.34',
      says: says('container `app`'),
      fixed: pod(`hostUsers: false\n${appWith('runAsUser: 1000\n')}`),
    },
    {
      code: pod(
        `x: &sc { runAsUser: ⟦0⟧ }\ncontainers:\n  - { name: app, image: a:1, securityContext: *sc }\n  - { name: b, image: a:1, securityContext: *sc }\n`,
      ),
      says: says('container `app`'),
      fixed: pod(
        `x: &sc { runAsUser: 1000 }\ncontainers:\n  - { name: app, image: a:1, securityContext: *sc }\n  - { name: b, image: a:1, securityContext: *sc }\n`,
      ),
    },
    {
      code: pod('containers:\n  - name: app\n    image: {{ .Values.image }}\n    securityContext:\n      runAsUser: ⟦0⟧\n'),
      says: says('container `app`'),
      fixed: pod('containers:\n  - name: app\n    image: {{ .Values.image }}\n    securityContext:\n      runAsUser: 1000\n'),
    },
    {
      path: 'pod.json',
      code: '{"apiVersion": "v1", "kind": "Pod", "spec": {"securityContext": {"runAsUser": ⟦0⟧}, "containers": []}}',
      says: says('Pod'),
      fixed: '{"apiVersion": "v1", "kind": "Pod", "spec": {"securityContext": {"runAsUser": 1000}, "containers": []}}',
    },
  ],
});
