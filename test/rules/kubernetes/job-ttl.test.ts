import { jobTtl } from '../../../server/src/rules/kubernetes/job-ttl.ts';
import { testRule } from '../../support/rule-tester.ts';

const job = (spec: string, meta = '') =>
  `apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: web\n${meta}spec:\n${spec}  template:\n    spec:\n      restartPolicy: Never\n      containers: [{ name: a, image: b }]\n`;
const cron = (spec: string) =>
  `apiVersion: batch/v1\nkind: CronJob\nmetadata:\n  name: web\nspec:\n  schedule: '@daily'\n  jobTemplate:\n    spec:\n${spec}      template: {}\n`;
const unset = 'Job `web` stays after it has finished until somebody deletes it. Set `ttlSecondsAfterFinished`.';
const managed =
  'CronJob `web` deletes its finished Jobs by its history limits, which `ttlSecondsAfterFinished` undermines. Delete the key.';

testRule(jobTtl, {
  clean: [
    job('  ttlSecondsAfterFinished: 100\n'),
    job('  ttlSecondsAfterFinished: 0\n'),
    job('  ttlSecondsAfterFinished: {{ .ttl }}\n'),
    job('  suspend: {{ .x }}\n'),
    job('', '  annotations:\n    helm.sh/hook: pre-install\n'),
    job('', '  ownerReferences: [{ kind: CronJob, name: c }]\n'),
    cron(''),
    cron('      ttlSecondsAfterFinished:\n'),
    'apiVersion: batch/v1\nkind: Job\nmetadata: { name: patch }\nspec: { suspend: true }\n',
  ],
  caught: [
    { code: job('').replace('spec', '⟦spec⟧'), says: unset, fixed: job('  ttlSecondsAfterFinished: 86400\n') },
    {
      code: job('  backoffLimit: 1\n').replace('spec', '⟦spec⟧'),
      says: unset,
      fixed: job('  backoffLimit: 1\n  ttlSecondsAfterFinished: 86400\n'),
    },
    {
      code: job('  ⟦ttlSecondsAfterFinished⟧: null\n'),
      says: unset,
      fixed: job('  ttlSecondsAfterFinished: 86400\n'),
    },
    { code: cron('      ⟦ttlSecondsAfterFinished⟧: 60 # soon\n'), says: managed, fixed: cron('') },
    {
      path: 'cron.json',
      code: '{"apiVersion": "batch/v1", "kind": "CronJob", "metadata": {"name": "web"}, "spec": {"jobTemplate": {"spec": {⟦"ttlSecondsAfterFinished"⟧: 5, "template": {}}}}}',
      says: managed,
      fixed:
        '{"apiVersion": "batch/v1", "kind": "CronJob", "metadata": {"name": "web"}, "spec": {"jobTemplate": {"spec": {"template": {}}}}}',
    },
  ],
});
