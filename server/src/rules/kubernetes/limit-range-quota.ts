import { kubernetesRule } from '../../engine/rule.ts';
import { type KubernetesFile, lookup, type Resource } from '../../model/kubernetes/index.ts';
import { neighbourhoodOf } from './support/neighbourhood.ts';
import { unitOf } from './support/unit.ts';
import { unitModelOf } from './support/unit-model.ts';

export const limitRangeQuota = kubernetesRule(
  {
    id: 'kubernetes/limit-range-quota',
    title: 'Namespace without limits',
    why: 'In a namespace without a ResourceQuota one team or one runaway autoscaler can claim the whole cluster, and without a LimitRange a container that states no resources gets as much as the node has. Give each namespace both. They are often written by a platform team elsewhere, so the rule is off by default.',
    severity: 'info',
    confidence: 'low',
    profiles: [],
    messages: {
      range: 'Namespace `{namespace}` has no LimitRange here, so containers without limits are unlimited. Add one.',
      quota: 'Namespace `{namespace}` has no ResourceQuota here, so what it takes of the cluster is unlimited. Add one.',
    },
    aliases: ['kics:pod_or_container_without_limit_range', 'kics:pod_or_container_without_resource_quota'],
    references: ['Kubescape C-0009', 'https://kubernetes.io/docs/concepts/policy/', 'CWE-770'],
    fix: 'none',
    tags: ['hint'],
    since: '0.2.0',
    status: 'preview',
  },
  function* (context) {
    const neighbourhood = neighbourhoodOf(unitModelOf(context));
    const { setsNamespace } = unitOf(context.file.path, context.env.workspace);
    for (const { namespace, resource } of namespacesIn(context.model)) {
      // Where a chart or a kustomization decides the namespace, it is not known here.
      if (setsNamespace && resource.kind !== 'Namespace' && resource.namespace === undefined) continue;
      const place = { span: placeIn(resource), data: { namespace }, key: `Namespace/${namespace}` };
      const inside = { namespace };
      if (neighbourhood.near(inside, 'LimitRange', '').length === 0) yield { message: 'range', ...place };
      if (neighbourhood.near(inside, 'ResourceQuota', '').length === 0) yield { message: 'quota', ...place };
    }
  },
);

/** Each namespace that a file declares or puts workloads into, with the resource that says so. */
function namespacesIn({ resources, workloads }: KubernetesFile) {
  const found = new Map<string, Resource>();
  for (const resource of resources) {
    if (resource.kind === 'Namespace' && resource.group === '' && resource.name !== undefined && !resource.isPartial)
      found.set(resource.name, resource);
  }
  for (const { resource } of workloads) {
    // The one that `kubectl apply` takes unless it is told another.
    const { namespace = 'default' } = resource;
    if (!resource.isPartial && !found.has(namespace)) found.set(namespace, resource);
  }
  return [...found].map(([namespace, resource]) => ({ namespace, resource }));
}

function placeIn({ kind, node, nameSpan }: Resource) {
  const found = kind === 'Namespace' ? undefined : lookup(node, 'metadata', 'namespace');
  return found?.state === 'present' ? found.node.span : nameSpan;
}
