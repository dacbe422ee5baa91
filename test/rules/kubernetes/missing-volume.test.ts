import { missingVolume } from '../../../server/src/rules/kubernetes/missing-volume.ts';
import { testRule } from '../../support/rule-tester.ts';
import { cronJob, deployment, list, pod } from './pods.ts';

const missing = (volume: string) =>
  `Container \`app\` mounts the volume \`${volume}\`, which the pod does not have. Declare it under \`volumes\`.`;
const misspelt = (volume: string, near: string) =>
  `Container \`app\` mounts the volume \`${volume}\`, which the pod does not have. Did you mean \`${near}\`?`;
const unmounted = (volume: string, spare: string) =>
  `Container \`app\` mounts the volume \`${volume}\`, which the pod does not have. Nothing mounts its volume \`${spare}\`.`;
const unused = (volume: string) => `No container mounts the volume \`${volume}\`.`;
const mount = (name: string) =>
  `containers:\n  - name: app\n    image: a:1\n    volumeMounts:\n      - name: ${name}\n        mountPath: /x\n`;
const statefulSet = (name: string, mark = name) =>
  `apiVersion: apps/v1\nkind: StatefulSet\nmetadata: { name: db }\nspec:\n  selector: {}\n  template:\n    spec:\n      containers:\n        - name: app\n          image: a:1\n          volumeMounts: [ { name: ${mark}, mountPath: /x } ]\n  volumeClaimTemplates:\n    - metadata: { name: data }\n`.replace(
    mark,
    name,
  );

testRule(missingVolume, {
  clean: [
    pod(`${mount('v')}volumes:\n  - name: v\n    emptyDir: {}\n`),
    pod('containers:\n  - name: app\n    image: a:1\n'),
    statefulSet('data'),
    pod(`${mount('v')}volumes: {{ .Values.volumes }}\n`),
    pod(`${mount('v')}volumes:\n  - name: w\n  {{- toYaml .v }}\n`),
    pod(mount('{{ .name }}')),
    pod('containers:\n  - name: app\n    volumeMounts: [ { name: v } ]\n'),
    'apiVersion: apps/v1\nkind: Deployment\nspec: { template: { spec: { containers: [ { name: a, image: b, volumeMounts: [ { name: v } ] } ] } } }\n',
    pod(`${mount('v')}volumes: *shared\n`),
    pod(`x: &v\n  - name: v\n    emptyDir: {}\n${mount('v')}volumes: *v\n`),
  ],
  caught: [
    { code: pod(mount('⟦data⟧')), says: missing('data') },
    {
      code: deployment(`${mount('⟦cofnig⟧')}volumes:\n  - name: config\n    emptyDir: {}\n`),
      says: misspelt('cofnig', 'config'),
      fixed: deployment(`${mount('config')}volumes:\n  - name: config\n    emptyDir: {}\n`),
    },
    { code: statefulSet('⟦dara⟧', 'MARK'), says: misspelt('dara', 'data'), fixed: statefulSet('data') },
    {
      code: cronJob(`volumes:\n  - name: ⟦v⟧\n    emptyDir: {}\ncontainers:\n  - name: app\n    image: a:1\n`),
      says: unused('v'),
      severity: 'info',
    },
    {
      code: pod(`${mount('⟦ca-certificates⟧')}volumes:\n  - name: tls\n    emptyDir: {}\n`),
      says: unmounted('ca-certificates', 'tls'),
      fixed: pod(`${mount('tls')}volumes:\n  - name: tls\n    emptyDir: {}\n`),
    },
    { code: statefulSet('⟦v⟧', 'MARK').replace('name: data', 'name: w'), says: missing('v') },
    {
      code: pod(`${mount('⟦v⟧')}      - name: ⟦cofnig⟧\n        mountPath: /y\nvolumes: [{ name: config }]\n`),
      says: [missing('v'), misspelt('cofnig', 'config')],
      fixed: pod(`${mount('v')}      - name: config\n        mountPath: /y\nvolumes: [{ name: config }]\n`),
    },
    { code: list(mount('⟦"a b"⟧')), says: missing('a b') },
    {
      code: pod(
        `initContainers:\n  - name: app\n    image: a:1\n    volumeMounts: [{name: '⟦cach⟧', mountPath: /c}, {name: cache, mountPath: /d}]\nvolumes: [{name: cache}]\n`.replace(
          "'⟦cach⟧'",
          "⟦'cach'⟧",
        ),
      ),
      says: misspelt('cach', 'cache'),
      fixed: pod(
        `initContainers:\n  - name: app\n    image: a:1\n    volumeMounts: [{name: 'cache', mountPath: /c}, {name: cache, mountPath: /d}]\nvolumes: [{name: cache}]\n`,
      ),
    },
    {
      code: pod('containers:\n  - name: app\n    image: a:1\n    volumeDevices: [{ name: ⟦disk⟧, devicePath: /d }]\n'),
      says: missing('disk'),
    },
    {
      code: pod('ephemeralContainers:\n  - name: app\n    image: a:1\n    volumeMounts:\n      - name: ⟦tools⟧\n'),
      says: missing('tools'),
    },
    {
      path: 'pod.json',
      code: '{"apiVersion": "v1", "kind": "Pod", "spec": {"containers": [{"name": "app", "image": "a:1", "volumeMounts": [{"name": ⟦"v"⟧}]}]}}',
      says: missing('v'),
    },
  ],
});
