import { privilegedContainer } from '../../../server/src/rules/kubernetes/privileged-container.ts';
import { testRule } from '../../support/rule-tester.ts';
import { cronJob, deployment, list, pod } from './pods.ts';

const says = 'Container `app` is privileged: it can do everything that root on the node can. Delete the setting.';

testRule(privilegedContainer, {
  clean: [
    pod('containers:\n  - name: app\n    image: a:1\n'),
    pod('containers:\n  - name: app\n    image: a:1\n    securityContext:\n      privileged: false\n'),
    pod('containers:\n  - name: app\n    image: a:1\n    securityContext:\n      privileged: "true"\n'),
    pod('containers:\n  - name: app\n    image: a:1\n    securityContext:\n      privileged:\n'),
    pod('securityContext:\n  privileged: true\ncontainers:\n  - name: app\n    image: a:1\n'),
    'apiVersion: example.com/v1\nkind: Pod\nspec:\n  containers:\n    - name: app\n      securityContext:\n        privileged: true\n',
    'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: c\ndata:\n  privileged: "true"\n',
    pod('containers:\n  - name: app\n    image: a:1\n    securityContext:\n      privileged: {{ .Values.privileged }}\n'),
    pod('containers: 5\n'),
    'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - *missing\n',
    {
      path: 'pod.json',
      code: '{"apiVersion": "v1", "kind": "Pod", "spec": {"containers": [{"name": "a", "securityContext": {"privileged": false}}]}}',
    },
  ],
  caught: [
    {
      code: pod('containers:\n  - name: app\n    image: a:1\n    securityContext:\n      privileged: ⟦true⟧\n'),
      says,
      fixed: pod('containers:\n  - name: app\n    image: a:1\n'),
    },
    {
      code: deployment(
        'containers:\n  - name: app\n    securityContext:\n      # for the driver\n      runAsUser: 0\n      privileged: ⟦true⟧ # really?\n    image: a:1\n',
      ),
      says,
      fixed: deployment(
        'containers:\n  - name: app\n    securityContext:\n      # for the driver\n      runAsUser: 0\n    image: a:1\n',
      ),
    },
    {
      code: cronJob(
        'initContainers:\n- name: app\n  image: a:1\n  securityContext: { privileged: ⟦yes⟧, runAsUser: 0 }\ncontainers: []\n',
      ),
      says,
      fixed: cronJob('initContainers:\n- name: app\n  image: a:1\n  securityContext: { runAsUser: 0 }\ncontainers: []\n'),
    },
    {
      code: list('ephemeralContainers:\n  - securityContext: {privileged: ⟦true⟧}\n    name: app\n'),
      says,
      fixed: list('ephemeralContainers:\n  - name: app\n'),
    },
    {
      code: pod(
        'containers:\n  - name: app\n    image: {{ .Values.image }}\n    {{- if .Values.x }}\n    securityContext:\n      privileged: ⟦true⟧\n    {{- end }}\n',
      ),
      says,
      fixed: pod('containers:\n  - name: app\n    image: {{ .Values.image }}\n    {{- if .Values.x }}\n    {{- end }}\n'),
    },
    {
      code: pod('containers:\n  - securityContext: &sc\n      privileged: ⟦true⟧\n    name: app\n'),
      says,
      fixed: pod('containers:\n  - name: app\n'),
    },
    {
      path: 'pod.json',
      code: '{"apiVersion": "v1", "kind": "Pod", "spec": {"containers": [{"name": "app", "securityContext": {"privileged": ⟦true⟧, "runAsUser": 1}}]}}',
      says,
      fixed:
        '{"apiVersion": "v1", "kind": "Pod", "spec": {"containers": [{"name": "app", "securityContext": {"runAsUser": 1}}]}}',
    },
    {
      path: 'pod.json',
      code: '{\n\t"apiVersion": "v1",\n\t"kind": "Pod",\n\t"spec": {\n\t\t"containers": [\n\t\t\t{ "name": "app",\n\t\t\t\t"securityContext": { "privileged": ⟦true⟧ }\n\t\t\t}\n\t\t]\n\t}\n}',
      says,
      fixed:
        '{\n\t"apiVersion": "v1",\n\t"kind": "Pod",\n\t"spec": {\n\t\t"containers": [\n\t\t\t{ "name": "app"\n\t\t\t}\n\t\t]\n\t}\n}',
    },
    {
      code: 'apiVersion: serving.knative.dev/v1\nkind: Service\nmetadata: { name: s }\nspec: { template: { spec: { containers: [ { image: a, securityContext: { privileged: ⟦true⟧ } } ] } } }\n',
      says: 'Container `containers[0]` is privileged: it can do everything that root on the node can. Delete the setting.',
      fixed:
        'apiVersion: serving.knative.dev/v1\nkind: Service\nmetadata: { name: s }\nspec: { template: { spec: { containers: [ { image: a } ] } } }\n',
    },
    {
      code: pod(
        'x: &sc { privileged: ⟦true⟧ }\ncontainers:\n  - { name: app, image: a:1, securityContext: *sc }\n  - { name: b, image: a:1, securityContext: *sc }\n',
      ),
      says,
      fixed: pod(
        'x: &sc { privileged: false }\ncontainers:\n  - { name: app, image: a:1, securityContext: *sc }\n  - { name: b, image: a:1, securityContext: *sc }\n',
      ),
    },
    {
      code: pod('x: &sc { privileged: ⟦true⟧ }\ncontainers:\n  - name: app\n    image: a:1\n    securityContext: *sc\n'),
      says,
      fixed: pod('x: &sc { privileged: false }\ncontainers:\n  - name: app\n    image: a:1\n    securityContext: *sc\n'),
    },
  ],
});
