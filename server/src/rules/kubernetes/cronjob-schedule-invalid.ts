import { kubernetesRule } from '../../engine/rule.ts';
import { cronMistake, lookup } from '../../model/kubernetes/index.ts';
import { asScalar, stringOf, type YamlScalar } from '../../model/yaml/index.ts';
import { isTimeZone } from './support/time-zone.ts';
import { isAtLeastVersion } from './support/version.ts';
import { keyOfResource } from './support/resource-title.ts';

export const cronjobScheduleInvalid = kubernetesRule(
  {
    id: 'kubernetes/cronjob-schedule-invalid',
    title: 'Schedule that Kubernetes cannot read',
    why: 'Kubernetes rejects a CronJob whose schedule or time zone it cannot read, and one whose day never comes simply never runs. The schedule has five fields: minute, hour, day of the month, month, day of the week, where Sunday is 0 and not 7. The time zone is a name of the IANA database such as `Europe/Berlin`, in its own field.',
    severity: 'high',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      unreadable: 'Kubernetes cannot read the schedule `{schedule}`: {reason}.',
      never: 'The schedule `{schedule}` never comes, because no such month has that day.',
      zone: 'A schedule may not name its time zone. Kubernetes rejects it since 1.29; set `timeZone: {zone}` instead.',
      unknown: 'There is no time zone `{zone}`. Use a name of the IANA database such as `Europe/Berlin`, in its own case.',
    },
    aliases: ['kyverno:validate-cron-schedule'],
    references: ['https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#schedule-syntax'],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model, env }) {
    for (const resource of model.resources) {
      const { kind, group, node } = resource;
      if (kind !== 'CronJob' || group !== 'batch') continue;
      const key = keyOfResource(resource);
      const schedule = literalAt(lookup(node, 'spec', 'schedule'));
      const mistake = schedule && cronMistake(schedule.text);
      if (schedule && mistake) {
        const place = { span: schedule.span, key: `${key}/schedule` };
        if (mistake.kind === 'unreadable')
          yield { message: 'unreadable', data: { schedule: schedule.text, reason: mistake.reason }, ...place };
        else if (mistake.kind === 'never') yield { message: 'never', data: { schedule: schedule.text }, ...place };
        else if (isAtLeastVersion(env.kubernetesVersion, 29)) yield { message: 'zone', data: { zone: mistake.zone }, ...place };
      }
      const zone = literalAt(lookup(node, 'spec', 'timeZone'));
      if (zone && !isTimeZone(zone.text))
        yield { message: 'unknown', data: { zone: zone.text }, span: zone.span, key: `${key}/timeZone` };
    }
  },
);

/** The literal text at a key, without what a deployment script replaces. */
function literalAt(found: ReturnType<typeof lookup>): YamlScalar | undefined {
  const text = found.state === 'present' ? stringOf(found.node) : undefined;
  return found.state !== 'present' || text === undefined || /[${}%<>]|__/.test(text) ? undefined : asScalar(found.node);
}
