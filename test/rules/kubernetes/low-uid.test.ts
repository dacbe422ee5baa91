import { lowUid } from '../../../server/src/rules/kubernetes/low-uid.ts';
import { testRule } from '../../support/rule-tester.ts';
import { app, appWith, cronJob, deployment, list, pod } from './pods.ts';

const low = (id: string) => `\`runAsUser: ${id}\` may be a user of the node. Choose a number from 10000 on.`;
const unset = 'Container `app` runs as the user that its image names. Set `runAsUser: 10001`.';

testRule(lowUid, {
  clean: [
    pod(`securityContext: { runAsUser: 10001 }\n${app}`),
    pod(appWith('runAsUser: 10000\n')),
    pod(appWith('runAsUser: 65532\n')),
    pod(`securityContext: { runAsUser: 1 }\n${appWith('runAsUser: 20000\n')}`),
    pod(`os: { name: windows }\n${app}`),
    pod(appWith('runAsUser: {{ .Values.id }}\n')),
    pod('containers:\n  - name: app\n'),
    pod(appWith('runAsUser: "5"\n')),
    'apiVersion: v1\nkind: Service\nmetadata: { name: s }\nspec: { ports: [] }\n',
  ],
  caught: [
    {
      code: pod('containers:\n  - name: ⟦app⟧\n    image: a:1\n'),
      says: unset,
      fixed: pod(appWith('runAsUser: 10001\n')),
    },
    {
      code: deployment(appWith('runAsUser: ⟦1000⟧ # node\n')),
      says: low('1000'),
      fixed: deployment(appWith('runAsUser: 10001 # node\n')),
    },
    {
      code: cronJob(`securityContext:\n  runAsUser: ⟦9999⟧\n${app}  - { name: other, image: b:1 }\n`),
      says: low('9999'),
      fixed: cronJob(`securityContext:\n  runAsUser: 10001\n${app}  - { name: other, image: b:1 }\n`),
    },
    {
      code: list(appWith('runAsGroup: 20000\n').replace('securityContext', '⟦securityContext⟧')),
      says: unset,
      fixed: list(appWith('runAsGroup: 20000\nrunAsUser: 10001\n')),
    },
    {
      code: pod(`${appWith('{ runAsUser: ⟦0⟧ }\n', 'initContainers')}containers: []\n`),
      says: low('0'),
      fixed: pod(`${appWith('{ runAsUser: 10001 }\n', 'initContainers')}containers: []\n`),
    },
    {
      path: 'pod.json',
      code: '{"apiVersion": "v1", "kind": "Pod", "spec": {"containers": [{"name": ⟦"app"⟧, "image": "b"}]}}',
      says: unset,
      fixed:
        '{"apiVersion": "v1", "kind": "Pod", "spec": {"containers": [{"name": "app", "image": "b", "securityContext": { "runAsUser": 10001 }}]}}',
    },
  ],
});
