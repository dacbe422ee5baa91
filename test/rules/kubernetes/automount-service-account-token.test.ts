import { automountServiceAccountToken } from '../../../server/src/rules/kubernetes/automount-service-account-token.ts';
import { testRule } from '../../support/rule-tester.ts';
import { cronJob, deployment, list, pod } from './pods.ts';

const unset = (workload: string) =>
  `${workload} mounts the token of its ServiceAccount. Set \`automountServiceAccountToken: false\` unless it uses the API.`;
const mounted = (workload: string) =>
  `\`automountServiceAccountToken: true\` mounts the token of the ServiceAccount into ${workload}. Set it to false.`;
const account = (name: string) =>
  `ServiceAccount \`${name}\` lets pods mount its token. Set \`automountServiceAccountToken: false\`, and true in the pods that use the API.`;
const app = 'containers:\n  - name: app\n    image: a:1\n';
const FALSE = 'automountServiceAccountToken: false\n';
const sa = (name: string, rest = '') => `---\napiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: ${name}\n${rest}`;
const binding = (name: string, rest = '') =>
  `---\napiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nmetadata: { name: b }\nroleRef: { kind: Role, name: r }\nsubjects:\n  - kind: ServiceAccount\n    name: ${name}\n${rest}`;
const markSpec = (text: string) => {
  const at = text.lastIndexOf('spec:', text.indexOf('containers:'));
  return `${text.slice(0, at)}⟦spec⟧${text.slice(at + 4)}`;
};

testRule(automountServiceAccountToken, {
  clean: [
    pod(FALSE + app),
    deployment(FALSE + app),
    pod(`automountServiceAccountToken: {{ .Values.mount }}\n${app}`),
    pod(`${app}{{- if .Values.x }}\n`),
    pod(`serviceAccountName: app\n${app}`) + sa('app', FALSE),
    pod(app) + sa('default', FALSE),
    // What is deployed with it says so.
    { code: pod(`serviceAccountName: app\n${app}`), files: { 'account.yaml': sa('app', FALSE) } },
    { code: pod(`serviceAccountName: app\n${app}`), files: { 'rights.yaml': binding('app') } },
    pod(`serviceAccountName: app\n${app}`) + sa('app') + binding('app'),
    pod(`serviceAccountName: app\nautomountServiceAccountToken: true\n${app}`) + sa('app') + binding('app'),
    deployment(`serviceAccountName: app\n${app}`) + binding('app', '    namespace: default\n'),
    deployment(`serviceAccountName: app\n${app}`) + binding('app', '    namespace: kube-system\n'),
    sa('app', FALSE),
    // A rule of its own speaks about it.
    sa('default'),
    pod(`${FALSE}serviceAccountName: app\n${app}`) + sa('app'),
    'apiVersion: apps/v1\nkind: Deployment\nspec: { template: { spec: { containers: [ { name: a, image: b } ] } } }\n',
    'apiVersion: v1\nkind: Service\nmetadata: { name: s }\nspec: {}\n',
  ],
  caught: [
    { code: markSpec(pod(app)), says: unset('Pod `web`'), fixed: pod(FALSE + app) },
    {
      code: deployment(`serviceAccountName: app\nautomountServiceAccountToken: ⟦true⟧ # API\n${app}`),
      says: mounted('Deployment `web`'),
      fixed: deployment(`serviceAccountName: app\nautomountServiceAccountToken: false # API\n${app}`),
    },
    {
      code: markSpec(cronJob(`restartPolicy: Never\n${app}`)),
      says: unset('CronJob `web`'),
      fixed: cronJob(`restartPolicy: Never\n${FALSE}${app}`),
    },
    { code: markSpec(list(app)), says: unset('Pod `web`'), fixed: list(FALSE + app) },
    {
      code: pod(`serviceAccountName: app\nautomountServiceAccountToken: ⟦true⟧\n${app}`) + sa('app', FALSE),
      says: mounted('Pod `web`'),
      fixed: pod(`serviceAccountName: app\n${FALSE}${app}`) + sa('app', FALSE),
    },
    {
      code: markSpec(pod(`serviceAccountName: app\n${app}`)) + sa('app') + binding('other'),
      says: unset('Pod `web`'),
      fixed: pod(`serviceAccountName: app\n${FALSE}${app}`) + sa('app') + binding('other'),
    },
    {
      code:
        markSpec(pod(`serviceAccountName: app\n${app}`).replace('name: web', 'name: web\n  namespace: a')) +
        binding('app', '    namespace: b\n'),
      says: unset('Pod `web`'),
      fixed:
        pod(`serviceAccountName: app\n${FALSE}${app}`).replace('name: web', 'name: web\n  namespace: a') +
        binding('app', '    namespace: b\n'),
    },
    { code: sa('⟦app⟧'), says: account('app'), fixed: sa('app', FALSE) },
    {
      code: sa('app', 'automountServiceAccountToken: ⟦true⟧\n'),
      says: account('app'),
      fixed: sa('app', FALSE),
    },
    {
      path: 'pod.json',
      code: '{"apiVersion": "v1", "kind": "Pod", ⟦"spec"⟧: {"containers": [{"name": "a", "image": "b"}]}}',
      says: unset('Pod'),
      fixed:
        '{"apiVersion": "v1", "kind": "Pod", "spec": {"containers": [{"name": "a", "image": "b"}], "automountServiceAccountToken": false}}',
    },
  ],
});
