import { capabilityNetRaw } from '../../../server/src/rules/kubernetes/capability-net-raw.ts';
import { testRule } from '../../support/rule-tester.ts';
import { app, appWith, cronJob, deployment, list, pod } from './pods.ts';

const added = (capability = 'NET_RAW') =>
  `Container \`app\` adds the capability \`${capability}\`, with which it can forge network packets. Remove it.`;
const kept = 'Container `app` keeps the capability `NET_RAW`, with which it can forge network packets. Drop it.';
const ALL = 'Drop all capabilities';
const HARDEN = 'Harden the container to the Restricted Pod Security Standard';

testRule(capabilityNetRaw, {
  clean: [
    pod(appWith('capabilities:\n  drop: [ALL]\n')),
    pod(appWith('capabilities:\n  drop: [NET_RAW]\n')),
    pod(appWith('capabilities:\n  drop:\n    - CHOWN\n    - "CAP_NET_RAW"\n')),
    pod(appWith('capabilities:\n  drop: [all]\n  add: [NET_ADMIN]\n')),
    pod(`os: { name: windows }\n${app}`),
    pod('containers:\n  - name: app\n'),
    pod('containers:\n  - name: app\n    image: {{ .image }}\n'),
    pod(appWith('capabilities:\n  drop: {{ .Values.drop }}\n')),
    'apiVersion: apps/v1\nkind: Deployment\nspec: { template: { spec: { containers: [ { name: a, image: b } ] } } }\n',
    'apiVersion: v1\nkind: Service\nmetadata: { name: s }\nspec: { ports: [] }\n',
  ],
  caught: [
    {
      code: pod('containers:\n  - name: ⟦app⟧\n    image: a:1\n'),
      says: kept,
      fixed: pod(appWith('capabilities:\n  drop:\n    - NET_RAW\n')),
      alternatives: {
        [ALL]: pod(appWith('capabilities:\n  drop:\n    - ALL\n')),
        [HARDEN]: pod(
          appWith(
            'runAsNonRoot: true\nallowPrivilegeEscalation: false\ncapabilities:\n  drop:\n    - ALL\nseccompProfile:\n  type: RuntimeDefault\n',
          ),
        ),
      },
    },
    {
      code: deployment(appWith('capabilities:\n  ⟦drop⟧:\n    - CHOWN # files\n')),
      says: kept,
      fixed: deployment(appWith('capabilities:\n  drop:\n    - CHOWN # files\n    - NET_RAW\n')),
    },
    {
      code: cronJob(appWith('capabilities:\n  drop: [ALL]\n  add: [⟦NET_RAW⟧]\n')),
      says: added(),
      fixed: cronJob(appWith('capabilities:\n  drop: [ALL]\n')),
    },
    {
      code: list(appWith('{ ⟦capabilities⟧: { add: [NET_ADMIN, ⟦cap_net_raw⟧] } }\n', 'initContainers')),
      says: [kept, added('cap_net_raw')],
      firstFixOnly: true,
      fixed: list(appWith('{ capabilities: { add: [NET_ADMIN, cap_net_raw], drop: [NET_RAW] } }\n', 'initContainers')),
    },
    {
      code: pod(appWith('{ capabilities: { ⟦drop⟧: [] } }\n', 'ephemeralContainers')),
      says: kept,
      fixed: pod(appWith('{ capabilities: { drop: [NET_RAW] } }\n', 'ephemeralContainers')),
    },
    {
      path: 'pod.json',
      code: '{"apiVersion": "v1", "kind": "Pod", "spec": {"containers": [{"name": ⟦"app"⟧, "image": "b"}]}}',
      says: kept,
      fixed:
        '{"apiVersion": "v1", "kind": "Pod", "spec": {"containers": [{"name": "app", "image": "b", "securityContext": { "capabilities": { "drop": ["NET_RAW"] } }}]}}',
    },
  ],
});
