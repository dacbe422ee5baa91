/**
 * What the Pod Security Standards allow, and since which minor of Kubernetes
 * (https://kubernetes.io/docs/concepts/security/pod-security-standards/ and
 * https://kubernetes.io/docs/tasks/administer-cluster/sysctl-cluster/, read on 2026-11-28).
 */

/** A value and the minor version whose policy first allows it; 0 is every version. */
type Since = readonly (readonly [value: string, minor: number])[];

/** The capabilities that Baseline lets a container add. */
export const BASELINE_CAPABILITIES: ReadonlySet<string> = new Set([
  'AUDIT_WRITE',
  'CHOWN',
  'DAC_OVERRIDE',
  'FOWNER',
  'FSETID',
  'KILL',
  'MKNOD',
  'NET_BIND_SERVICE',
  'SETFCAP',
  'SETGID',
  'SETPCAP',
  'SETUID',
  'SYS_CHROOT',
]);

export const SAFE_SYSCTLS: Since = [
  ['kernel.shm_rmid_forced', 0],
  ['net.ipv4.ip_local_port_range', 0],
  ['net.ipv4.ip_unprivileged_port_start', 0],
  ['net.ipv4.ping_group_range', 0],
  ['net.ipv4.tcp_syncookies', 0],
  ['net.ipv4.ip_local_reserved_ports', 27],
  ['net.ipv4.tcp_fin_timeout', 29],
  ['net.ipv4.tcp_keepalive_intvl', 29],
  ['net.ipv4.tcp_keepalive_probes', 29],
  ['net.ipv4.tcp_keepalive_time', 29],
  ['net.ipv4.tcp_rmem', 32],
  ['net.ipv4.tcp_wmem', 32],
  ['net.ipv4.tcp_notsent_lowat', 37],
  ['net.ipv4.tcp_slow_start_after_idle', 37],
];

export const CONTAINER_SELINUX_TYPES: Since = [
  ['', 0],
  ['container_t', 0],
  ['container_init_t', 0],
  ['container_kvm_t', 0],
  ['container_engine_t', 31],
];

/** The types of a seccomp or AppArmor profile that confine a container. */
export const CONFINING_PROFILES: ReadonlySet<string> = new Set(['RuntimeDefault', 'Localhost']);
