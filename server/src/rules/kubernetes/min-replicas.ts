import type { Span } from '../../base/span.ts';
import { type Context, kubernetesRule } from '../../engine/rule.ts';
import { lookup, type Resource } from '../../model/kubernetes/index.ts';
import { asMapping, at, setPath, stringOf, valueOf } from '../../model/yaml/index.ts';
import { editSource, fixOf } from './support/edits.ts';
import { autoscalersOf } from './support/replicas.ts';
import { unitModelOf } from './support/unit-model.ts';
import { keyOfResource } from './support/resource-title.ts';

export const minReplicas = kubernetesRule(
  {
    id: 'kubernetes/min-replicas',
    title: 'Workload or autoscaler with a single replica',
    why: 'With one replica every drained node, eviction and crash is an outage until a new pod has started. Run at least two where the program allows it. A Deployment without `replicas` runs one. One that is recreated on every update, because only one pod may run, is left alone.',
    severity: 'info',
    confidence: 'medium',
    profiles: ['recommended', 'strict'],
    messages: {
      single: 'Deployment `{name}` runs a single pod, so it is down whenever that pod moves. Set `replicas` to 2 or more.',
      autoscaler: '{kind} `{name}` may scale down to a single pod. Set `minReplicas` to 2 or more.',
      pinned:
        '{kind} `{name}` cannot scale, because its `maxReplicas` {most} is not more than its `minReplicas` {least}. Raise it.',
    },
    aliases: [
      'kube-linter:hpa-minimum-three-replicas',
      'kube-linter:minimum-three-replicas',
      'kube-score:Deployment Replicas',
      'kube-score:HorizontalPodAutoscaler Replicas',
      'kyverno:deployment-has-multiple-replicas',
      'polaris:deploymentMissingReplicas',
      'polaris:hpaMaxAvailability',
      'polaris:hpaMinAvailability',
    ],
    references: ['https://kubernetes.io/docs/concepts/workloads/pods/disruptions/'],
    fix: 'suggested',
    tags: ['hint'],
    since: '0.2.0',
    status: 'preview',
  },
  function* (context) {
    const autoscalers = autoscalersOf(unitModelOf(context));
    for (const resource of context.model.resources) {
      if (resource.kind === 'HorizontalPodAutoscaler' && resource.group === 'autoscaling') yield* autoscaler(context, resource);
      if (resource.kind !== 'Deployment' || (resource.group !== 'apps' && resource.group !== 'extensions')) continue;
      // Who recreates the pods allows only one of them.
      if (stringOf(at(resource.node, 'spec', 'strategy', 'type')) === 'Recreate' || autoscalers(resource)) continue;
      const one = oneAt(context, resource, 'replicas');
      if (one) yield { message: 'single', data: { name: resource.name ?? '' }, ...one };
    }
  },
);

function* autoscaler(context: Context<'kubernetes'>, resource: Resource) {
  const data = { kind: resource.kind, name: resource.name ?? '' };
  const one = oneAt(context, resource, 'minReplicas');
  if (one) yield { message: 'autoscaler', data, ...one } as const;
  const max = lookup(resource.node, 'spec', 'maxReplicas');
  const min = lookup(resource.node, 'spec', 'minReplicas');
  const most = max.state === 'present' ? valueOf(max.node) : undefined;
  const least = min.state === 'present' ? valueOf(min.node) : min.state === 'absent' && !resource.isPartial ? 1 : undefined;
  if (max.state !== 'present' || typeof most !== 'number' || typeof least !== 'number' || most > least) return;
  const edits = setPath(editSource(context.file, resource), resource.node, ['spec', 'maxReplicas'], String(least + 2));
  const fixes = fixOf(`Set \`maxReplicas: ${least + 2}\``, 'suggested', edits);
  const place = { span: max.node.span, key: `${resource.kind}/${resource.name ?? ''}/maxReplicas` };
  yield { message: 'pinned', data: { ...data, most: String(most), least: String(least) }, fixes, ...place } as const;
}

/** What to think of once there are several pods. */
const NEXT = ['kubernetes/anti-affinity', 'kubernetes/pdb-missing'] as const;

/** Where a count is 1, or absent, which means 1. Who writes 0 switches the workload off. */
function oneAt({ file }: Context<'kubernetes'>, resource: Resource, field: string) {
  const found = lookup(resource.node, 'spec', field);
  if (found.state === 'unknown' || (found.state === 'absent' && resource.isPartial)) return undefined;
  if (found.state === 'present' && valueOf(found.node) !== 1) return undefined;
  const span: Span = found.state === 'present' ? found.node.span : (found.near ?? resource.nameSpan);
  const spec = asMapping(at(resource.node, 'spec'));
  const edits = spec && setPath(editSource(file, resource), spec, [field], '2', 'selector');
  const key = keyOfResource(resource);
  const fixes = fixOf(`Set \`${field}: 2\``, 'suggested', edits).map((fix) => ({ ...fix, leaves: NEXT }));
  return { span, fixes, key };
}
