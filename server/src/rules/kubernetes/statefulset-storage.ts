import { kubernetesRule } from '../../engine/rule.ts';
import { lookup, type Resource, type Workload } from '../../model/kubernetes/index.ts';
import { asMapping, asScalar, at, itemsOf, stringOf, type YamlMapping } from '../../model/yaml/index.ts';
import { type Neighbourhood, neighbourhoodOf } from './support/neighbourhood.ts';
import { type Autoscalers, autoscalersOf, replicasOf } from './support/replicas.ts';
import { relatedTo, unitModelOf } from './support/unit-model.ts';
import { keyOfResource } from './support/resource-title.ts';

export const statefulsetStorage = kubernetesRule(
  {
    id: 'kubernetes/statefulset-storage',
    title: 'Storage claim that is rejected or cannot be shared',
    why: 'Kubernetes rejects a claim that says neither how much storage it wants nor how it is mounted. Each pod of a StatefulSet gets a claim of its own, so `ReadWriteOnce` is enough there and most drivers have nothing else. Replicas that share one such claim, on the other hand, only start on the same node.',
    severity: 'info',
    confidence: 'medium',
    profiles: ['recommended', 'strict'],
    messages: {
      unsized: 'The claim `{claim}` requests no storage, so Kubernetes rejects it. Set `resources.requests.storage`.',
      modeless: 'The claim `{claim}` has no `accessModes`, so Kubernetes rejects it. `ReadWriteOnce` is the usual one.',
      many: 'Each pod of {workload} has its own claim `{claim}`, so `{mode}` is more than it needs. `ReadWriteOnce` is enough.',
      shared:
        'All {replicas} pods of {workload} mount the claim `{claim}`, which only one node can mount at a time. Use `ReadWriteMany`, or a StatefulSet with `volumeClaimTemplates`.',
    },
    aliases: ['kics:incorrect_volume_claim_access_mode_read_write_once'],
    references: ['https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes'],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  function* (context) {
    const { model } = context;
    const unit = unitModelOf(context);
    const neighbourhood = neighbourhoodOf(unit);
    const autoscalers = autoscalersOf(unit);
    for (const resource of model.resources) {
      if (resource.kind !== 'PersistentVolumeClaim' || resource.group !== '') continue;
      // One without modes may be a patch that changes the size.
      if (resource.isPartial || !at(resource.node, 'spec', 'accessModes')) continue;
      const unsized = sizeProblem(resource.node, resource.name ?? 'without a name', resource);
      if (unsized) yield { ...unsized, key: keyOfResource(resource) };
    }
    for (const workload of model.workloads) {
      if (workload.resource.kind === 'StatefulSet') yield* templates(workload);
      yield* shared(workload, neighbourhood, autoscalers);
    }
  },
);

function sizeProblem(node: YamlMapping, claim: string, { nameSpan }: Pick<Resource, 'nameSpan'>) {
  const found = lookup(node, 'spec', 'resources', 'requests', 'storage');
  if (found.state !== 'absent') return undefined;
  return { message: 'unsized', data: { claim }, span: found.near ?? nameSpan, severity: 'high' } as const;
}

function* templates({ resource, title, key }: Workload) {
  for (const item of itemsOf(at(resource.node, 'spec', 'volumeClaimTemplates'))) {
    const node = asMapping(item);
    const name = asScalar(at(node, 'metadata', 'name'));
    const claim = name?.text ?? 'without a name';
    const where = { nameSpan: name?.span ?? node?.entries[0]?.key.span ?? resource.nameSpan };
    if (!node) continue;
    const place = { key: `${key}/volumeClaimTemplates/${claim}` };
    const unsized = resource.isPartial ? undefined : sizeProblem(node, claim, where);
    if (unsized) yield { ...unsized, ...place };
    const found = lookup(node, 'spec', 'accessModes');
    if (found.state === 'absent' && !resource.isPartial)
      yield { message: 'modeless', data: { claim }, span: found.near ?? where.nameSpan, severity: 'high', ...place } as const;
    const modes = found.state === 'present' ? itemsOf(found.node).map(asScalar) : [];
    const [first] = modes;
    const isOwn = modes.some((mode) => mode?.text === 'ReadWriteOnce' || mode?.text === 'ReadWriteOncePod');
    if (!first || isOwn || modes.includes(undefined)) continue;
    yield { message: 'many', data: { workload: title, claim, mode: first.text }, span: first.span, ...place } as const;
  }
}

/** Replicas on several nodes cannot all mount a volume that is for one. */
function* shared(workload: Workload, neighbourhood: Neighbourhood, autoscalers: Autoscalers) {
  const replicas = replicasOf(workload, autoscalers) ?? 0;
  if (replicas < 2) return;
  for (const { node } of workload.volumes) {
    const name = asScalar(at(node, 'persistentVolumeClaim', 'claimName'));
    const claim = name && neighbourhood.named(workload.resource, 'PersistentVolumeClaim', '', name.text);
    const modes = itemsOf(at(claim?.node, 'spec', 'accessModes')).map(stringOf);
    if (!name || modes.length === 0 || !modes.every((mode) => mode === 'ReadWriteOnce' || mode === 'ReadWriteOncePod')) continue;
    const data = { workload: workload.title, claim: name.text, replicas: String(replicas) };
    const related = claim ? [relatedTo(claim, 'The claim is here.')] : [];
    yield {
      message: 'shared',
      data,
      span: name.span,
      severity: 'low',
      related,
      key: `${workload.key}/volumes/${name.text}`,
    } as const;
  }
}
