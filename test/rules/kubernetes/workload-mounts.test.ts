import { workloadMounts } from '../../../server/src/rules/kubernetes/workload-mounts.ts';
import { testRule } from '../../support/rule-tester.ts';
import { cronJob, deployment, pod } from './pods.ts';

const says = (what: string, path = '/v', container = 'app') => `Container \`${container}\` mounts the ${what} at \`${path}\`.`;
const mount = (name: string, volume: string) =>
  `containers:\n  - name: app\n    volumeMounts:\n      - name: ${name}\n        mountPath: /v\nvolumes:\n  - name: v\n    ${volume}\n`;

testRule(workloadMounts, {
  clean: [
    pod(mount('v', 'emptyDir: {}')),
    pod(mount('v', 'secret:')),
    pod(mount('w', 'secret: { secretName: s }')),
    pod('containers: []\nvolumes:\n  - name: v\n    secret: { secretName: s }\n'),
    pod(mount('{{ .name }}', 'secret: { secretName: s }')),
  ],
  caught: [
    { code: pod(mount('⟦v⟧', 'secret: { secretName: s }')), says: says('Secret `s`') },
    { code: deployment(mount('⟦v⟧', 'configMap:\n      name: m')), says: says('ConfigMap `m`') },
    { code: cronJob(mount('⟦"v"⟧', 'persistentVolumeClaim: { claimName: c }')), says: says('PersistentVolumeClaim `c`') },
    {
      code: pod(
        'initContainers:\n  - name: i\n    volumeDevices:\n      - { name: ⟦v⟧, devicePath: /dev/x }\nvolumes:\n  - name: v\n    persistentVolumeClaim: { claimName: {{ .claim }} }\n',
      ),
      says: says('PersistentVolumeClaim', '/dev/x', 'i'),
    },
  ],
});
