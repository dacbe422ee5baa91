import { lowGid } from '../../../server/src/rules/kubernetes/low-gid.ts';
import { testRule } from '../../support/rule-tester.ts';
import { app, appWith, cronJob, deployment, list, pod } from './pods.ts';

const low = (id: string) => `\`runAsGroup: ${id}\` may be a group of the node. Choose a number from 10000 on.`;
const unset = 'Container `app` runs as the group that its image names. Set `runAsGroup: 10001`.';

testRule(lowGid, {
  clean: [
    pod(`securityContext: { runAsGroup: 10001 }\n${app}`),
    pod(appWith('runAsGroup: 10000\n')),
    pod(appWith('runAsGroup: 65532\n')),
    pod(`securityContext: { runAsGroup: 1 }\n${appWith('runAsGroup: 20000\n')}`),
    pod(`os: { name: windows }\n${app}`),
    pod(appWith('runAsGroup: {{ .Values.id }}\n')),
    pod('containers:\n  - name: app\n'),
    pod(appWith('runAsGroup: "5"\n')),
    'apiVersion: v1\nkind: Service\nmetadata: { name: s }\nspec: { ports: [] }\n',
  ],
  caught: [
    {
      code: pod('containers:\n  - name: ⟦app⟧\n    image: a:1\n'),
      says: unset,
      fixed: pod(appWith('runAsGroup: 10001\n')),
    },
    {
      code: deployment(appWith('runAsGroup: ⟦1000⟧ # node\n')),
      says: low('1000'),
      fixed: deployment(appWith('runAsGroup: 10001 # node\n')),
    },
    {
      code: cronJob(`securityContext:\n  runAsGroup: ⟦9999⟧\n${app}  - { name: other, image: b:1 }\n`),
      says: low('9999'),
      fixed: cronJob(`securityContext:\n  runAsGroup: 10001\n${app}  - { name: other, image: b:1 }\n`),
    },
    {
      code: list(appWith('runAsUser: 20000\n').replace('securityContext', '⟦securityContext⟧')),
      says: unset,
      fixed: list(appWith('runAsUser: 20000\nrunAsGroup: 10001\n')),
    },
    {
      code: pod(`${appWith('{ runAsGroup: ⟦0⟧ }\n', 'initContainers')}containers: []\n`),
      says: low('0'),
      fixed: pod(`${appWith('{ runAsGroup: 10001 }\n', 'initContainers')}containers: []\n`),
    },
    {
      path: 'pod.json',
      code: '{"apiVersion": "v1", "kind": "Pod", "spec": {"containers": [{"name": ⟦"app"⟧, "image": "b"}]}}',
      says: unset,
      fixed:
        '{"apiVersion": "v1", "kind": "Pod", "spec": {"containers": [{"name": "app", "image": "b", "securityContext": { "runAsGroup": 10001 }}]}}',
    },
  ],
});
