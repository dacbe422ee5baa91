import { hostPathSensitive } from '../../../server/src/rules/kubernetes/host-path-sensitive.ts';
import { testRule } from '../../support/rule-tester.ts';
import { cronJob, deployment, list, pod } from './pods.ts';

const says = (path: string, what: string, workload = 'Pod `web`') =>
  `Volume \`v\` of ${workload} is \`${path}\`, which gives the pod ${what}. Mount only what it needs, read-only.`;
const mount = (path: string) => `volumes:\n  - name: v\n    hostPath:\n      path: ${path}\n`;
const ETC = 'the configuration, accounts and credentials of the node';
const KUBELET = 'the credentials of the kubelet and the Secrets of all pods on the node';

testRule(hostPathSensitive, {
  clean: [
    pod(mount('/data')),
    pod(mount('/etcd-data')),
    pod(mount('/etc2/x')),
    pod(mount('/etc/../data')),
    pod(mount('/etc/localtime')),
    pod(mount('/etc/ssl/certs/')),
    pod(mount('/lib/modules')),
    pod(mount('/usr/share/zoneinfo')),
    pod(mount('/dev/fuse')),
    pod(mount('/var/log')),
    pod(mount('/var/lib/kubelet/device-plugins')),
    pod(mount('/var/lib/postgresql')),
    pod(mount('/home/app/data')),
    pod(mount('{{ .Values.path }}')),
    pod(mount('/{{ .Values.path }}')),
    pod(mount('etc')),
    pod(
      'volumes:\n  - name: etc\n    emptyDir: {}\ncontainers:\n  - name: a\n    volumeMounts: [{ name: etc, mountPath: /etc }]\n',
    ),
  ],
  caught: [
    { code: pod(mount('⟦/⟧')), says: says('/', 'the whole file system of the node') },
    { code: deployment(mount('⟦/etc⟧')), says: says('/etc', ETC, 'Deployment `web`') },
    { code: cronJob(mount('⟦//etc//⟧')), says: says('//etc//', ETC, 'CronJob `web`') },
    { code: list(mount('⟦/var/../etc/./passwd⟧')), says: says('/var/../etc/./passwd', ETC) },
    { code: pod(mount('⟦/etc/kubernetes/pki⟧')), says: says('/etc/kubernetes/pki', 'the credentials of the cluster') },
    { code: pod(mount('⟦/../..⟧')), says: says('/../..', 'the whole file system of the node') },
    { code: pod(mount('⟦/var/lib/kubelet/⟧ # all pods')), says: says('/var/lib/kubelet/', KUBELET) },
    { code: pod(mount('⟦/proc/sys⟧')), says: says('/proc/sys', 'the processes of the node and the settings of its kernel') },
    { code: pod(mount('⟦/home/me/.aws/credentials⟧')), says: says('/home/me/.aws/credentials', 'the keys and logins of people') },
    { code: pod(mount('⟦/home/me⟧')), says: says('/home/me', 'the keys and logins of a person') },
    { code: pod(mount('⟦/dev⟧')), says: says('/dev', 'the disks and devices of the node') },
    { code: pod(mount("⟦'C:\\'⟧")), says: says('C:\\', 'the whole file system of the node') },
    {
      code: 'apiVersion: v1\nkind: PersistentVolume\nmetadata: { name: usr }\nspec: { hostPath: { path: ⟦/usr⟧ } }\n',
      says: 'PersistentVolume `usr` is `/usr`, which gives the pod the programs of the node. Mount only what it needs, read-only.',
    },
    {
      path: 'pod.json',
      code: '{"apiVersion": "v1", "kind": "Pod", "spec": {"volumes": [{"name": "v", "hostPath": {"path": ⟦"/boot"⟧}}]}}',
      says: says('/boot', 'the kernel that the node starts with', 'Pod'),
    },
    {
      code: pod('x: &p { path: ⟦/sys⟧ }\nvolumes:\n  - name: v\n    hostPath: *p\n  - name: w\n    hostPath: *p\n'),
      says: says('/sys', 'the devices of the node and the settings of its kernel'),
    },
  ],
});
