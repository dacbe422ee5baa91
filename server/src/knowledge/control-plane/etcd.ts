import { type Row } from './flag-demand.ts';

const PKI = '/etc/kubernetes/pki';

/** Section 2 of the benchmark. */
export const ETCD: readonly Row[] = [
  {
    flag: 'cert-file',
    demand: { set: `${PKI}/etcd/server.crt` },
    whenMissing: 'bad',
    elsewhere: ['config-file'],
    cis: '2.1',
    severity: 'high',
    effect: 'what clients read and write goes over the network in plain text',
  },
  {
    flag: 'key-file',
    demand: { set: `${PKI}/etcd/server.key` },
    whenMissing: 'bad',
    needs: 'cert-file',
    elsewhere: ['config-file'],
    cis: '2.1',
    severity: 'high',
    effect: 'what clients read and write goes over the network in plain text',
  },
  {
    flag: 'client-cert-auth',
    demand: { equals: 'true' },
    whenMissing: 'bad',
    elsewhere: ['config-file'],
    cis: '2.2',
    severity: 'high',
    effect: 'whoever reaches etcd may read and change the whole cluster',
  },
  {
    flag: 'auto-tls',
    demand: { equals: 'false' },
    cis: '2.3',
    severity: 'high',
    effect: 'clients get a certificate that nobody has signed',
  },
  {
    flag: 'peer-cert-file',
    demand: { set: `${PKI}/etcd/peer.crt` },
    whenMissing: 'bad',
    elsewhere: ['config-file'],
    cis: '2.4',
    severity: 'medium',
    effect: 'the members of etcd talk to each other in plain text',
  },
  {
    flag: 'peer-key-file',
    demand: { set: `${PKI}/etcd/peer.key` },
    whenMissing: 'bad',
    needs: 'peer-cert-file',
    elsewhere: ['config-file'],
    cis: '2.4',
    severity: 'medium',
    effect: 'the members of etcd talk to each other in plain text',
  },
  {
    flag: 'peer-client-cert-auth',
    demand: { equals: 'true' },
    whenMissing: 'bad',
    elsewhere: ['config-file'],
    cis: '2.5',
    severity: 'medium',
    effect: 'a stranger may join as a member of etcd',
  },
  {
    flag: 'peer-auto-tls',
    demand: { equals: 'false' },
    cis: '2.6',
    severity: 'medium',
    effect: 'members of etcd get certificates that nobody has signed',
  },
];
