import { hostPathWritable } from '../../../server/src/rules/kubernetes/host-path-writable.ts';
import { testRule } from '../../support/rule-tester.ts';
import { cronJob, deployment, list, pod } from './pods.ts';

const says = (container = 'app', volume = 'v') =>
  `Container \`${container}\` may write to the directory of the node that is the volume \`${volume}\`. Set \`readOnly: true\`.`;
const VOLUMES = 'volumes:\n  - name: v\n    hostPath: { path: /data }\n  - name: w\n    emptyDir: {}\n';
const mounts = (text: string, kind = 'containers') =>
  `${kind}:\n  - name: app\n    image: a:1\n    volumeMounts:\n${text}${VOLUMES}`;
const V = '      - name: v\n        mountPath: /v\n';
const MARKED = '      - name: ⟦v⟧\n        mountPath: /v\n';

testRule(hostPathWritable, {
  clean: [
    pod(mounts(`${V}        readOnly: true\n`)),
    pod(mounts('      - name: w\n        mountPath: /w\n')),
    pod(mounts(`${V}        recursiveReadOnly: Enabled\n`)),
    pod(mounts(`${V}        readOnly: {{ .Values.readOnly }}\n`)),
    pod(mounts(V).replace('image: a:1', 'image: {{ .Values.image }}')),
    pod(mounts(V).replace('    image: a:1\n', '')),
    pod(VOLUMES),
    pod(mounts(`${V}        readOnly: "true"\n`)),
    'apiVersion: v1\nkind: PersistentVolume\nspec: { hostPath: { path: / } }\n',
  ],
  caught: [
    { code: pod(mounts(MARKED)), says: says(), fixed: pod(mounts(`${V}        readOnly: true\n`)) },
    {
      code: deployment(mounts(`${V}        readOnly: ⟦false⟧ # logs\n`)),
      says: says(),
      fixed: deployment(mounts(`${V}        readOnly: true # logs\n`)),
    },
    {
      code: cronJob(mounts('      - { name: ⟦v⟧, mountPath: /v, subPath: x }\n', 'initContainers')),
      says: says(),
      fixed: cronJob(mounts('      - { name: v, mountPath: /v, subPath: x, readOnly: true }\n', 'initContainers')),
    },
    {
      code: list(mounts(`${MARKED}      - mountPath: /x\n        name: ⟦v⟧\n`, 'ephemeralContainers')),
      says: [says(), says()],
      fixed: list(
        mounts(
          `${V}        readOnly: true\n      - mountPath: /x\n        name: v\n        readOnly: true\n`,
          'ephemeralContainers',
        ),
      ),
    },
    {
      code: pod(mounts(`${V}        readOnly: ⟦false⟧\n`).replace('a:1', '{{ .Values.image }}')),
      says: says(),
      fixed: pod(mounts(`${V}        readOnly: true\n`).replace('a:1', '{{ .Values.image }}')),
    },
    {
      code: pod(mounts(`${MARKED}        recursiveReadOnly: Disabled\n`)),
      says: says(),
      fixed: pod(mounts(`${V}        recursiveReadOnly: Disabled\n        readOnly: true\n`)),
    },
    {
      path: 'pod.json',
      code: '{"apiVersion": "v1", "kind": "Pod", "spec": {"containers": [{"name": "app", "image": "a", "volumeMounts": [{"name": ⟦"v"⟧}]}], "volumes": [{"name": "v", "hostPath": {"path": "/"}}]}}',
      says: says(),
      fixed:
        '{"apiVersion": "v1", "kind": "Pod", "spec": {"containers": [{"name": "app", "image": "a", "volumeMounts": [{"name": "v", "readOnly": true}]}], "volumes": [{"name": "v", "hostPath": {"path": "/"}}]}}',
    },
  ],
});
