import { containerRuntimeSocket } from '../../../server/src/rules/kubernetes/container-runtime-socket.ts';
import { testRule } from '../../support/rule-tester.ts';
import { cronJob, deployment, list, pod } from './pods.ts';

const socket = (runtime: string, workload = 'Pod `web`') =>
  `Volume \`v\` of ${workload} is the socket of ${runtime}, which makes the pod root on its node. Remove it.`;
const folder = (path: string, runtime: string) =>
  `Volume \`v\` of Pod \`web\` is \`${path}\`, in which the socket of ${runtime} lies. Mount only what the pod needs.`;
const mount = (path: string) => `volumes:\n  - name: v\n    hostPath:\n      path: ${path}\n`;

testRule(containerRuntimeSocket, {
  clean: [
    { code: pod('volumes:\n  - name: v\n    emptyDir: {}\n'), shown: true },
    pod(mount('/run/systemd')),
    pod(mount('/var/run/secrets')),
    pod(mount('/var/run/dbus/system_bus_socket')),
    pod(mount('/var/run-data')),
    pod(mount('/docker.sock.d/x')),
    pod(mount('/run/{{ .Values.socket }}')),
    pod(
      'volumes:\n  - name: v\n    emptyDir: {}\ncontainers:\n  - name: a\n    volumeMounts: [{ name: v, mountPath: /var/run/docker.sock }]\n',
    ),
    pod(mount('/dev/containerd')),
  ],
  caught: [
    { code: pod(mount('⟦/var/run/docker.sock⟧')), says: socket('Docker') },
    { code: deployment(mount('⟦"/run/containerd/containerd.sock"⟧')), says: socket('containerd', 'Deployment `web`') },
    { code: cronJob(mount('⟦/var/run//crio/crio.sock⟧ # CRI')), says: socket('CRI-O', 'CronJob `web`') },
    { code: list(mount('⟦/run/user/1000/podman/podman.sock⟧')), says: socket('Podman') },
    { code: pod(mount('⟦/var/run/dockershim.sock⟧')), says: socket('Docker') },
    { code: pod(mount('⟦/run/k3s/containerd/containerd.sock⟧')), says: socket('containerd') },
    { code: pod(mount("⟦'\\\\.\\pipe\\docker_engine'⟧")), says: socket('Docker') },
    { code: pod(mount('⟦//./pipe/containerd-containerd⟧')), says: socket('containerd') },
    { code: pod(mount('⟦/var/run/⟧')), says: folder('/var/run/', 'the container runtime'), severity: 'high' },
    { code: pod(mount('⟦/run⟧')), says: folder('/run', 'the container runtime'), severity: 'high' },
    { code: pod(mount('⟦/var/run/containerd⟧')), says: folder('/var/run/containerd', 'containerd'), severity: 'high' },
    {
      code: 'apiVersion: v1\nkind: PersistentVolume\nmetadata: { name: d }\nspec: { hostPath: { path: ⟦/var/run/docker.sock⟧ } }\n',
      says: 'PersistentVolume `d` is the socket of Docker, which makes the pod root on its node. Remove it.',
    },
    {
      path: 'pod.json',
      code: '{"apiVersion": "v1", "kind": "Pod", "spec": {"volumes": [{"name": "v", "hostPath": {"path": ⟦"/var/run/docker.sock"⟧}}]}}',
      says: socket('Docker', 'Pod'),
    },
  ],
});
