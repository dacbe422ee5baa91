import { restartPolicy } from '../../../server/src/rules/kubernetes/restart-policy.ts';
import { testRule } from '../../support/rule-tester.ts';
import { cronJob, deployment, pod } from './pods.ts';
import { replicated } from './replicated.ts';

const app = 'containers:\n  - name: app\n    image: a:1\n';
const job = (spec: string, head = '') =>
  `apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: web\nspec:\n${head}  template:\n    spec:\n${spec}      containers: [{ name: a, image: b }]\n`;
const service = (policy: string, workload = 'Deployment `web`') =>
  `Kubernetes rejects \`restartPolicy: ${policy}\` in ${workload}, whose pods must always run. Use \`Always\`.`;
const task = (workload: string) =>
  `Kubernetes rejects \`restartPolicy: Always\` in ${workload}, whose pods must end. Use \`OnFailure\` or \`Never\`.`;
const unset = (workload: string) =>
  `${workload} has no \`restartPolicy\`, and Kubernetes rejects the default, \`Always\`, there. Set \`OnFailure\` or \`Never\`.`;

testRule(restartPolicy, {
  clean: [
    pod(`restartPolicy: Never\n${app}`),
    pod(app),
    deployment(app),
    deployment(`restartPolicy: Always\n${app}`),
    deployment(`restartPolicy: {{ .x }}\n${app}`),
    deployment(`restartPolicy: never\n${app}`),
    job('      restartPolicy: OnFailure\n'),
    cronJob(`restartPolicy: Never\n${app}`),
    job('      restartPolicy: {{ .x }}\n'),
    job('      serviceAccountName: {{ .x }}\n'),
    'apiVersion: batch/v1\nkind: Job\nmetadata: { name: patch }\nspec: { template: { spec: { containers: [{ name: a }] } } }\n',
    job('      restartPolicy: Never\n', '  podFailurePolicy: { rules: [] }\n'),
  ],
  caught: [
    {
      code: deployment(`restartPolicy: ⟦OnFailure⟧ # hm\n${app}`),
      says: service('OnFailure'),
      fixed: deployment(`restartPolicy: Always # hm\n${app}`),
    },
    {
      code: replicated('', 'restartPolicy: ⟦"Never"⟧\n', 'StatefulSet'),
      says: service('Never', 'StatefulSet `web`'),
      fixed: replicated('', 'restartPolicy: Always\n', 'StatefulSet'),
    },
    {
      code: job('      restartPolicy: ⟦Always⟧\n'),
      says: task('Job `web`'),
      fixed: job('      restartPolicy: OnFailure\n'),
      alternatives: { 'Use `Never`': job('      restartPolicy: Never\n') },
    },
    {
      code: cronJob(app).replace(/spec(?=:\n *containers)/, '⟦spec⟧'),
      says: unset('CronJob `web`'),
      fixed: cronJob(`restartPolicy: OnFailure\n${app}`),
      alternatives: { 'Use `Never`': cronJob(`restartPolicy: Never\n${app}`) },
    },
    {
      code: job('      ⟦restartPolicy⟧:\n', '  backoffLimitPerIndex: 1\n'),
      says: unset('Job `web`'),
      fixed: job('      restartPolicy: Never\n', '  backoffLimitPerIndex: 1\n'),
    },
    {
      code: job('      restartPolicy: ⟦OnFailure⟧\n', '  podFailurePolicy: { rules: [] }\n'),
      says: 'Kubernetes rejects `restartPolicy: OnFailure` in Job `web` because of its `podFailurePolicy`. Use `Never`.',
      fixed: job('      restartPolicy: Never\n', '  podFailurePolicy: { rules: [] }\n'),
    },
    {
      path: 'job.json',
      code: '{"apiVersion": "batch/v1", "kind": "Job", "metadata": {"name": "web"}, "spec": {"template": {⟦"spec"⟧: {"containers": [{"name": "a", "image": "b"}]}}}}',
      says: unset('Job `web`'),
      fixed:
        '{"apiVersion": "batch/v1", "kind": "Job", "metadata": {"name": "web"}, "spec": {"template": {"spec": {"containers": [{"name": "a", "image": "b"}], "restartPolicy": "OnFailure"}}}}',
    },
  ],
});
