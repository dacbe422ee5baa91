import { controlPlaneFlags } from '../../../server/src/rules/kubernetes/control-plane-flags.ts';
import { testRule } from '../../support/rule-tester.ts';
import { cronJob, deployment, list, pod } from './pods.ts';

/** All flags that are demanded of the scheduler. */
const SCHEDULER = ['--profiling=false', '--bind-address=127.0.0.1'];
const container = (lines: string, image = 'registry.k8s.io/x:v1.36.0') =>
  `containers:\n  - name: c\n    image: ${image}\n${lines}`;
const run = (program: string, flags: readonly string[]) =>
  container(`    command:\n      - ${program}\n${flags.map((flag) => `      - ${flag}\n`).join('')}`);
const ETCD = [
  '--cert-file=/s.crt',
  '--key-file=/s.key',
  '--client-cert-auth=true',
  '--peer-cert-file=/p.crt',
  '--peer-key-file=/p.key',
  '--peer-client-cert-auth=true',
];
const profiling = (component: string, cis: string) =>
  `\`${component}\` has no \`--profiling\`, so whoever reaches it may profile the program and read its inner state (CIS ${cis}). Set it to \`false\`.`;
const profiled = (setting = '--profiling=true', cis = '1.4.1', component = 'kube-scheduler') =>
  `\`${setting}\` of \`${component}\` means that whoever reaches it may profile the program and read its inner state (CIS ${cis}). Set it to \`false\`.`;
const bound =
  '`--bind-address=0.0.0.0` of `kube-scheduler` means that its metrics and health can be reached from other machines (CIS 1.4.2). Set it to `127.0.0.1`.';
const kubelet = (text: string) => `apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\n${text}`;
const kubeadm = (text: string, version = 'v1beta3', kind = 'ClusterConfiguration') =>
  `apiVersion: kubeadm.k8s.io/${version}\nkind: ${kind}\n${text}`;
const NO_ROLES =
  '`--authorization-mode` of `kube-apiserver` lacks `RBAC`, so rights cannot be given by roles (CIS 1.2.8). Add it.';
const api = (flags: readonly string[]) => deployment(run('kube-apiserver', flags));
const said = (setting: string, effect: string, cis: string, remedy: string, component = 'kube-apiserver') =>
  `\`${setting}\` of \`${component}\` means that ${effect} (CIS ${cis}). ${remedy}.`;

