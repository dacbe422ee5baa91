import { kubernetesRule } from '../../engine/rule.ts';
import { hostPathsOf } from './support/host-paths.ts';
import { runtimeAt } from './support/node-risks.ts';

export const containerRuntimeSocket = kubernetesRule(
  {
    id: 'kubernetes/container-runtime-socket',
    title: 'Socket of the container runtime mounted',
    why: 'Through its socket the container runtime starts any container, a privileged one with the disk of the node as well, so whoever has the socket is root on the node. Mounting it read-only does not help, because requests are still sent. Build images with a rootless builder, and ask the Kubernetes API for what runs where.',
    severity: 'critical',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      socket: '{volume} is the socket of {runtime}, which makes the pod root on its node. Remove it.',
      folder: '{volume} is `{path}`, in which the socket of {runtime} lies. Mount only what the pod needs.',
    },
    aliases: [
      'checkov:CKV_K8S_27',
      'kics:docker_daemon_socket_is_exposed_to_containers',
      'kube-linter:docker-sock',
      'kubescape:containers-mounting-docker-socket',
      'kyverno:disallow-container-sock-mounts',
      'trivy:KSV-0006',
    ],
    references: [
      'Kubescape C-0074',
      'https://docs.docker.com/engine/security/#docker-daemon-attack-surface',
      'CWE-250',
      'CWE-668',
    ],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model }) {
    for (const { subject: volume, node, path, key } of hostPathsOf(model)) {
      const found = runtimeAt(path);
      if (!found) continue;
      const { runtime, by } = found;
      if (by === 'socket') yield { message: 'socket', data: { volume, runtime }, span: node.span, key };
      else yield { message: 'folder', data: { volume, path: node.text, runtime }, span: node.span, severity: 'high', key };
    }
  },
);
