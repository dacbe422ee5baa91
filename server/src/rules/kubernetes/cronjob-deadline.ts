import { kubernetesRule } from '../../engine/rule.ts';
import { lookup } from '../../model/kubernetes/index.ts';
import { asMapping, setPath, valueOf } from '../../model/yaml/index.ts';
import { editSource, fixOf } from './support/edits.ts';
import { keyOfResource } from './support/resource-title.ts';

/** The controller looks at a CronJob every ten seconds, and what is due later than its deadline is left out. */
const SHORTEST = 10;

export const cronjobDeadline = kubernetesRule(
  {
    id: 'kubernetes/cronjob-deadline',
    title: 'CronJob without a deadline',
    why: 'A run that cannot start at its time, because the controller was down or the last run went on, is made up for whenever that is possible, even hours later, and all that were missed since the last run count: more than 100 of them are an error event. `startingDeadlineSeconds` says how late a run may start. Below ten seconds no run may ever start, because the controller looks only that often.',
    severity: 'info',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      unset: 'CronJob `{name}` makes up for missed runs however late. Set `startingDeadlineSeconds`.',
      short:
        'CronJob `{name}` may never run, because it looks for what is due only every ten seconds. Raise `startingDeadlineSeconds`.',
    },
    aliases: ['kics:cronjob_deadline_not_configured', 'kube-score:CronJob has deadline'],
    references: ['https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#starting-deadline'],
    fix: 'suggested',
    tags: ['hint'],
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ file, model }) {
    for (const resource of model.resources) {
      if (resource.kind !== 'CronJob' || resource.group !== 'batch') continue;
      const spec = lookup(resource.node, 'spec');
      const mapping = spec.state === 'present' ? asMapping(spec.node) : undefined;
      const found = lookup(mapping, 'startingDeadlineSeconds');
      if (spec.state !== 'present' || !mapping || found.state === 'unknown') continue;
      // What lacks its schedule is a patch.
      if (found.state === 'absent' && (resource.isPartial || lookup(mapping, 'schedule').state === 'absent')) continue;
      const seconds = found.state === 'present' ? valueOf(found.node) : undefined;
      if (found.state === 'present' && (typeof seconds !== 'number' || seconds < 0 || seconds >= SHORTEST)) continue;
      const edits = setPath(editSource(file, resource), mapping, ['startingDeadlineSeconds'], '300', 'jobTemplate');
      yield {
        message: found.state === 'present' ? 'short' : 'unset',
        data: { name: resource.name ?? '' },
        span: found.state === 'present' ? found.node.span : (found.near ?? spec.entry.key.span),
        fixes: fixOf('Set `startingDeadlineSeconds: 300`', 'suggested', edits),
        key: keyOfResource(resource),
      };
    }
  },
);