testRule(controlPlaneFlags, {
  clean: [
    pod(run('kube-scheduler', SCHEDULER)),
    pod(run('/usr/local/bin/kube-scheduler', ['--profiling=false', '--bind-address', '"::1"'])),
    pod(run('etcd', ETCD)),
    // Other programs, and programs that only look like it.
    pod(run('kube-apiserver-proxy', ['--profiling=true'])),
    pod(run('myapp', ['--profiling=true', '--anonymous-auth=true'])),
    pod(run('kubectl', ['logs', 'kube-apiserver', '--profiling=true'])),
    pod(run('kube-scheduler', ['--help'])),
    // What is missing may stand elsewhere.
    deployment(run('kube-scheduler', [])),
    pod(run('kube-scheduler', ['--bind-address=127.0.0.1', '--config=/etc/scheduler.yaml'])),
    pod(run('kube-scheduler', ['$(FLAGS)'])),
    pod(run('kube-scheduler', ['{{ .Values.flags }}'])),
    pod(run('kube-scheduler', ['--profiling={{ .Values.profiling }}'])),
    pod(run('kubelet', ['--config=/var/lib/kubelet/config.yaml'])),
    pod(container('    command: [etcd]\n    env: [{ name: ETCD_CERT_FILE, value: /x }]\n')),
    pod(container('    command: [etcd]\n    envFrom: [{ configMapRef: { name: etcd } }]\n')),
    deployment(run('kube-apiserver', ['--authorization-mode=Node,RBAC', '--insecure-port=0', '--secure-port=6443'])),
    deployment(run('kube-apiserver', ['--audit-log-maxage=0', '--audit-log-maxbackup=100', '--kubelet-https=T'])),
    deployment(run('kube-apiserver', ['--tls-cipher-suites=TLS_AES_128_GCM_SHA256,TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256'])),
    deployment(run('kube-apiserver', ['--authorization-mode=Node', '--authorization-mode=RBAC'])),
    pod(container('', 'quay.io/coreos/etcd:v3.6.0')),
    pod(container('    command: [/start.sh]\n    args: [--x]\n', 'registry.k8s.io/kube-scheduler')),
    kubelet('cgroupDriver: systemd\n'),
    kubelet('authentication: { anonymous: { enabled: false } }\nreadOnlyPort: 0\nserverTLSBootstrap: {{ .tls }}\n'),
    kubelet('tlsCipherSuites: [TLS_AES_128_GCM_SHA256]\nauthorization: { mode: Webhook }\n'),
    kubeadm('apiServer: { extraArgs: { profiling: "false", authorization-mode: "Node,RBAC" } }\n'),
    'apiVersion: v1\nkind: ConfigMap\ndata: { command: kube-apiserver --profiling=true }\n',
  ],
  caught: [
    {
      code: pod(run('kube-scheduler', ['⟦--profiling=true⟧ # why', '--bind-address=127.0.0.1'])),
      says: profiled(),
      severity: 'low',
      fixed: pod(run('kube-scheduler', ['--profiling=false # why', '--bind-address=127.0.0.1'])),
    },
    {
      code: pod(run('⟦kube-scheduler⟧', ['--bind-address=127.0.0.1'])),
      says: profiling('kube-scheduler', '1.4.1'),
      severity: 'low',
      fixed: pod(run('kube-scheduler', ['--bind-address=127.0.0.1', '--profiling=false'])),
    },
    {
      code: cronJob(
        run(
          'kube-scheduler',
          ['⟦"--profiling"⟧', '--bind-address', '⟦0.0.0.0⟧'].map((flag) => flag),
        ),
      ).replace('- --bind-address\n                - ⟦0.0.0.0⟧', '- ⟦--bind-address⟧\n                - 0.0.0.0'),
      says: [profiled('--profiling'), bound],
      severity: 'low',
      fixed: cronJob(run('kube-scheduler', ['"--profiling=false"', '--bind-address', '127.0.0.1'])),
    },
    {
      code: list(container('    command: [sh, -c, "exec ⟦kube-scheduler⟧ --bind-address=127.0.0.1 2>&1"]\n')),
      says: profiling('kube-scheduler', '1.4.1'),
      severity: 'low',
    },
    {
      code: pod(
        container(
          '    command:\n      - /bin/sh\n      - -c\n      - |\n        kube-scheduler \\\n          ⟦--profiling=true⟧ \\\n          --bind-address=127.0.0.1\n',
        ),
      ),
      says: profiled(),
      severity: 'low',
      fixed: pod(
        container(
          '    command:\n      - /bin/sh\n      - -c\n      - |\n        kube-scheduler \\\n          --profiling=false \\\n          --bind-address=127.0.0.1\n',
        ),
      ),
    },
    {
      code: pod(container('    command: [kube-scheduler]\n    args: [⟦--profiling=1⟧, "--bind_address=127.0.0.1"]\n')),
      says: profiled('--profiling=1'),
      severity: 'low',
      fixed: pod(container('    command: [kube-scheduler]\n    args: [--profiling=false, "--bind_address=127.0.0.1"]\n')),
    },
    {
      code: pod(container('    args: [--bind-address=127.0.0.1]\n', '⟦registry.k8s.io/kube-scheduler-amd64:v1.36.0⟧')),
      says: profiling('kube-scheduler', '1.4.1'),
      severity: 'low',
      fixed: pod(
        container('    args: [--bind-address=127.0.0.1, --profiling=false]\n', 'registry.k8s.io/kube-scheduler-amd64:v1.36.0'),
      ),
    },
    {
      code: pod(container('    command: [hyperkube, ⟦kube-scheduler⟧, --bind-address=localhost]\n')),
      says: profiling('kube-scheduler', '1.4.1'),
      severity: 'low',
      fixed: pod(container('    command: [hyperkube, kube-scheduler, --bind-address=localhost, --profiling=false]\n')),
    },
    {
      code: pod(run('⟦etcd⟧', ETCD.slice(1))),
      says: '`etcd` has no `--cert-file`, so what clients read and write goes over the network in plain text (CIS 2.1). Set it, for example to `/etc/kubernetes/pki/etcd/server.crt`.',
      severity: 'high',
      fixed: pod(run('etcd', [...ETCD.slice(1), '--cert-file=/etc/kubernetes/pki/etcd/server.crt'])),
    },
    {
      code: api(['⟦--token-auth-file=/tokens.csv⟧', '--secure-port=6443']),
      says: said(
        '--token-auth-file=/tokens.csv',
        'static tokens log in without an end until the API server restarts',
        '1.2.2',
        'Delete it',
      ),
      severity: 'high',
      fixed: api(['--secure-port=6443']),
    },
    {
      code: api(['⟦--authorization-mode=AlwaysAllow,Node,RBAC⟧', '⟦--secure-port=0⟧']),
      severity: 'high',
      says: [
        said('--authorization-mode=AlwaysAllow,Node,RBAC', 'every request is allowed', '1.2.6', 'Use `Node,RBAC`'),
        said('--secure-port=0', 'the API server does not answer with TLS', '1.2.20', 'Set it to `6443`'),
      ],
      fixed: api(['--authorization-mode=Node,RBAC', '--secure-port=6443']),
    },
    {
      code: api(['⟦--audit-log-maxage=7⟧', '--secure-port=1', '⟦--audit-log-maxbackup⟧', '"3"']),
      says: [
        said(
          '--audit-log-maxage=7',
          'how long the audit log lasts is left to chance or too short',
          '1.2.17',
          'Set it to `30` or more',
        ),
        said(
          '--audit-log-maxbackup=3',
          'how much of the audit log is kept is left to chance or too little',
          '1.2.18',
          'Set it to `10` or more',
        ),
      ],
      severity: 'low',
      fixed: api(['--audit-log-maxage=30', '--secure-port=1', '--audit-log-maxbackup', '"10"']),
    },
    {
      code: api(['⟦--authorization-mode=Node⟧', '⟦--disable-admission-plugins=ServiceAccount,Priority⟧']),
      says: [
        NO_ROLES,
        said(
          '--disable-admission-plugins=ServiceAccount,Priority',
          'pods run without a ServiceAccount of their own',
          '1.2.12',
          'Take out `ServiceAccount`',
        ),
      ],
      severity: 'medium',
      fixed: api(['--authorization-mode=Node,RBAC', '--disable-admission-plugins=Priority']),
    },
    {
      code: api(['⟦--authorization-mode=AlwaysAllow⟧', '--authorization-mode=Node', '--authorization-mode=RBAC']),
      says: said('--authorization-mode=AlwaysAllow', 'every request is allowed', '1.2.6', 'Use `Node,RBAC`'),
      severity: 'high',
      fixed: api(['--authorization-mode=Node,RBAC', '--authorization-mode=Node', '--authorization-mode=RBAC']),
    },
    {
      code: deployment(container('    command: [kube-apiserver, ⟦--authorization-mode=Node⟧]\n')),
      says: NO_ROLES,
      severity: 'medium',
      fixed: deployment(container('    command: [kube-apiserver, "--authorization-mode=Node,RBAC"]\n')),
    },
    {
      code: api(['⟦--tls-cipher-suites=TLS_RSA_WITH_RC4_128_SHA⟧']),
      says: said(
        '--tls-cipher-suites=TLS_RSA_WITH_RC4_128_SHA',
        'connections may be encrypted with ciphers that are broken',
        '1.2.29',
        'Take out what is weak',
      ),
      severity: 'medium',
      fixed: deployment(run('kube-apiserver', [])),
    },
    {
      code: kubelet(
        'authentication:\n  anonymous:\n    enabled: ⟦true⟧ # old\nauthorization: { mode: ⟦AlwaysAllow⟧ }\nreadOnlyPort: ⟦10255⟧\n',
      ),
      says: [
        said(
          'authentication.anonymous.enabled: true',
          'requests without a login reach the kubelet',
          '4.2.1',
          'Set it to `false`',
          'kubelet',
        ),
        said(
          'authorization.mode: AlwaysAllow',
          'whoever reaches the kubelet may run commands in its pods',
          '4.2.2',
          'Use `Webhook`',
          'kubelet',
        ),
        said('readOnlyPort: 10255', 'anyone may read what runs on the node without a login', '4.2.4', 'Set it to `0`', 'kubelet'),
      ],
      severity: 'high',
      fixed: kubelet(
        'authentication:\n  anonymous:\n    enabled: false # old\nauthorization: { mode: Webhook }\nreadOnlyPort: 0\n',
      ),
    },
    {
      code: kubelet('tlsCipherSuites:\n  - TLS_AES_128_GCM_SHA256\n  - ⟦TLS_RSA_WITH_RC4_128_SHA⟧\n'),
      says: said(
        'tlsCipherSuites: TLS_RSA_WITH_RC4_128_SHA',
        'connections may be encrypted with ciphers that are broken',
        '4.2.12',
        'Take out what is weak',
        'kubelet',
      ),
      severity: 'medium',
      fixed: kubelet('tlsCipherSuites:\n  - TLS_AES_128_GCM_SHA256\n'),
    },
    {
      code: kubeadm('scheduler:\n  extraArgs:\n    profiling: ⟦"true"⟧\n    bind-address: ⟦0.0.0.0⟧\n'),
      says: [profiled(), bound],
      severity: 'low',
      fixed: kubeadm('scheduler:\n  extraArgs:\n    profiling: "false"\n    bind-address: 127.0.0.1\n'),
    },
    {
      code: kubeadm('scheduler:\n  extraArgs:\n    - name: profiling\n      value: ⟦"true"⟧\n', 'v1beta4'),
      says: profiled(),
      severity: 'low',
      fixed: kubeadm('scheduler:\n  extraArgs:\n    - name: profiling\n      value: "false"\n', 'v1beta4'),
    },
    {
      path: 'kube-scheduler.json',
      code: '{"apiVersion": "v1", "kind": "Pod", "spec": {"containers": [{"name": "s", "image": "a", "command": [⟦"kube-scheduler"⟧, "--bind-address=127.0.0.1"]}]}}',
      says: profiling('kube-scheduler', '1.4.1'),
      severity: 'low',
      fixed:
        '{"apiVersion": "v1", "kind": "Pod", "spec": {"containers": [{"name": "s", "image": "a", "command": ["kube-scheduler", "--bind-address=127.0.0.1", "--profiling=false"]}]}}',
    },
  ],
});
