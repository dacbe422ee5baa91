/**
 * What the CIS Kubernetes Benchmark demands of the programs of the control plane and of the kubelet, as flags and as fields of KubeletConfiguration. Numbers
 * are those of version 1.10 (2024), of what that version no longer has those of 1.6. Defaults are those of the reference of the programs
 * (https://kubernetes.io/docs/reference/command-line-tools-reference/, https://etcd.io/docs/v3.6/op-guide/configuration/). As of 2026-11. Missing on purpose:
 * what needs the node (owners and modes of files), what versions of the benchmark contradict each other about (`DenyServiceExternalIPs`, `--event-qps`), and
 * plugins that no supported version has (PodSecurityPolicy, SecurityContextDeny).
 */

export type Component = 'kube-apiserver' | 'kube-controller-manager' | 'kube-scheduler' | 'etcd' | 'kubelet';

export type Demand =
  | { readonly equals: 'true' | 'false' }
  /** An example of a value: where kubeadm puts the file. */
  | { readonly set: string }
  | { readonly unset: true }
  /** An item of a list with commas. */
  | { readonly includes: string }
  /** Items that a list with commas must not have, and what stands instead when nothing else is left. */
  | { readonly excludes: readonly string[]; readonly instead?: string }
  /** A number; 0 means "no limit" and is fine. */
  | { readonly least: number }
  | { readonly never: readonly string[]; readonly instead: string }
  | { readonly only: readonly string[]; readonly instead: string };

export interface FlagDemand {
  readonly component: Component;
  readonly flag: string;
  readonly demand: Demand;
  /** Whether leaving the flag out is as bad. */
  readonly whenMissing?: 'bad';
  /** Flags whose file may hold the setting, so that the missing flag means nothing. */
  readonly elsewhere?: readonly string[];
  /** A flag without which this one means nothing, and whose own absence is told. */
  readonly needs?: string;
  /** The same in a KubeletConfiguration, whose own defaults are good. */
  readonly field?: readonly string[];
  readonly cis: string;
  readonly severity: 'high' | 'medium' | 'low' | 'info';
  /** What follows, as a clause. */
  readonly effect: string;
  /** No correct cluster needs the other value. */
  readonly isSafe?: true;
}

/** A row of a component's own table. */
export type Row = Omit<FlagDemand, 'component'>;

/** Cipher suites that Go calls insecure (crypto/tls, InsecureCipherSuites, Go 1.24), and those with RSA key exchange and CBC. */
export const WEAK_CIPHERS: readonly string[] = [
  'TLS_RSA_WITH_RC4_128_SHA',
  'TLS_RSA_WITH_3DES_EDE_CBC_SHA',
  'TLS_RSA_WITH_AES_128_CBC_SHA',
  'TLS_RSA_WITH_AES_256_CBC_SHA',
  'TLS_RSA_WITH_AES_128_CBC_SHA256',
  'TLS_ECDHE_ECDSA_WITH_RC4_128_SHA',
  'TLS_ECDHE_RSA_WITH_RC4_128_SHA',
  'TLS_ECDHE_RSA_WITH_3DES_EDE_CBC_SHA',
  'TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256',
  'TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256',
];
