import type { Fix } from '../../engine/fix.ts';
import { type Context, kubernetesRule } from '../../engine/rule.ts';
import { CLUSTER_SCOPED_KINDS } from '../../knowledge/kubernetes-cluster-scoped.ts';
import { lookup, type Resource } from '../../model/kubernetes/index.ts';
import { deletePath, replaceScalar, type YamlScalar } from '../../model/yaml/index.ts';
import { editSource, fixOf } from './support/edits.ts';

/** More offers would not help to choose. */
const MOST_OFFERS = 3;

export const defaultNamespace = kubernetesRule(
  {
    id: 'kubernetes/default-namespace',
    title: 'Resource in the namespace `default`',
    why: 'Quotas, NetworkPolicies, Pod Security levels and rights are given per namespace. What lies in `default` shares all of them with whatever was created there by accident. Give each application a namespace of its own.',
    severity: 'info',
    confidence: 'high',
    profiles: ['recommended', 'strict', 'cis'],
    messages: { explicit: '{resource} lies in the namespace `default`. Give it a namespace of its own.' },
    aliases: [
      'checkov:CKV_K8S_21',
      'kics:using_unrecommended_namespace',
      'kube-linter:use-namespace',
      'kyverno:disallow-default-namespace',
      'trivy:KSV-0110',
    ],
    references: [
      'CIS Kubernetes 5.7.4',
      'CWE-653',
      'https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/',
    ],
    fix: 'suggested',
    tags: ['hint'],
    since: '0.2.0',
    status: 'preview',
  },
  function* (context) {
    let offers: readonly string[] | undefined;
    for (const resource of context.model.resources) {
      const { kind, name, node } = resource;
      const found = lookup(node, 'metadata', 'namespace');
      if (found.state !== 'present' || found.node.kind !== 'scalar' || found.node.text !== 'default') continue;
      // The Service of the API server and the account that each namespace gets lie where they lie.
      if (CLUSTER_SCOPED_KINDS.has(kind) || (kind === 'Service' && name === 'kubernetes')) continue;
      if (kind === 'ServiceAccount' && name === 'default') continue;
      const title = name === undefined ? kind : `${kind} \`${name}\``;
      offers ??= namespacesElsewhere(context);
      const fixes = moves(context, resource, found.node, offers);
      yield {
        message: 'explicit',
        data: { resource: title },
        span: found.node.span,
        fixes,
        key: `${kind}/default/${name ?? ''}`,
      };
    }
  },
);

function moves(
  context: Context<'kubernetes'>,
  resource: Resource,
  namespace: YamlScalar,
  offers: readonly string[],
): readonly Fix[] {
  const source = editSource(context.file, resource);
  return [
    ...fixOf(
      'Leave the namespace to whoever applies it',
      'suggested',
      deletePath(source, resource.node, ['metadata', 'namespace']),
    ),
    ...offers.flatMap((name) => fixOf(`Use the namespace \`${name}\``, 'suggested', replaceScalar(source, namespace, name))),
  ];
}

/** The namespaces that other resources of the workspace lie in, the most frequent first. */
function namespacesElsewhere({ env, model }: Context<'kubernetes'>): readonly string[] {
  const uses = new Map<string, number>();
  const all = [model.resources, ...env.workspace.all('kubernetes').map(([, { resources }]) => resources)].flat();
  for (const { namespace = 'default' } of all) {
    if (/^(?:default|kube-.*)$/.test(namespace) || !/^[a-z0-9-]+$/.test(namespace)) continue;
    uses.set(namespace, (uses.get(namespace) ?? 0) + 1);
  }
  const ranked = [...uses].sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1));
  return ranked.slice(0, MOST_OFFERS).map(([name]) => name);
}
