/**
 * What lies where on a node: the Filesystem Hierarchy Standard 3.0, the reference of the kubelet and of kubeadm, k3s, k0s and RKE2, and the documentation of
 * the container runtimes. As of 2026-11. Paths are normal: one `/` between segments, none at the end; those of Windows without their drive, in small letters.
 */

interface NodePath {
  readonly path: string;
  /** What whoever reads or writes there gets, for people. */
  readonly holds: string;
  /** Only the folder itself tells: what lies in it is mostly harmless. */
  readonly exact?: true;
}

/** Folders of the node that a pod has no business in; the first that fits describes. */
export const SENSITIVE_NODE_PATHS: readonly NodePath[] = [
  { path: '/', holds: 'the whole file system of the node', exact: true },
  { path: '/etc/kubernetes', holds: 'the credentials of the cluster' },
  { path: '/etc/ssh', holds: 'the host keys of the node' },
  { path: '/etc/cron.d', holds: 'programs that the node starts as root' },
  { path: '/etc', holds: 'the configuration, accounts and credentials of the node' },
  { path: '/var/lib/kubelet', holds: 'the credentials of the kubelet and the Secrets of all pods on the node' },
  { path: '/var/lib/etcd', holds: 'the whole state of the cluster' },
  { path: '/var/lib/rancher', holds: 'the credentials of the cluster' },
  { path: '/var/lib/k0s', holds: 'the credentials of the cluster' },
  { path: '/var/lib/minikube', holds: 'the credentials of the cluster' },
  { path: '/var/lib/docker', holds: 'the file systems of all containers on the node' },
  { path: '/var/lib/containerd', holds: 'the file systems of all containers on the node' },
  { path: '/var/lib/containers', holds: 'the file systems of all containers on the node' },
  { path: '/var/lib/crio', holds: 'the file systems of all containers on the node' },
  { path: '/var/lib/cloud', holds: 'the user data of the cloud instance' },
  { path: '/var/spool/cron', holds: 'programs that the node starts as root' },
  { path: '/var/lib', holds: 'the state of the kubelet and of the container runtime', exact: true },
  { path: '/var', holds: 'the state of the kubelet and of the container runtime', exact: true },
  { path: '/boot', holds: 'the kernel that the node starts with' },
  { path: '/dev', holds: 'the disks and devices of the node' },
  { path: '/proc', holds: 'the processes of the node and the settings of its kernel' },
  { path: '/sys', holds: 'the devices of the node and the settings of its kernel' },
  { path: '/usr', holds: 'the programs of the node' },
  { path: '/lib', holds: 'the libraries of the node' },
  { path: '/lib64', holds: 'the libraries of the node' },
  { path: '/bin', holds: 'the programs of the node' },
  { path: '/sbin', holds: 'the programs of the node' },
  { path: '/root', holds: 'the keys and logins of root' },
  // Where containers with a home at the root keep the logins of Google Cloud.
  { path: '/.config', holds: 'the keys and logins of people', exact: true },
  { path: '/gcloud', holds: 'the keys and logins of people' },
  { path: '/home', holds: 'the keys and logins of people', exact: true },
  { path: '/windows', holds: 'the operating system of the node' },
  { path: '/users', holds: 'the keys and logins of people', exact: true },
];

/** What lies in such folders, is made to be shared, and gives nothing away. */
export const HARMLESS_NODE_PATHS: readonly string[] = [
  // Time, names and certificates that programs of the node's distribution trust.
  '/etc/localtime',
  '/etc/timezone',
  '/etc/hostname',
  '/etc/hosts',
  '/etc/os-release',
  '/usr/lib/os-release',
  '/etc/machine-id',
  '/etc/ssl/certs',
  '/etc/ca-certificates',
  '/etc/pki/ca-trust',
  '/etc/pki/tls/certs',
  '/usr/share',
  '/usr/local/share',
  // Kernel modules and headers, which drivers and eBPF programs load.
  '/lib/modules',
  '/usr/lib/modules',
  '/usr/src',
  // Devices that are given to pods one by one.
  '/dev/fuse',
  '/dev/kvm',
  '/dev/net/tun',
  '/dev/null',
  '/dev/urandom',
  '/dev/dri',
  '/dev/snd',
  '/dev/shm',
  '/dev/hugepages',
  '/dev/nvidia0',
  '/dev/nvidiactl',
  '/dev/ttyUSB0',
  '/dev/ttyACM0',
  '/dev/serial',
  // Where storage drivers and device plugins register themselves.
  '/var/lib/kubelet/device-plugins',
  '/var/lib/kubelet/plugins',
  '/var/lib/kubelet/plugins_registry',
  '/var/lib/kubelet/pod-resources',
  // File systems of the kernel that are mounted for this.
  '/sys/fs/bpf',
];

/** Folders that hold keys and logins wherever they lie. */
export const CREDENTIAL_FOLDERS: readonly string[] = ['.aws', '.azure', '.config/gcloud', '.docker', '.gnupg', '.kube', '.ssh'];

/** The last segment of a path that is the interface of a container runtime. */
export const RUNTIME_SOCKETS: ReadonlyMap<string, string> = new Map([
  ['docker.sock', 'Docker'],
  ['docker.raw.sock', 'Docker'],
  ['dockershim.sock', 'Docker'],
  ['cri-dockerd.sock', 'Docker'],
  ['docker_engine', 'Docker'],
  ['containerd.sock', 'containerd'],
  ['containerd-containerd', 'containerd'],
  ['crio.sock', 'CRI-O'],
  ['podman.sock', 'Podman'],
  ['frakti.sock', 'Frakti'],
]);

/** Folders in which such sockets lie. `/var/run` is a link to `/run`, and written as that here. */
export const RUNTIME_SOCKET_FOLDERS: ReadonlyMap<string, string> = new Map([
  ['/run', 'the container runtime'],
  ['/run/containerd', 'containerd'],
  ['/run/crio', 'CRI-O'],
  ['/run/podman', 'Podman'],
  ['/run/k3s', 'containerd'],
  ['/run/k3s/containerd', 'containerd'],
]);
