import { cronjobDeadline } from '../../../server/src/rules/kubernetes/cronjob-deadline.ts';
import { testRule } from '../../support/rule-tester.ts';

const cron = (spec: string) =>
  `apiVersion: batch/v1\nkind: CronJob\nmetadata:\n  name: web\nspec:\n  schedule: '@daily'\n${spec}  jobTemplate: {}\n`;
const unset = 'CronJob `web` makes up for missed runs however late. Set `startingDeadlineSeconds`.';
const short =
  'CronJob `web` may never run, because it looks for what is due only every ten seconds. Raise `startingDeadlineSeconds`.';

testRule(cronjobDeadline, {
  clean: [
    cron('  startingDeadlineSeconds: 300\n'),
    cron('  startingDeadlineSeconds: 10\n'),
    cron('  startingDeadlineSeconds: {{ .x }}\n'),
    cron('  startingDeadlineSeconds: "5"\n'),
    cron('  suspend: {{ .x }}\n'),
    'apiVersion: batch/v1\nkind: CronJob\nmetadata: { name: patch }\nspec: { suspend: true }\n',
    'apiVersion: batch/v1\nkind: Job\nmetadata: { name: j }\nspec: { template: {} }\n',
  ],
  caught: [
    { code: cron('').replace('spec', '⟦spec⟧'), says: unset, fixed: cron('  startingDeadlineSeconds: 300\n') },
    {
      code: cron('  ⟦startingDeadlineSeconds⟧: # none\n'),
      says: unset,
      fixed: cron('  startingDeadlineSeconds: 300 # none\n'),
    },
    {
      code: cron('  startingDeadlineSeconds: ⟦5⟧ # soon\n'),
      says: short,
      fixed: cron('  startingDeadlineSeconds: 300 # soon\n'),
    },
    {
      path: 'cron.json',
      code: '{"apiVersion": "batch/v1beta1", "kind": "CronJob", "metadata": {"name": "web"}, ⟦"spec"⟧: {"schedule": "@daily"}}',
      says: unset,
      fixed:
        '{"apiVersion": "batch/v1beta1", "kind": "CronJob", "metadata": {"name": "web"}, "spec": {"schedule": "@daily", "startingDeadlineSeconds": 300}}',
    },
  ],
});
