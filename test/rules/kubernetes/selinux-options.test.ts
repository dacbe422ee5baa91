import { selinuxOptions } from '../../../server/src/rules/kubernetes/selinux-options.ts';
import { testRule } from '../../support/rule-tester.ts';
import { app, appWith, cronJob, deployment, list, pod } from './pods.ts';

const type = (subject: string, value = 'spc_t') =>
  `The SELinux type \`${value}\` of ${subject} is none of those for containers. Delete the setting.`;
const identity = (subject: string, name: string, value: string) =>
  `${subject} sets the SELinux ${name} \`${value}\`. Delete the setting; the runtime chooses it.`;

testRule(selinuxOptions, {
  clean: [
    pod(app),
    pod(`securityContext:\n  seLinuxOptions: {}\n${app}`),
    pod(`securityContext:\n  seLinuxOptions:\n    type: container_t\n    level: "s0:c1,c2"\n${app}`),
    pod(appWith('seLinuxOptions: { type: container_init_t }\n')),
    pod(appWith('seLinuxOptions: { type: container_kvm_t, user: "", role: "" }\n')),
    pod(appWith('seLinuxOptions: { type: "" }\n')),
    pod(appWith('seLinuxOptions: { type: container_engine_t }\n')),
    { code: pod(appWith('seLinuxOptions: { type: container_engine_t }\n')), kubernetesVersion: '1.31' },
    pod(appWith('seLinuxOptions:\n  type: {{ .Values.type }}\n  user:\n')),
  ],
  caught: [
    {
      code: pod(`securityContext:\n  seLinuxOptions:\n    type: ⟦spc_t⟧ # volumes\n${app}`),
      says: type('Pod `web`'),
      fixed: pod(app),
      alternatives: {
        'Set `type: container_t`': pod(`securityContext:\n  seLinuxOptions:\n    type: container_t # volumes\n${app}`),
      },
    },
    {
      code: deployment(appWith('seLinuxOptions:\n  level: s0\n  user: ⟦system_u⟧\n  role: ⟦system_r⟧\n')),
      says: [identity('Container `app`', 'user', 'system_u'), identity('Container `app`', 'role', 'system_r')],
      fixed: deployment(appWith('seLinuxOptions:\n  level: s0\n')),
    },
    {
      code: cronJob(
        `${appWith('seLinuxOptions: { type: ⟦container_engine_t⟧, level: s0 }\n', 'initContainers')}containers: []\n`,
      ),
      kubernetesVersion: '1.30',
      says: type('container `app`', 'container_engine_t'),
      fixed: cronJob(`${appWith('seLinuxOptions: { level: s0 }\n', 'initContainers')}containers: []\n`),
    },
    {
      code: list(appWith('{ runAsUser: 1, seLinuxOptions: { role: ⟦r⟧ } }\n', 'ephemeralContainers')),
      says: identity('Container `app`', 'role', 'r'),
      fixed: list(appWith('{ runAsUser: 1 }\n', 'ephemeralContainers')),
    },
    {
      code: pod(`securityContext: { seLinuxOptions: { user: ⟦u⟧ }, fsGroup: 1 }\n${app}`),
      says: identity('Pod `web`', 'user', 'u'),
      fixed: pod(`securityContext: { fsGroup: 1 }\n${app}`),
    },
    {
      path: 'pod.json',
      code: '{"apiVersion": "v1", "kind": "Pod", "spec": {"securityContext": {"seLinuxOptions": {"type": ⟦"foo"⟧}}, "containers": []}}',
      says: type('Pod', 'foo'),
      fixed: '{"apiVersion": "v1", "kind": "Pod", "spec": {"containers": []}}',
    },
  ],
});
