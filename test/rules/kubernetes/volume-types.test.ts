import { volumeTypes } from '../../../server/src/rules/kubernetes/volume-types.ts';
import { testRule } from '../../support/rule-tester.ts';
import { cronJob, deployment, list, pod } from './pods.ts';

const says = (type: string, workload = 'Pod `web`') =>
  `Volume \`v\` of ${workload} has the type \`${type}\`, which the Restricted Pod Security Standard forbids. Use a PersistentVolumeClaim.`;
const ALLOWED = [
  'configMap: { name: c }',
  'csi: { driver: d }',
  'downwardAPI: { items: [] }',
  'emptyDir: {}',
  'ephemeral: { volumeClaimTemplate: {} }',
  'image: { reference: a }',
  'persistentVolumeClaim: { claimName: c }',
  'projected: { sources: [] }',
  'secret: { secretName: s }',
];

testRule(volumeTypes, {
  clean: [
    pod(`volumes:\n${ALLOWED.map((source, index) => `  - name: v${index}\n    ${source}\n`).join('')}`),
    pod('volumes:\n  - name: v\n'),
    pod('volumes:\n  - name: v\n    nfs:\n'),
    // The Baseline standard speaks about it already.
    pod('volumes:\n  - name: v\n    hostPath: { path: /data }\n'),
    pod('volumes:\n  - name: nfs\n    emptyDir: {}\n'),
    'apiVersion: v1\nkind: PersistentVolume\nspec: { nfs: { server: s, path: / } }\n',
    pod('volumes:\n  - name: v\n    {{ .Values.type }}: {}\n'),
  ],
  caught: [
    { code: pod('volumes:\n  - name: v\n    ⟦nfs⟧:\n      server: s\n      path: /\n'), says: says('nfs') },
    { code: deployment('volumes:\n  - ⟦gitRepo⟧: {}\n    name: v\n'), says: says('gitRepo', 'Deployment `web`') },
    { code: cronJob('volumes: [{ name: v, ⟦iscsi⟧: { lun: 0 } }]\n'), says: says('iscsi', 'CronJob `web`') },
    { code: list('volumes:\n  - name: v\n    ⟦flexVolume⟧: { driver: d }\n'), says: says('flexVolume') },
    { code: pod('volumes:\n  - name: v\n    ⟦azureFile⟧: { shareName: {{ .share }} }\n'), says: says('azureFile') },
    {
      path: 'pod.json',
      code: '{"apiVersion": "v1", "kind": "Pod", "spec": {"volumes": [{"name": "v", ⟦"rbd"⟧: {}}]}}',
      says: says('rbd', 'Pod'),
    },
  ],
});
