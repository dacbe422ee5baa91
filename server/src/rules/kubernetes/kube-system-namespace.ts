import { kubernetesRule } from '../../engine/rule.ts';
import type { Workload } from '../../model/kubernetes/index.ts';
import { asScalar, at, stringOf } from '../../model/yaml/index.ts';

/** https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/#initial-namespaces */
const SYSTEM: ReadonlySet<string> = new Set(['kube-system', 'kube-public', 'kube-node-lease']);

export const kubeSystemNamespace = kubernetesRule(
  {
    id: 'kubernetes/kube-system-namespace',
    title: 'Workload in a namespace of Kubernetes itself',
    why: 'The namespaces `kube-system`, `kube-public` and `kube-node-lease` belong to the cluster. Policies and quotas usually leave them out, and whoever may change one workload there can reach the ServiceAccounts of the control plane. Give the workload a namespace of its own.',
    severity: 'low',
    confidence: 'medium',
    profiles: ['recommended', 'strict'],
    messages: { system: '{workload} runs in `{namespace}`, which belongs to the cluster. Give it a namespace of its own.' },
    aliases: ['kics:using_unrecommended_namespace', 'trivy:KSV-0037'],
    references: ['CWE-653', 'https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/#initial-namespaces'],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model }) {
    for (const workload of model.workloads) {
      const { resource, title, key } = workload;
      const node = asScalar(at(resource.node, 'metadata', 'namespace'));
      if (!node || !SYSTEM.has(node.text) || isComponent(workload)) continue;
      yield { message: 'system', data: { workload: title, namespace: node.text }, span: node.span, key };
    }
  },
);

/** Parts of the cluster say so: by a priority that is reserved for them, or as the control plane that kubeadm writes. */
const isComponent = ({ spec, labels, resource }: Workload): boolean =>
  stringOf(at(spec, 'priorityClassName'))?.startsWith('system-') === true ||
  [labels, at(resource.node, 'metadata', 'labels')].some(
    (set) =>
      stringOf(at(set, 'tier')) === 'control-plane' ||
      at(set, 'kubernetes.io/cluster-service') !== undefined ||
      /^kube-(?:apiserver|controller-manager|scheduler|proxy|dns)$/.test(stringOf(at(set, 'k8s-app')) ?? ''),
  );
