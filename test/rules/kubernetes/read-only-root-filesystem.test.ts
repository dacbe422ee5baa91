import { readOnlyRootFilesystem } from '../../../server/src/rules/kubernetes/read-only-root-filesystem.ts';
import { testRule } from '../../support/rule-tester.ts';
import { cronJob, deployment, list, pod } from './pods.ts';

const writable = 'Container `app` may write to its root filesystem. Set `readOnlyRootFilesystem: true`.';
const unset = 'Container `app` may write to its root filesystem, because nothing forbids it. Set `readOnlyRootFilesystem: true`.';
const container = (context: string) => `containers:\n  - name: app\n    image: a:1\n    securityContext:\n      ${context}\n`;
const tmp = 'Set `readOnlyRootFilesystem: true` and mount an `emptyDir` at `/tmp`';
const mounted = '    volumeMounts:\n      - name: tmp\n        mountPath: /tmp\n';
const volume = 'volumes:\n  - name: tmp\n    emptyDir: {}\n';

testRule(readOnlyRootFilesystem, {
  clean: [
    pod(container('readOnlyRootFilesystem: true')),
    pod(container('readOnlyRootFilesystem: {{ .Values.readOnly }}')),
    pod(`os: { name: windows }\n${container('runAsUser: 1')}`),
    pod('containers:\n  - name: app\n'),
    pod('containers:\n  - name: app\n    image: {{ .image }}\n'),
    pod(container('readOnlyRootFilesystem: "yes"')),
    'apiVersion: apps/v1\nkind: StatefulSet\nspec: { template: { spec: { containers: [ { name: a, image: b } ] } } }\n',
    'apiVersion: v1\nkind: Secret\nmetadata: { name: s }\nstringData: { image: a }\n',
  ],
  caught: [
    {
      code: pod(container('readOnlyRootFilesystem: ⟦false⟧')),
      says: writable,
      fixed: pod(container('readOnlyRootFilesystem: true')),
      alternatives: { [tmp]: pod(container('readOnlyRootFilesystem: true') + mounted + volume) },
    },
    {
      code: deployment('containers:\n  - name: ⟦app⟧\n    image: a:1\n'),
      says: unset,
      fixed: deployment(container('readOnlyRootFilesystem: true')),
      alternatives: { [tmp]: deployment(container('readOnlyRootFilesystem: true') + mounted + volume) },
    },
    {
      code: cronJob(
        'containers:\n  - name: app\n    image: a:1\n    ⟦securityContext⟧: {}\n    volumeMounts:\n      - { name: tmp, mountPath: /tmp }\n',
      ),
      says: unset,
      fixed: cronJob(
        'containers:\n  - name: app\n    image: a:1\n    securityContext: { readOnlyRootFilesystem: true }\n    volumeMounts:\n      - { name: tmp, mountPath: /tmp }\n',
      ),
      alternatives: {},
    },
    {
      code: list(
        'containers:\n  - name: app\n    image: a:1\n    ⟦securityContext⟧: { runAsUser: 1 }\n    volumeMounts:\n      - name: tmp\n        mountPath: /data\nvolumes:\n  - name: tmp\n    emptyDir: {}\n',
      ),
      says: unset,
      fixed: list(
        'containers:\n  - name: app\n    image: a:1\n    securityContext: { runAsUser: 1, readOnlyRootFilesystem: true }\n    volumeMounts:\n      - name: tmp\n        mountPath: /data\nvolumes:\n  - name: tmp\n    emptyDir: {}\n',
      ),
      alternatives: {
        [tmp]: list(
          'containers:\n  - name: app\n    image: a:1\n    securityContext: { runAsUser: 1, readOnlyRootFilesystem: true }\n    volumeMounts:\n      - name: tmp\n        mountPath: /data\n      - name: app-tmp\n        mountPath: /tmp\nvolumes:\n  - name: tmp\n    emptyDir: {}\n  - name: app-tmp\n    emptyDir: {}\n',
        ),
      },
    },
    {
      code: pod('ephemeralContainers:\n  - { name: ⟦app⟧, image: a:1 }\n'),
      says: unset,
      fixed: pod('ephemeralContainers:\n  - { name: app, image: a:1, securityContext: { readOnlyRootFilesystem: true } }\n'),
      alternatives: {},
    },
    {
      code: pod(
        'initContainers:\n  - name: app\n    image: {{ .image }}\n    securityContext:\n      readOnlyRootFilesystem: ⟦off⟧\n    volumeMounts: {{ .mounts }}\n',
      ),
      says: writable,
      fixed: pod(
        'initContainers:\n  - name: app\n    image: {{ .image }}\n    securityContext:\n      readOnlyRootFilesystem: true\n    volumeMounts: {{ .mounts }}\n',
      ),
      alternatives: {},
    },
    {
      path: 'pod.json',
      code: '{"apiVersion": "v1", "kind": "Pod", "spec": {"containers": [{"name": ⟦"app"⟧, "image": "b"}]}}',
      says: unset,
      fixed:
        '{"apiVersion": "v1", "kind": "Pod", "spec": {"containers": [{"name": "app", "image": "b", "securityContext": { "readOnlyRootFilesystem": true }}]}}',
      alternatives: {
        [tmp]:
          '{"apiVersion": "v1", "kind": "Pod", "spec": {"containers": [{"name": "app", "image": "b", "securityContext": { "readOnlyRootFilesystem": true }, "volumeMounts": [{ "name": "tmp", "mountPath": "/tmp" }]}], "volumes": [{ "name": "tmp", "emptyDir": {} }]}}',
      },
    },
    {
      code: pod(
        'x: &sc { readOnlyRootFilesystem: ⟦false⟧ }\ncontainers:\n  - { name: app, image: a:1, securityContext: *sc, volumeMounts: [ { name: v, mountPath: /tmp } ] }\n  - { name: b, image: a:1, securityContext: *sc, volumeMounts: [ { name: v, mountPath: /tmp } ] }\n',
      ),
      says: writable,
      fixed: pod(
        'x: &sc { readOnlyRootFilesystem: true }\ncontainers:\n  - { name: app, image: a:1, securityContext: *sc, volumeMounts: [ { name: v, mountPath: /tmp } ] }\n  - { name: b, image: a:1, securityContext: *sc, volumeMounts: [ { name: v, mountPath: /tmp } ] }\n',
      ),
    },
    {
      code: pod(
        'x: &sc { readOnlyRootFilesystem: ⟦false⟧ }\ncontainers:\n  - name: app\n    image: a:1\n    securityContext: *sc\n    volumeMounts: [ { name: v, mountPath: /tmp } ]\n',
      ),
      says: writable,
      fixed: pod(
        'x: &sc { readOnlyRootFilesystem: true }\ncontainers:\n  - name: app\n    image: a:1\n    securityContext: *sc\n    volumeMounts: [ { name: v, mountPath: /tmp } ]\n',
      ),
    },
  ],
});
