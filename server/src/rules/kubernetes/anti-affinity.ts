import type { Span } from '../../base/span.ts';
import { type Context, kubernetesRule } from '../../engine/rule.ts';
import { labelSetOf, lookup, selectorIn, selects, type Workload } from '../../model/kubernetes/index.ts';
import { asMapping, at, itemsOf, setPath } from '../../model/yaml/index.ts';
import { editSource, fixOf } from './support/edits.ts';
import { ownLabels } from './support/own-labels.ts';
import { autoscalersOf, replicasOf } from './support/replicas.ts';
import { unitModelOf } from './support/unit-model.ts';

export const antiAffinity = kubernetesRule(
  {
    id: 'kubernetes/anti-affinity',
    title: 'Replicas that may share a node',
    why: 'Replicas are there so that one may fail. Nothing but a weak default of the scheduler keeps them from landing on the same node, and then they fail together. Spread them with `topologySpreadConstraints` over nodes, or with a `podAntiAffinity` against pods of the same labels.',
    severity: 'info',
    confidence: 'medium',
    profiles: ['recommended', 'strict'],
    messages: {
      unset: 'All {replicas} pods of {workload} may land on one node. Spread them with `topologySpreadConstraints`.',
      others:
        'The anti-affinity of {workload} keeps away from other pods, not from its own, so all {replicas} may land on one node. Select its own labels, or add `topologySpreadConstraints`.',
    },
    aliases: [
      'kics:deployment_has_no_pod_anti_affinity',
      'kics:statefulset_has_no_pod_anti_affinity',
      'kube-linter:no-anti-affinity',
      'kube-score:Deployment has host PodAntiAffinity',
      'kube-score:Pod Topology Spread Constraints',
      'kube-score:StatefulSet has host PodAntiAffinity',
      'kyverno:topologyspreadconstraints-policy',
      'polaris:topologySpreadConstraint',
    ],
    references: ['https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/'],
    fix: 'suggested',
    tags: ['hint'],
    since: '0.2.0',
    status: 'preview',
  },
  function* (context) {
    const autoscalers = autoscalersOf(unitModelOf(context));
    for (const workload of context.model.workloads) {
      const replicas = replicasOf(workload, autoscalers) ?? 0;
      if (workload.isPartial || workload.containers.some(({ isPartial }) => isPartial) || replicas < 2) continue;
      const answer = spreads(workload);
      if (answer === 'spread') continue;
      const data = { workload: workload.title, replicas: String(replicas) };
      yield { message: answer.message, data, span: answer.span, fixes: spreadIt(context, workload), key: workload.key };
    }
  },
);

type Answer = 'spread' | { readonly message: 'unset' | 'others'; readonly span: Span };

/** Whether something spreads the pods of a workload. What is not known is taken for it. */
function spreads({ spec, specKey, template, isPartial }: Workload): Answer {
  const constraints = lookup(spec, 'topologySpreadConstraints');
  if (constraints.state === 'unknown' || (constraints.state === 'present' && itemsOf(constraints.node).length > 0))
    return 'spread';
  const affinity = lookup(spec, 'affinity', 'podAntiAffinity');
  if (affinity.state === 'unknown') return 'spread';
  if (affinity.state === 'absent') return { message: 'unset', span: affinity.near ?? specKey };
  const terms = [
    ...itemsOf(at(affinity.node, 'requiredDuringSchedulingIgnoredDuringExecution')),
    ...itemsOf(at(affinity.node, 'preferredDuringSchedulingIgnoredDuringExecution')).map((term) => at(term, 'podAffinityTerm')),
  ];
  if (terms.length === 0) return { message: 'unset', span: affinity.entry.key.span };
  const own = labelSetOf(template, isPartial);
  const isOwn = terms.some((term) => {
    const selector = lookup(asMapping(term), 'labelSelector');
    if (selector.state === 'absent') return false;
    const read = selector.state === 'present' ? selectorIn(selector.node, isPartial) : undefined;
    return !read || selects(read, own) !== false;
  });
  return isOwn ? 'spread' : { message: 'others', span: affinity.entry.key.span };
}

function spreadIt({ file }: Context<'kubernetes'>, workload: Workload) {
  const labels = ownLabels(file.text, workload);
  if (!labels) return [];
  const constraint = {
    maxSkew: '1',
    topologyKey: 'kubernetes.io/hostname',
    whenUnsatisfiable: 'ScheduleAnyway',
    labelSelector: { matchLabels: labels },
  };
  const source = editSource(file, workload.resource);
  const edits = setPath(source, workload.spec, ['topologySpreadConstraints'], [constraint], 'containers');
  return fixOf('Spread the pods over nodes', 'suggested', edits);
}
