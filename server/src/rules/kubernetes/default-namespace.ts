import type { Fix } from '../../engine/fix.ts';
import { type Context, kubernetesRule } from '../../engine/rule.ts';
import { kindOf } from '../../knowledge/kubernetes/schema.ts';
import { CLUSTER_SCOPED_KINDS } from '../../knowledge/kubernetes-cluster-scoped.ts';
import { lookup, type Resource } from '../../model/kubernetes/index.ts';
import { asMapping, at, entryOf, setPath } from '../../model/yaml/index.ts';
import { editSource, fixOf } from './support/edits.ts';
import { unitOf } from './support/unit.ts';
import { within } from './support/within.ts';

const ID = 'kubernetes/default-namespace';

/** More offers would not help to choose. */
const MOST_OFFERS = 3;

export const defaultNamespace = kubernetesRule(
  {
    id: ID,
    title: 'Resource in the namespace `default`',
    why: 'Quotas, network policies, Pod Security levels and rights are given per namespace. What lies in `default` shares all of them with whatever was created there by accident. Give each application a namespace of its own.',
    severity: 'info',
    confidence: 'high',
    profiles: ['recommended', 'strict', 'cis'],
    messages: {
      explicit: '{resource} lies in the namespace `default`. Give it a namespace of its own.',
      unset:
        '{resource} names no namespace, so it lands in `default` unless whoever applies it says otherwise. Name its namespace.',
    },
    aliases: [
      'checkov:CKV_K8S_21',
      'kics:using_unrecommended_namespace',
      'kube-linter:use-namespace',
      'kyverno:disallow-default-namespace',
      'kyverno:require-tekton-namespace-pipelinerun',
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
    let isSetElsewhere: boolean | undefined;
    for (const resource of context.model.resources) {
      const { kind, name, node } = resource;
      const found = lookup(node, 'metadata', 'namespace');
      if (!isNamespaced(resource)) continue;
      // The Service of the API server and the account that each namespace gets lie where they lie.
      if ((kind === 'Service' && name === 'kubernetes') || (kind === 'ServiceAccount' && name === 'default')) continue;
      const data = { resource: name === undefined ? kind : `${kind} \`${name}\`` };
      const key = `${kind}/default/${name ?? ''}`;
      if (found.state === 'present' && found.node.kind === 'scalar' && found.node.text === 'default') {
        offers ??= namespacesElsewhere(context);
        yield { message: 'explicit', data, span: found.node.span, fixes: moves(context, resource, offers), key };
      } else if (isUnset(resource)) {
        isSetElsewhere ??= unitOf(context.file.path, context.env.workspace).setsNamespace;
        if (isSetElsewhere) continue;
        offers ??= namespacesElsewhere(context);
        const fixes = moves(context, resource, offers);
        // Leaving the namespace to whoever applies the file is ordinary, and only who asks for strictness wants to hear of it.
        yield { message: 'unset', data, span: resource.nameSpan, fixes, key: `${key}/unset`, ...within(ID) };
      }
    }
  },
);

/** Whether a whole object says nothing of a namespace; what has no name is no finished one. */
const isUnset = ({ node, isPartial }: Resource): boolean =>
  !isPartial &&
  lookup(node, 'metadata', 'namespace').state === 'absent' &&
  entryOf(asMapping(at(node, 'metadata')), 'namespace') === undefined &&
  lookup(node, 'metadata', 'name').state !== 'absent';

/** Kinds of Kubernetes itself, and runs of Tekton, which are as much a workload; of others nobody knows whether they lie in a namespace. */
const isNamespaced = ({ apiVersion, kind, group }: Resource): boolean =>
  !CLUSTER_SCOPED_KINDS.has(kind) &&
  !kind.endsWith('Review') &&
  (!group.includes('.') || group === 'tekton.dev' || kindOf(apiVersion, kind) !== undefined);

const moves = ({ file }: Context<'kubernetes'>, resource: Resource, offers: readonly string[]): readonly Fix[] =>
  offers.flatMap((name) => {
    const edits = setPath(editSource(file, resource), resource.node, ['metadata', 'namespace'], name);
    return fixOf(`Use the namespace \`${name}\``, 'suggested', edits);
  });

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
