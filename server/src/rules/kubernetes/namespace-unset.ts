import { kubernetesRule } from '../../engine/rule.ts';
import { lookup } from '../../model/kubernetes/index.ts';
import { type Unit, unitOf } from './support/unit.ts';

/** Kinds besides workloads that lie in a namespace and that people write by hand. */
const NAMESPACED: ReadonlySet<string> = new Set([
  'ConfigMap',
  'HorizontalPodAutoscaler',
  'Ingress',
  'NetworkPolicy',
  'PersistentVolumeClaim',
  'PodDisruptionBudget',
  'Role',
  'RoleBinding',
  'Secret',
  'Service',
  'ServiceAccount',
]);

export const namespaceUnset = kubernetesRule(
  {
    id: 'kubernetes/namespace-unset',
    title: 'Resource without a namespace',
    why: 'A manifest without a namespace goes wherever the context of whoever applies it points, which is `default` on most machines. A team that applies files by hand may want the namespace in each of them. Charts and kustomizations set it from outside, so nothing is said about them.',
    severity: 'info',
    confidence: 'low',
    profiles: [],
    messages: { unset: '{resource} names no namespace, so it goes to `default` unless somebody says otherwise. Name one.' },
    aliases: ['checkov:CKV_K8S_21', 'kube-linter:use-namespace', 'trivy:KSV-0110'],
    references: ['CIS Kubernetes 5.7.4', 'https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/'],
    fix: 'none',
    tags: ['hint'],
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ file, model, env }) {
    if (model.isTemplate) return;
    const workloads = new Set(model.workloads.map(({ resource }) => resource));
    let unit: Unit | undefined;
    for (const resource of model.resources) {
      const { kind, name, node, nameSpan, isPartial } = resource;
      // A name that is filled in from outside stands in a file where the namespace is as well.
      if (isPartial || name === undefined || (!workloads.has(resource) && !NAMESPACED.has(kind))) continue;
      if (lookup(node, 'metadata', 'namespace').state !== 'absent') continue;
      unit ??= unitOf(file.path, env.workspace);
      if (unit.setsNamespace) return;
      const title = `${kind} \`${name}\``;
      yield { message: 'unset', data: { resource: title }, span: nameSpan, key: `${kind}//${name}` };
    }
  },
);
