import { cronjobScheduleInvalid } from '../../../server/src/rules/kubernetes/cronjob-schedule-invalid.ts';
import { testRule } from '../../support/rule-tester.ts';

const cron = (schedule: string, more = '') =>
  `apiVersion: batch/v1\nkind: CronJob\nmetadata:\n  name: web\nspec:\n  schedule: ${schedule}\n${more}  jobTemplate: {}\n`;
const unreadable = (schedule: string, reason: string) => `Kubernetes cannot read the schedule \`${schedule}\`: ${reason}.`;
const unknown = (zone: string) =>
  `There is no time zone \`${zone}\`. Use a name of the IANA database such as \`Europe/Berlin\`, in its own case.`;
const zone = (name: string) => `  timeZone: ${name}\n`;

testRule(cronjobScheduleInvalid, {
  clean: [
    cron('"*/5 * * * *"'),
    cron('0 3 * * MON-FRI'),
    cron("'@daily'"),
    cron("'@every 1h'"),
    cron('{{ .Values.schedule }}'),
    cron('"{{ .Values.schedule }}"'),
    cron('"${SCHEDULE}"'),
    cron('5'),
    cron("'0 0 30 2 1'"),
    { code: cron("'TZ=UTC 0 0 * * *'"), kubernetesVersion: '1.28' },
    cron("'@daily'", zone('Europe/Berlin')),
    cron("'@daily'", zone('Etc/UTC')),
    cron("'@daily'", zone('US/Pacific')),
    cron("'@daily'", zone('Asia/Kolkata')),
    cron("'@daily'", zone('EST5EDT')),
    cron("'@daily'", zone('{{ .tz }}')),
    'apiVersion: example.com/v1\nkind: CronJob\nspec: { schedule: never }\n',
  ],
  caught: [
    { code: cron("⟦'* * * *'⟧"), says: unreadable('* * * *', 'it has 4 fields instead of five') },
    {
      code: cron('⟦0 0 * * 7⟧ # Sunday'),
      says: unreadable('0 0 * * 7', '`7` is outside of 0 to 6, the values of the field day of the week'),
    },
    {
      code: cron('⟦"60 24 * * *"⟧'),
      says: unreadable('60 24 * * *', '`60` is outside of 0 to 59, the values of the field minute'),
    },
    { code: cron('⟦"@reboot"⟧'), says: unreadable('@reboot', 'there is no `@reboot`') },
    { code: cron('⟦every day⟧'), says: unreadable('every day', 'it has 2 fields instead of five') },
    {
      code: cron("⟦'0 0 31 2 *'⟧"),
      says: 'The schedule `0 0 31 2 *` never comes, because no such month has that day.',
    },
    {
      code: cron("⟦'CRON_TZ=Europe/Berlin 0 3 * * *'⟧"),
      says: 'A schedule may not name its time zone. Kubernetes rejects it since 1.29; set `timeZone: Europe/Berlin` instead.',
    },
    { code: cron("'@daily'", zone('⟦Europe/Berln⟧')), says: unknown('Europe/Berln') },
    { code: cron("'@daily'", zone('⟦europe/berlin⟧')), says: unknown('europe/berlin') },
    { code: cron("'@daily'", zone('⟦PST⟧')), says: unknown('PST') },
    { code: cron("'@daily'", zone('⟦Local⟧')), says: unknown('Local') },
    { code: cron("'@daily'", zone('⟦"+01:00"⟧')), says: unknown('+01:00') },
  ],
});
