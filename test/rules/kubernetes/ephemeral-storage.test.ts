import { ephemeralStorage } from '../../../server/src/rules/kubernetes/ephemeral-storage.ts';
import { testRule } from '../../support/rule-tester.ts';
import { cronJob, deployment, list, pod } from './pods.ts';

const app = 'containers:\n  - name: app\n    image: a:1\n';
const limits = '    resources: { limits: { ephemeral-storage: 1Gi } }\n';
const unset = (name: string) =>
  `Container \`${name}\` may fill the disk of its node. Set \`resources.limits.ephemeral-storage\`.`;
const mounts = '    volumeMounts: [{ name: tmp, mountPath: /tmp }]\n';
const volume = (source: string) => `volumes:\n  - name: tmp\n    emptyDir: ${source}\n`;

testRule(ephemeralStorage, {
  clean: [
    pod(app + limits),
    pod(app + limits + mounts + volume('{}')),
    pod('containers:\n  - name: app\n'),
    pod(`${app}    resources: {{ .Values.resources }}\n`),
    pod(`x: {{ .x }}\n${app}`),
    'apiVersion: v1\nkind: Service\nmetadata: { name: s }\nspec: {}\n',
    'apiVersion: v1\nkind: Pod\nspec:\n  containers: []\n  ephemeralContainers:\n    - name: debug\n      image: d:1\n',
  ],
  caught: [
    {
      code: pod(app.replace('app', '⟦app⟧')),
      says: unset('app'),
      fixed: pod(`${app}    resources:\n      limits:\n        ephemeral-storage: 1Gi\n`),
    },
    {
      code: deployment(`${app}    resources:\n      ⟦limits⟧:\n        memory: 1Gi\n`),
      says: unset('app'),
      fixed: deployment(`${app}    resources:\n      limits:\n        memory: 1Gi\n        ephemeral-storage: 1Gi\n`),
    },
    {
      code: list(`initContainers:\n  - image: i:1\n    name: ⟦init⟧\n${app}${limits}`),
      says: unset('init'),
      fixed: list(
        `initContainers:\n  - image: i:1\n    name: init\n    resources:\n      limits:\n        ephemeral-storage: 1Gi\n${app}${limits}`,
      ),
    },
    {
      code: cronJob(`${app.replace('app', '⟦app⟧')}${mounts}${volume('{}').replace('emptyDir', '⟦emptyDir⟧')}`),
      says: [unset('app'), 'The `emptyDir` volume `tmp` may fill the disk of its node. Set its `sizeLimit`.'],
      fixed: cronJob(
        `${app}${mounts}    resources:\n      limits:\n        ephemeral-storage: 1Gi\n${volume('{ sizeLimit: 1Gi }')}`,
      ),
    },
    {
      code: pod(`${app.replace('app', '⟦app⟧')}${mounts}${volume('{ medium: Memory }')}`),
      says: unset('app'),
      fixed: pod(`${app}${mounts}    resources:\n      limits:\n        ephemeral-storage: 1Gi\n${volume('{ medium: Memory }')}`),
    },
  ],
});
