import { defaultNamespace } from '../../../server/src/rules/kubernetes/default-namespace.ts';
import { testRule } from '../../support/rule-tester.ts';

const says = (resource: string) => `${resource} lies in the namespace \`default\`. Give it a namespace of its own.`;
const unset = (resource: string) =>
  `${resource} names no namespace, so it lands in \`default\` unless whoever applies it says otherwise. Name its namespace.`;
const config = (metadata: string, kind = 'ConfigMap') =>
  `apiVersion: v1\nkind: ${kind}\nmetadata:\n  name: web\n  ${metadata}\ndata: {}\n`;

testRule(defaultNamespace, {
  clean: [
    config('labels: {}').replace('name: web', 'generateName: web-'),
    {
      path: 'base/a.yaml',
      code: config('labels: {}'),
      files: {
        'base/kustomization.yaml':
          'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nnamespace: shop\nresources: [a.yaml]\n',
      },
    },
    {
      path: 'templates/a.yaml',
      code: config('labels: {}'),
      files: { 'Chart.yaml': 'apiVersion: v2\nname: a\nversion: 1.0.0\n' },
    },
    'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n',
    'apiVersion: gateway.networking.k8s.io/v1\nkind: GatewayClass\nmetadata:\n  name: shop\n',
    'apiVersion: example.com/v1\nkind: Thing\nmetadata:\n  name: shop\n',
    'apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\nmetadata:\n  name: shop\n',
    'apiVersion: authorization.k8s.io/v1\nkind: SelfSubjectAccessReview\nmetadata:\n  name: a\nspec: {}\n',
    config('namespace: web'),
    config('namespace:'),
    config('namespace: {{ .Release.Namespace }}'),
    config('namespace: default-web'),
    config('namespace: default', 'Namespace'),
    'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata:\n  name: a\n  namespace: default\n',
    'apiVersion: v1\nkind: Service\nmetadata: { name: kubernetes, namespace: default }\n',
    'apiVersion: v1\nkind: ServiceAccount\nmetadata: { name: default, namespace: default }\nautomountServiceAccountToken: false\n',
    'apiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nmetadata: { name: a, namespace: web }\nsubjects:\n  - kind: ServiceAccount\n    name: a\n    namespace: default\n',
  ],
  caught: [
    {
      code: 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ⟦web⟧\ndata: {}\n',
      says: unset('ConfigMap `web`'),
    },
    {
      code: 'apiVersion: tekton.dev/v1\nkind: PipelineRun\nmetadata: { name: ⟦build⟧ }\nspec: {}\n',
      files: { 'a.yaml': config('namespace: shop') },
      says: unset('PipelineRun `build`'),
      fixed: 'apiVersion: tekton.dev/v1\nkind: PipelineRun\nmetadata: { name: build, namespace: shop }\nspec: {}\n',
    },
    { code: config('namespace: ⟦default⟧ # why'), says: says('ConfigMap `web`') },
    {
      code: config('namespace: ⟦default⟧', 'Service'),
      files: {
        'a.yaml': config('namespace: shop'),
        'b.yaml': config('namespace: shop'),
        'c.yaml': config('namespace: kube-system'),
      },
      says: says('Service `web`'),
      fixed: config('namespace: shop', 'Service'),
    },
    {
      code: 'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: {{ .n }}, namespace: ⟦"default"⟧ }\n',
      says: says('Deployment'),
    },
    {
      path: 'list.json',
      code: '{"apiVersion": "v1", "kind": "List", "items": [{"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "a", "namespace": ⟦"default"⟧}}]}',
      says: says('Pod `a`'),
    },
  ],
});
