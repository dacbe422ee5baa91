import { type Context, kubernetesRule } from '../../engine/rule.ts';
import { minorOf } from '../../knowledge/kubernetes-version.ts';
import { editSources } from './support/edits.ts';
import { annotated, oldAnnotations } from './support/old-fields/annotations.ts';
import { oldFields } from './support/old-fields/fields.ts';
import type { Hit } from './support/old-fields/hit.ts';
import { oldNodeLabels, oldVolumeLabels } from './support/old-fields/node-labels.ts';
import { oldVolumes } from './support/old-fields/volumes.ts';
import { oncePerSpan } from './support/once-per-span.ts';

export const deprecatedField = kubernetesRule(
  {
    id: 'kubernetes/deprecated-field',
    title: 'Deprecated field, annotation or label',
    why: 'Parts of an API are deprecated although its version lives on: annotations that became fields, kinds of volumes that CSI drivers took over, labels of nodes with another name. They work for some releases and are then ignored without an error, so that a pod runs without what it asked for. Move to what took their place.',
    severity: 'info',
    confidence: 'high',
    profiles: ['recommended', 'strict', 'upgrade'],
    messages: {
      deprecated: '`{field}` is deprecated since Kubernetes {deprecated}: {advice}.',
      removed: '`{field}` no longer works since Kubernetes {removed} (deprecated in {deprecated}): {advice}.',
    },
    aliases: [],
    references: [
      'CWE-477',
      'https://kubernetes.io/docs/concepts/storage/volumes/',
      'https://kubernetes.io/docs/reference/labels-annotations-taints/',
    ],
    fix: 'safe',
    tags: ['deprecated'],
    since: '0.2.0',
    status: 'preview',
  },
  oncePerSpan(function* (context) {
    const target = minorOf(context.env.kubernetesVersion) ?? 0;
    for (const { field, ...hit } of hits(context, target)) {
      const { name, deprecated, removed, advice } = field;
      if (target < deprecated) continue;
      const data = { field: name, deprecated: `1.${deprecated}`, advice };
      if (removed === undefined || removed > target) yield { message: 'deprecated', data, ...hit };
      // What can be left out does no harm; what no longer works is missed.
      else
        yield {
          message: 'removed',
          data: { ...data, removed: `1.${removed}` },
          ...(advice === 'leave it out' ? {} : { severity: 'medium' as const }),
          ...hit,
        };
    }
  }),
);

function* hits({ file, model }: Context<'kubernetes'>, target: number): Generator<Hit> {
  const sourceOf = editSources(file);
  yield* oldVolumes(model);
  for (const workload of model.workloads) yield* oldNodeLabels(sourceOf(workload.resource), workload);
  for (const resource of model.resources) {
    const source = sourceOf(resource);
    yield* oldVolumeLabels(source, resource);
    yield* oldFields(source, resource);
  }
  for (const { resource, ...of } of annotated(model)) yield* oldAnnotations(sourceOf(resource), of, target);
}
