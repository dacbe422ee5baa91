import { SAFE_SYSCTLS } from '../../../server/src/knowledge/pod-security.ts';
import { unsafeSysctls } from '../../../server/src/rules/kubernetes/unsafe-sysctls.ts';
import { testRule } from '../../support/rule-tester.ts';
import { app, appWith, cronJob, deployment, list, pod } from './pods.ts';

const unsafe = (name: string, workload = 'Pod `web`', version = '1.36') =>
  `The sysctl \`${name}\` of ${workload} is none of those that are safe in Kubernetes ${version}. Remove it.`;
const value = (name: string, sign: string) =>
  `The value of the sysctl \`${name}\` of Pod \`web\` holds \`${sign}\`, with which other settings can be smuggled in. Remove it.`;
const sysctls = (...items: readonly string[]) =>
  `securityContext:\n  sysctls:\n${items.map((item) => `    - ${item}\n`).join('')}`;
const safe = (newest: number) =>
  sysctls(...SAFE_SYSCTLS.filter(([, minor]) => minor <= newest).map(([name]) => `name: ${name}\n      value: "1"`));

testRule(unsafeSysctls, {
  clean: [
    pod(app),
    pod(`${safe(36)}${app}`),
    { code: pod(`${safe(37)}${app}`), kubernetesVersion: '1.37' },
    { code: pod(`${safe(29)}${app}`), kubernetesVersion: 'v1.29.4' },
    { code: pod(`${safe(0)}${app}`), kubernetesVersion: '1.20' },
    pod(`securityContext:\n  sysctls: []\n${app}`),
    pod(`${sysctls('name: {{ .Values.name }}\n      value: "1"')}${app}`),
    pod(`securityContext:\n  sysctls: {{ .Values.sysctls }}\n${app}`),
    pod(`${sysctls('name: net.ipv4.ping_group_range\n      value: "0 1000"')}${app}`),
    // Not a field of containers.
    pod(appWith('sysctls: [ { name: kernel.msgmax, value: "1" } ]\n')),
  ],
  caught: [
    {
      code: pod(`${sysctls('name: ⟦kernel.msgmax⟧\n      value: "65536"')}${app}`),
      says: unsafe('kernel.msgmax'),
      fixed: pod(app),
    },
    {
      code: deployment(
        `${sysctls('{ name: net.ipv4.tcp_syncookies, value: "1" }', '{ name: ⟦net.core.somaxconn⟧, value: "1024" } # queue')}${app}`,
      ),
      says: unsafe('net.core.somaxconn', 'Deployment `web`'),
      fixed: deployment(`${sysctls('{ name: net.ipv4.tcp_syncookies, value: "1" }')}${app}`),
    },
    {
      code: cronJob(`${sysctls('name: kernel.shm_rmid_forced', 'name: ⟦net.ipv4.tcp_rmem⟧')}${app}`),
      kubernetesVersion: '1.31',
      says: unsafe('net.ipv4.tcp_rmem', 'CronJob `web`', '1.31'),
      fixed: cronJob(`${sysctls('name: kernel.shm_rmid_forced')}${app}`),
    },
    {
      code: list(`securityContext: { fsGroup: 1, sysctls: [ { name: ⟦net/core/somaxconn⟧, value: "1" } ] }\n${app}`),
      says: unsafe('net/core/somaxconn'),
      fixed: list(`securityContext: { fsGroup: 1 }\n${app}`),
    },
    {
      code: pod(`${sysctls('name: ⟦net.ipv4.tcp_notsent_lowat⟧', 'name: ⟦net.ipv4.ip_local_reserved_ports⟧')}${app}`),
      kubernetesVersion: '1.26',
      says: [
        unsafe('net.ipv4.tcp_notsent_lowat', 'Pod `web`', '1.26'),
        unsafe('net.ipv4.ip_local_reserved_ports', 'Pod `web`', '1.26'),
      ],
      firstFixOnly: true,
      fixed: pod(`${sysctls('name: net.ipv4.ip_local_reserved_ports')}${app}`),
    },
    {
      code: pod(
        `${sysctls('name: kernel.shm_rmid_forced\n      value: ⟦"1+kernel.core_pattern=|/var/x"⟧', 'name: net.ipv4.tcp_syncookies\n      value: "1"')}${app}`,
      ),
      says: value('kernel.shm_rmid_forced', '+'),
      severity: 'high',
      fixed: pod(`${sysctls('name: net.ipv4.tcp_syncookies\n      value: "1"')}${app}`),
    },
    {
      path: 'pod.json',
      code: '{"apiVersion": "v1", "kind": "Pod", "spec": {"securityContext": {"sysctls": [{"name": ⟦"kernel.sem"⟧, "value": "1"}]}, "containers": []}}',
      says: unsafe('kernel.sem', 'Pod'),
      fixed: '{"apiVersion": "v1", "kind": "Pod", "spec": {"containers": []}}',
    },
  ],
});
