import { deprecatedServiceAccountField } from '../../../server/src/rules/kubernetes/deprecated-service-account-field.ts';
import { testRule } from '../../support/rule-tester.ts';
import { cronJob, deployment, list, pod } from './pods.ts';

const RENAMED = '`serviceAccount` is deprecated. Use `serviceAccountName`.';
const TWICE = '`serviceAccount` is deprecated, and `serviceAccountName` is there as well. Delete it.';
const app = 'containers:\n  - name: app\n    image: a:1\n';

testRule(deprecatedServiceAccountField, {
  clean: [
    pod(`serviceAccountName: app\n${app}`),
    pod(app),
    pod(`serviceAccount:\n${app}`),
    pod(`serviceAccount: ""\n${app}`),
    'apiVersion: v1\nkind: Service\nspec: { serviceAccount: app }\n',
    pod(`serviceAccount: {{ .Values.account }}\n${app}`),
  ],
  caught: [
    { code: pod(`⟦serviceAccount⟧: app # own\n${app}`), says: RENAMED, fixed: pod(`serviceAccountName: app # own\n${app}`) },
    {
      code: deployment(`⟦serviceAccount⟧: app\nserviceAccountName: app\n${app}`),
      says: TWICE,
      fixed: deployment(`serviceAccountName: app\n${app}`),
    },
    { code: cronJob(`${app}⟦'serviceAccount'⟧: 'a'\n`), says: RENAMED, fixed: cronJob(`${app}'serviceAccountName': 'a'\n`) },
    { code: list(`⟦serviceAccount⟧: a\nserviceAccountName: ""\n${app}`), says: RENAMED },
    {
      path: 'pod.json',
      code: '{"apiVersion": "v1", "kind": "Pod", "spec": {⟦"serviceAccount"⟧: "app", "containers": []}}',
      says: RENAMED,
      fixed: '{"apiVersion": "v1", "kind": "Pod", "spec": {"serviceAccountName": "app", "containers": []}}',
    },
  ],
});
