import { kubernetesRule } from '../../engine/rule.ts';
import { hostPathsOf } from './support/host-paths.ts';
import { runtimeAt, sensitiveContentAt } from './support/node-risks.ts';
import { summedUpBy } from './support/summed-up-by.ts';

export const hostPathSensitive = kubernetesRule(
  {
    id: 'kubernetes/host-path-sensitive',
    title: 'System directory of the node mounted',
    why: 'Directories such as `/`, `/etc`, `/proc` and `/var/lib/kubelet` hold what the node itself lives on: accounts, credentials of the kubelet, the Secrets of other pods, programs that root starts. Whoever controls the pod reads or changes them. Mount only the one file that is needed, read-only, or ask the Kubernetes API.',
    severity: 'high',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: { mounted: '{volume} is `{path}`, which gives the pod {what}. Mount only what it needs, read-only.' },
    aliases: [
      'kics:workload_mounting_with_sensitive_os_directory',
      'kube-linter:sensitive-host-mounts',
      'kubescape:alert-mount-potential-credentials-paths',
      'trivy:KSV-0121',
    ],
    references: ['Kubescape C-0020', 'https://kubernetes.io/docs/concepts/storage/volumes/#hostpath', 'CWE-668', 'CWE-552'],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model }) {
    for (const { subject, node, path, key } of hostPathsOf(model)) {
      const what = sensitiveContentAt(path);
      if (what === undefined) continue;
      const cause = runtimeAt(path) ? summedUpBy('kubernetes/container-runtime-socket') : {};
      yield { message: 'mounted', data: { volume: subject, path: node.text, what }, span: node.span, key, ...cause };
    }
  },
);
