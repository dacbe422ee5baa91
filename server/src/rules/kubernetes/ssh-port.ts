import { kubernetesRule } from '../../engine/rule.ts';
import { numberAt, type Resource } from '../../model/kubernetes/index.ts';
import { asMapping, asScalar, at, itemsOf, type YamlMapping, type YamlScalar } from '../../model/yaml/index.ts';
import { oncePerSpan } from './support/once-per-span.ts';
import { targetsOf } from './support/targets.ts';

const SSH = 22;
/** Where rootless SSH servers listen. In a Service nothing else is usual. */
const SSH_WITHOUT_ROOT = 2222;

export const sshPort = kubernetesRule(
  {
    id: 'kubernetes/ssh-port',
    title: 'SSH port exposed',
    why: 'An SSH server in a pod is a second way in, with keys, users and logs that the cluster knows nothing of. Use `kubectl exec` or `kubectl debug`, which go through the access control and the audit log of the API server.',
    severity: 'low',
    confidence: 'medium',
    profiles: ['recommended', 'strict'],
    messages: {
      container: 'Container `{container}` exposes the SSH port 22. Remove the server and use `kubectl exec`.',
      service: '{service} exposes the SSH port {port}. Remove it and use `kubectl exec`.',
    },
    aliases: ['kube-linter:ssh-port', 'kubescape:rule-can-ssh-to-pod-v1'],
    references: ['Kubescape C-0042', 'CWE-668'],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  oncePerSpan(function* ({ model }) {
    for (const { container, name } of targetsOf(model)) {
      for (const item of itemsOf(at(container.node, 'ports'))) {
        const node = numberOf(asMapping(item), 'containerPort', [SSH]);
        if (node) yield { message: 'container', data: { container: name }, span: node.span, key: `${container.key}/ports/22` };
      }
    }
    for (const resource of model.resources) yield* service(resource);
  }),
);

function* service({ kind, group, name, node }: Resource) {
  if (kind !== 'Service' || group !== '') return;
  const title = name === undefined ? kind : `${kind} \`${name}\``;
  for (const item of itemsOf(at(node, 'spec', 'ports'))) {
    const port = asMapping(item);
    const found = numberOf(port, 'port', [SSH, SSH_WITHOUT_ROOT]) ?? numberOf(port, 'targetPort', [SSH, SSH_WITHOUT_ROOT]);
    if (!found) continue;
    const key = `${kind}/${name ?? ''}/ports/${found.text}`;
    yield { message: 'service', data: { service: title, port: found.text }, span: found.span, key } as const;
  }
}

/** The port if it is one of `ports`; SSH needs TCP, which is the default. */
function numberOf(port: YamlMapping | undefined, field: string, ports: readonly number[]): YamlScalar | undefined {
  const setting = numberAt(port, field);
  const protocol = asScalar(at(port, 'protocol'))?.text ?? 'TCP';
  return setting !== undefined && setting !== 'unknown' && ports.includes(setting.value) && protocol.toUpperCase() === 'TCP'
    ? setting.node
    : undefined;
}
