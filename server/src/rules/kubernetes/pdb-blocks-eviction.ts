import { type Context, kubernetesRule } from '../../engine/rule.ts';
import { type Found, lookup, type Resource, type Workload } from '../../model/kubernetes/index.ts';
import { asMapping, replaceEntry, valueOf, setPath } from '../../model/yaml/index.ts';
import { type Disruption, disruptionOf, isBudget } from './support/disruption.ts';
import { editSource, fixOf } from './support/edits.ts';
import { type Autoscalers, autoscalersOf, replicasOf } from './support/replicas.ts';
import { relatedTo, unitModelOf } from './support/unit-model.ts';
import { keyOfResource } from './support/resource-title.ts';

export const pdbBlocksEviction = kubernetesRule(
  {
    id: 'kubernetes/pdb-blocks-eviction',
    title: 'Disruption budget that never lets a pod go',
    why: 'A PodDisruptionBudget that allows no disruption makes every drain of a node hang: upgrades and autoscaling of the cluster stop until somebody deletes it. That is so with `maxUnavailable: 0`, and when as many pods must be available as there are. Allow one pod to go.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      none: '`{field}: {value}` lets no pod go, so draining a node hangs. Use `maxUnavailable: 1`.',
      all: '{workload} has {replicas} pods at its fewest, and `minAvailable: {value}` keeps all of them, so draining a node hangs. Use `maxUnavailable: 1`.',
      both: 'A PodDisruptionBudget may set only one of `minAvailable` and `maxUnavailable`. Kubernetes rejects both; delete one.',
      empty: 'PodDisruptionBudget `{name}` says neither how many pods must stay nor how many may go. Set `maxUnavailable: 1`.',
    },
    aliases: [
      'gatekeeper:general/poddisruptionbudget',
      'kube-linter:pdb-max-unavailable',
      'kube-linter:pdb-min-available',
      'kube-score:PodDisruptionBudget has policy',
      'kyverno:pdb-maxunavailable',
      'kyverno:pdb-minavailable-check',
      'polaris:pdbDisruptionsIsZero',
      'polaris:pdbMinAvailableGreaterThanHPAMinReplicas',
    ],
    references: ['https://kubernetes.io/docs/tasks/run-application/configure-pdb/'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  function* (context) {
    const unit = unitModelOf(context);
    const autoscalers = autoscalersOf(unit);
    const disruption = disruptionOf(unit);
    for (const resource of context.model.resources) {
      if (!isBudget(resource)) continue;
      const key = keyOfResource(resource);
      for (const problem of judged(context, resource, autoscalers, disruption)) yield { ...problem, key };
    }
  },
);

function* judged(context: Context<'kubernetes'>, resource: Resource, autoscalers: Autoscalers, { guardedBy }: Disruption) {
  const least = lookup(resource.node, 'spec', 'minAvailable');
  const most = lookup(resource.node, 'spec', 'maxUnavailable');
  if (least.state === 'present' && most.state === 'present') {
    yield { message: 'both', span: most.entry.key.span } as const;
    return;
  }
  if (least.state === 'absent' && most.state === 'absent') {
    if (resource.isPartial) return;
    const edits = setPath(editSource(context.file, resource), resource.node, ['spec', 'maxUnavailable'], '1');
    const fixes = fixOf('Set `maxUnavailable: 1`', 'suggested', edits);
    const data = { name: resource.name ?? '' };
    yield { message: 'empty', data, span: least.near ?? resource.nameSpan, fixes } as const;
    return;
  }
  const share = amountOf(least) ?? amountOf(most);
  if (!share) return;
  const { value, count, percent, span } = share;
  const fixes = fixOf(
    'Use `maxUnavailable: 1`',
    'suggested',
    oneMayGo(context, resource, least.state === 'present' ? least : most),
  );
  if (most.state === 'present') {
    if (count === 0 || percent === 0) yield { message: 'none', data: { field: 'maxUnavailable', value }, span, fixes } as const;
    return;
  }
  if (percent !== undefined && percent >= 100) {
    yield { message: 'none', data: { field: 'minAvailable', value }, span, fixes } as const;
    return;
  }
  const guarded = guardedBy(resource);
  const replicas = guarded && totalOf(guarded, autoscalers);
  const [first] = guarded ?? [];
  if (!first || replicas === undefined || replicas === 0) return;
  const kept = count ?? Math.ceil((replicas * (percent ?? 0)) / 100);
  if (kept < replicas || kept === 0) return;
  const related = [relatedTo(first.resource, 'The pods are these.')];
  yield { message: 'all', data: { workload: first.title, replicas: String(replicas), value }, span, fixes, related } as const;
}

/** A number of pods or a percentage of them; undefined when it is neither, or not literal. */
function amountOf(found: Found) {
  if (found.state !== 'present') return undefined;
  const value = valueOf(found.node);
  const [, digits, sign] = /^(\d{1,9})(%?)$/.exec(String(value)) ?? [];
  if ((typeof value !== 'number' && typeof value !== 'string') || digits === undefined) return undefined;
  // Digits in quotes are rejected or, by some tools, read as the number that they mean.
  const amount = Number(digits);
  const isPercentage = sign === '%';
  return {
    value: String(value),
    count: isPercentage ? undefined : amount,
    percent: isPercentage ? amount : undefined,
    span: found.node.span,
  };
}

function totalOf(workloads: readonly Workload[], autoscalers: Autoscalers): number | undefined {
  const counts = workloads.map((workload) => replicasOf(workload, autoscalers));
  return counts.some((count) => count === undefined) ? undefined : counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
}

function oneMayGo({ file }: Context<'kubernetes'>, resource: Resource, found: Found) {
  const spec = lookup(resource.node, 'spec');
  const mapping = spec.state === 'present' ? asMapping(spec.node) : undefined;
  return found.state === 'present' && mapping
    ? replaceEntry(editSource(file, resource), mapping, found.entry, 'maxUnavailable', '1')
    : undefined;
}
