import { defaultNamespace } from '../../../server/src/rules/kubernetes/default-namespace.ts';
import { testRule } from '../../support/rule-tester.ts';

const says = (resource: string) => `${resource} lies in the namespace \`default\`. Give it a namespace of its own.`;
const config = (metadata: string, kind = 'ConfigMap') =>
  `apiVersion: v1\nkind: ${kind}\nmetadata:\n  name: web\n  ${metadata}\ndata: {}\n`;

testRule(defaultNamespace, {
  clean: [
    config('labels: {}'),
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
    { code: config('namespace: ⟦default⟧ # why'), says: says('ConfigMap `web`'), fixed: config('').replace('  \n', '') },
    {
      code: config('namespace: ⟦default⟧', 'Service'),
      files: {
        'a.yaml': config('namespace: shop'),
        'b.yaml': config('namespace: shop'),
        'c.yaml': config('namespace: kube-system'),
      },
      says: says('Service `web`'),
      fixed: config('', 'Service').replace('  \n', ''),
      alternatives: { 'Use the namespace `shop`': config('namespace: shop', 'Service') },
    },
    {
      code: 'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: {{ .n }}, namespace: ⟦"default"⟧ }\n',
      says: says('Deployment'),
      fixed: 'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: {{ .n }} }\n',
    },
    {
      path: 'list.json',
      code: '{"apiVersion": "v1", "kind": "List", "items": [{"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "a", "namespace": ⟦"default"⟧}}]}',
      says: says('Pod `a`'),
      fixed: '{"apiVersion": "v1", "kind": "List", "items": [{"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "a"}}]}',
    },
  ],
});
