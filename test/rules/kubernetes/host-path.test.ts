import { hostPath } from '../../../server/src/rules/kubernetes/host-path.ts';
import { testRule } from '../../support/rule-tester.ts';
import { cronJob, deployment, list, pod } from './pods.ts';

const says = (volume: string, workload: string) =>
  `Volume \`${volume}\` of ${workload} is a directory of the node. Use an \`emptyDir\` or a PersistentVolumeClaim.`;
const persistent = (volume?: string) =>
  `PersistentVolume${volume === undefined ? '' : ` \`${volume}\``} is a directory of one node, open to every pod that claims it. Use a storage class or a \`local\` volume.`;

testRule(hostPath, {
  clean: [
    pod('volumes:\n  - name: v\n    emptyDir: {}\n'),
    pod('volumes:\n  - name: v\n    hostPath:\n'),
    pod('volumes:\n  - name: v\n    hostPath: ~\n'),
    pod('volumes: {{ .Values.volumes }}\n'),
    pod('volumes:\n  - {{ toYaml .v }}\n'),
    pod('hostPath: /x\nvolumes: hostPath\n'),
    'apiVersion: v1\nkind: PersistentVolume\nmetadata: { name: p }\nspec:\n  local: { path: /x }\n',
    'apiVersion: storage.example.com/v1\nkind: PersistentVolume\nspec:\n  hostPath: { path: /x }\n',
    'apiVersion: v1\nkind: ConfigMap\ndata:\n  hostPath: /x\n',
  ],
  caught: [
    {
      code: pod(
        'volumes:\n  - name: logs\n    ⟦hostPath⟧:\n      path: /var/log # all\n      type: Directory\n  - name: x\n    emptyDir: {}\n',
      ),
      says: says('logs', 'Pod `web`'),
      fixed: pod('volumes:\n  - name: logs\n    emptyDir: {}\n  - name: x\n    emptyDir: {}\n'),
      alternatives: {
        'Use the PersistentVolumeClaim `logs`, to be created': pod(
          'volumes:\n  - name: logs\n    persistentVolumeClaim:\n      claimName: logs\n  - name: x\n    emptyDir: {}\n',
        ),
      },
    },
    {
      code: deployment('volumes:\n- ⟦hostPath⟧: { path: /run } # socket\n  name: run\n'),
      says: says('run', 'Deployment `web`'),
      fixed: deployment('volumes:\n- emptyDir: {} # socket\n  name: run\n'),
    },
    {
      code: cronJob('volumes: [{ name: a, ⟦hostPath⟧: { path: / } }, { name: b, ⟦hostPath⟧: { path: /etc } }]\n'),
      says: [says('a', 'CronJob `web`'), says('b', 'CronJob `web`')],
      fixed: cronJob('volumes: [{ name: a, emptyDir: {} }, { name: b, emptyDir: {} }]\n'),
    },
    {
      code: list('volumes:\n  - ⟦hostPath⟧:\n      path: /\n'),
      says: says('volumes[0]', 'Pod `web`'),
      fixed: list('volumes:\n  - emptyDir: {}\n'),
    },
    {
      code: pod('volumes:\n  - name: {{ .name }}\n    ⟦hostPath⟧:\n      path: {{ .path }}\n'),
      says: says('volumes[0]', 'Pod `web`'),
      fixed: pod('volumes:\n  - name: {{ .name }}\n    emptyDir: {}\n'),
    },
    {
      code: `${pod('volumes: &v\n  - name: v\n    ⟦hostPath⟧: { path: /x }\n')}---\n${pod('volumes: []\n')}`,
      says: says('v', 'Pod `web`'),
      fixed: `${pod('volumes: &v\n  - name: v\n    emptyDir: {}\n')}---\n${pod('volumes: []\n')}`,
    },
    {
      code: pod('x: &host { path: / }\nvolumes:\n  - name: v\n    ⟦hostPath⟧: *host\n'),
      says: says('v', 'Pod `web`'),
    },
    {
      code: 'apiVersion: v1\nkind: PersistentVolume\nmetadata:\n  name: data\nspec:\n  capacity: { storage: 1Gi }\n  ⟦hostPath⟧:\n    path: /data\n',
      says: persistent('data'),
    },
    {
      path: 'pv.json',
      code: '{"kind": "List", "apiVersion": "v1", "items": [{"apiVersion": "v1", "kind": "PersistentVolume", "spec": {⟦"hostPath"⟧: {"path": "/"}}}]}',
      says: persistent(),
    },
    {
      path: 'pod.json',
      code: '{"apiVersion": "v1", "kind": "Pod", "spec": {"volumes": [{"name": "v", ⟦"hostPath"⟧: {"path": "/"}}]}}',
      says: says('v', 'Pod'),
      fixed: '{"apiVersion": "v1", "kind": "Pod", "spec": {"volumes": [{"name": "v", "emptyDir": {}}]}}',
    },
  ],
});
