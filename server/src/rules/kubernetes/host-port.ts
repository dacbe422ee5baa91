import { kubernetesRule } from '../../engine/rule.ts';
import { booleanAt, numberAt, type Workload } from '../../model/kubernetes/index.ts';
import { asMapping, at, deletePath, itemsOf } from '../../model/yaml/index.ts';
import { editSource, fixOf } from './support/edits.ts';
import { oncePerSpan } from './support/once-per-span.ts';
import { summedUpBy } from './support/summed-up-by.ts';
import { targetsOf } from './support/targets.ts';

export const hostPort = kubernetesRule(
  {
    id: 'kubernetes/host-port',
    title: 'Port of the node occupied',
    why: 'A `hostPort` opens the port on the address of the node, past Services and often past NetworkPolicies, and only one pod on each node can have it. Reach the pod through a Service, an Ingress or a Gateway. The Baseline Pod Security Standard forbids it.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict', 'pss-baseline', 'pss-restricted', 'nsa', 'cis'],
    messages: {
      set: 'Container `{container}` occupies the port {port} of its node. Delete `hostPort` and use a Service.',
    },
    aliases: [
      'checkov:CKV_K8S_26',
      'kubescape:container-hostPort',
      'kyverno:disallow-host-ports',
      'polaris:hostPortSet',
      'psa:hostports',
      'trivy:KSV-0024',
    ],
    references: ['PSS baseline hostPorts', 'CIS Kubernetes 5.2.13', 'NSA', 'CWE-668'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  oncePerSpan(function* ({ file, model }) {
    for (const { workload, container, name } of targetsOf(model)) {
      for (const item of itemsOf(at(container.node, 'ports'))) {
        const port = asMapping(item);
        const setting = port && numberAt(port, 'hostPort');
        if (!port || setting === undefined || setting === 'unknown' || setting.value === 0) continue;
        const edits = deletePath(editSource(file, workload.resource), port, ['hostPort']);
        yield {
          message: 'set',
          data: { container: name, port: String(setting.value) },
          span: setting.node.span,
          fixes: fixOf('Delete `hostPort`', 'suggested', edits),
          key: `${container.key}/ports/${setting.value}`,
          ...(isInHostNetwork(workload) ? summedUpBy('kubernetes/host-network') : {}),
        };
      }
    }
  }),
);

/** Every port of such a pod is one of its node. */
function isInHostNetwork({ spec }: Workload): boolean {
  const setting = booleanAt(spec, 'hostNetwork');
  return setting !== undefined && setting !== 'unknown' && setting.value;
}
