import { type Row } from './flag-demand.ts';

const PKI = '/etc/kubernetes/pki';
const LOOPBACK: readonly string[] = ['127.0.0.1', '::1', 'localhost'];
const PROFILER = 'whoever reaches it may profile the program and read its inner state';

/** Section 1.3 of the benchmark. */
export const CONTROLLER_MANAGER: readonly Row[] = [
  {
    flag: 'terminated-pod-gc-threshold',
    demand: { least: 1 },
    whenMissing: 'bad',
    cis: '1.3.1',
    severity: 'info',
    effect: '12500 pods that have ended are kept',
  },
  {
    flag: 'profiling',
    demand: { equals: 'false' },
    whenMissing: 'bad',
    cis: '1.3.2',
    severity: 'low',
    effect: PROFILER,
    isSafe: true,
  },
  {
    flag: 'use-service-account-credentials',
    demand: { equals: 'true' },
    whenMissing: 'bad',
    cis: '1.3.3',
    severity: 'medium',
    effect: 'all controllers share the rights of the strongest',
  },
  {
    flag: 'service-account-private-key-file',
    demand: { set: `${PKI}/sa.key` },
    whenMissing: 'bad',
    cis: '1.3.4',
    severity: 'medium',
    effect: 'tokens of ServiceAccounts are not signed with a key of their own',
  },
  {
    flag: 'root-ca-file',
    demand: { set: `${PKI}/ca.crt` },
    whenMissing: 'bad',
    cis: '1.3.5',
    severity: 'medium',
    effect: 'pods cannot check the certificate of the API server',
  },
  {
    flag: 'feature-gates',
    demand: { excludes: ['RotateKubeletServerCertificate=false'] },
    cis: '1.3.6',
    severity: 'medium',
    effect: 'certificates of kubelets run out instead of being renewed',
  },
  {
    flag: 'bind-address',
    demand: { only: LOOPBACK, instead: '127.0.0.1' },
    whenMissing: 'bad',
    cis: '1.3.7',
    severity: 'low',
    effect: 'its metrics and health can be reached from other machines',
  },
];

/** Section 1.4 of the benchmark. */
export const SCHEDULER: readonly Row[] = [
  {
    flag: 'profiling',
    demand: { equals: 'false' },
    whenMissing: 'bad',
    elsewhere: ['config'],
    cis: '1.4.1',
    severity: 'low',
    effect: PROFILER,
    isSafe: true,
  },
  {
    flag: 'bind-address',
    demand: { only: LOOPBACK, instead: '127.0.0.1' },
    whenMissing: 'bad',
    cis: '1.4.2',
    severity: 'low',
    effect: 'its metrics and health can be reached from other machines',
  },
];
