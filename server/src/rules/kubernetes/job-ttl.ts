import { type Context, kubernetesRule } from '../../engine/rule.ts';
import { lookup, type Resource } from '../../model/kubernetes/index.ts';
import { asMapping, at, deletePath, itemsOf, keyOf, setPath } from '../../model/yaml/index.ts';
import { editSource, fixOf } from './support/edits.ts';
import { keyOfResource } from './support/resource-title.ts';

const FIELD = 'ttlSecondsAfterFinished';
const UNDER_CRON_JOB = ['spec', 'jobTemplate', 'spec', FIELD] as const;

export const jobTtl = kubernetesRule(
  {
    id: 'kubernetes/job-ttl',
    title: 'Finished Job that nobody deletes',
    why: 'A finished Job stays, with its pods and their logs, until somebody deletes it, and thousands of them slow the API server down. `ttlSecondsAfterFinished` deletes it. Under a CronJob it is the other way round: there the history limits delete, and a TTL takes Jobs away that the history should keep.',
    severity: 'info',
    confidence: 'medium',
    profiles: ['recommended', 'strict'],
    messages: {
      unset: 'Job `{name}` stays after it has finished until somebody deletes it. Set `ttlSecondsAfterFinished`.',
      managed:
        'CronJob `{name}` deletes its finished Jobs by its history limits, which `ttlSecondsAfterFinished` undermines. Delete the key.',
    },
    aliases: ['kube-linter:job-ttl-seconds-after-finished'],
    references: ['https://kubernetes.io/docs/concepts/workloads/controllers/ttlafterfinished/'],
    fix: 'suggested',
    tags: ['hint'],
    since: '0.2.0',
    status: 'preview',
  },
  function* (context) {
    for (const resource of context.model.resources) {
      if (resource.group !== 'batch') continue;
      if (resource.kind === 'Job') yield* standalone(context, resource);
      if (resource.kind === 'CronJob') yield* managed(context, resource);
    }
  },
);

function* standalone({ file }: Context<'kubernetes'>, resource: Resource) {
  const spec = lookup(resource.node, 'spec');
  const mapping = spec.state === 'present' ? asMapping(spec.node) : undefined;
  const found = lookup(mapping, FIELD);
  if (spec.state !== 'present' || !mapping || found.state !== 'absent' || resource.isPartial || isKept(resource)) return;
  // What has no containers is a patch.
  if (itemsOf(at(mapping, 'template', 'spec', 'containers')).length === 0) return;
  const edits = setPath(editSource(file, resource), mapping, [FIELD], '86400', 'template');
  yield {
    message: 'unset',
    data: { name: resource.name ?? '' },
    span: found.near ?? spec.entry.key.span,
    fixes: fixOf('Delete the Job a day after it has finished', 'suggested', edits),
    key: keyOfResource(resource),
  } as const;
}

function* managed({ file }: Context<'kubernetes'>, resource: Resource) {
  const found = lookup(resource.node, ...UNDER_CRON_JOB);
  if (found.state !== 'present') return;
  const edits = deletePath(editSource(file, resource), resource.node, UNDER_CRON_JOB);
  yield {
    message: 'managed',
    data: { name: resource.name ?? '' },
    span: found.entry.key.span,
    fixes: fixOf(`Delete \`${FIELD}\``, 'suggested', edits),
    key: keyOfResource(resource),
  } as const;
}

/** Hooks are deleted by what runs them (Helm, Argo CD), and what has an owner goes with it. */
function isKept({ node }: Resource): boolean {
  const annotations = asMapping(at(node, 'metadata', 'annotations'))?.entries.map(keyOf) ?? [];
  return (
    annotations.includes('helm.sh/hook') ||
    annotations.includes('argocd.argoproj.io/hook') ||
    itemsOf(at(node, 'metadata', 'ownerReferences')).length > 0
  );
}
