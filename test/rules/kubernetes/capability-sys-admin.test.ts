import { capabilitySysAdmin } from '../../../server/src/rules/kubernetes/capability-sys-admin.ts';
import { testRule } from '../../support/rule-tester.ts';
import { app, appWith, cronJob, deployment, list, pod } from './pods.ts';

const says = (capability: string, power: string) =>
  `Container \`app\` adds the capability \`${capability}\`, ${power}. Remove it.`;
const admin = (name = 'SYS_ADMIN') => says(name, 'which is as good as root on the node');

testRule(capabilitySysAdmin, {
  clean: [
    pod(app),
    pod(appWith('capabilities:\n  add: [NET_ADMIN, CHOWN]\n')),
    pod(appWith('capabilities:\n  drop: [SYS_ADMIN, ALL]\n')),
    pod(appWith('capabilities:\n  add: [{{ .Values.cap }}]\n')),
    pod(appWith('capabilities:\n  add: SYS_ADMIN\n')),
    'apiVersion: v1\nkind: ConfigMap\ndata:\n  add: SYS_ADMIN\n',
  ],
  caught: [
    { code: pod(appWith('capabilities:\n  add:\n    - ⟦SYS_ADMIN⟧ # mount\n')), says: admin(), fixed: pod(app) },
    {
      code: deployment(appWith('capabilities: { add: [NET_ADMIN, ⟦CAP_SYS_ADMIN⟧] }\n')),
      says: admin('CAP_SYS_ADMIN'),
      fixed: deployment(appWith('capabilities: { add: [NET_ADMIN] }\n')),
    },
    {
      code: cronJob(`${appWith('capabilities:\n  add: [⟦sys_module⟧]\n  drop: [ALL]\n', 'initContainers')}containers: []\n`),
      says: says('sys_module', 'with which it can load code into the kernel of the node'),
      fixed: cronJob(`${appWith('capabilities:\n  drop: [ALL]\n', 'initContainers')}containers: []\n`),
    },
    {
      code: list(appWith('{ capabilities: { add: [⟦ALL⟧] }, runAsUser: 1 }\n', 'ephemeralContainers')),
      says: says('ALL', 'which is all there are'),
      fixed: list(appWith('{ runAsUser: 1 }\n', 'ephemeralContainers')),
    },
    {
      code: pod(appWith('capabilities:\n  add:\n    - ⟦BPF⟧\n    - ⟦SYS_PTRACE⟧\n    - PERFMON\n')),
      says: [
        says('BPF', 'with which it can watch the whole node'),
        says('SYS_PTRACE', 'with which it can take over other processes'),
      ],
      fixed: pod(appWith('capabilities:\n  add:\n    - PERFMON\n')),
    },
  ],
});
