import { kubernetesRule } from '../../engine/rule.ts';
import { lookup, type Resource } from '../../model/kubernetes/index.ts';
import { asMapping, at, itemsOf, keyOf, stringOf } from '../../model/yaml/index.ts';

export const nakedPod = kubernetesRule(
  {
    id: 'kubernetes/naked-pod',
    title: 'Pod that nobody replaces',
    why: 'A Pod is bound to its node: when the node fails or is drained, nothing starts the Pod elsewhere. A Deployment, StatefulSet or DaemonSet does, and a Job does for what ends by itself. Static pods, test hooks of Helm and pods with an owner are left alone.',
    severity: 'info',
    confidence: 'medium',
    profiles: ['recommended', 'strict'],
    messages: {
      service: 'Pod `{name}` is not started again when its node fails. Use a Deployment, StatefulSet or DaemonSet.',
      task: 'Pod `{name}` runs once and is not tried again when its node fails. Use a Job.',
    },
    aliases: ['kubescape:naked-pods', 'kyverno:prevent-bare-pods', 'polaris:nakedPod'],
    references: [
      'Kubescape C-0073',
      'https://kubernetes.io/docs/concepts/configuration/overview/#naked-pods-vs-replicasets-deployments-and-jobs',
    ],
    fix: 'none',
    tags: ['hint'],
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model }) {
    for (const { resource, spec, key } of model.workloads) {
      if (resource.kind !== 'Pod' || resource.isPartial || hasKeeper(resource)) continue;
      const policy = lookup(spec, 'restartPolicy');
      const text = policy.state === 'present' ? stringOf(policy.node) : undefined;
      const message = text === 'Never' || text === 'OnFailure' ? 'task' : 'service';
      yield { message, data: { name: resource.name ?? '' }, span: resource.nameSpan, key };
    }
  },
);

/** Annotations of the kubelet (static pods and their mirrors), Helm and Argo CD (hooks), which start the pod themselves. */
const KEEPERS: ReadonlySet<string> = new Set([
  'kubernetes.io/config.mirror',
  'kubernetes.io/config.source',
  'helm.sh/hook',
  'argocd.argoproj.io/hook',
]);

function hasKeeper({ node, namespace }: Resource): boolean {
  const annotations = asMapping(at(node, 'metadata', 'annotations'));
  if (annotations?.entries.some((entry) => KEEPERS.has(keyOf(entry) ?? ''))) return true;
  if (itemsOf(at(node, 'metadata', 'ownerReferences')).length > 0) return true;
  // What kubeadm writes for the kubelet of a control plane.
  return namespace === 'kube-system' && stringOf(at(node, 'metadata', 'labels', 'tier')) === 'control-plane';
}
