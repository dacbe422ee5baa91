import { BASELINE_CAPABILITIES } from '../../../server/src/knowledge/pod-security.ts';
import { capabilitiesBaseline } from '../../../server/src/rules/kubernetes/capabilities-baseline.ts';
import { testRule } from '../../support/rule-tester.ts';
import { app, appWith, cronJob, deployment, list, pod } from './pods.ts';

const added = (capability: string) =>
  `Container \`app\` adds the capability \`${capability}\`, which reaches beyond the container. Remove it.`;
const spelt = (capability: string, name: string) =>
  `Pod Security admission refuses \`${capability}\` in container \`app\`, because it compares exact names. Write \`${name}\`.`;

testRule(capabilitiesBaseline, {
  clean: [
    pod(app),
    pod(appWith(`capabilities: { add: [${[...BASELINE_CAPABILITIES].join(', ')}] }\n`)),
    pod(appWith('capabilities:\n  drop: [ALL, NET_RAW, SYS_ADMIN]\n')),
    pod(appWith('capabilities:\n  add: []\n')),
    pod(appWith('capabilities:\n  add:\n')),
    pod(appWith('capabilities:\n  add: NET_RAW\n')),
    pod(appWith('capabilities:\n  add: {{ .Values.add }}\n')),
    pod(appWith('capabilities:\n  add:\n    - {{ .Values.one }}\n')),
    // Not a field of pods.
    pod(`securityContext: { capabilities: { add: [NET_RAW] } }\n${app}`),
  ],
  caught: [
    { code: pod(appWith('capabilities:\n  add:\n    - ⟦NET_RAW⟧\n')), says: added('NET_RAW'), fixed: pod(app) },
    {
      code: deployment(appWith('capabilities:\n  drop: [ALL]\n  add: [CHOWN, ⟦NET_ADMIN⟧, KILL, ⟦"SYS_TIME"⟧]\n')),
      says: [added('NET_ADMIN'), added('SYS_TIME')],
      fixed: deployment(appWith('capabilities:\n  drop: [ALL]\n  add: [CHOWN, KILL]\n')),
    },
    {
      code: cronJob(
        `${appWith('capabilities:\n  add:\n    - MKNOD\n    - ⟦IPC_LOCK⟧ # memory\n', 'initContainers')}containers: []\n`,
      ),
      says: added('IPC_LOCK'),
      fixed: cronJob(`${appWith('capabilities:\n  add:\n    - MKNOD\n', 'initContainers')}containers: []\n`),
    },
    {
      code: list(appWith('{ capabilities: { add: [⟦ALL⟧], drop: [NET_RAW] } }\n', 'ephemeralContainers')),
      says: added('ALL'),
      fixed: list(appWith('{ capabilities: { drop: [NET_RAW] } }\n', 'ephemeralContainers')),
    },
    {
      code: pod(`os: { name: windows }\n${appWith('capabilities: { add: [⟦BPF⟧, CHOWN] }\n')}`),
      says: added('BPF'),
      fixed: pod(`os: { name: windows }\n${appWith('capabilities: { add: [CHOWN] }\n')}`),
    },
    {
      code: pod(appWith('capabilities:\n  add: [⟦CAP_CHOWN⟧, ⟦kill⟧, ⟦"cap_setuid"⟧]\n')),
      says: [spelt('CAP_CHOWN', 'CHOWN'), spelt('kill', 'KILL'), spelt('cap_setuid', 'SETUID')],
      severity: 'low',
      fixed: pod(appWith('capabilities:\n  add: [CHOWN, KILL, "SETUID"]\n')),
    },
    {
      code: pod(appWith('capabilities: { add: [CHOWN, ⟦CAP_NET_RAW⟧] }\n')),
      says: added('CAP_NET_RAW'),
      fixed: pod(appWith('capabilities: { add: [CHOWN] }\n')),
    },
    {
      path: 'pod.json',
      code: '{"apiVersion": "v1", "kind": "Pod", "spec": {"containers": [{"name": "app", "securityContext": {"capabilities": {"add": [⟦"SYS_CHROOT2"⟧]}}}]}}',
      says: added('SYS_CHROOT2'),
      fixed: '{"apiVersion": "v1", "kind": "Pod", "spec": {"containers": [{"name": "app"}]}}',
    },
  ],
});
