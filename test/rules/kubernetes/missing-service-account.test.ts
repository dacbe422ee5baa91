import { missingServiceAccount } from '../../../server/src/rules/kubernetes/missing-service-account.ts';
import { testRule } from '../../support/rule-tester.ts';
import { documents, named } from './cross-file.ts';
import { deployment, pod } from './pods.ts';

const account = (name: string): string => named('v1', 'ServiceAccount', name);
const containers = 'containers:\n- name: app\n  image: a:1\n';
const create = (name: string): string => `---\n${account(name)}`;

testRule(missingServiceAccount, {
  clean: [
    pod(`serviceAccountName: web\n${containers}`),
    documents(pod(`serviceAccountName: web\n${containers}`), account('web')),
    documents(pod(`serviceAccountName: default\n${containers}`), account('web')),
    documents(pod(containers), account('web')),
    documents(pod(`serviceAccountName: {{ .Values.account }}\n${containers}`), account('web')),
    {
      code: pod(`serviceAccountName: api\n${containers}`),
      files: { 'accounts.yaml': account('web'), 'other/api.yaml': account('api') },
    },
  ],
  caught: [
    {
      code: documents(pod(`serviceAccountName: ⟦wbe⟧\n${containers}`), account('web')),
      says: 'Pod `web` runs as the ServiceAccount `wbe`, which no file here defines. Did you mean `web`?',
      fixed: documents(pod(`serviceAccountName: web\n${containers}`), account('web')),
      alternatives: {
        'Create the ServiceAccount `wbe` in this file':
          documents(pod(`serviceAccountName: wbe\n${containers}`), account('web')) + create('wbe'),
      },
    },
    {
      code: deployment(`serviceAccountName: ⟦builder⟧\n${containers}`),
      files: { 'accounts.yaml': documents(account('web'), account('api')) },
      says: 'Deployment `web` runs as the ServiceAccount `builder`, which no file here defines. Create it or correct the name.',
      fixed: deployment(`serviceAccountName: builder\n${containers}`) + create('builder'),
    },
    {
      path: 'pod.json',
      code: '{"apiVersion":"v1","kind":"List","items":[{"apiVersion":"v1","kind":"ServiceAccount","metadata":{"name":"web"}},{"apiVersion":"v1","kind":"Pod","spec":{"serviceAccountName":⟦"wep"⟧,"containers":[]}}]}',
      says: 'Pod runs as the ServiceAccount `wep`, which no file here defines. Did you mean `web`?',
      fixed:
        '{"apiVersion":"v1","kind":"List","items":[{"apiVersion":"v1","kind":"ServiceAccount","metadata":{"name":"web"}},{"apiVersion":"v1","kind":"Pod","spec":{"serviceAccountName":"web","containers":[]}}]}',
    },
  ],
});
