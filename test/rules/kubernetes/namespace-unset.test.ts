import { namespaceUnset } from '../../../server/src/rules/kubernetes/namespace-unset.ts';
import { testRule } from '../../support/rule-tester.ts';

const says = (resource: string): string =>
  `${resource} names no namespace, so it goes to \`default\` unless somebody says otherwise. Name one.`;
const deployment = (metadata: string): string =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata: ${metadata}\nspec:\n  selector: { matchLabels: { a: b } }\n  template:\n    metadata: { labels: { a: b } }\n    spec:\n      containers: [{ name: a, image: b:1 }]\n`;

testRule(namespaceUnset, {
  clean: [
    deployment('{ name: web, namespace: shop }'),
    deployment('{ name: web, namespace: default }'),
    deployment('{ name: web, namespace: "{{ .Release.Namespace }}" }'),
    deployment('{ name: "{{ .Release.Name }}" }'),
    'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: { name: reader }\nrules: []\n',
    'apiVersion: v1\nkind: Namespace\nmetadata: { name: shop }\n',
    'apiVersion: example.com/v1\nkind: Widget\nmetadata: { name: w }\n',
    {
      code: deployment('{ name: web }'),
      path: 'app/web.yaml',
      files: { 'app/kustomization.yaml': 'namespace: shop\nresources: [web.yaml]\n' },
    },
  ],
  caught: [
    { code: deployment('{ name: ⟦web⟧ }'), says: says('Deployment `web`') },
    {
      code: 'apiVersion: v1\nkind: Service\nmetadata:\n  name: ⟦web⟧\nspec:\n  ports: [{ port: 80 }]\n',
      says: says('Service `web`'),
    },
    {
      code: 'apiVersion: v1\nkind: List\nitems:\n  - apiVersion: v1\n    kind: ConfigMap\n    metadata: { name: ⟦settings⟧ }\n',
      says: says('ConfigMap `settings`'),
    },
  ],
});
