import { danglingService } from '../../../server/src/rules/kubernetes/dangling-service.ts';
import { testRule } from '../../support/rule-tester.ts';
import { documents, named, service, workload } from './cross-file.ts';

const ports = '  ports:\n  - port: 80\n';
const web = workload('web', '{ app: web, tier: front }');

testRule(danglingService, {
  clean: [
    documents(service('web', `  selector:\n    app: web\n${ports}`), web),
    { code: service('web', `  selector:\n    app: web\n${ports}`), files: { 'deployment.yaml': web } },
    // Nothing here runs pods, so nothing can be said.
    service('web', `  selector:\n    app: web\n${ports}`),
    documents(service('web', ports), web),
    documents(service('web', `  selector: {}\n${ports}`), web),
    documents(service('db-0', `  selector:\n    statefulset.kubernetes.io/pod-name: db-0\n${ports}`), web),
    // The pods of an operator.
    documents(service('db', `  selector:\n    cnpg.io/cluster: db\n${ports}`), web),
    // Another folder has them.
    {
      path: 'services/api.yaml',
      code: service('api', `  selector:\n    app: api\n${ports}`),
      files: { 'services/web.yaml': web, 'apps/api.yaml': workload('api', '{ app: api }') },
    },
    // A template writes labels.
    { code: service('web', `  selector:\n    app: {{ .Values.app }}\n${ports}`), files: { 'deployment.yaml': web } },
    {
      path: 'chart/templates/service.yaml',
      code: service('web', `  selector:\n    app: web\n${ports}`),
      files: {
        'chart/Chart.yaml': 'apiVersion: v2\nname: web\nversion: 1.0.0\n',
        'chart/templates/deployment.yaml': workload('web', '{{ include "labels" . | nindent 6 }}'),
      },
    },
    // Another namespace holds the only workload.
    documents(
      'apiVersion: v1\nkind: Service\nmetadata: { name: web, namespace: a }\nspec:\n  selector: { app: web }\n',
      'apiVersion: v1\nkind: Pod\nmetadata: { name: web, namespace: b, labels: { app: other } }\nspec: { containers: [] }\n',
    ),
    // A repository brings in more.
    {
      path: 'base/service.yaml',
      code: service('web', `  selector:\n    app: nginx\n${ports}`),
      files: {
        'base/kustomization.yaml': 'resources:\n- service.yaml\n- deployment.yaml\n- https://example.com/org/repo\n',
        'base/deployment.yaml': web,
      },
    },
    // A patch may add the label.
    {
      path: 'base/service.yaml',
      code: service('web', `  selector:\n    track: stable\n${ports}`),
      files: {
        'base/kustomization.yaml': 'resources: [service.yaml, deployment.yaml]\npatches:\n- path: patch.yaml\n',
        'base/deployment.yaml': web,
        'base/patch.yaml':
          'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  template:\n    metadata:\n      labels: { track: stable }\n',
      },
    },
    documents(named('serving.knative.dev/v1', 'Service', 'fn', 'spec:\n  selector: { app: none }\n'), web),
  ],
  caught: [
    {
      code: documents(service('web', `  selector:\n    ⟦app: webb⟧\n${ports}`), web),
      says: 'The selector of Service `web` matches no pod that is deployed with it. Did you mean Deployment `web`?',
      fixed: documents(service('web', `  selector:\n    app: web\n${ports}`), web),
    },
    {
      code: service('web', `  selector: ⟦{ app: web, tier: back }⟧\n${ports}`),
      files: { 'deployment.yaml': web },
      says: 'The selector of Service `web` matches no pod that is deployed with it. Did you mean Deployment `web`?',
      fixed: service('web', `  selector: { app: web, tier: front }\n${ports}`),
    },
    {
      code: documents(service('web', `  selector:\n    ⟦name: web⟧\n${ports}`), web),
      says: 'The selector of Service `web` matches no pod that is deployed with it. Correct its labels.',
    },
    {
      path: 'base/service.yaml',
      code: service('web', `  selector:\n    ⟦app: "api"⟧\n${ports}`),
      files: {
        'base/kustomization.yaml': 'resources: [service.yaml, ../apps]\n',
        'apps/kustomization.yml': 'resources:\n- web.yaml\n',
        'apps/web.yaml': web,
      },
      says: 'The selector of Service `web` matches no pod that is deployed with it. Did you mean Deployment `web`?',
      fixed: service('web', `  selector:\n    app: "web"\n${ports}`),
    },
    {
      path: 'chart/templates/service.yaml',
      code: service('{{ .Release.Name }}', `  selector:\n    ⟦app: api⟧\n${ports}`),
      files: {
        'chart/Chart.yaml': 'apiVersion: v2\nname: web\nversion: 1.0.0\n',
        'chart/templates/deployment.yaml': workload('"{{ .Release.Name }}"', '{ app: web }'),
      },
      says: 'The selector of Service matches no pod that is deployed with it. Did you mean Deployment?',
      fixed: service('{{ .Release.Name }}', `  selector:\n    app: web\n${ports}`),
    },
  ],
});
