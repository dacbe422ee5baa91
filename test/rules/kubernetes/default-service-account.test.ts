import { defaultServiceAccount } from '../../../server/src/rules/kubernetes/default-service-account.ts';
import { testRule } from '../../support/rule-tester.ts';
import { cronJob, deployment, list, pod } from './pods.ts';

const unset = (workload: string) =>
  `${workload} runs under the ServiceAccount \`default\`. Name one of its own with \`serviceAccountName\`.`;
const named = (workload: string) =>
  `${workload} names the ServiceAccount \`default\`, which other pods share. Name one of its own.`;
const app = 'containers:\n  - name: app\n    image: a:1\n';
const sa = (name: string) => `---\napiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: ${name}\n`;
const markSpec = (text: string) => {
  const at = text.lastIndexOf('spec:', text.indexOf('containers:'));
  return `${text.slice(0, at)}⟦spec⟧${text.slice(at + 4)}`;
};

testRule(defaultServiceAccount, {
  clean: [
    pod(`serviceAccountName: app\n${app}`),
    pod(`serviceAccount: app\n${app}`),
    pod(`automountServiceAccountToken: false\n${app}`),
    pod(`serviceAccountName: {{ .Values.account }}\n${app}`),
    pod(`${app}{{- with .Values.account }}\n`),
    sa('default'),
  ],
  caught: [
    { code: markSpec(pod(app)), says: unset('Pod `web`'), fixed: pod(`serviceAccountName: web\n${app}`) },
    {
      code: markSpec(deployment(app)) + sa('app'),
      says: unset('Deployment `web`'),
      fixed: deployment(`serviceAccountName: app\n${app}`) + sa('app'),
    },
    {
      code: cronJob(`serviceAccountName: ⟦default⟧ # any\n${app}`),
      says: named('CronJob `web`'),
      fixed: cronJob(`serviceAccountName: web # any\n${app}`),
    },
    {
      code: list(`serviceAccountName: ⟦""⟧\n${app}`),
      says: unset('Pod `web`'),
      fixed: list(`serviceAccountName: web\n${app}`),
    },
    {
      code: pod(`serviceAccount: ⟦default⟧\n${app}`) + sa('app'),
      says: named('Pod `web`'),
      fixed: pod(`serviceAccount: default\nserviceAccountName: app\n${app}`) + sa('app'),
    },
    {
      code: pod(`⟦serviceAccountName⟧:\n${app}`),
      says: unset('Pod `web`'),
      fixed: pod(`serviceAccountName: web\n${app}`),
    },
  ],
});
